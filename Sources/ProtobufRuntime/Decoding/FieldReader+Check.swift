extension FieldReader {
  /// Looks at the whole message as a generated initialiser would, for messages that have none: text must be UTF-8,
  /// nesting within its limit, unknown fields with legal numbers.
  func check(_ layout: MessageLayout) {
    for field in layout.fields where field.isSet(in: base) {
      if field.isRepeated {
        for slot in field.elements(in: base) { check(field, slot) }
      } else {
        check(field, base + field.offset)
      }
    }
    _ = unknownFields()
  }

  private func check(_ field: FieldLayout, _ slot: UnsafeRawPointer) {
    if case .string = field.kind { _ = readString(slot) }
    guard let layout = field.submessage, let message = slot.slotMessage, enter(at: slot) else { return }
    FieldReader(base: message, context: context).check(layout)
    leave(from: slot)
  }
}
