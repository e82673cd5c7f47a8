internal import Foundation
internal import NIOCore

/// Stops accepting for a second when the process, or the system, has no descriptors left, and tells of it; what connects
/// meanwhile waits.
///
/// NIO's own handler for that holds back only the next read: the one that failed stays asked for, so that the event loop
/// would try all the time.
///
/// `@unchecked Sendable`: touched on the listener's event loop only.
final class OpenFilesWatch: ChannelInboundHandler, @unchecked Sendable {
  typealias InboundIn = any Channel

  private static let pause = TimeAmount.seconds(1)
  private let server: ServerConnections
  private var isPaused = false

  init(server: ServerConnections) {
    self.server = server
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? IOError, [EMFILE, ENFILE].contains(error.errnoCode) else {
      return context.fireErrorCaught(error)
    }
    guard !isPaused, let options = context.channel.syncOptions else { return }
    isPaused = true
    server.report(.limitReached(.openFiles, peer: nil))
    try? options.setOption(.autoRead, value: false)
    let channel = context.channel
    context.eventLoop.scheduleTask(in: Self.pause) {
      self.isPaused = false
      // It may be closed by now.
      try? channel.syncOptions?.setOption(.autoRead, value: true)
    }
  }
}
