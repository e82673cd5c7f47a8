internal import ProtobufRuntime
internal import RedSailAPI

extension CountSource {
  /// A figure for each of some values of an enum column.
  static func counts<Value: OpenEnum>(
    by column: String,
    _ unit: String,
    owners: Set<Role> = [],
    _ values: [(value: Value, key: String, name: LocalizedText)]
  ) -> [Figure] {
    values.map { value, key, name in
      .count(key, unit, name, owners: owners) { _ in .is(column, value) }
    }
  }
}
