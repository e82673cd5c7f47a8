/// The tables of a schema by kind.
struct KindTables: Sendable {
  let all: [KindTable]
  private let byName: [String: KindTable]

  init(schema: StoreSchema) {
    all = schema.kinds.map { KindTable($0, reindex: schema.reindex) }
    byName = Dictionary(all.map { ($0.kind.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(kind: RecordKind) -> KindTable {
    get throws(StoreError) {
      guard let table = byName[kind.name] else { throw .unknownKind(kind.name) }
      return table
    }
  }
}
