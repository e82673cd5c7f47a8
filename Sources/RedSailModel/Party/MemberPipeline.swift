/// A member's way through the stages, with the day on which each began; no stage is skipped.
public struct MemberPipeline: Sendable, Hashable {
  /// A stage and the day on which it began.
  public struct Entry: Sendable, Hashable {
    /// The stage.
    public let stage: MemberStage
    /// Its first day.
    public let day: CivilDate

    /// Makes an entry.
    public init(_ stage: MemberStage, on day: CivilDate) {
      self.stage = stage
      self.day = day
    }
  }

  /// The stages so far, from the application on.
  public private(set) var entries: [Entry]
  /// The day on which the pipeline was left, if it was.
  public private(set) var left: CivilDate?

  /// Starts with the application.
  public init(applied day: CivilDate) {
    entries = [Entry(.applicant, on: day)]
  }

  /// Takes up entries, in order, and checks them as if they came one by one.
  ///
  /// - Throws: ``MemberRefusal``.
  public init(
    _ entries: some Sequence<Entry>,
    left: CivilDate? = nil,
    rules: MemberRules
  ) throws(MemberRefusal) {
    self.entries = []
    for entry in entries { try advance(to: entry.stage, on: entry.day, rules: rules) }
    if let left { try leave(on: left) }
  }

  /// The stage reached.
  public var stage: MemberStage? { entries.last?.stage }

  /// The stage on a day; nil before the application and after leaving.
  public func stage(on day: CivilDate) -> MemberStage? {
    if let left, left <= day { return nil }
    return entries.last { $0.day <= day }?.stage
  }

  /// The first day on which the next stage may begin; nil after the last one or after leaving.
  public func earliestNext(rules: MemberRules) -> CivilDate? {
    guard left == nil, let last = entries.last, last.stage.next != nil else { return nil }
    return last.day.advanced(byMonths: rules.interval(in: last.stage)?.integer ?? 0)
  }

  /// Begins the next stage.
  ///
  /// - Throws: ``MemberRefusal``.
  public mutating func advance(
    to stage: MemberStage,
    on day: CivilDate,
    rules: MemberRules
  ) throws(MemberRefusal) {
    if let left { throw .left(on: left) }
    let expected = entries.isEmpty ? .applicant : entries.last?.stage.next
    guard let expected, stage == expected else { throw .stage(expected: expected, came: stage) }
    if let last = entries.last {
      guard last.day <= day else { throw .beforeLast(day: day, last: last) }
      if let rule = rules.interval(in: last.stage), let earliest = earliestNext(rules: rules), day < earliest {
        throw .tooEarly(
          RuleBreach(
            rule,
            came: day,
            english: "\(stage) may begin on \(earliest), \(rule.integer) months after \(last.stage) "
              + "on \(last.day), came \(day)",
            chinese:
              "\(last.stage.chinese)（\(last.day)起）满\(rule.integer)个月后，最早\(earliest)方可转为\(stage.chinese)，所填为\(day)"
          )
        )
      }
    }
    entries.append(Entry(stage, on: day))
  }

  /// Leaves the pipeline: a withdrawal, or a decision against going on.
  ///
  /// - Throws: ``MemberRefusal``.
  public mutating func leave(on day: CivilDate) throws(MemberRefusal) {
    if let left { throw .left(on: left) }
    if let last = entries.last, day < last.day { throw .beforeLast(day: day, last: last) }
    left = day
  }
}
