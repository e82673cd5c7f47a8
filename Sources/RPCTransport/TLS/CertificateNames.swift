/// The names that a server's certificate is for (RFC 9525): those among its subject's alternative names, never its common
/// name.
struct CertificateNames {
  var dnsNames: [String] = []
  /// IP addresses in the notation of RFC 5952.
  var addresses: [String] = []

  /// Whether the certificate is for a host, given as a DNS name: the same but for case, or with `*` in the place of its
  /// whole first label (RFC 9525 §6.3).
  func cover(host: String) -> Bool {
    let labels = Self.labels(host.hasSuffix(".") ? String(host.dropLast()) : host)
    guard !labels.contains("") else { return false }
    return dnsNames.contains { name in
      let pattern = Self.labels(name)
      guard pattern.count == labels.count else { return false }
      // A wildcard directly below a top-level domain would be for everybody's hosts.
      if pattern.first == "*", pattern.count > 2 { return pattern.dropFirst() == labels.dropFirst() }
      return pattern == labels
    }
  }

  /// Whether the certificate is for an IP address.
  func cover(address: String) -> Bool { addresses.contains(address) }

  private static func labels(_ name: String) -> [Substring] {
    name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
  }
}
