/// The header fields of a request (grpc/doc/PROTOCOL-HTTP2.md, Requests).
public enum RequestFields {
  /// Call-Definition and metadata. `timeout` is the time left until the deadline; nil sets no limit.
  /// `encoding` is that of compressed requests.
  public static func head(
    path: String,
    scheme: String,
    authority: String,
    timeout: Duration?,
    userAgent: String,
    encoding: MessageEncoding = .identity,
    metadata: Metadata
  ) -> [HeaderField] {
    var fields: [HeaderField] = []
    fields.reserveCapacity(10 + metadata.count)
    fields.append(HeaderField(name: ":method", value: "POST"))
    fields.append(HeaderField(name: ":scheme", value: scheme))
    fields.append(HeaderField(name: ":path", value: path))
    fields.append(HeaderField(name: ":authority", value: authority))
    if let timeout { fields.append(HeaderField(name: "grpc-timeout", value: GRPCTimeout.format(timeout))) }
    fields.append(HeaderField(name: "te", value: "trailers"))
    fields.append(HeaderField(name: "content-type", value: ContentType.grpc))
    if encoding != .identity { fields.append(HeaderField(name: "grpc-encoding", value: encoding.name)) }
    fields.append(HeaderField(name: "grpc-accept-encoding", value: AcceptedEncodings.own))
    fields.append(HeaderField(name: "user-agent", value: userAgent))
    metadata.append(to: &fields)
    return fields
  }
}
