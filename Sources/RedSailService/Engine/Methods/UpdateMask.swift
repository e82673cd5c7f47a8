internal import ProtobufRuntime
internal import RedSailAPI

/// Which fields of a resource an update changes (AIP-134): the mask's, without one all that are set, with `*` all.
struct UpdateMask<Resource: StoredResource>: Sendable {
  private enum Selection: Sendable {
    case set
    case all
    case named([ResourceField<Resource>])
  }

  private let selection: Selection

  /// Reads a mask; each path must be a field that callers may change.
  init(_ mask: FieldMask?, _ violations: inout Violations) {
    let paths = mask?.paths ?? []
    if paths.isEmpty {
      selection = .set
    } else if paths == ["*"] {
      selection = .all
    } else {
      var named: [ResourceField<Resource>] = []
      for (index, path) in paths.enumerated() where path != "etag" {
        if let field = Self.field(path, "update_mask.paths[\(index)]", &violations) { named.append(field) }
      }
      selection = .named(named)
    }
  }

  /// The current resource with the selected fields taken from the request's. Notes immutable fields that would change.
  func apply(_ new: Resource, to current: Resource, _ violations: inout Violations) -> Resource {
    var result = current
    for field in selected(in: new) where !field.isEqual(new, current) {
      guard !field.behaviour.isImmutable else {
        violations.add(
          "\(Resource.resourceType.field).\(field.name)",
          .invalidUpdateMask,
          LocalizedText(
            "cannot be changed by an update: it is set at creation or by an action",
            "不得通过修改操作变更，须在创建时或通过办理动作设定"
          )
        )
        continue
      }
      field.copy(new, &result)
    }
    return result
  }

  private func selected(in new: Resource) -> [ResourceField<Resource>] {
    let writable = Resource.resourceFields.filter { $0.behaviour != .outputOnly }
    return switch selection {
    case .set: writable.filter { $0.isSet(new) }
    // An immutable field that a full replacement leaves out is not meant to be cleared.
    case .all: writable.filter { !$0.behaviour.isImmutable || $0.isSet(new) }
    case .named(let fields): fields
    }
  }

  private static func field(_ path: String, _ place: String, _ violations: inout Violations) -> ResourceField<Resource>?
  {
    if let field = Resource.resourceFields.first(where: { $0.name == path }) {
      if field.behaviour != .outputOnly { return field }
      violations.add(
        place,
        .invalidUpdateMask,
        LocalizedText("'\(path)' is set by the server only", "“\(path)”由系统设定，不得修改")
      )
      return nil
    }
    let changeable = Resource.resourceFields.filter { $0.behaviour != .outputOnly && !$0.behaviour.isImmutable }.map(
      \.name
    )
    let root = String(path.prefix { $0 != "." })
    let isPart = root != path && changeable.contains(root)
    let isCommon = ["name", "create_time", "update_time", "delete_time", "event_time", "backfilled"].contains(path)
    violations.add(
      place,
      .invalidUpdateMask,
      isPart
        ? LocalizedText(
          "'\(root)' is replaced as a whole: name it without '\(path.dropFirst(root.count))'",
          "“\(root)”须整体修改"
        )
        : isCommon
          ? LocalizedText("'\(path)' is set by the server only", "“\(path)”由系统设定，不得修改")
          : LocalizedText(
            "\(Resource.resourceType.name) has no field '\(path)' to change; there are \(changeable.joined(separator: ", "))",
            "没有可修改的字段“\(path)”"
          )
    )
    return nil
  }
}
