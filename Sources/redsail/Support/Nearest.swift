/// Finds what a mistyped word may have meant.
enum Nearest {
  /// The candidate with the fewest changed, missing or surplus characters, if they are at most a third of the word.
  static func of(_ word: String, among candidates: [String]) -> String? {
    let nearest = candidates.map { (candidate: $0, distance: distance(word.lowercased(), $0.lowercased())) }
      .min { $0.distance < $1.distance }
    guard let nearest, nearest.distance <= max(2, word.count / 3) else { return nil }
    return nearest.candidate
  }

  /// The Levenshtein distance, row by row.
  static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (line, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, other) in right.enumerated() {
        let substituted = diagonal + (character == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(substituted, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
