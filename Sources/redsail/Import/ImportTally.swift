internal import Foundation
internal import RedSailClient

/// Counts what became of the rows of an import and tells of those that were refused, as they come.
final class ImportTally {
  private let language: Language
  private var counts: [RecordResult.Outcome: Int] = [:]
  private(set) var failed = 0
  /// Rows of a validation that refer to what is not stored: another row of the files may have it.
  private var unresolved: [(name: String, refuse: () -> Void)] = []
  private var unchecked = 0

  init(language: Language) { self.language = language }

  /// Counts a row that was sent.
  func count(_ result: RecordResult, _ file: String, _ line: Int) {
    if let error = result.error {
      fail(file, line, Failure(error))
    } else {
      counts[result.outcome, default: 0] += 1
    }
  }

  /// Counts a ticket that was sent.
  func count(_ result: TicketImportResult, _ file: String, _ line: Int) {
    if let error = result.error {
      fail(file, line, Failure(error))
    } else {
      counts[result.receipt?.alreadyPresent == true ? .present : .created, default: 0] += 1
    }
  }

  /// Keeps a row of a validation until all files are read; false if it was not refused for a reference, or if the error
  /// was cut too short to tell for which.
  func waits(_ result: RecordResult, _ file: String, _ line: Int) -> Bool {
    guard let error = result.error else { return false }
    return waits(error.reason, error.metadata["name"], error.message) { self.count(result, file, line) }
  }

  /// The same for a ticket.
  func waits(_ result: TicketImportResult, _ file: String, _ line: Int) -> Bool {
    guard let error = result.error else { return false }
    return waits(error.reason, error.errorInfo?.metadata["name"], error.message) { self.count(result, file, line) }
  }

  private func waits(
    _ reason: ErrorReason?,
    _ name: String?,
    _ message: String,
    refuse: @escaping () -> Void
  ) -> Bool {
    guard reason == .referenceNotFound else { return false }
    // The text tells the name too, and stays where there were too many errors for their details.
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false)
    guard let name = name ?? (quoted.count > 2 ? String(quoted[1]) : nil) else { return false }
    unresolved.append((name, refuse))
    return true
  }

  /// Settles what waits: a row that refers to a row of the files can be checked no further, any other is refused.
  func settle(_ names: Set<String>) {
    for row in unresolved {
      if names.contains(row.name) { unchecked += 1 } else { row.refuse() }
    }
    unresolved = []
  }

  /// Tells of a row that is not stored.
  func fail(_ file: String, _ line: Int, _ failure: Failure) {
    failed += 1
    let place = line > 0 ? "\(file):\(line)" : file
    FileHandle.standardError.write(Data("\(place): \(failure.message(in: language))\n".utf8))
  }

  /// One line with all counts.
  func summary(isValidation: Bool) -> String {
    func number(_ outcome: RecordResult.Outcome) -> Int { counts[outcome] ?? 0 }
    let english =
      "\(number(.created)) created, \(number(.updated)) updated, \(number(.present)) present, "
      + "\(number(.deleted)) deleted, \(failed) failed"
      + (unchecked > 0 ? ", \(unchecked) not checked: they refer to other rows" : "")
      + (isValidation ? " (nothing is stored)" : "")
    let chinese =
      "新增 \(number(.created))，更新 \(number(.updated))，已存在 \(number(.present))，删除 \(number(.deleted))，失败 \(failed)"
      + (unchecked > 0 ? "，未校验 \(unchecked)（引用了文件中的其他行）" : "") + (isValidation ? "（仅校验，未保存）" : "")
    return language.choose(english, chinese)
  }
}

extension Failure {
  /// A row that was refused.
  fileprivate init(_ error: RecordError) {
    let code = StatusCode(rawValue: Int(error.code))?.name ?? "\(error.code)"
    let reason = ErrorReason.layout.name(of: error.reason.rawValue)?.dropFirst("ERROR_REASON_".count) ?? ""
    self.init(
      "\(code): \(error.message) [\(reason)]",
      "\(code): \(error.localizedMessage.isEmpty ? error.message : error.localizedMessage) [\(reason)]"
    )
  }
}
