extension CivilDate: CustomStringConvertible {
  /// Reads `yyyy-mm-dd` (ISO 8601 extended, four-digit year).
  ///
  /// - Throws: ``CivilDateError``.
  public init(_ text: String) throws(CivilDateError) {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    let isShaped =
      fields.map(\.count) == [4, 2, 2] && fields.allSatisfy { $0.allSatisfy(\.isASCIIDigit) }
    let numbers = fields.compactMap { Int($0) }
    guard isShaped, numbers.count == 3 else { throw .shape(text) }
    guard let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
      throw .noSuchDay(text)
    }
    self = date
  }

  /// The date as `yyyy-mm-dd`.
  public var description: String {
    let (year, month, day) = parts
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }
}
