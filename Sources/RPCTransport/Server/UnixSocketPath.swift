internal import Foundation
internal import NIOCore
internal import NIOPosix

/// A path in the file system at which a server listens: taken over from a server that is gone, never from one that lives,
/// and removed in the end.
struct UnixSocketPath: Sendable {
  let path: String
  /// The number of the file that the server has made there.
  private var number: UInt64?

  init(_ path: String) {
    self.path = path
  }

  /// Removes a socket that no server listens at any more.
  ///
  /// - Throws: ``ListenError`` where a server answers, or where something other than a socket has the path.
  func takeOver(on group: any EventLoopGroup) async throws {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return }
    guard attributes[.type] as? FileAttributeType == .typeSocket else {
      throw ListenError.notASocket(path: path)
    }
    do {
      let channel = try await ClientBootstrap(group: group).connect(unixDomainSocketPath: path).get()
      try? await channel.close()
    } catch let error as IOError where error.errnoCode == ECONNREFUSED {
      try FileManager.default.removeItem(atPath: path)
      return
    }
    throw ListenError.inUse(path: path)
  }

  /// The server listens now.
  mutating func taken() {
    number = Self.number(of: path)
  }

  /// Removes the socket if it is still the server's own.
  func remove() {
    guard let number, Self.number(of: path) == number else { return }
    try? FileManager.default.removeItem(atPath: path)
  }

  private static func number(of path: String) -> UInt64? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.systemFileNumber] as? NSNumber)?.uint64Value
  }
}
