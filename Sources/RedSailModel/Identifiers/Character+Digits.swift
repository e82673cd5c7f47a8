extension Character {
  /// Whether this is one of the characters 0 to 9, without any mark combined with it.
  ///
  /// `("0"..."9").contains(_:)` would not do: characters compare by canonical order, so a digit with a combining mark
  /// lies inside that range.
  var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
