internal import RedSailAPI

/// Checks of resource names and ids; each notes what it finds.
extension Violations {
  /// A name of the given type; nil if it is not one.
  mutating func name(_ value: String, _ field: String, of type: ResourceType) -> ResourceName? {
    guard !value.isEmpty else {
      missing(field)
      return nil
    }
    guard let name = type.parse(value) else {
      add(
        field,
        .invalidName,
        LocalizedText("expected \(type.pattern), came '\(value)'", "资源名应为 \(type.pattern)，实为“\(value)”")
      )
      return nil
    }
    return name
  }

  /// The city of a `parent` field.
  mutating func city(_ value: String, _ field: String = "parent") -> String? {
    name(value, field, of: .city)?.city
  }

  /// A name of the given type in a city (any, where the request's is not known); an empty one is left to the caller's rule on required fields.
  @discardableResult
  mutating func reference(_ value: String, _ field: String, of types: ResourceType..., in city: String?)
    -> ResourceName?
  {
    reference(value, field, of: types, in: city)
  }

  /// A name of one of the given types in a city (any, where the request's is not known).
  @discardableResult
  mutating func reference(_ value: String, _ field: String, of types: [ResourceType], in city: String?) -> ResourceName?
  {
    guard !value.isEmpty else { return nil }
    guard let name = types.first(where: { $0.matches(value) })?.parse(value) else {
      let patterns = types.map(\.pattern).joined(separator: ", ")
      add(
        field,
        .invalidName,
        LocalizedText("expected \(patterns), came '\(value)'", "资源名应为 \(patterns)，实为“\(value)”")
      )
      return nil
    }
    if let city, name.city != city {
      add(
        field,
        .otherCity,
        LocalizedText("'\(value)' lies in another city than cities/\(city)", "“\(value)”不属于城市 \(city)")
      )
      return nil
    }
    return name
  }

  /// The last part of a new name: 1 to 64 of `a-z`, `0-9` and `-`.
  mutating func id(_ value: String, _ field: String) {
    let isFit =
      (1...64).contains(value.utf8.count)
      && value.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    guard !isFit else { return }
    add(
      field,
      .invalidField,
      LocalizedText("expected 1 to 64 of a-z, 0-9 and '-', came '\(value)'", "编号应为 1 至 64 个 a-z、0-9 或 - 字符")
    )
  }

  /// Identifiers in other systems.
  mutating func externalIDs(_ values: [ExternalId]) {
    for (index, value) in values.enumerated() {
      inside("external_ids[\(index)]") { violations in
        violations.text(value.sourceSystem, "source_system", limit: 64, required: true)
        violations.text(value.id, "id", limit: 128, required: true)
      }
    }
  }

  /// A reference to a person, which holds no personal data.
  mutating func person(_ value: PersonReference?, _ field: String, required: Bool = false) {
    guard let value else {
      if required { missing(field) }
      return
    }
    inside(field) { violations in
      violations.text(value.reference, "reference", limit: 64, required: required)
      violations.text(value.duty, "duty", limit: 64)
      violations.text(value.organisation, "organisation", limit: 128)
      let scan = PersonalDataScan(caller: nil)
      violations.noPersonalData(value.reference, "reference", scan)
      violations.noPersonalData(value.duty, "duty", scan)
      violations.noPersonalData(value.organisation, "organisation", scan)
    }
  }
}
