public import ProtobufRuntime
public import RPCCore

extension RPCRouter {
  /// Serves `grpc.reflection.v1` and `v1alpha` (grpc/doc/server-reflection.md) for itself and the services registered so
  /// far.
  ///
  /// `files` are the schemas of those services and what they import, as generated code lists them
  /// (`FileDescriptors.all`); those of the standard services and of the well-known types are there already. Throws if
  /// they contradict each other or lack an import.
  public mutating func registerReflection(_ files: [EncodedFileDescriptor]) throws(SchemaError) {
    let standard =
      ProtobufRuntime.FileDescriptors.all + GoogleRPC.FileDescriptors.all + FileDescriptors.all
      + ReflectionV1Alpha.FileDescriptors.all
    let own = [ReflectionService.serviceDescriptor, ReflectionAlphaService.serviceDescriptor]
    let answerer = ReflectionAnswerer(
      pool: try DescriptorPool(standard + files),
      services: Set((services + own).map(\.name)).sorted()
    )
    register(ReflectionService(answerer: answerer))
    register(ReflectionAlphaService(answerer: answerer))
  }
}
