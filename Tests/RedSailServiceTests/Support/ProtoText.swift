internal import Foundation

/// The schema's text, read by a few plain rules: what it promises is compared with what the services do.
enum ProtoText {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../proto/redsail/v1"
  )

  static func file(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  static func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".proto") }.sorted()
  }

  /// The fields of a top-level message in order, each with its behaviours (google.api.field_behavior).
  static func fields(of message: String) throws -> [(name: String, behaviours: Set<String>)] {
    for name in try files() {
      let lines = try file(name).split(separator: "\n", omittingEmptySubsequences: false)
      guard let start = lines.firstIndex(of: "message \(message) {") else { continue }
      var fields: [(String, Set<String>)] = []
      var statement = ""
      var depth = 0
      for line in lines[(start + 1)...] {
        if line == "}" { return fields }
        let code = line.trimmingCharacters(in: .whitespaces)
        if code.hasPrefix("//") { continue }
        // What a nested block holds is none of the message's own, except the members of a oneof.
        if code.hasPrefix("option ") || code.hasPrefix("message ") || code.hasPrefix("enum ") || depth > 0 {
          depth += code.filter { $0 == "{" }.count - code.filter { $0 == "}" }.count
          continue
        }
        statement += " " + code
        guard code.hasSuffix(";") else { continue }
        if let field = Self.field(statement) { fields.append(field) }
        statement = ""
      }
    }
    return []
  }

  private static func field(_ statement: String) -> (String, Set<String>)? {
    guard let match = statement.firstMatch(of: /([a-z_0-9]+) = [0-9]+( \[|;)/) else { return nil }
    let behaviours = statement.matches(of: /field_behavior\) = ([A-Z_]+)/).map { String($0.output.1) }
    return (String(match.output.1), Set(behaviours))
  }

  /// The names that a list request's comment on a field gives behind “Fields:”.
  static func documentedNames(_ message: String, field: String) throws -> [String] {
    for name in try files() {
      guard let start = try file(name).firstRange(of: "message \(message) {") else { continue }
      let body = try file(name)[start.upperBound...]
      guard let end = body.firstRange(of: " string \(field) = "),
        let list = body[..<end.lowerBound].ranges(of: "Fields: ").last
      else { continue }
      let text = body[list.upperBound..<end.lowerBound].replacing("//", with: " ")
      // A field path may hold a full stop itself: the sentence ends at one that a blank follows.
      let sentence = text[..<(text.firstRange(of: /\.\s/)?.lowerBound ?? text.endIndex)]
      return sentence.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined() }
    }
    return []
  }
}
