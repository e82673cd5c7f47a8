internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// What is known of files: whose they are, and what they must hash to.
@Suite struct AttachmentTests {
  private static func make(in city: TestCity, _ change: (inout RedSailAPI.Attachment) -> Void = { _ in }) async throws
    -> RedSailAPI.Attachment
  {
    var attachment = RedSailAPI.Attachment.with {
      $0.division = TestCity.community
      $0.displayName = "合同.pdf"
      $0.subject = TestCity.project
      $0.mediaType = "application/pdf"
      $0.sizeBytes = 1
      $0.contentSha256 = String(repeating: "0f", count: 32)
      $0.location = "https://files.example/1"
    }
    change(&attachment)
    return try await city.works.attachments.createAttachment(
      .with {
        $0.parent = TestCity.name
        $0.attachment = attachment
      }
    )
  }

  @Test func whatCannotBeIsRefused() async throws {
    let city = try await TestCity()
    let cases: [(String, (inout RedSailAPI.Attachment) -> Void)] = [
      ("content_sha256", { $0.contentSha256 = String(repeating: "0F", count: 32) }),
      ("content_sha256", { $0.contentSha256 = String(repeating: "0f", count: 31) }),
      ("size_bytes", { $0.sizeBytes = -1 }),
      ("size_bytes", { $0.sizeBytes = (1 << 40) + 1 }),
      ("media_type", { $0.mediaType = "pdf" }),
      ("media_type", { $0.mediaType = "application/" }),
      ("location", { $0.location = "C.pdf" }),
      ("division", { $0.division = TestCity.otherCommunity }),
    ]
    for (field, change) in cases {
      let refused = try await expectRefusal(.invalidArgument, "INVALID_FIELD") { try await Self.make(in: city, change) }
      #expect(refused?.fields == ["attachment.\(field)": "INVALID_FIELD"])
    }
    let empty = try await expectRefusal(.invalidArgument, "REQUIRED_FIELD") {
      try await Self.make(in: city) {
        $0.sizeBytes = 0
        $0.contentSha256 = ""
      }
    }
    #expect(empty?.fields.keys.sorted() == ["attachment.content_sha256", "attachment.size_bytes"])
    _ = try await Self.make(in: city) {
      $0.mediaType = "text/csv; charset=utf-8"
      $0.sizeBytes = 1 << 40
    }
  }

  @Test func theRecordExistsWhateverItsKind() async throws {
    let city = try await TestCity()
    let ticket = try await city.create()
    for subject in [ticket.name, TestCity.event, TestCity.compound, TestCity.grid] {
      let attachment = try await Self.make(in: city) { $0.subject = subject }
      let found = try await city.works.attachments.listAttachments(
        .with {
          $0.parent = TestCity.name
          $0.filter = "subject = \"\(subject)\""
        }
      )
      #expect(found.attachments == [attachment])
    }
    let unknown = try await expectRefusal(.failedPrecondition, "REFERENCE_NOT_FOUND") {
      try await Self.make(in: city) { $0.subject = "\(TestCity.name)/takeovers/none" }
    }
    #expect(unknown?.metadata["field"] == "attachment.subject")
  }
}
