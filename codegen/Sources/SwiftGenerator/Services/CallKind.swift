internal import SwiftProtobufPluginLibrary

/// How many messages flow each way in a call; the names are those of RPCCore's `MethodKind` and of its functions.
enum CallKind: String {
  case unary, clientStreaming, serverStreaming, bidirectionalStreaming

  init(_ method: MethodDescriptor) {
    switch (method.clientStreaming, method.serverStreaming) {
    case (false, false): self = .unary
    case (true, false): self = .clientStreaming
    case (false, true): self = .serverStreaming
    case (true, true): self = .bidirectionalStreaming
    }
  }
}
