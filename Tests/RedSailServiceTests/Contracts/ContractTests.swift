internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Property service contracts: filing within the days of the parameter, one with the owners at a time.
@Suite struct ContractTests {
  private static func request(
    signed: String = "2025-09-26",
    _ change: (inout Contract) -> Void = { _ in }
  ) -> CreateContractRequest {
    var contract = Contract.with {
      $0.division = TestCity.community
      $0.project = TestCity.project
      $0.kind = .formal
      $0.feeMode = .lumpSum
      $0.signingDate = CalendarDate(signed)
    }
    change(&contract)
    return .with {
      $0.parent = TestCity.name
      $0.contract = contract
    }
  }

  private static func file(_ contract: Contract, on day: String) -> FileContractRequest {
    .with {
      $0.name = contract.name
      $0.filingDate = CalendarDate(day)
      $0.filingNumber = "济物备2025-1"
    }
  }

  /// Shandong: 10 days (§57). The day of signing is not counted (Civil Code §201), a last day on a holiday moves (§203).
  @Test(arguments: [
    ("2025-06-02", "2025-06-12"),
    // 10-06 lies in the National Day holiday, which ends on 10-08.
    ("2025-09-26", "2025-10-09"),
    // 01-01 to 01-03 are off, and Sunday 01-04 is worked in exchange.
    ("2025-12-22", "2026-01-04"),
  ])
  func theFilingIsDueAfterTenDays(signed: String, due: String) async throws {
    let city = try await TestCity()
    let contract = try await city.works.contracts.createContract(Self.request(signed: signed))
    #expect(contract.filingDeadline?.text == due)
    #expect(contract.filingDate == nil && !contract.filedLate)
  }

  @Test func theDaysAreThoseThatTheDivisionLoads() async throws {
    let city = try await TestCity()
    try await city.load("contract.filing.days", .integer(30), in: TestCity.street, from: "2025-06-01")
    let before = try await city.works.contracts.createContract(
      Self.request(signed: "2025-05-30") { $0.validTo = CalendarDate("2025-06-10") }
    )
    #expect(before.filingDeadline?.text == "2025-06-09")
    let after = try await city.works.contracts.createContract(
      Self.request(signed: "2025-06-02") { $0.validFrom = CalendarDate("2025-06-10") }
    )
    #expect(after.filingDeadline?.text == "2025-07-02")
  }

  @Test(arguments: [("2026-01-04", false), ("2026-01-05", true)])
  func aLateFilingIsFlaggedNotRefused(day: String, isLate: Bool) async throws {
    let city = try await TestCity()
    let contracts = city.works.contracts
    let contract = try await contracts.createContract(Self.request(signed: "2025-12-22"))
    let filed = try await contracts.fileContract(Self.file(contract, on: day))
    #expect(filed.filedLate == isLate)
    #expect(filed.filingDate?.text == day && filed.filingNumber == "济物备2025-1")
    let late = try await contracts.listContracts(
      .with {
        $0.parent = TestCity.name
        $0.filter = "filed_late = true"
      }
    )
    #expect(late.contracts.map(\.name) == (isLate ? [contract.name] : []))
    let again = try await expectRefusal(.failedPrecondition, "ACTION_NOT_ALLOWED") {
      try await contracts.fileContract(Self.file(contract, on: day))
    }
    #expect(again?.metadata["state"] == "FILED")
  }

  @Test func aFilingLiesBetweenTheSigningAndToday() async throws {
    let city = try await TestCity()
    let contracts = city.works.contracts
    let contract = try await contracts.createContract(Self.request())
    let early = try await expectRefusal(.invalidArgument, "PERIOD_REVERSED") {
      try await contracts.fileContract(Self.file(contract, on: "2025-09-25"))
    }
    #expect(early?.fields == ["filing_date": "PERIOD_REVERSED"])
    let ahead = try await expectRefusal(.invalidArgument, "EVENT_TIME_IN_FUTURE") {
      try await contracts.fileContract(Self.file(contract, on: "2026-02-01"))
    }
    #expect(ahead?.fields == ["filing_date": "EVENT_TIME_IN_FUTURE"])
    let signing = try await expectRefusal(.invalidArgument, "EVENT_TIME_IN_FUTURE") {
      try await contracts.createContract(Self.request(signed: "2026-02-01"))
    }
    #expect(signing?.fields == ["contract.signing_date": "EVENT_TIME_IN_FUTURE"])
  }

