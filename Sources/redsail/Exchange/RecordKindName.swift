internal import ProtobufRuntime
internal import RedSailClient

/// A kind of record as people name it on the command line: `firm`, `Firm` or `redsail/Firm`.
struct RecordKindName {
  /// The field of `AnyRecord` that carries it, such as `firm`.
  let field: FieldLayout
  /// The message of the kind.
  let layout: MessageLayout

  /// The type as the API names it, such as `redsail/Firm`.
  var type: String { "redsail/\(layout.fullName.split(separator: ".").last ?? "")" }

  /// Whether it is the ticket, which comes with its history.
  var isTicket: Bool { layout.fullName == Ticket.layout.fullName }

  /// All kinds.
  static let all: [RecordKindName] = AnyRecord.layout.fields.compactMap { field in
    guard case .message(let layout) = field.kind else { return nil }
    return RecordKindName(field: field, layout: layout())
  }

  /// The kind that a word names.
  static func find(_ word: String) throws(Failure) -> RecordKindName {
    let wanted = word.hasPrefix("redsail/") ? String(word.dropFirst("redsail/".count)) : word
    func plain(_ text: String) -> String { text.lowercased().filter { $0 != "_" && $0 != "-" } }
    if let kind = all.first(where: { plain($0.field.name) == plain(wanted) }) { return kind }
    let known = all.map(\.field.name)
    throw Failure(
      unknown: "kind",
      "资源类型",
      word,
      nearest: Nearest.of(wanted, among: known),
      among: known,
      exitCode: 64
    )
  }
}
