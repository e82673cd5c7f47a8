internal import Foundation
internal import GRDB

extension Row {
  /// A blob, copied out.
  func bytes(at index: Int) throws -> [UInt8]? {
    try withUnsafeData(atIndex: index) { data in data.map { [UInt8]($0) } }
  }

  /// A value of an index column.
  func columnValue(at index: Int) -> ColumnValue {
    let value: DatabaseValue = self[index]
    switch value.storage {
    case .int64(let number): return .integer(number)
    case .string(let text): return .text(text)
    case .double(let number): return .real(number)
    case .null, .blob: return .null
    }
  }

  /// A record from the columns of `KindTable.recordColumns`.
  func record(_ kind: RecordKind, city: String) throws -> Record {
    let deleteTime: Int64? = self[6]
    let purgeTime: Int64? = self[7]
    return Record(
      kind: kind,
      id: self[0],
      name: self[1],
      city: city,
      division: self[2],
      revision: self[3],
      createTime: Instant(microseconds: self[4]),
      updateTime: Instant(microseconds: self[5]),
      deleteTime: deleteTime.map(Instant.init(microseconds:)),
      purgeTime: purgeTime.map(Instant.init(microseconds:)),
      bytes: try bytes(at: 8) ?? []
    )
  }
}

extension ColumnValue {
  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let value): value.databaseValue
    case .text(let value): value.databaseValue
    case .real(let value): value.databaseValue
    }
  }
}

extension [UInt8] {
  /// As a blob to bind.
  var databaseValue: DatabaseValue {
    Data(self).databaseValue
  }
}
