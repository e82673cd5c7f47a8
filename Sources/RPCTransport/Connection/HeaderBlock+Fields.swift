internal import HTTP2Session
internal import RPCCore

extension HeaderBlock {
  init(_ fields: [HeaderField]) {
    self.init(reservingCapacity: 48 * fields.count)
    for field in fields {
      append(field.name, field.value)
    }
  }
}
