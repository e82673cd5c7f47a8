internal import RPCCore
internal import RedSailAPI

/// Collects everything that is wrong with a request, so that its caller learns all of it at once.
struct Violations {
  private(set) var all: [Violation] = []
  private var prefix = ""

  /// Notes that a field is wrong. `field` is its path from the message under examination.
  mutating func add(
    _ field: String,
    _ reason: ErrorReason,
    _ text: LocalizedText,
    metadata: [String: String] = [:]
  ) {
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
    let more = all.count - 1
    return Failure.make(
      first.reason,
      LocalizedText(
        all.map { "\($0.field): \($0.text.english)" }.joined(separator: "; "),
        "\(first.field)：\(first.text.chinese)" + (more == 0 ? "" : "（另有 \(more) 处错误）")
      ),
      metadata: first.metadata,
      violations: all
    )
  }

  private func path(_ field: String) -> String {
    prefix.isEmpty ? field : field.isEmpty ? prefix : "\(prefix).\(field)"
  }
}
