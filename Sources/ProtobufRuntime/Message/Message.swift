/// A Protocol Buffers message: a plain value with the schema's fields as properties.
///
/// Generated types conform; the wire and JSON coding live in extensions, written once over the type's ``layout``.
public protocol Message: FieldValue {
  /// The message's fields and where they lie in its C struct, built once.
  static var layout: MessageLayout { get }

  /// Fields that came from the wire and that this schema does not know, kept through a round trip.
  var unknownFields: UnknownFields { get set }

  /// Makes a message with every field at its default.
  init()

  /// Copies the fields out of a decoded C struct; `fields` is valid during the call only.
  init(reading fields: FieldReader)

  /// Copies the fields into a zeroed C struct that lies in the encoding arena.
  func write(to fields: FieldWriter)
}

extension Message {
  /// Makes a message and fills it in place: `Ticket.with { $0.title = "漏水" }`.
  @inlinable
  public static func with<E: Error>(_ populate: (inout Self) throws(E) -> Void) throws(E) -> Self {
    var message = Self()
    try populate(&message)
    return message
  }

  /// The bytes of a slot of a message field: a pointer.
  @inlinable public static var slotSize: Int { 8 }

  /// Reads the submessage that the slot points to; a null pointer is an empty message.
  @inlinable
  public static func read(from slot: UnsafeRawPointer, in fields: FieldReader) -> Self {
    guard let address = slot.load(as: UnsafeRawPointer?.self) else { return Self() }
    guard fields.enter(at: slot) else { return Self() }
    let message = Self(reading: FieldReader(base: address, context: fields.context))
    fields.leave(from: slot)
    return message
  }

  /// Writes a C struct into the arena and its address into the slot.
  @inlinable
  public func write(to slot: UnsafeMutableRawPointer, in fields: FieldWriter) {
    guard fields.enter() else { return }
    let nested = fields.makeStruct(Self.layout)
    write(to: nested)
    fields.leave()
    slot.storeBytes(of: UnsafeRawPointer(nested.base), as: UnsafeRawPointer.self)
  }
}
