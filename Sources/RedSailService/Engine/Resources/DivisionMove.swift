internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// A record has moved from one division to another, and what lies where it lies follows.
struct DivisionMove: Sendable {
  let from: String
  let to: String
  /// The field of the request that moves it.
  let field: String
  let moment: EventMoment

  /// Moves all that follows a record; at most `RecordLimits.moved` records of each kind.
  func follow(_ name: String, _ type: ResourceType, in transaction: any StoreTransaction) throws {
    for follower in DivisionFollower.all {
      let names = try follower.names(of: name, type, limit: RecordLimits.moved + 1, in: transaction)
      guard names.count <= RecordLimits.moved else {
        throw Failure.make(
          .tooManyReferences,
          LocalizedText(
            "more than \(RecordLimits.moved) records lie where '\(name)' lies: they cannot follow it at once",
            "随“\(name)”迁移的记录超过 \(RecordLimits.moved) 条"
          ),
          metadata: ["limit": "\(RecordLimits.moved)"]
        )
      }
      for name in names { try follower.move(name, along: self, in: transaction) }
    }
  }

  /// A record lies neither with the one that moves nor in a division that holds both places.
  func refusal(of name: String, in place: String) -> RPCError {
    Failure.field(
      field,
      .conditionUnmet,
      LocalizedText(
        "'\(name)' lies in '\(place)', which does not hold '\(to)': move it first to a division that holds both",
        "“\(name)”所属区划“\(place)”不含“\(to)”：请先将其调整到同时包含两地的区划"
      ),
      metadata: ["condition": "'\(name)' lies in a division that holds '\(to)'", "name": name]
    )
  }

  /// The rules of a record do not let it follow.
  func refusal(of name: String, because error: RPCError) -> RPCError {
    guard let info = error.errorInfo, ErrorReason.layout.number(named: "ERROR_REASON_\(info.reason)") != nil else {
      return error
    }
    return Failure.field(
      field,
      .conditionUnmet,
      LocalizedText(
        "'\(name)' cannot follow to '\(to)': \(error.message)",
        "“\(name)”无法随迁至“\(to)”：\(error.localizedMessage?.message ?? error.message)"
      ),
      metadata: ["condition": "'\(name)' can lie in '\(to)'", "name": name]
    )
  }
}
