internal import Foundation
internal import NIOCore
internal import NIOPosix

extension Error {
  /// Why a socket could not be connected or listened at, in the system's words: `Connection refused`, not the names of
  /// the functions that failed.
  package var socketReason: String {
    switch self {
    case let error as NIOConnectionError:
      if let first = error.connectionErrors.first { return first.error.socketReason }
      if error.dnsAError != nil || error.dnsAAAAError != nil { return "the host '\(error.host)' has no address" }
      return "no address of '\(error.host)' answered"
    case let error as IOError:
      return String(cString: strerror(error.errnoCode))
    case let error as ChannelError:
      if case .connectTimeout(let time) = error { return "no answer within \(time.nanoseconds / 1_000_000) ms" }
      return "\(error)"
    default:
      return "\(self)"
    }
  }
}
