internal import ProtobufRuntime

extension EnumLayout {
  /// The number of a value that a filter names: in full as the schema has it (`STATE_HELD`), or without the prefix that
  /// all values share (`HELD`).
  func number(ofFilterValue name: String) -> Int64? {
    if let number = number(named: name) { return Int64(number) }
    guard let first = values.first?.name, first.hasSuffix("UNSPECIFIED") else { return nil }
    return number(named: first.dropLast("UNSPECIFIED".count) + name).map { Int64($0) }
  }
}
