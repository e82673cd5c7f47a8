/// An enum's names and numbers, for JSON and for reflection.
public final class EnumLayout: Sendable {
  /// One named number; aliases are values of their own with the same number.
  public struct Value: Sendable, Hashable {
    /// The name in the `.proto` file.
    public let name: String
    /// The number on the wire.
    public let number: Int32
  }

  /// The full name with its package, without a leading dot.
  public let fullName: String

  /// All values in the schema's order.
  public let values: [Value]

  /// Whether this is `google.protobuf.NullValue`, whose JSON form is `null`.
  let isNullValue: Bool

  private let numbers: [String: Int32]
  private let names: [Int32: String]

  /// Describes an enum by its full name and its values in the schema's order.
  public init(_ fullName: String, _ values: [(String, Int32)]) {
    self.fullName = fullName
    isNullValue = fullName == "google.protobuf.NullValue"
    self.values = values.map(Value.init(name:number:))
    numbers = Dictionary(values, uniquingKeysWith: { first, _ in first })
    names = Dictionary(values.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of the value with this name.
  public func number(named name: String) -> Int32? { numbers[name] }

  /// The first name of this number.
  public func name(of number: Int32) -> String? { names[number] }
}
