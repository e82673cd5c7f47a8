/// Who writes, where, and how far they see.
public struct WriteContext: Sendable {
  /// The city whose revision the changes get; a transaction belongs to one city.
  public var city: String

  /// What the caller may see and change.
  public var scope: Scope

  /// Who is written into the change log; an opaque reference, never a person's name.
  public var actor: String

  /// Makes a context.
  public init(city: String, scope: Scope, actor: String) {
    self.city = city
    self.scope = scope
    self.actor = actor
  }
}
