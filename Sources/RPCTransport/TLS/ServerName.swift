internal import NIOCore

/// Whom a client expects to be served by.
enum ServerName: Equatable, CustomStringConvertible {
  case host(String)
  /// In the notation of RFC 5952.
  case address(String)

  init(_ text: String) {
    let address = try? SocketAddress(ipAddress: text, port: 0).ipAddress
    self = address.map(Self.address) ?? .host(text)
  }

  /// The name as it is sent to the server; an address is not (RFC 6066 §3).
  var indication: String? {
    switch self {
    case .host(let name): name
    case .address: nil
    }
  }

  var description: String {
    switch self {
    case .host(let text), .address(let text): text
    }
  }
}
