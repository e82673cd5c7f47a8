internal import ProtobufRuntime

/// `message Payload { bytes data = 1; }`: what the calls of these tests carry; the same on the wire as google.protobuf.BytesValue.
struct Payload: Message {
  var data: [UInt8] = []
  var unknownFields = UnknownFields()

  init() {}

  init(_ data: [UInt8]) {
    self.data = data
  }

  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  var text: String { String(decoding: data, as: UTF8.self) }

  static let layout = MessageLayout("test.Payload", size: 40, fields: [FieldLayout("data", 1, .bytes, at: 24)])

  init(reading fields: FieldReader) {
    data = fields.value(at: 24)
    unknownFields = fields.unknownFields()
  }

  func write(to fields: FieldWriter) {
    fields.set(data, at: 24)
    fields.set(unknownFields: unknownFields)
  }
}
