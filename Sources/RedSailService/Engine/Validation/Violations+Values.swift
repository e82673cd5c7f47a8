internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Checks of single values; each notes what it finds.
extension Violations {
  /// A required field that is missing.
  mutating func missing(_ field: String) {
    add(field, .requiredField, LocalizedText("is required", "为必填字段"))
  }

  /// A text of at most `limit` characters, and at least one if `required`.
  mutating func text(_ value: String, _ field: String, limit: Int, required: Bool = false) {
    if value.isEmpty {
      if required { missing(field) }
      return
    }
    // A character is at least one byte: most texts need no counting.
    let count = value.utf8.count <= limit ? 0 : value.count
    if count > limit {
      add(
        field,
        .invalidField,
        LocalizedText("expected at most \(limit) characters, came \(count)", "不得超过 \(limit) 个字符，实为 \(count) 个")
      )
    }
    if value.utf8.contains(0) {
      add(field, .invalidField, LocalizedText("holds the character U+0000", "含有无效字符 U+0000"))
    }
  }

  /// Texts, none of them empty, each of at most `limit` characters; at most 1,000 of them.
  mutating func texts(_ values: [String], _ field: String, limit: Int) {
    number(Int64(values.count), field, in: 0...1_000)
    for (index, value) in values.enumerated() { text(value, "\(field)[\(index)]", limit: limit, required: true) }
  }

  /// A SHA-256 digest in hexadecimal digits, lower case; may be empty.
  mutating func sha256(_ value: String, _ field: String) {
    let isDigest =
      value.utf8.count == 64 && value.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    guard !value.isEmpty, !isDigest else { return }
    add(
      field,
      .invalidField,
      LocalizedText("expected 64 hexadecimal digits in lower case, came '\(value)'", "应为 64 位小写十六进制摘要")
    )
  }

  /// A number within bounds.
  mutating func number(_ value: Int64, _ field: String, in bounds: ClosedRange<Int64>) {
    guard !bounds.contains(value) else { return }
    add(
      field,
      .invalidField,
      LocalizedText(
        "expected \(bounds.lowerBound) to \(bounds.upperBound), came \(value)",
        "应为 \(bounds.lowerBound) 至 \(bounds.upperBound)，实为 \(value)"
      )
    )
  }

  /// An enum value that the schema names; the zero value stands for "missing" if `required`.
  mutating func value<E: OpenEnum>(_ value: E, _ field: String, required: Bool = false) {
    if value.rawValue == 0 {
      if required { missing(field) }
    } else if E.layout.name(of: value.rawValue) == nil {
      let known = E.layout.values.dropFirst().map(\.name).joined(separator: ", ")
      add(
        field,
        .invalidField,
        LocalizedText(
          "\(value.rawValue) is no value of \(E.layout.fullName); there are \(known)",
          "取值无效：\(value.rawValue)"
        )
      )
    }
  }

  /// A day that exists.
  @discardableResult
  mutating func date(_ value: CalendarDate?, _ field: String, required: Bool = false) -> CivilDate? {
    guard let value else {
      if required { missing(field) }
      return nil
    }
    guard let date = value.civilDate else {
      add(
        field,
        .invalidDate,
        LocalizedText(
          "there is no day \(value.year)-\(value.month)-\(value.day)",
          "日期 \(value.year)-\(value.month)-\(value.day) 不存在"
        )
      )
      return nil
    }
    return date
  }

  /// A period whose first day lies before its end (exclusive); an absent bound is open.
  mutating func period(from: CalendarDate?, to: CalendarDate?, requiresStart: Bool = false) {
    let first = date(from, "valid_from", required: requiresStart)
    let end = date(to, "valid_to")
    guard let first, let end, end <= first else { return }
    add(
      "valid_to",
      .periodReversed,
      LocalizedText("the period must end after it begins: valid_from \(first), valid_to \(end)", "终止日期须晚于起始日期")
    )
  }

  /// A point in time between the years 1 and 9999.
  @discardableResult
  mutating func time(_ value: Timestamp?, _ field: String, required: Bool = false) -> Instant? {
    guard let value else {
      if required { missing(field) }
      return nil
    }
    guard value.isValid else {
      add(
        field,
        .invalidField,
        LocalizedText(
          "expected seconds of the years 1 to 9999 and nanos 0 to 999999999, came \(value.seconds) s \(value.nanos) ns",
          "时间无效"
        )
      )
      return nil
    }
    return Instant(value)
  }

  /// How far a caller's clock may be ahead of this one [choice]: what lies within it happened now.
  static let clockToleranceMicroseconds: Int64 = 2_000_000

  /// When something happened: not in the future.
  @discardableResult
  mutating func eventTime(_ value: Timestamp?, _ field: String = "event_time", now: Instant) -> Instant? {
    guard let time = time(value, field) else { return nil }
    if time <= now { return time }
    guard time.microseconds - now.microseconds > Self.clockToleranceMicroseconds else { return now }
    add(
      field,
      .eventTimeInFuture,
      LocalizedText("lies in the future: came \(time.text), it is \(now.text) now", "事件时间 \(time.text) 晚于当前时间")
    )
    return nil
  }

  /// A `request_id`: a UUID in its text form.
  mutating func requestID(_ value: String) {
    if value.isEmpty {
      missing("request_id")
    } else if !UUIDText.isValid(value) {
      add(
        "request_id",
        .invalidRequestID,
        LocalizedText("expected a UUID such as 6f1b8a0e-2f1c-4f53-9a3c-0d9d6c1f2b7a, came '\(value)'", "请求编号须为 UUID")
      )
    }
  }
}
