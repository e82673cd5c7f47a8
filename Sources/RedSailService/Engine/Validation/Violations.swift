internal import RPCCore
internal import RedSailAPI

/// Collects everything that is wrong with a request, so that its caller learns all of it at once.
struct Violations {
  /// The most UTF-8 bytes of the text of one.
  private static let maximumTextBytes = 256
  /// An error names no more once the fields and texts of those before have so many UTF-8 bytes.
  private static let namedBytes = 1_024

  private(set) var all: [Violation] = []
  private var prefix = ""

  /// Notes that a field is wrong. `field` is its path from the message under examination.
  mutating func add(
    _ field: String,
    _ reason: ErrorReason,
    _ text: LocalizedText,
    metadata: [String: String] = [:]
  ) {
    let text = text.cut(toBytes: Self.maximumTextBytes)
    all.append(Violation(field: path(field), reason: reason, text: text, metadata: metadata))
  }

  /// Examines the message in a field: paths inside `body` are relative to it.
  mutating func inside(_ field: String, _ body: (inout Violations) -> Void) {
    let outer = prefix
    prefix = path(field)
    body(&self)
    prefix = outer
  }

  /// Throws if anything is wrong.
  func check() throws(RPCError) {
    if !all.isEmpty { throw error }
  }

  /// The error for all of it; its reason is that of the first violation.
  var error: RPCError {
    guard let first = all.first else {
      return Failure.make(.invalidField, LocalizedText("the request is wrong", "请求无效"))
    }
    let named = named
    let unnamed = all.count - named.count
    let more = all.count - 1
    return Failure.make(
      first.reason,
      LocalizedText(
        (unnamed == 0 ? "" : "\(all.count) fields are wrong, the first of them ")
          + named.map { "\($0.field): \($0.text.english)" }.joined(separator: "; "),
        "\(first.field)：\(first.text.chinese)" + (more == 0 ? "" : "（另有 \(more) 处错误）")
      ),
      metadata: first.metadata,
      violations: named
    )
  }

  /// Those that an error names: as many as callers can receive, the first one always.
  private var named: [Violation] {
    var bytes = 0
    let named = all.prefix { violation in
      defer {
        bytes += violation.field.utf8.count + violation.text.english.utf8.count + violation.text.chinese.utf8.count
      }
      return bytes < Self.namedBytes
    }
    return Array(named)
  }

  private func path(_ field: String) -> String {
    prefix.isEmpty ? field : field.isEmpty ? prefix : "\(prefix).\(field)"
  }
}
