internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Attachment {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 255)
    violations.text(mediaType, "media_type", limit: 127)
    if !mediaType.isEmpty, mediaType.wholeMatch(of: Self.mediaTypePattern) == nil {
      violations.add(
        "media_type",
        .invalidField,
        LocalizedText("expected a type such as application/pdf, came '\(mediaType)'", "媒体类型应形如 application/pdf")
      )
    }
    if sizeBytes != 0 { violations.number(Int64(sizeBytes), "size_bytes", in: 1...1_099_511_627_776) }
    violations.sha256(contentSha256, "content_sha256")
    violations.text(location, "location", limit: 1000)
    if !location.isEmpty, location.wholeMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:\S+/) == nil {
      violations.add(
        "location",
        .invalidField,
        LocalizedText("expected a URI with its scheme, came '\(location)'", "存放位置应为含协议的 URI")
      )
    }
  }

  /// A type and a subtype (RFC 6838 §4.2), perhaps with parameters.
  private static var mediaTypePattern: Regex<Substring> {
    /[A-Za-z0-9][A-Za-z0-9!#$&\-^_.+]{0,126}\/[A-Za-z0-9][A-Za-z0-9!#$&\-^_.+]{0,126}(?:\s*;[^\n]*)?/
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
      try checkSubject(of: resource, in: transaction)
    }
  }

  /// A file is seen by those who see the record that it belongs to.
  private static func checkSubject(of resource: Attachment, in transaction: any StoreTransaction) throws {
    let target = ResourceReference<Attachment>.everyKind.first { $0.type.matches(resource.subject) }
    guard let target, let subject = try transaction.record(target.kind, named: resource.subject),
      !subject.division.isEmpty, subject.division != resource.divisionCode
    else { return }
    throw Failure.field(
      "attachment.division",
      .invalidField,
      LocalizedText(
        "expected that of '\(resource.subject)', \(subject.division), came '\(resource.division)'",
        "附件的区划应与所属记录一致（\(subject.division)）"
      )
    )
  }
}
