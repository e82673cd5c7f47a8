internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

extension Failure {
  /// What the store refuses, as callers see it; its own faults become INTERNAL or UNAVAILABLE without their text.
  static func store(_ error: StoreError) -> RPCError {
    switch error {
    case .alreadyExists(_, let name): nameTaken(name)
    case .notUnique(_, let columns):
      field(
        columns.first ?? "",
        .nameTaken,
        LocalizedText(
          "another record has the same \(columns.joined(separator: ", "))",
          "\(columns.joined(separator: "、"))与其他记录重复"
        )
      )
    case .externalKeyTaken(let key, let owner):
      recordNumberTaken(system: key.sourceSystem, number: key.recordNumber, owner: owner)
    case .requestIDReused(let id, let method):
      make(
        .requestIDReused,
        LocalizedText(
          "request_id '\(id)' was used with another payload (\(method)); use a new one for a new request",
          "请求编号“\(id)”已用于其他内容"
        )
      )
    case .unknownDivision(let city, let code):
      referenceNotFound(field: "division", name: "cities/\(city)/divisions/\(code)")
    case .invalidDivision(_, let code, let reason):
      make(.invalidParent, LocalizedText("division '\(code)': \(reason)", "区划“\(code)”的上级无效"))
    case .unknownColumn, .unindexableFilter, .typeMismatch, .invalidText, .queryTooComplex:
      field("filter", .fieldNotIndexed, LocalizedText(error.description, "该筛选条件无法使用索引"))
    case .unindexableOrder(_, let columns, let supported):
      field(
        "order_by",
        .fieldNotIndexed,
        LocalizedText(error.description, "不能按\(columns.joined(separator: "、"))排序"),
        metadata: [
          "field": columns.joined(separator: ", "),
          "allowed": supported.map { $0.joined(separator: ", ") }.joined(separator: " | "),
        ]
      )
    case .cursorMismatch: invalidPageToken()
    case .outOfScope(_, let name): notFound(name)
    case .compacted: cursorCompacted(earliest: nil)
    case .revisionAhead: invalidCursor()
    case .closed, .commitFailed: unavailable(cause: error)
    default: RPCError(code: .internal, message: "internal error", cause: error)
    }
  }

  /// The server starts, drains or is overloaded; the call may be repeated.
  static func unavailable(cause: (any Error)? = nil) -> RPCError {
    var error = make(
      .unavailable,
      LocalizedText("the server cannot serve the call now; try again", "服务暂不可用，请稍后重试"),
      retryAfterSeconds: 1
    )
    error.cause = cause
    return error
  }

  /// A page token is not ours, or belongs to another request.
  static func invalidPageToken() -> RPCError {
    field(
      "page_token",
      .invalidPageToken,
      LocalizedText(
        "expected the next_page_token of an answer to the same request, unchanged but for page_size",
        "分页标记无效：须为同一查询返回的 next_page_token"
      )
    )
  }

  /// A cursor is not ours, or belongs to another city or selection.
  static func invalidCursor(field path: String = "cursor") -> RPCError {
    field(
      path,
      .invalidCursor,
      LocalizedText(
        "expected a cursor of an earlier answer for the same city, division and kinds",
        "游标无效：须为同一城市、同一范围返回的游标"
      )
    )
  }

  /// The changes after a cursor are no longer kept.
  static func cursorCompacted(earliest: String?) -> RPCError {
    make(
      .cursorCompacted,
      LocalizedText(
        "the changes after this cursor are no longer kept: read everything anew with the lists, then follow from_latest",
        "该游标之后的变更已不再保留，请重新全量读取"
      ),
      metadata: earliest.map { ["earliest_time": $0] } ?? [:]
    )
  }
}
