/// A resource's name, taken apart.
struct ResourceName: Sendable, Hashable {
  /// The whole name.
  let text: String
  /// The city's six digits.
  let city: String
  /// The last part.
  let id: String
}
