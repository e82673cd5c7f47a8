/// Why a server cannot listen at an address, where the system's own error does not say it.
public enum ListenError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Another server listens at the path.
  case inUse(path: String)
  /// The path is taken by something that is not a socket.
  case notASocket(path: String)

  /// One line for logs.
  public var description: String {
    switch self {
    case .inUse(let path): "cannot listen at unix:\(path): another server does"
    case .notASocket(let path): "cannot listen at unix:\(path): there is a file that is not a socket"
    }
  }
}
