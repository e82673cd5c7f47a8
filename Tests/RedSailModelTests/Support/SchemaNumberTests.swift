internal import RedSailModel
internal import Testing

/// The numbers and names that the schema's enums have; the service maps by them.
@Suite("Numbers of the schema")
struct SchemaNumberTests {
  @Test func `states and stages`() {
    #expect(HazardState.allCases.map(\.description) == ["FOUND", "ORDERED", "REMEDIED", "VERIFIED"])
    #expect(HazardState.allCases.map(\.rawValue) == [1, 2, 3, 4])
    #expect(SubsidyState.allCases.map(\.description) == ["APPLIED", "APPROVED", "REFUSED", "PAID"])
    #expect(SubsidyState.allCases.map(\.rawValue) == [1, 2, 3, 4])
    #expect(
      RenovationState.allCases.map(\.description)
        == ["PLANNED", "MODE_DECIDED", "APPROVED", "UNDERWAY", "COMPLETED", "CANCELLED"]
    )
    #expect(RenovationState.allCases.map(\.rawValue) == [1, 2, 3, 4, 5, 6])
    #expect(
      MemberStage.allCases.map(\.description) == ["APPLICANT", "ACTIVIST", "TARGET", "PROBATIONARY", "FULL"]
    )
    #expect(MemberStage.allCases.map(\.rawValue) == [1, 2, 3, 4, 5])
  }

  @Test func `choices and kinds`() {
    #expect([VoteChoice.inFavour, .against, .abstain].map(\.rawValue) == [1, 2, 3])
    #expect(
      [GoverningBodyKind.ownersCommittee, .managementCommittee, .environmentCommittee].map(\.rawValue) == [1, 2, 3]
    )
    #expect([OrganisationForm.committee, .generalBranch, .branch, .jointBranch].map(\.rawValue) == [1, 2, 3, 4])
    #expect(
      [PropertyManagementMode.professional, .community, .selfManaged, .stateFirm].map(\.rawValue) == [1, 2, 3, 4]
    )
    #expect([ReportPeriodKind.month, .quarter, .year].map(\.rawValue) == [1, 2, 3])
  }
}
