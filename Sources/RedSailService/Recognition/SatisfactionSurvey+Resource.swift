internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension SatisfactionSurvey: StoredResource {
  static let resourceType = ResourceType.satisfactionSurvey
  static let recordKind = RecordKind(
    "satisfaction_survey",
    columns: IndexColumn.times + [
      .division, IndexColumn("display_name", .text), IndexColumn("subject", .text), IndexColumn("survey_date", .date),
      IndexColumn("respondent_count", .integer), IndexColumn("satisfied_count", .integer),
    ]
  )
  static let resourceFields: [ResourceField<SatisfactionSurvey>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("division", \.division, .required),
    ResourceField("display_name", \.displayName),
    ResourceField("subject", \.subject, .requiredImmutable),
    ResourceField("survey_date", \.surveyDate, .requiredImmutable),
    ResourceField("respondent_count", \.respondentCount, .required),
    ResourceField("satisfied_count", \.satisfiedCount),
    ResourceField("dissatisfied_count", \.dissatisfiedCount),
    ResourceField("method", \.method),
  ]
  static let resourceReferences: [ResourceReference<SatisfactionSurvey>] = [
    ResourceReference("division", column: "division", to: [Division.target()]) { $0.division },
    ResourceReference(
      "subject",
      column: "subject",
      to: [Compound.target(), Project.target(), Firm.target(), Station.target(), ReceptionDay.target()]
    ) { $0.subject },
  ]

  var divisionCode: String { ResourceType.division.parse(division)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "division_name": .text(division),
      "display_name": .optional(displayName), "subject": .optional(subject), "survey_date": .date(surveyDate),
      "respondent_count": .integer(Int64(respondentCount)), "satisfied_count": .integer(Int64(satisfiedCount)),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .satisfactionSurvey(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
}
