/// How the slow path hands fields over that libprotobuf-c cannot take as they are: wrapped, whole and with their tags,
/// in a length-delimited field whose number no schema can have but that protobuf-c keeps as an unknown field.
enum UnknownFieldCarrier {
  /// The largest number that protobuf-c's 32 bits hold.
  static let number = UInt32.max

  static let tag = UInt64(number) << 3 | UInt64(WireType.delimited.rawValue)
}
