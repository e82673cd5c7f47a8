internal import Foundation
internal import ProtobufRuntime
internal import RedSailAPI

struct UnreadableTime: Error {
  let text: String
}

/// Seconds since 1970 of a time at +08:00, by Foundation and not by the code under test.
func shanghaiSeconds(_ text: String) throws -> Int64 {
  let full = text.count == 10 ? "\(text)T10:00:00+08:00" : "\(text)+08:00"
  guard let date = try? Date(full, strategy: .iso8601) else { throw UnreadableTime(text: text) }
  return Int64(date.timeIntervalSince1970)
}

extension Timestamp {
  /// A day (at 10:00) or a time of the form `2025-09-26T15:30:00`, at +08:00.
  init(shanghai text: String) throws {
    self.init()
    seconds = try shanghaiSeconds(text)
  }
}

extension CalendarDate {
  /// A day of the form `2025-10-10`.
  init(_ text: String) {
    self.init()
    let parts = text.split(separator: "-").compactMap { Int32($0) }
    (year, month, day) = parts.count == 3 ? (parts[0], parts[1], parts[2]) : (0, 0, 0)
  }

  var text: String { String(format: "%04d-%02d-%02d", year, month, day) }
}
