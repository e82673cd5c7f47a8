internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailStore
internal import Testing

/// Who vets a candidate, when, and that nothing of it leaves the record.
@Suite struct CandidateVettingTests {
  private static let place = Place.jining

  @Test func theProposerNeverVets() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      try await service.makeElection(place)
      let proposed = try await service.propose(place, 1)
      #expect(proposed.vetting == .pending)
      let same = try await failure { try await service.vet(place, 1, by: "office-1") }
      #expect(same.code == .failedPrecondition && same.reason == "SAME_PERSON" && same.metadata == ["field": "actor"])
      let candidate = try await failure { try await service.vet(place, 1, by: "p-1") }
      #expect(candidate.reason == "SAME_PERSON")
      let nobody = try await failure { try await service.vet(place, 1) { $0.actor = nil } }
      #expect(nobody.code == .invalidArgument && nobody.fields == ["actor: REQUIRED_FIELD"])
      let wordless = try await failure { try await service.vet(place, 1) { $0.reason = "" } }
      #expect(wordless.fields == ["reason: REQUIRED_FIELD"])
      let undecided = try await failure { try await service.vet(place, 1, .withdrawn) }
      #expect(undecided.fields == ["decision: INVALID_FIELD"])
      let vetted = try await service.vet(place, 1, .rejected)
      #expect(vetted.vetting == .rejected && vetted.vetter?.reference == "vetter-1" && vetted.vettingTime != nil)
      let again = try await failure { try await service.vet(place, 1) }
      #expect(again.reason == "ACTION_NOT_ALLOWED")
      #expect(again.metadata["state"] == "REJECTED" && again.metadata["allowed_states"] == "PENDING")
    }
  }

  @Test func anotherPersonReviews() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      try await service.makeElection(place)
      try await service.propose(place, 1)
      let review = { (reviewer: String) in
        try await service.committees.reviewCandidateVetting(
          .with {
            $0.name = place.candidate(1)
            $0.decision = .approved
            $0.reason = "复核通过"
            $0.actor = .person(reviewer)
          }
        )
      }
      let early = try await failure { try await review("vetter-2") }
      #expect(early.reason == "ACTION_NOT_ALLOWED" && early.metadata["allowed_states"] == "APPROVED, REJECTED")
      try await service.vet(place, 1, .rejected)
      for person in ["vetter-1", "office-1", "p-1"] {
        let refused = try await failure { try await review(person) }
        #expect(refused.reason == "SAME_PERSON", "\(person)")
      }
      let reviewed = try await review("vetter-2")
      #expect(reviewed.vetting == .approved && reviewed.reviewed && reviewed.reviewer?.reference == "vetter-2")
      #expect(reviewed.vetter?.reference == "vetter-1")
    }
  }

  @Test func theOrganisationIsTheStreetsOrCommunitys() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      try await service.makeElection(place)
      try await service.propose(place, 1)
      for (id, division, sphere) in [
        ("other", place.street + "002", PartyOrganisation.Sphere.community), ("firm", place.community, .firm),
      ] {
        _ = try await service.party.createPartyOrganisation(
          .with {
            $0.parent = place.city
            $0.partyOrganisationID = id
            $0.partyOrganisation = .with {
              $0.division = division
              $0.displayName = id
              $0.kind = .branch
              $0.sphere = sphere
            }
          }
        )
        let refused = try await failure {
          try await service.vet(place, 1) { $0.organisation = "\(place.city)/partyOrganisations/\(id)" }
        }
        #expect(refused.fields == ["organisation: INVALID_FIELD"], "\(id)")
      }
      let missing = try await failure {
        try await service.vet(place, 1) { $0.organisation = "\(place.city)/partyOrganisations/none" }
      }
      #expect(missing.reason == "REFERENCE_NOT_FOUND")
    }
  }

  @Test func candidatesStandBeforeTheBallotOnly() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      try await service.makeElection(place)
      for number in 1...6 { try await service.propose(place, number) }
      let twice = try await failure {
        try await service.propose(place, 7) { $0.person = .person("p-3") }
      }
      #expect(twice.reason == "DUPLICATE_RECORD" && twice.metadata == ["name": place.candidate(3)])
      #expect(!twice.message.contains("p-3"))
      for number in 1...5 { try await service.vet(place, number) }
      let unvetted = try await failure { try await service.open(place) }
      #expect(unvetted.code == .failedPrecondition && unvetted.reason == "NOT_VETTED")
      #expect(unvetted.metadata == ["name": place.candidate(6)])
      let withdrawn = try await service.committees.withdrawCandidate(
        .with {
          $0.name = place.candidate(6)
          $0.reason = "本人退出"
        }
      )
      #expect(withdrawn.vetting == .withdrawn)
      #expect(try await service.open(place).state == .ballotOpen)

      let late = try await failure { try await service.propose(place, 8) }
      #expect(late.reason == "ACTION_NOT_ALLOWED" && late.metadata["state"] == "BALLOT_OPEN")
      let leaves = try await failure {
        try await service.committees.withdrawCandidate(.with { $0.name = place.candidate(1) })
      }
      #expect(leaves.reason == "ACTION_NOT_ALLOWED")
      let deleted = try await failure {
        try await service.committees.deleteCandidate(.with { $0.name = place.candidate(1) })
      }
      #expect(deleted.reason == "ACTION_NOT_ALLOWED" && deleted.metadata["action"] == "delete_candidate")
      #expect(try await service.committees.getCandidate(.with { $0.name = place.candidate(1) }).deleteTime == nil)
      let changed = try await failure {
        try await service.committees.updateCandidate(
          .with {
            $0.candidate = .with {
              $0.name = place.candidate(1)
              $0.category = .owner
            }
          }
        )
      }
      #expect(changed.reason == "ACTION_NOT_ALLOWED")
    }
  }

  @Test func theFeedTellsOnlyThatACandidateChanged() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      try await service.makeElection(place)
      try await service.propose(place, 1)
      try await service.vet(place, 1)
      let answer = try await service.feed.listChanges(
        .with {
          $0.parent = place.city
          $0.maxChanges = 1_000
        }
      )
      let changes = answer.changes.filter { $0.name == place.candidate(1) }
      #expect(changes.count == 2)
      for change in changes { #expect(change.resource == nil) }
      let wire = try answer.serialized()
      for secret in ["p-1", "vetter-1", "office-1", "符合条件"] {
        #expect(!String(decoding: wire, as: UTF8.self).contains(secret), "\(secret)")
      }
    }
  }
}
