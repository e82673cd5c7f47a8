/// A schema file as generated code carries it: a `google.protobuf.FileDescriptorProto`, for reflection.
public struct EncodedFileDescriptor: Sendable, Hashable {
  /// The file's name as others import it: `google/protobuf/timestamp.proto`.
  public let name: String

  private let base64: String

  /// Wraps a file; generated code calls this.
  public init(name: String, base64: String) {
    self.name = name
    self.base64 = base64
  }

  /// The serialized `FileDescriptorProto`; empty where the text is not Base64.
  public func serialized() -> [UInt8] {
    var text = base64
    return text.withUTF8(Base64.decode) ?? []
  }
}
