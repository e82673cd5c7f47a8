internal import Foundation
internal import RedSailClient

/// Counts what became of the rows of an import and tells of those that were refused, as they come.
final class ImportTally {
  private let language: Language
  private var counts: [RecordResult.Outcome: Int] = [:]
  private(set) var failed = 0

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
      + "\(number(.deleted)) deleted, \(failed) failed" + (isValidation ? " (nothing is stored)" : "")
    let chinese =
      "新增 \(number(.created))，更新 \(number(.updated))，已存在 \(number(.present))，删除 \(number(.deleted))，失败 \(failed)"
      + (isValidation ? "（仅校验，未保存）" : "")
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
