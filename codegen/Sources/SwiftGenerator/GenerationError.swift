/// A schema or an option the generator refuses, with what it expected. `protoc` prints `description` as it stands.
public struct GenerationError: Error, CustomStringConvertible, Equatable {
  /// One sentence: the place, what came, what would have been right.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
