/// The access level of everything a run generates.
enum Visibility: String, CaseIterable {
  case `public`
  case package
  case `internal`

  /// What stands before a declaration, with the space after it. `internal` is Swift's own default and left out.
  var modifier: String {
    self == .internal ? "" : rawValue + " "
  }
}
