/// The `user-agent` of this library's clients (grpc/doc/PROTOCOL-HTTP2.md, User Agents).
package enum UserAgent {
  /// The library's own part.
  package static let library = "grpc-swift-redsail/0.1"

  /// The whole value: the application's part, if there is one, stands before the library's. Characters that a header
  /// cannot have become `?`.
  package static func value(prefix: String?) -> String {
    guard let prefix = prefix.map(Metadata.trimmed), !prefix.isEmpty else { return library }
    let printable = prefix.unicodeScalars.map { (" "..."~").contains($0) ? Character($0) : "?" }
    return "\(String(printable)) \(library)"
  }
}
