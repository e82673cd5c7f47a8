internal import SwiftProtobufPluginLibrary

/// Where each field of a message lies in its C struct (64-bit; the header of `ProtobufCMessage` takes 24 bytes).
///
/// Slots of eight and sixteen bytes come first, then the words of four, each group in the order of the field numbers,
/// so that the struct has no padding but at its end.
struct StructLayout {
  private static let headerSize = 24

  /// The size of the whole struct in bytes, a multiple of eight.
  let size: Int
  /// Each field's slot by its number. The members of a oneof share one.
  let offsets: [Int32: Int]
  /// The presence word of each `optional` scalar, by the field's number.
  let presence: [Int32: Int]
  /// The word with the set member's number of each oneof, by the oneof's index.
  let cases: [Int: Int]

  init(_ message: Descriptor) {
    let fields = message.fields.sorted { $0.number < $1.number }
    var wide: [(size: Int, owner: Slot)] = []
    var narrow: [Slot] = []
    for field in fields where field.realContainingOneof == nil {
      let size = FieldType.slotSize(of: field)
      if size == 4 { narrow.append(.field(field.number)) } else { wide.append((size, .field(field.number))) }
      if Self.needsPresence(field) { narrow.append(.presence(field.number)) }
    }
    for oneof in message.realOneofs {
      let size = oneof.fields.map { FieldType.slotSize(of: $0) }.max() ?? 8
      // Eight bytes at least: a member's pointer must be aligned whichever members come later.
      wide.append((max(size, 8), .oneof(oneof.index)))
      narrow.append(.oneofCase(oneof.index))
    }

    var position = Self.headerSize
    var slots: [Slot: Int] = [:]
    for (size, owner) in wide {
      slots[owner] = position
      position += size
    }
    for owner in narrow {
      slots[owner] = position
      position += 4
    }
    size = (position + 7) / 8 * 8

    var offsets: [Int32: Int] = [:]
    for field in fields {
      offsets[field.number] = slots[field.realContainingOneof.map { .oneof($0.index) } ?? .field(field.number)]
    }
    self.offsets = offsets
    presence = Dictionary(
      uniqueKeysWithValues: fields.compactMap { field in slots[.presence(field.number)].map { (field.number, $0) } }
    )
    cases = Dictionary(
      uniqueKeysWithValues: message.realOneofs.compactMap { oneof in
        slots[.oneofCase(oneof.index)].map { (oneof.index, $0) }
      }
    )
  }

  /// Whether a word tells if the field is set; a message field's pointer tells by itself.
  static func needsPresence(_ field: FieldDescriptor) -> Bool {
    field.hasPresence && field.realContainingOneof == nil && field.type != .message
  }

  private enum Slot: Hashable {
    case field(Int32)
    case presence(Int32)
    case oneof(Int)
    case oneofCase(Int)
  }
}
