internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// The records that depend on another one's period, so that it does not become shorter than theirs (存续期间不得短于所属记录).
struct PeriodDependants: Sendable {
  /// How many an error names.
  private static let named = 3

  /// Records of one kind.
  private struct Part: Sendable {
    let kind: RecordKind
    let condition: Predicate
    /// That some of it lies on a day or after, and before a day.
    let from: @Sendable (CivilDate) -> Predicate
    let before: @Sendable (CivilDate) -> Predicate
    /// The record that a row stands for.
    let owner: @Sendable (String) -> String
  }

  private var parts: [Part] = []

  /// Adds records with a period of their own.
  mutating func periods(
    _ kind: RecordKind,
    _ condition: Predicate,
    owner: @escaping @Sendable (String) -> String = { $0 }
  ) {
    parts.append(
      Part(
        kind: kind,
        condition: condition,
        from: { .or([.isUnset("valid_to"), .compare("valid_to", .greater, $0.column)]) },
        before: { .compare("valid_from", .less, $0.column) },
        owner: owner
      )
    )
  }

  /// Adds records with a day.
  mutating func days(_ kind: RecordKind, _ condition: Predicate, _ column: String) {
    parts.append(
      Part(
        kind: kind,
        condition: condition,
        from: { .compare(column, .greaterOrEqual, $0.column) },
        before: { .compare(column, .less, $0.column) },
        owner: { $0 }
      )
    )
  }

  /// Adds records with a time of their beginning and one of their end.
  mutating func times(_ kind: RecordKind, _ condition: Predicate, _ start: String, _ end: String) {
    parts.append(
      Part(
        kind: kind,
        condition: condition,
        from: { .compare(end, .greater, $0.start.column) },
        before: { .compare(start, .less, $0.start.column) },
        owner: { $0 }
      )
    )
  }

  /// Adds the events that are planned; what was held is history.
  mutating func events(_ condition: Predicate) {
    let planned = Predicate.and([condition, .is("state", ReceptionDay.State.planned)])
    parts.append(
      Part(
        kind: ReceptionDay.recordKind,
        condition: planned,
        from: { .compare("planned_start_time", .greaterOrEqual, $0.start.column) },
        before: { .compare("planned_start_time", .less, $0.start.column) },
        owner: { $0 }
      )
    )
  }

  /// Checks that a period which has become shorter leaves none of them out.
  ///
  /// - Parameter field: The field of the request that holds the record.
  func check(_ period: Period, before: Period?, field: String, in snapshot: any StoreSnapshot) throws {
    guard let before else { return }
    if let end = period.to, before.to.map({ end < $0 }) ?? true {
      try check("\(field).valid_to", end, in: snapshot) { $0.from(end) }
    }
    if let first = period.from, before.from.map({ first > $0 }) ?? true {
      try check("\(field).valid_from", first, in: snapshot) { $0.before(first) }
    }
  }

  private func check(
    _ field: String,
    _ day: CivilDate,
    in snapshot: any StoreSnapshot,
    _ outside: (Part) -> Predicate
  ) throws {
    var found: [String] = []
    for part in parts where found.count <= Self.named {
      let query = ListQuery(
        part.kind,
        where: RecordFilter(predicate: .and([part.condition, outside(part)])),
        pageSize: Self.named + 1
      )
      found += try snapshot.list(query).records.map { part.owner($0.name) }
    }
    guard let first = found.first else { return }
    let names = found.prefix(Self.named).map { "'\($0)'" }.joined(separator: ", ")
    let isMore = found.count > Self.named
    throw Failure.field(
      field,
      .periodOutside,
      LocalizedText(
        "\(names)\(isMore ? " and others reach" : " reach\(found.count == 1 ? "es" : "")") beyond \(day): end or move what depends on the record first",
        "\(names)\(isMore ? "等" : "")的期间超出 \(day)，请先终止或调整"
      ),
      metadata: ["name": first]
    )
  }
}
