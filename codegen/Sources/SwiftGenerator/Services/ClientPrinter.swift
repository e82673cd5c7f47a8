internal import SwiftProtobufPluginLibrary

/// Writes the client: one function for each method, and one more for the items of each List method.
struct ClientPrinter {
  let access: String

  func write(_ service: ServiceModel, to writer: inout SourceWriter) {
    writer.lines(DocComment.lines(for: service.descriptor))
    if service.descriptor.options.deprecated { writer.line(Deprecation.attribute) }
    writer.block("\(access)struct \(service.clientName): Sendable {") { writer in
      writer.line("/// Where the calls go.")
      writer.line("\(access)let channel: any RPCChannel")
      writer.line()
      writer.line("/// Makes a client of the server behind a channel.")
      writer.block("\(access)init(_ channel: any RPCChannel) {") { writer in
        writer.line("self.channel = channel")
      }
      for method in service.methods {
        writer.line()
        write(method, of: service, to: &writer)
        guard let paging = method.paging else { continue }
        writer.line()
        write(paging, method, to: &writer)
      }
    }
  }

  private func write(_ method: ServiceModel.Method, of service: ServiceModel, to writer: inout SourceWriter) {
    writer.lines(DocComment.lines(for: method.descriptor))
    if method.isDeprecated { writer.line(Deprecation.attribute) }
    let descriptor = "\(service.methodsName).\(method.name)"
    let head = "\(access)func \(ReservedNames.escaped(method.name))("
    let options = "options: CallOptions = CallOptions()"
    let types = "<\(method.request), \(method.response)>"
    switch method.kind {
    case .unary:
      writer.line("\(head)")
      writer.line("  _ request: \(method.request), \(options)")
      writer.block(") async throws(RPCError) -> \(method.response) {") { writer in
        if let requestID = method.requestID {
          writer.line("var request = request")
          writer.line("if request.\(requestID).isEmpty { request.\(requestID) = RequestID.random() }")
          writer.line("return try await channel.unary(\(descriptor), request, options: options)")
        } else {
          writer.line("try await channel.unary(\(descriptor), request, options: options)")
        }
      }
    case .clientStreaming:
      writer.block("\(head)\(options)) -> ClientStreamingCall\(types) {") { writer in
        writer.line("channel.clientStreaming(\(descriptor), options: options)")
      }
    case .serverStreaming:
      writer.line("\(head)")
      writer.line("  _ request: \(method.request), \(options)")
      writer.block(") -> ResponseStream<\(method.response)> {") { writer in
        writer.line("channel.serverStreaming(\(descriptor), request, options: options)")
      }
    case .bidirectionalStreaming:
      writer.block("\(head)\(options)) -> BidirectionalCall\(types) {") { writer in
        writer.line("channel.bidirectionalStreaming(\(descriptor), options: options)")
      }
    }
  }

  private func write(_ paging: Paging, _ method: ServiceModel.Method, to writer: inout SourceWriter) {
    writer.line(
      "/// All items that `\(method.name)` lists, page after page, each fetched when the one before is used up."
    )
    if method.isDeprecated { writer.line(Deprecation.attribute) }
    writer.line("\(access)func \(ReservedNames.escaped(paging.name))(")
    writer.line("  _ request: \(method.request), options: CallOptions = CallOptions()")
    writer.block(") -> PagingSequence<\(method.request), \(method.response), \(paging.item)> {") { writer in
      writer.block(
        "PagingSequence(request, pageToken: \\.\(paging.pageToken), items: \\.\(paging.items), "
          + "nextPageToken: \\.\(paging.nextPageToken)) { (request) throws(RPCError) in"
      ) { writer in
        writer.line("try await \(ReservedNames.escaped(method.name))(request, options: options)")
      }
    }
  }
}
