internal import RPCCore
internal import RedSailAPI

/// Errors about a record's existence and state.
extension Failure {
  /// The record does not exist, or lies outside the caller's scope.
  static func notFound(_ name: String) -> RPCError {
    make(.notFound, LocalizedText("'\(name)' does not exist", "“\(name)”不存在"))
  }

  /// A field names a record that does not exist or is deleted.
  static func referenceNotFound(field: String, name: String) -> RPCError {
    make(
      .referenceNotFound,
      LocalizedText("\(field): '\(name)' does not exist or is deleted", "\(field)：“\(name)”不存在或已删除"),
      metadata: ["field": field, "name": name]
    )
  }

  /// The name of a new record is taken, perhaps by a deleted one.
  static func nameTaken(_ name: String) -> RPCError {
    make(.nameTaken, LocalizedText("'\(name)' exists already", "“\(name)”已存在"))
  }

  /// The pair of source system and record number belongs to another record.
  static func recordNumberTaken(system: String, number: String, owner: String) -> RPCError {
    make(
      .recordNumberTaken,
      LocalizedText(
        "record number '\(number)' of '\(system)' belongs to '\(owner)'",
        "来源系统“\(system)”的编号“\(number)”已属于“\(owner)”"
      ),
      metadata: ["name": owner]
    )
  }

  /// The record is deleted, and the call needs a live one.
  static func deleted(_ name: String) -> RPCError {
    make(.deleted, LocalizedText("'\(name)' is deleted; undelete it first", "“\(name)”已删除，请先恢复"))
  }

  /// The record is live, and the call needs a deleted one.
  static func notDeleted(_ name: String) -> RPCError {
    make(.notDeleted, LocalizedText("'\(name)' is not deleted", "“\(name)”未被删除"))
  }

  /// The record was merged or split, so it is not restored.
  static func succeeded(_ name: String, by succession: Succession) -> RPCError {
    let successors = succession.successors.map { "'\($0)'" }.joined(separator: ", ")
    let isMerge = succession.kind == .merge
    return make(
      .succeeded,
      LocalizedText(
        "'\(name)' was \(isMerge ? "merged" : "split") into \(successors), which took its place",
        "“\(name)”已\(isMerge ? "并入" : "拆分为")\(successors)，不得恢复"
      ),
      metadata: ["name": succession.successors.first ?? "", "succession": succession.name]
    )
  }

  /// Another live record refers to the record that should go.
  static func stillReferenced(_ name: String, by referrer: String) -> RPCError {
    make(
      .stillReferenced,
      LocalizedText("'\(name)' is referred to by '\(referrer)'", "“\(name)”仍被“\(referrer)”引用"),
      metadata: ["name": referrer]
    )
  }

  /// The caller decided on another version of the record.
  static func etagMismatch(_ name: String, current: String, came: String) -> RPCError {
    make(
      .etagMismatch,
      LocalizedText(
        "'\(name)' has etag \(current), the request has \(came): read it again, decide and retry",
        "“\(name)”已被修改（当前版本 \(current)，请求版本 \(came)），请重新读取后再提交"
      ),
      metadata: ["etag": current]
    )
  }

  /// An event time lies before the last event of its record.
  static func eventTimeBeforeLast(_ name: String, last: String, came: String) -> RPCError {
    make(
      .eventTimeBeforeLast,
      LocalizedText(
        "event_time \(came) lies before the last event of '\(name)' at \(last)",
        "事件时间 \(came) 早于“\(name)”的最近事件 \(last)"
      ),
      metadata: ["last_event_time": last]
    )
  }

  /// Two periods overlap that may not.
  static func periodOverlap(_ text: LocalizedText, with name: String) -> RPCError {
    make(.periodOverlap, text, metadata: ["name": name])
  }

  /// A period lies outside the period of a record that it depends on.
  static func periodOutside(field: String, of name: String, period: String) -> RPCError {
    make(
      .periodOutside,
      LocalizedText(
        "\(field): the period lies outside that of '\(name)' (\(period))",
        "\(field)：期间超出“\(name)”的期间（\(period)）"
      ),
      metadata: ["name": name]
    )
  }
}
