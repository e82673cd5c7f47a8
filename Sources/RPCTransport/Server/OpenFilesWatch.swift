internal import Foundation
internal import NIOCore

/// Tells that connections cannot be accepted because the process, or the system, has no descriptors left. NIO's own handler
/// behind this one then leaves them waiting for a second before it tries again, instead of trying all the time.
///
/// `@unchecked Sendable`: touched on the listener's event loop only.
final class OpenFilesWatch: ChannelInboundHandler, @unchecked Sendable {
  typealias InboundIn = any Channel

  private let server: ServerConnections

  init(server: ServerConnections) {
    self.server = server
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if let error = error as? IOError, [EMFILE, ENFILE].contains(error.errnoCode) {
      server.report(.limitReached(.openFiles, peer: nil))
    }
    context.fireErrorCaught(error)
  }
}
