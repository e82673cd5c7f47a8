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
    let single = "_ request: \(method.request), options: CallOptions = CallOptions()"
    let streamed = "options: CallOptions = CallOptions()"
    let types = "<\(method.request), \(method.response)>"
    let head = "\(access)func \(ReservedNames.escaped(method.name))"
    switch method.kind {
    case .unary: writer.function(head, single, " async throws(RPCError) -> \(method.response) {")
    case .clientStreaming: writer.function(head, streamed, " -> ClientStreamingCall\(types) {")
    case .serverStreaming: writer.function(head, single, " -> ResponseStream<\(method.response)> {")
    case .bidirectionalStreaming: writer.function(head, streamed, " -> BidirectionalCall\(types) {")
    }
    writer.indented { writer in
      let request = method.descriptor.clientStreaming ? "" : "request, "
      let call = "channel.\(method.kind.rawValue)(\(descriptor), \(request)options: options)"
      if let requestID = method.requestID {
        writer.line("var request = request")
        writer.line("if request.\(requestID).isEmpty { request.\(requestID) = RequestID.random() }")
        writer.line("return try await " + call)
      } else {
        writer.line(method.kind == .unary ? "try await " + call : call)
      }
    }
    writer.line("}")
  }

  private func write(_ paging: Paging, _ method: ServiceModel.Method, to writer: inout SourceWriter) {
    writer.line(
      "/// All items that `\(method.name)` lists, page after page, each fetched when the one before is used up."
    )
    if method.isDeprecated { writer.line(Deprecation.attribute) }
    writer.function(
      "\(access)func \(ReservedNames.escaped(paging.name))",
      "_ request: \(method.request), options: CallOptions = CallOptions()",
      " -> PagingSequence<\(method.request), \(method.response), \(paging.item)> {"
    )
    writer.indented { writer in
      writer.line("PagingSequence(")
      writer.line(
        "  request, pageToken: \\.\(paging.pageToken), items: \\.\(paging.items), "
          + "nextPageToken: \\.\(paging.nextPageToken)"
      )
      writer.block(") { request throws(RPCError) in") { writer in
        writer.line("try await \(ReservedNames.escaped(method.name))(request, options: options)")
      }
    }
    writer.line("}")
  }
}
