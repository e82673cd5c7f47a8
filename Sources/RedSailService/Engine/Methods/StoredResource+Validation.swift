internal import RedSailAPI

extension StoredResource {
  /// Checks everything that can be checked without the store. Paths are relative to the resource.
  func validateAll(in city: String?, _ violations: inout Violations) {
    for field in Self.resourceFields where field.behaviour.isRequired && !field.isSet(self) {
      violations.missing(field.name)
    }
    for reference in Self.resourceReferences {
      for (index, name) in reference.names(self).enumerated() {
        violations.reference(name, reference.path(index), of: reference.targets.map(\.type), in: city)
      }
    }
    validate(&violations)
  }
}
