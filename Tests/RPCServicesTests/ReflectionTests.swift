internal import ProtobufRuntime
internal import RPCCore
internal import RPCServices
internal import RPCTransport
internal import Testing

@Suite(.timeLimit(.minutes(1))) struct ReflectionTests {
  /// Asks one question over a stream of its own.
  static func ask(
    _ question: ServerReflectionRequest.MessageRequest?,
    service: String = "grpc.reflection.v1.ServerReflection"
  ) async throws -> ServerReflectionResponse {
    try await ask([question], service: service)[0]
  }

  static func ask(
    _ questions: [ServerReflectionRequest.MessageRequest?],
    service: String = "grpc.reflection.v1.ServerReflection"
  ) async throws -> [ServerReflectionResponse] {
    var router = RPCRouter()
    router.register(HealthService())
    try router.registerReflection([extensions])
    let info = MethodDescriptor<ServerReflectionRequest, ServerReflectionResponse>(
      service: service,
      name: "ServerReflectionInfo",
      kind: .bidirectionalStreaming
    )
    let call = InProcessChannel(router: router).bidirectionalStreaming(info)
    var answers = call.responses.makeAsyncIterator()
    var all: [ServerReflectionResponse] = []
    for question in questions {
      try await call.send(
        .with {
          $0.host = "h"
          $0.messageRequest = question
        }
      )
      all.append(try #require(try await answers.next()))
    }
    call.finishSending()
    #expect(try await answers.next() == nil)
    return all
  }

  /// Made by protoc of: `syntax = "proto2"; package x; message Open { extensions 100 to 200; } extend Open { optional
  /// int32 a = 100; } message In { extend Open { optional string b = 150; } }`, file `x/open.proto`.
  static let extensions = EncodedFileDescriptor(
    name: "x/open.proto",
    base64: """
      Cgx4L29wZW4ucHJvdG8SAXgiDQoET3BlbioFCGQQyQEiHAoCSW4yFgoBYhIHLnguT3BlbhiWASABKAlSAWI6FQoBYRIHLnguT3Bl\
      bhhkIAEoBVIBYQ==
      """
  )

  static func names(_ response: ServerReflectionResponse) -> [String]? {
    guard case .fileDescriptorResponse(let files) = response.messageResponse else { return nil }
    // The name is field 1, which protoc writes first.
    return files.fileDescriptorProto.map { String(decoding: $0.dropFirst(2).prefix(Int($0[1])), as: UTF8.self) }
  }

  @Test(arguments: ["grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection"])
  func listsServices(service: String) async throws {
    let answer = try await Self.ask(.listServices(""), service: service)
    guard case .listServicesResponse(let list) = answer.messageResponse else {
      Issue.record("no list")
      return
    }
    #expect(
      list.service.map(\.name) == [
        "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection",
      ]
    )
    #expect(answer.validHost == "h")
    #expect(answer.originalRequest?.messageRequest == .listServices(""))
  }

  @Test(arguments: [
    (
      ServerReflectionRequest.MessageRequest.fileByFilename("grpc/health/v1/health.proto"),
      ["grpc/health/v1/health.proto"]
    ),
    (.fileContainingSymbol("grpc.health.v1.Health"), ["grpc/health/v1/health.proto"]),
    (.fileContainingSymbol("grpc.health.v1.Health.Watch"), ["grpc/health/v1/health.proto"]),
    (.fileContainingSymbol("grpc.health.v1.HealthCheckResponse.ServingStatus"), ["grpc/health/v1/health.proto"]),
    (.fileContainingSymbol("grpc.health.v1.HealthCheckRequest.service"), ["grpc/health/v1/health.proto"]),
    (.fileContainingSymbol("grpc.reflection.v1alpha.ServerReflection"), ["grpc/reflection/v1alpha/reflection.proto"]),
    (.fileContainingSymbol("google.rpc.Status"), ["google/rpc/status.proto", "google/protobuf/any.proto"]),
    (
      .fileContainingExtension(
        .with {
          $0.containingType = "x.Open"; $0.extensionNumber = 150
        }
      ), ["x/open.proto"]
    ),
  ])
  func findsFiles(question: ServerReflectionRequest.MessageRequest, files: [String]) async throws {
    #expect(try await Self.names(Self.ask(question)) == files)
  }

  @Test func knowsTheExtensionsOfAType() async throws {
    let answer = try await Self.ask(.allExtensionNumbersOfType("x.Open"))
    #expect(
      answer.messageResponse
        == .allExtensionNumbersResponse(
          .with {
            $0.baseTypeName = "x.Open"; $0.extensionNumber = [100, 150]
          }
        )
    )
  }

  @Test(arguments: [
    ServerReflectionRequest.MessageRequest.fileByFilename("nope.proto"), .fileContainingSymbol("grpc.health.v1.Nope"),
    .fileContainingExtension(
      .with {
        $0.containingType = "x.Open"; $0.extensionNumber = 101
      }
    ),
    .allExtensionNumbersOfType("x.Nope"),
  ])
  func whatIsNotThereIsNotFound(question: ServerReflectionRequest.MessageRequest) async throws {
    guard case .errorResponse(let error) = try await Self.ask(question).messageResponse else {
      Issue.record("no error")
      return
    }
    #expect(error.errorCode == 5)
    #expect(error.errorMessage.hasSuffix("is not known"))
  }

  @Test func aRequestWithoutAQuestionIsAnError() async throws {
    guard case .errorResponse(let error) = try await Self.ask(nil).messageResponse else {
      Issue.record("no error")
      return
    }
    #expect(error.errorCode == 3)
  }

  @Test func importsGoOverAStreamOnce() async throws {
    let answers = try await Self.ask([
      .fileContainingSymbol("google.rpc.Status"), .fileContainingSymbol("google.rpc.Status"),
      .fileContainingSymbol("google.protobuf.Any"),
    ])
    #expect(
      answers.map(Self.names) == [
        ["google/rpc/status.proto", "google/protobuf/any.proto"], ["google/rpc/status.proto"],
        ["google/protobuf/any.proto"],
      ]
    )
  }
}
