internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// The way through the stages, as the record's dates tell it.
extension Member {
  /// A stage that has a date: all but LEFT.
  struct DatedStage: Sendable {
    let stage: MemberStage
    /// The name of its date in the schema.
    let field: String
    let date: @Sendable (Member) -> CalendarDate?
    let setDate: @Sendable (CalendarDate?, inout Member) -> Void

    private init(
      _ stage: MemberStage,
      _ field: String,
      _ date: any WritableKeyPath<Member, CalendarDate?> & Sendable
    ) {
      self.stage = stage
      self.field = field
      self.date = { $0[keyPath: date] }
      setDate = { $1[keyPath: date] = $0 }
    }

    static let all = [
      DatedStage(.applicant, "application_date", \.applicationDate),
      DatedStage(.activist, "activist_date", \.activistDate),
      DatedStage(.developmentTarget, "target_date", \.targetDate),
      DatedStage(.probationary, "probation_date", \.probationDate),
      DatedStage(.fullMember, "full_date", \.fullDate),
    ]
  }

  /// The last stage that the dates tell of; nil for none.
  var lastDated: DatedStage? { DatedStage.all.last { $0.date(self) != nil } }

  /// Walks the stages from the first date to the last, each by the rules of its day.
  ///
  /// - Parameter field: The path of a stage's date from the request; of the day of leaving for nil.
  func checkPipeline(in snapshot: any StoreSnapshot, field: (DatedStage?) -> String) throws {
    let divisions = try snapshot.ruleDivisions(of: division)
    let table = try snapshot.ruleBook().table
    let rules = { (day: CivilDate) in MemberRules(table, divisions: divisions, on: day) }
    var current: DatedStage?
    do {
      var pipeline: MemberPipeline?
      for dated in DatedStage.all {
        guard let day = dated.date(self)?.civilDate else { continue }
        current = dated
        var walked =
          try pipeline
          ?? MemberPipeline([MemberPipeline.Entry](), rules: rules(day))
        try walked.advance(to: dated.stage, on: day, rules: rules(day))
        pipeline = walked
      }
      current = nil
      if let day = leftDate?.civilDate { try pipeline?.leave(on: day) }
    } catch let refusal as MemberRefusal {
      throw Self.failure(refusal, came: current?.stage, field: field(current))
    }
  }

  /// A refused step, as callers see it.
  static func failure(_ refusal: MemberRefusal, came: MemberStage?, field: String) -> RPCError {
    let text = LocalizedText(refusal)
    let stage = came?.description ?? "LEFT"
    return switch refusal {
    case .tooEarly(let breach): Failure.ruleBreached(breach, field: field)
    case .stage(let expected, let came):
      Failure.field(
        field,
        .stageSkipped,
        text,
        metadata: ["stage": came.description, "expected": expected?.description ?? ""]
      )
    case .beforeLast(_, let last):
      Failure.field(field, .stageSkipped, text, metadata: ["stage": stage, "expected": "not before \(last.day)"])
    case .left:
      Failure.field(field, .stageSkipped, text, metadata: ["stage": stage, "expected": ""])
    }
  }
}
