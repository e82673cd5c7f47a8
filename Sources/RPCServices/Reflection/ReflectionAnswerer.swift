internal import ProtobufRuntime
internal import RPCCore

/// Answers reflection requests from a pool of schema files.
struct ReflectionAnswerer: Sendable {
  let pool: DescriptorPool
  /// The names of the services that the server offers.
  let services: [String]

  /// Answers a stream of requests. Files that went over the stream as imports of others are not repeated.
  func answer(
    _ requests: RequestStream<ServerReflectionRequest>,
    _ responses: ResponseWriter<ServerReflectionResponse>
  ) async throws {
    var sent: Set<String> = []
    for try await request in requests {
      let answer = answer(request.messageRequest, sent: &sent)
      try await responses.write(
        .with {
          $0.validHost = request.host
          $0.originalRequest = request
          $0.messageResponse = answer
        }
      )
    }
  }

  private func answer(
    _ request: ServerReflectionRequest.MessageRequest?,
    sent: inout Set<String>
  ) -> ServerReflectionResponse.MessageResponse {
    switch request {
    case .fileByFilename(let name):
      return files(from: pool.file(named: name), orNotFound: "file '\(name)'", sent: &sent)
    case .fileContainingSymbol(let symbol):
      return files(from: pool.file(containing: symbol), orNotFound: "symbol '\(symbol)'", sent: &sent)
    case .fileContainingExtension(let wanted):
      let file = pool.file(extending: wanted.containingType, number: wanted.extensionNumber)
      let what = "extension \(wanted.extensionNumber) of '\(wanted.containingType)'"
      return files(from: file, orNotFound: what, sent: &sent)
    case .allExtensionNumbersOfType(let type):
      guard let numbers = pool.extensionNumbers(of: type) else { return Self.error(.notFound, "type '\(type)'") }
      return .allExtensionNumbersResponse(
        .with {
          $0.baseTypeName = type
          $0.extensionNumber = numbers
        }
      )
    case .listServices:
      return .listServicesResponse(.with { $0.service = services.map { name in .with { $0.name = name } } })
    case nil:
      return Self.error(.invalidArgument, "the request has no message_request that this server knows")
    }
  }

  private func files(
    from file: DescriptorPool.File?,
    orNotFound what: String,
    sent: inout Set<String>
  ) -> ServerReflectionResponse.MessageResponse {
    guard let file else { return Self.error(.notFound, what) }
    // The file asked for always goes, and first, as in other implementations.
    sent.insert(file.name)
    let imports = pool.transitiveFiles(of: file).filter { sent.insert($0.name).inserted }
    return .fileDescriptorResponse(.with { $0.fileDescriptorProto = ([file] + imports).map(\.serialized) })
  }

  private static func error(_ code: StatusCode, _ what: String) -> ServerReflectionResponse.MessageResponse {
    .errorResponse(
      .with {
        $0.errorCode = Int32(code.rawValue)
        $0.errorMessage = code == .notFound ? "\(what) is not known" : what
      }
    )
  }
}
