internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension SatisfactionSurvey {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.date(surveyDate, "survey_date")
    if respondentCount != 0 { violations.number(Int64(respondentCount), "respondent_count", in: 1...10_000_000) }
    violations.number(Int64(satisfiedCount), "satisfied_count", in: 0...10_000_000)
    violations.number(Int64(dissatisfiedCount), "dissatisfied_count", in: 0...10_000_000)
    violations.text(method, "method", limit: 128)
  }

  static func prepare(
    _ resource: SatisfactionSurvey,
    before: SatisfactionSurvey?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "satisfaction_survey.division"
      )
    }
  }
}
