internal import ProtobufRuntime

/// What the plugin generates for `message Note { string text = 1; int64 number = 2; }`.
struct Note: ProtobufRuntime.Message {
  var text: String = ""
  var number: Int64 = 0
  var unknownFields = UnknownFields()

  init() {}

  static let layout: MessageLayout = MessageLayout(
    "test.Note",
    size: 48,
    fields: [FieldLayout("text", 1, .string, at: 24), FieldLayout("number", 2, .int64, at: 40)]
  )

  init(reading fields: FieldReader) {
    text = fields.value(at: 24)
    number = fields.value(at: 40)
    unknownFields = fields.unknownFields()
  }

  func write(to fields: FieldWriter) {
    fields.set(text, at: 24)
    fields.set(number, at: 40)
    fields.set(unknownFields: unknownFields)
  }
}
