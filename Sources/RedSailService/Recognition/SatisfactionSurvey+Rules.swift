internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension SatisfactionSurvey {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.date(surveyDate, "survey_date")
    if respondentCount != 0 { violations.number(Int64(respondentCount), "respondent_count", in: 1...10_000_000) }
    violations.number(Int64(satisfiedCount), "satisfied_count", in: 0...10_000_000)
    violations.number(Int64(dissatisfiedCount), "dissatisfied_count", in: 0...10_000_000)
    violations.text(method, "method", limit: 128)
    let counted = Int64(satisfiedCount) + Int64(dissatisfiedCount)
    guard satisfiedCount >= 0, dissatisfiedCount >= 0, counted > Int64(respondentCount) else { return }
    violations.add(
      "satisfied_count",
      .invalidField,
      LocalizedText(
        "satisfied and dissatisfied together are \(counted), more than the \(respondentCount) who answered",
        "满意与不满意人数合计 \(counted)，超过参评人数 \(respondentCount)"
      )
    )
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
      try transaction.checkPlace(
        of: resource.subject,
        within: resource.division,
        field: "satisfaction_survey.subject"
      )
    }
    try transaction.checkPast(["satisfaction_survey.survey_date": resource.surveyDate])
  }
}
