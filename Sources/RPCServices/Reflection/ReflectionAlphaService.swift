internal import RPCCore

/// `grpc.reflection.v1alpha.ServerReflection`, which many tools still ask first. Its messages are those of v1 but for the
/// package, so the types of v1 serve for it.
struct ReflectionAlphaService: RPCService {
  static var serviceDescriptor: ServiceDescriptor { ReflectionV1Alpha.ServerReflectionMethods.serviceDescriptor }

  private static let info = MethodDescriptor<ServerReflectionRequest, ServerReflectionResponse>(
    service: serviceDescriptor.name,
    name: "ServerReflectionInfo",
    kind: .bidirectionalStreaming
  )

  let answerer: ReflectionAnswerer

  func register(in router: inout RPCRouter) {
    router.bidirectionalStreaming(Self.info) { requests, responses, _ in
      try await answerer.answer(requests, responses)
    }
  }
}
