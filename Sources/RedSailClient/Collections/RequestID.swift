internal import Foundation

/// Ids of requests that have none (AIP-155): the generated clients fill them in too, but the functions here let their
/// caller see the request, id and all, before it goes.
enum RequestID {
  /// A random UUID (version 4, RFC 9562) in its text form.
  static func random() -> String { UUID().uuidString.lowercased() }
}
