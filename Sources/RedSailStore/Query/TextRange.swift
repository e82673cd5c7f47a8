/// Ranges of texts in the order of their UTF-8 bytes, which is the order of their scalars.
enum TextRange {
  /// The smallest text above all that start with `prefix`; nil if there is none.
  static func upperBound(ofPrefix prefix: String) -> String? {
    var scalars = Array(prefix.unicodeScalars)
    while let last = scalars.popLast() {
      // The scalars skip the surrogates.
      let next = last.value == 0xD7FF ? 0xE000 : last.value + 1
      guard let scalar = Unicode.Scalar(next) else { continue }
      scalars.append(scalar)
      var bound = String.UnicodeScalarView()
      bound.append(contentsOf: scalars)
      return String(bound)
    }
    return nil
  }
}
