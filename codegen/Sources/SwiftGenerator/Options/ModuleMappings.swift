/// Which Swift module, and which namespace in it, holds the types of a proto file that this run does not generate.
struct ModuleMappings {
  /// A module's name and the namespace below it, if any.
  struct Target: Equatable {
    var module: String
    var namespace: String?
  }

  /// The files that RedSail's own modules hold; a `ModuleMapping` of the user goes first.
  private static let builtIn: [String: Target] = {
    var targets: [String: Target] = [:]
    for file in WellKnownTypes.files { targets[file] = Target(module: WellKnownTypes.module, namespace: nil) }
    for file in ["code", "error_details", "status"] {
      targets["google/rpc/\(file).proto"] = Target(module: "RPCCore", namespace: "GoogleRPC")
    }
    return targets
  }()

  private var prefixes: [(path: String, target: Target)] = []

  /// Adds `path/prefix=Module` or `path/prefix=Module.Namespace`; the prefix is a file or a folder of proto paths.
  mutating func add(_ mapping: String) throws {
    guard let separator = mapping.lastIndex(of: "=") else {
      throw GenerationError(
        "option ModuleMapping has the value '\(mapping)'; expected: path/prefix=Module or path/prefix=Module.Namespace"
      )
    }
    let path = mapping[..<separator]
    let names = mapping[mapping.index(after: separator)...].split(separator: ".", omittingEmptySubsequences: false)
    guard !path.isEmpty, (1...2).contains(names.count), names.allSatisfy({ !$0.isEmpty }) else {
      throw GenerationError(
        "option ModuleMapping has the value '\(mapping)'; expected: path/prefix=Module or path/prefix=Module.Namespace"
      )
    }
    let target = Target(module: String(names[0]), namespace: names.count == 2 ? String(names[1]) : nil)
    prefixes.append((path.hasSuffix("/") ? String(path.dropLast()) : String(path), target))
  }

  /// The module of a file: the longest prefix that fits, then the built-in table, else nil.
  func target(of file: String) -> Target? {
    let fitting = prefixes.filter { file == $0.path || file.hasPrefix($0.path + "/") }
    return fitting.max { $0.path.count < $1.path.count }?.target ?? Self.builtIn[file]
  }
}
