/// Ids that the server chooses.
enum ResourceID {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// Sixteen characters of Crockford's base 32: 80 random bits, so that two cities that are joined later do not clash.
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return String((0..<16).map { _ in alphabet[Int(generator.next(upperBound: UInt64(alphabet.count)))] })
  }
}
