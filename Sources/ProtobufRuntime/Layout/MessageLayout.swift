internal import CProtobufC
internal import Synchronization

/// A message's fields and the C struct they lie in; owns the descriptor by which libprotobuf-c codes it.
///
/// The C struct is that of a 64-bit platform. It starts with `ProtobufCMessage` (24 bytes: descriptor, unknown
/// fields); then each field has a slot (``FieldValue``), aligned to its size, at most to eight bytes:
///
/// | field | slot |
/// | --- | --- |
/// | 32-bit numbers, `float`, enums | 4 bytes |
/// | 64-bit numbers, `double`, `bool` | 8 bytes |
/// | messages | 8 bytes, a pointer |
/// | `string`, `bytes` | 16 bytes: length, address |
/// | repeated fields, maps | 16 bytes: count, address of the slots (a map's slots point to entries) |
/// | a oneof's members | one slot as large as the largest member's, and a 4-byte case word |
/// | presence of a scalar with explicit presence | a 4-byte word |
///
/// The size is a multiple of eight.
public final class MessageLayout: @unchecked Sendable {
  // Unchecked: the mutable state is the descriptor behind `descriptor`, written under `MessageLayout.linking` before
  // `isLinked` becomes true, and never after.

  /// The bytes of the `ProtobufCMessage` that each C struct starts with.
  public static let headerSize = 24

  /// The full name with its package, without a leading dot.
  public let fullName: String

  /// The C struct's size in bytes.
  public let size: Int

  /// The fields in the order of their numbers.
  public let fields: [FieldLayout]

  /// The address of the `ProtobufCMessageDescriptor`; it is complete once the layout is linked.
  public let descriptor: UnsafeRawPointer

  /// The JSON form that the proto3 mapping gives this message, if it is not that of an ordinary message.
  let wellKnownType: WellKnownType?

  let indexByNumber: [UInt32: Int]
  let indexByName: [String: Int]
  let isLinked = Atomic(false)
  var descriptorFields: UnsafeMutableBufferPointer<ProtobufCFieldDescriptor>?
  var descriptorRanges: UnsafeMutableBufferPointer<ProtobufCIntRange>?

  static let linking = Mutex(())

  /// Describes a message.
  ///
  /// - Parameters:
  ///   - fullName: The full name with its package.
  ///   - size: The C struct's size in bytes.
  ///   - fields: The fields, in any order.
  public init(_ fullName: String, size: Int, fields: [FieldLayout]) {
    self.fullName = fullName
    self.size = size
    self.fields = fields.sorted { $0.number < $1.number }
    indexByNumber = Dictionary(
      self.fields.enumerated().map { ($1.number, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var names: [String: Int] = [:]
    for (index, field) in self.fields.enumerated() { names[field.jsonName] = index }
    for (index, field) in self.fields.enumerated() { names[field.name] = index }
    indexByName = names
    wellKnownType = WellKnownType(fullName: fullName)
    let descriptor = UnsafeMutablePointer<ProtobufCMessageDescriptor>.allocate(capacity: 1)
    descriptor.initialize(to: ProtobufCMessageDescriptor())
    self.descriptor = UnsafeRawPointer(descriptor)
    assert(slotsAreDisjoint, "the layout of \(fullName) has overlapping or misaligned slots")
  }

  deinit {
    descriptorFields?.deallocate()
    descriptorRanges?.deallocate()
    descriptor.deallocate()
  }

  /// The field with this number.
  public func field(numbered number: UInt32) -> FieldLayout? { indexByNumber[number].map { fields[$0] } }

  /// The field with this name, as the `.proto` file or as JSON spells it.
  public func field(named name: String) -> FieldLayout? { indexByName[name].map { fields[$0] } }

  /// The layout of the message whose C struct lies at this address.
  static func of(_ message: UnsafeRawPointer) -> MessageLayout {
    let descriptor = message.load(as: UnsafePointer<ProtobufCMessageDescriptor>.self)
    // Set by `link` before any C struct of the message can exist.
    return Unmanaged<MessageLayout>.fromOpaque(UnsafeRawPointer(descriptor.pointee.reserved1)).takeUnretainedValue()
  }
}
