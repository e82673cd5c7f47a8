/// How far a caller sees: part of every store call, so that no read or write can forget it.
///
/// What lies outside is not found by reads, and refused with `StoreError.outOfScope` by writes.
public struct Scope: Sendable, Hashable {
  /// The roots of the division subtrees that the caller sees, by city; nil: everything. A city that is absent is closed.
  public var divisions: [String: Set<String>]?

  /// The names of the kinds (records' and side records') that the caller sees; nil: all.
  public var kinds: Set<String>?

  /// The names of the masks that apply to what the caller reads. The store carries them; the service applies them.
  public var masks: Set<String>

  /// Makes a scope; without arguments it is `all`.
  public init(divisions: [String: Set<String>]? = nil, kinds: Set<String>? = nil, masks: Set<String> = []) {
    self.divisions = divisions
    self.kinds = kinds
    self.masks = masks
  }

  /// Sees everything, unmasked.
  public static let all = Scope()

  /// Whether records of this kind can be seen at all.
  public func includes(kind: String) -> Bool {
    kinds?.contains(kind) ?? true
  }

  /// The subtree roots within a city: nil if everything is seen, empty if nothing is.
  public func roots(in city: String) -> Set<String>? {
    divisions.map { $0[city] ?? [] }
  }
}
