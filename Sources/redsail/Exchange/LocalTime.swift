internal import RedSailModel

/// Times as spreadsheets write them: `2024-03-05 09:30`, `2024/3/5 9:30:00`, or a day alone, which is its first moment.
enum LocalTime {
  /// The same in the form of RFC 3339, in Beijing time (UTC+8); nil for what has another form.
  static func instant(_ text: String) throws(CellProblem) -> String? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: true)
    guard (1...2).contains(parts.count), !text.contains("T") else { return nil }
    let day = parts[0].split(omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "/" }).map {
      Int($0)
    }
    let clock =
      parts.count == 1 ? [0, 0] : parts[1].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard day.count == 3, (2...3).contains(clock.count), !day.contains(nil), !clock.contains(nil) else {
      throw CellProblem("a time such as 2024-03-05 09:30", "2024-03-05 09:30 格式的时间")
    }
    let numbers = (day + clock).compactMap(\.self)
    guard let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]), (0..<24).contains(numbers[3]),
      (0..<60).contains(numbers[4]), (0..<60).contains(numbers.count > 5 ? numbers[5] : 0)
    else { throw CellProblem("a time that exists", "真实存在的时间") }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date)T\(two(numbers[3])):\(two(numbers[4])):\(two(numbers.count > 5 ? numbers[5] : 0))+08:00"
  }
}
