/// How the party's work reaches a property firm (党的工作覆盖).
public enum FirmCoverage: Int32, Sendable, Hashable, CaseIterable {
  /// Through a party organisation of its own (党组织).
  case organisation = 1
  /// Through an instructor assigned to it (党建指导员), for want of an organisation.
  case instructor = 2
  /// Not at all.
  case uncovered = 3

  /// The coverage of a firm on a day; a firm that has both counts once, by its organisation.
  public init(hasOrganisation: Bool, hasInstructor: Bool) {
    self = hasOrganisation ? .organisation : hasInstructor ? .instructor : .uncovered
  }
}