  @Test func itLiesWithinTheProject() async throws {
    let city = try await TestCity()
    _ = try await city.works.projects.updateProject(
      .with {
        $0.project = .with {
          $0.name = TestCity.project
          $0.validFrom = CalendarDate("2024-01-01")
          $0.validTo = CalendarDate("2027-01-01")
        }
      }
    )
    for (from, to) in [("2023-12-31", "2025-01-01"), ("2024-01-01", "2027-01-02"), ("2024-01-01", nil)] {
      let refused = try await expectRefusal(.failedPrecondition, "PERIOD_OUTSIDE") {
        try await city.works.contracts.createContract(
          Self.request {
            $0.validFrom = CalendarDate(from)
            $0.validTo = to.map { CalendarDate($0) }
          }
        )
      }
      #expect(refused?.metadata == ["name": TestCity.project])
    }
    let fits = try await city.works.contracts.createContract(
      Self.request {
        $0.validFrom = CalendarDate("2024-01-01")
        $0.validTo = CalendarDate("2027-01-01")
      }
    )
    let longer = try await expectRefusal(.failedPrecondition, "PERIOD_OUTSIDE") {
      try await city.works.contracts.updateContract(
        .with {
          $0.contract = .with {
            $0.name = fits.name
            $0.validTo = CalendarDate("2027-01-02")
          }
        }
      )
    }
    #expect(longer?.metadata == ["name": TestCity.project])
    let elsewhere = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await city.works.contracts.createContract(Self.request { $0.division = TestCity.otherCommunity })
    }
    #expect(elsewhere?.fields == ["contract.division": "INVALID_FIELD"])
  }

  @Test func theOwnersHaveOneContractAtATime() async throws {
    let city = try await TestCity()
    let contracts = city.works.contracts
    let first = try await contracts.createContract(
      Self.request {
        $0.validFrom = CalendarDate("2024-01-01")
        $0.validTo = CalendarDate("2026-01-01")
      }
    )
    let overlap = try await expectRefusal(.failedPrecondition, "PERIOD_OVERLAP") {
      try await contracts.createContract(Self.request { $0.validFrom = CalendarDate("2025-12-31") })
    }
    #expect(overlap?.metadata == ["name": first.name])
    // One with the developer may overlap, and so may one of another project.
    _ = try await contracts.createContract(
      Self.request {
        $0.kind = .preliminary
        $0.validFrom = CalendarDate("2023-01-01")
      }
    )
    _ = try await contracts.createContract(
      Self.request {
        $0.project = TestCity.otherProject
        $0.division = TestCity.otherCommunity
      }
    )
    let next = try await contracts.createContract(Self.request { $0.validFrom = CalendarDate("2026-01-01") })
    let back = try await expectRefusal(.failedPrecondition, "PERIOD_OVERLAP") {
      try await contracts.updateContract(
        .with {
          $0.contract = .with {
            $0.name = next.name
            $0.validFrom = CalendarDate("2025-12-31")
          }
        }
      )
    }
    #expect(back?.metadata == ["name": first.name])
    _ = try await contracts.deleteContract(.with { $0.name = first.name })
    _ = try await contracts.updateContract(
      .with {
        $0.contract = .with {
          $0.name = next.name
          $0.validFrom = CalendarDate("2025-12-31")
        }
      }
    )
    let restored = try await expectRefusal(.failedPrecondition, "PERIOD_OVERLAP") {
      try await contracts.undeleteContract(.with { $0.name = first.name })
    }
    #expect(restored?.metadata == ["name": next.name])
  }
}
