internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Attachment {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 255)
    violations.text(mediaType, "media_type", limit: 127)
    if sizeBytes != 0 { violations.number(Int64(sizeBytes), "size_bytes", in: 1...1_099_511_627_776) }
    violations.sha256(contentSha256, "content_sha256")
    violations.text(location, "location", limit: 1000)
  }

  static func prepare(
    _ resource: Attachment,
    before: Attachment?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "attachment.division"
      )
    }
  }
}
