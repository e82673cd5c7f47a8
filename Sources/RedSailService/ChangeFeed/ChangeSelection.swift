internal import RedSailAPI
internal import RedSailStore

/// Which changes a consumer follows: what a cursor belongs to.
struct ChangeSelection: Sendable {
  let city: String
  /// The code of the division whose subtree is wanted.
  let division: String?
  /// The names of the store's kinds.
  let kinds: Set<String>
  private let fingerprint: QueryFingerprint

  /// Every kind that the feed shows, by the type that callers know.
  private static let kindsByType = Dictionary(
    ServiceSchema.kinds.compactMap { kind in kind.type.map { ($0.name, kind.kind.name) } },
    uniquingKeysWith: { first, _ in first }
  )

  init(parent: String, division: String, kinds: [String], caller: Caller, _ violations: inout Violations) {
    city = violations.city(parent) ?? ""
    self.division =
      city.isEmpty ? nil : violations.reference(division, "division", of: .division, in: city)?.id
    var chosen: Set<String> = []
    for (index, type) in kinds.enumerated() {
      if let kind = Self.kindsByType[type] {
        chosen.insert(kind)
      } else {
        violations.add(
          "kinds[\(index)]",
          .invalidField,
          LocalizedText(
            "'\(type)' is no kind of the feed; there are \(Self.kindsByType.keys.sorted().joined(separator: ", "))",
            "没有资源类型“\(type)”"
          )
        )
      }
    }
    self.kinds = kinds.isEmpty ? Set(Self.kindsByType.values) : chosen
    fingerprint = QueryFingerprint(["change feed", city, division, caller.id] + Set(kinds).sorted())
  }

  /// The opaque form of a position.
  func cursor(after revision: Revision, _ tokens: PageTokenSealer) -> String {
    tokens.seal(PageCursor(values: [], id: revision), for: fingerprint)
  }

  /// The position of a cursor.
  func revision(of cursor: String, field: String = "cursor", _ tokens: PageTokenSealer) throws -> Revision {
    do throws(PageTokenError) {
      return try tokens.open(cursor, for: fingerprint).id
    } catch {
      throw Failure.invalidCursor(field: field)
    }
  }
}
