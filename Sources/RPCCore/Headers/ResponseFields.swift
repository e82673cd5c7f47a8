/// The header fields of a response (grpc/doc/PROTOCOL-HTTP2.md, Responses).
public enum ResponseFields {
  /// Response-Headers without metadata, the usual case.
  public static let plainHead = [
    HeaderField(name: ":status", value: "200"), HeaderField(name: "content-type", value: ContentType.grpc),
  ]

  /// Trailers for OK without metadata, the usual case.
  public static let plainTrailers = [HeaderField(name: "grpc-status", value: "0")]

  /// Response-Headers.
  public static func head(_ metadata: Metadata) -> [HeaderField] {
    var fields = plainHead
    metadata.append(to: &fields)
    return fields
  }

  /// Trailers.
  public static func trailers(_ status: Status, _ metadata: Metadata) -> [HeaderField] {
    if status.code == .ok, status.message.isEmpty, metadata.isEmpty { return plainTrailers }
    var fields: [HeaderField] = []
    append(status, metadata, to: &fields)
    return fields
  }

  /// Trailers-Only: the status of a call that ends without initial metadata and messages.
  public static func trailersOnly(_ status: Status, _ metadata: Metadata) -> [HeaderField] {
    var fields = plainHead
    append(status, metadata, to: &fields)
    return fields
  }

  /// The only header block of a response to a request that is refused.
  public static func refusal(_ refusal: RefusedRequest) -> [HeaderField] {
    switch refusal {
    case .http(let status): [HeaderField(name: ":status", value: String(status))]
    case .status(let error): trailersOnly(error.status, error.metadata)
    }
  }

  private static func append(_ status: Status, _ metadata: Metadata, to fields: inout [HeaderField]) {
    fields.append(HeaderField(name: "grpc-status", value: String(status.code.rawValue)))
    if !status.message.isEmpty {
      fields.append(HeaderField(name: "grpc-message", value: StatusMessageCoding.encode(status.message)))
    }
    if !status.details.isEmpty {
      fields.append(HeaderField(name: "grpc-status-details-bin", value: Base64.encode(status.details)))
    }
    metadata.append(to: &fields)
  }
}
