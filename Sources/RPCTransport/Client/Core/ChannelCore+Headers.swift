internal import HTTP2Session
internal import NIOCore
internal import RPCCore

extension ChannelCore {
  /// The header block of a call, of its present attempt.
  func headers(for call: ClientCall) -> HeaderBlock {
    var block = head(of: call.method)
    if let deadline = call.deadline { block.append("grpc-timeout", GRPCTimeout.format(deadline.remaining)) }
    if call.compression != .identity { block.append("grpc-encoding", call.compression.name) }
    if call.previousAttempts > 0 { block.append("grpc-previous-rpc-attempts", "\(call.previousAttempts)") }
    if !call.metadata.isEmpty {
      var fields: [HeaderField] = []
      call.metadata.append(to: &fields)
      for field in fields { block.append(field.name, field.value) }
    }
    return block
  }

  /// What is the same in all calls of a method.
  private func head(of method: RPCMethod) -> HeaderBlock {
    let key = ObjectIdentifier(method)
    if let (_, head) = heads[key] { return head }
    let fields = RequestFields.head(
      path: method.path,
      scheme: configuration.tls == nil ? "http" : "https",
      authority: authority,
      timeout: nil,
      userAgent: configuration.userAgent,
      metadata: Metadata()
    )
    let head = HeaderBlock(fields)
    // The method is kept too, so that its address is not taken by another one.
    heads[key] = (method, head)
    return head
  }
}
