internal import SwiftProtobufPluginLibrary

/// The typed name of a resource as it is generated.
struct ResourceName {
  /// The Swift type.
  let typeName: String
  /// The resource's type, such as `redsail/Ticket`.
  let resourceType: String
  let pattern: ResourcePattern
  /// The property of each segment; nil for a literal one.
  let properties: [String?]

  /// The names of all resources of a run, in the order of the files and of their declarations.
  ///
  /// A resource's first pattern gives `TicketName`; each further one has the words of its parents before that
  /// (`ProjectTopicName`, `OrganizationTopicName`).
  static func all(in files: [FileDescriptor], names: inout TypeNames) -> [ResourceName] {
    var resources: [ResourceDescriptor] = []
    for file in files.sorted(by: { $0.name < $1.name }) {
      resources += ResourceDescriptor.of(file)
      for message in file.messages { collect(message, into: &resources) }
    }
    var seen: Set<String> = []
    return resources.filter { seen.insert($0.type).inserted }.flatMap { resource in
      let kind = resource.type.split(separator: "/").last.flatMap { IdentifierWords.upperCamelCase(String($0)) }
      return resource.patterns.compactMap(ResourcePattern.init).enumerated().map { index, pattern in
        let parents = index == 0 ? "" : pattern.parents.compactMap(IdentifierWords.upperCamelCase).joined()
        let name = names.claimTopLevel("\(parents)\(kind ?? "Resource")Name", fallback: "Resource")
        return ResourceName(name, resource.type, pattern)
      }
    }
  }

  private init(_ typeName: String, _ resourceType: String, _ pattern: ResourcePattern) {
    self.typeName = typeName
    self.resourceType = resourceType
    self.pattern = pattern
    var scope = NameScope(reserved: ["init", "self", "pattern", "description", "hash", "hashValue"])
    properties = pattern.segments.map { segment in
      guard case .variable(let name) = segment else { return nil }
      return scope.claim(IdentifierWords.lowerCamelCase(name) ?? "id", fallback: "_")
    }
  }

  private static func collect(_ message: Descriptor, into resources: inout [ResourceDescriptor]) {
    if let resource = ResourceDescriptor.of(message) { resources.append(resource) }
    for nested in message.messages { collect(nested, into: &resources) }
  }
}

extension ResourcePattern {
  /// The variables before the last one: what the resource lies in.
  var parents: [String] {
    segments.compactMap { if case .variable(let name) = $0 { name } else { nil } }.dropLast()
  }
}
