internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// A TCP proxy that cuts the connection at a byte sequence: when it sees it in a reply, it withholds what came with it, so
/// that the client cannot know that the server has done what was asked.
final class CuttingProxy: Sendable {
  /// What to cut at, once; nil lets all pass.
  private let marker = Mutex<[UInt8]?>(nil)
  private let cutCount = Mutex(0)
  private let upstream: Int
  private let listener = Mutex<(any Channel)?>(nil)

  init(to port: Int) { upstream = port }

  /// Listens, and gives back the port.
  func start() async throws -> Int {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelOption(.autoRead, value: false)
      .childChannelInitializer { client in self.join(client) }
      .bind(host: "127.0.0.1", port: 0).get()
    listener.withLock { $0 = channel }
    return channel.localAddress?.port ?? 0
  }

  func stop() async throws { try await listener.withLock { $0 }?.close() }

  /// Cuts the next connection whose replies contain this.
  func cut(atReply text: String) { marker.withLock { $0 = Array(text.utf8) } }

  /// How many connections were cut.
  var cuts: Int { cutCount.withLock { $0 } }

  private func join(_ client: any Channel) -> EventLoopFuture<Void> {
    ClientBootstrap(group: client.eventLoop).connect(host: "127.0.0.1", port: upstream).flatMapThrowing { server in
      try client.pipeline.syncOperations.addHandler(Relay(to: server) { _ in false })
      try server.pipeline.syncOperations.addHandler(Relay(to: client, cutsAt: self.cutsAt))
      try client.syncOptions?.setOption(.autoRead, value: true)
    }
  }

  private func cutsAt(_ seen: [UInt8]) -> Bool {
    let found = marker.withLock { marker in
      guard let wanted = marker, seen.firstRange(of: wanted) != nil else { return false }
      marker = nil
      return true
    }
    if found { cutCount.withLock { $0 += 1 } }
    return found
  }

  /// Passes bytes on, unless they complete what is to be cut at.
  private final class Relay: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let other: any Channel
    private let cutsAt: ([UInt8]) -> Bool
    private var seen: [UInt8] = []

    init(to other: any Channel, cutsAt: @escaping ([UInt8]) -> Bool) {
      self.other = other
      self.cutsAt = cutsAt
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let bytes = unwrapInboundIn(data)
      seen = seen.suffix(256) + Array(buffer: bytes)
      if cutsAt(seen) {
        context.close(promise: nil)
      } else {
        other.writeAndFlush(bytes, promise: nil)
      }
    }

    func channelInactive(context: ChannelHandlerContext) { other.close(promise: nil) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
  }
}
