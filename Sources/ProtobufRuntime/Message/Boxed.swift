/// Storage for a singular field whose message type contains itself: a value on the heap, shared by copies.
///
/// Writing replaces the box, so copies stay independent.
@propertyWrapper
public struct Boxed<Value: Message>: Sendable, Hashable {
  private final class Box: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private var box: Box?

  /// Makes an unset field.
  public init() {}

  /// Makes a field with a value, or an unset one.
  public init(wrappedValue: Value?) { box = wrappedValue.map(Box.init) }

  /// The field's value, nil where it is unset.
  public var wrappedValue: Value? {
    get { box?.value }
    set { box = newValue.map(Box.init) }
  }

  /// Compares the values, not the boxes.
  public static func == (left: Boxed, right: Boxed) -> Bool {
    left.box === right.box || left.wrappedValue == right.wrappedValue
  }

  /// Hashes the value.
  public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}
