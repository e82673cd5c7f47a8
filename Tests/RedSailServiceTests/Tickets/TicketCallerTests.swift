internal import Foundation
internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Who made a demand stands in a row of its own and nowhere else (PIPL).
@Suite struct TicketCallerTests {
  private static let personal = ["张三丰", "13812341234", "370811199001011234", "金宇花园3号楼2单元501", "owner-8c1f"]

  private static let caller = TicketCaller.with {
    $0.personalName = personal[0]
    $0.phone = personal[1]
    $0.idNumber = personal[2]
    $0.address = personal[3]
    $0.ownerReference = personal[4]
    $0.contactConsent = true
  }

  /// What none of these bytes may hold.
  private func expectNothingPersonal(in bytes: [UInt8], _ place: String) {
    let data = Data(bytes)
    for text in Self.personal {
      #expect(data.range(of: Data(text.utf8)) == nil, "\(place) holds \(text)")
    }
  }

  @Test func callersAreReadMasked() async throws {
    let city = try await TestCity()
    let ticket = try await city.create { $0.caller = Self.caller }
    #expect(ticket.hasCaller)
    let read = try await city.tickets.getTicketCaller(.with { $0.name = "\(ticket.name)/caller" })
    #expect(read.masked)
    #expect(read.personalName == "张*")
    #expect(read.phone == "138****1234")
    #expect(read.idNumber == "370811********1234")
    #expect(read.address == "金宇花园****")
    #expect(read.ownerReference.isEmpty)
    #expect(read.contactConsent)
    expectNothingPersonal(in: try read.serialized(), "the masked reply")
  }

  @Test func clearValuesNeedAPurposeAndAGrant() async throws {
    let city = try await TestCity()
    let name = try await city.create { $0.caller = Self.caller }.name
    try await expectRefusal(.permissionDenied, "PURPOSE_REQUIRED") {
      try await city.tickets.getTicketCaller(
        .with {
          $0.name = "\(name)/caller"
          $0.unmasked = true
        }
      )
    }
    let denied = try await expectRefusal(.permissionDenied, "PERMISSION_DENIED") {
      try await city.tickets.getTicketCaller(
        .with {
          $0.name = "\(name)/caller"
          $0.unmasked = true
          $0.purpose = .handling
        }
      )
    }
    #expect(denied?.metadata == ["permission": "GRANT_UNMASKED_READ"])
  }

  @Test func noPersonalDataLeaveTheirRow() async throws {
    let city = try await TestCity()
    let ticket = try await city.create { request in
      request.caller = Self.caller
      request.history = [try TestCity.entry(.accept, at: "2025-09-22T11:00:00")]
    }
    expectNothingPersonal(in: try ticket.serialized(), "the ticket")
    let corrected = try await city.tickets.updateTicketCaller(
      .with {
        $0.ticketCaller = Self.caller
        $0.ticketCaller?.name = "\(ticket.name)/caller"
        $0.ticketCaller?.address = "\(Self.personal[3])室"
      }
    )
    expectNothingPersonal(in: try corrected.serialized(), "the corrected caller")
    let feed = try await city.changes.listChanges(
      .with {
        $0.parent = TestCity.name
        $0.maxChanges = 1_000
      }
    )
    let versions = feed.changes.filter { $0.name == ticket.name }
    // Created, accepted, and one version that tells of the correction without saying what it is.
    #expect(versions.count == 3)
    expectNothingPersonal(in: try feed.serialized(), "the change feed")
    let history = try await city.tickets.listTicketEvents(.with { $0.parent = ticket.name })
    expectNothingPersonal(in: try history.serialized(), "the history")
  }

  @Test func errorsDoNotRepeatPersonalData() async throws {
    let city = try await TestCity()
    let refused = try await expectRefusal(.invalidArgument, "PERSONAL_DATA_MISPLACED") {
      try await city.create {
        $0.caller = Self.caller
        $0.ticket?.title = "联系\(Self.personal[1])"
        $0.ticket?.content = "证件\(Self.personal[2])"
      }
    }
    expectNothingPersonal(in: refused?.bytes ?? [], "the error")
    let long = try await expectRefusal(.invalidArgument, "INVALID_FIELD") {
      try await city.create { $0.caller = .with { $0.phone = String(repeating: Self.personal[1], count: 9) } }
    }
    expectNothingPersonal(in: long?.bytes ?? [], "the error about a long value")
    let clash = try await city.create {
      $0.ticketID = "taken"
      $0.caller = Self.caller
    }
    let taken = try await expectRefusal(.alreadyExists, "NAME_TAKEN") {
      try await city.create {
        $0.ticketID = "taken"
        $0.caller = Self.caller
      }
    }
    #expect(clash.hasCaller)
    expectNothingPersonal(in: taken?.bytes ?? [], "the error about a name")
  }

  @Test func callersAreCorrectedUnderTheirEtag() async throws {
    let city = try await TestCity()
    let ticket = try await city.create().name
    try await expectRefusal(.notFound, "NOT_FOUND") {
      try await city.tickets.getTicketCaller(.with { $0.name = "\(ticket)/caller" })
    }
    // Recorded where nothing is kept.
    let request = UpdateTicketCallerRequest.with {
      $0.requestID = UUID().uuidString
      $0.ticketCaller = .with {
        $0.name = "\(ticket)/caller"
        $0.personalName = "李四"
        $0.phone = "13912345678"
      }
    }
    let first = try await city.tickets.updateTicketCaller(request)
    #expect(first.personalName == "李*")
    #expect(try await city.tickets.getTicket(.with { $0.name = ticket }).hasCaller)
    #expect(try await city.tickets.updateTicketCaller(request) == first)

    let second = try await city.tickets.updateTicketCaller(
      .with {
        $0.ticketCaller = .with {
          $0.name = "\(ticket)/caller"
          $0.etag = first.etag
        }
        $0.updateMask = .with { $0.paths = ["phone"] }
      }
    )
    #expect(second.phone.isEmpty)
    #expect(second.personalName == "李*")
    #expect(second.createTime == first.createTime)
    let stale = try await expectRefusal(.aborted, "ETAG_MISMATCH") {
      try await city.tickets.updateTicketCaller(
        .with {
          $0.ticketCaller = .with {
            $0.name = "\(ticket)/caller"
            $0.etag = first.etag
            $0.personalName = "王五"
          }
        }
      )
    }
    #expect(stale?.metadata == ["etag": second.etag])
    let wrong = try await expectRefusal(.invalidArgument, "INVALID_UPDATE_MASK") {
      try await city.tickets.updateTicketCaller(
        .with {
          $0.ticketCaller = .with { $0.name = "\(ticket)/caller" }
          $0.updateMask = .with { $0.paths = ["masked"] }
        }
      )
    }
    #expect(wrong?.fields == ["update_mask.paths[0]": "INVALID_UPDATE_MASK"])
  }

  @Test func callersMoveWithTheirTicket() async throws {
    let city = try await TestCity()
    let ticket = try await city.create {
      $0.caller = Self.caller
      $0.history = [try TestCity.entry(.accept, at: "2025-09-22T11:00:00")]
    }.name
    _ = try await city.tickets.updateTicket(
      .with {
        $0.ticket = .with {
          $0.name = ticket
          $0.division = TestCity.otherCommunity
        }
      }
    )
    #expect(try await city.tickets.getTicketCaller(.with { $0.name = "\(ticket)/caller" }).personalName == "张*")
    #expect(try await city.tickets.listTicketEvents(.with { $0.parent = ticket }).ticketEvents.count == 1)
  }
}
