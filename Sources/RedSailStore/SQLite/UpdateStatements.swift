/// The texts of the updates that have been used, by what they change.
struct UpdateStatements {
  private struct Key: Hashable {
    let table: ObjectIdentifier
    let change: ColumnSet
  }

  private var texts: [Key: String] = [:]

  mutating func sql(_ table: KindTable, _ change: ColumnSet) -> String {
    let key = Key(table: ObjectIdentifier(table), change: change)
    if let text = texts[key] { return text }
    let text = table.update(change)
    texts[key] = text
    return text
  }
}
