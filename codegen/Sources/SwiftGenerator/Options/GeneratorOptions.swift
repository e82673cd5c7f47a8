internal import SwiftProtobufPluginLibrary

/// What the user chose with `--redsail-swift_opt`.
struct GeneratorOptions {
  /// The access level of the generated declarations.
  var visibility = Visibility.public
  /// The caseless enum that all declarations lie in; nil puts them at the module's top level.
  var namespace: String?
  /// Whether services get a client.
  var client = true
  /// Whether services get the protocol a server implements.
  var server = true
  /// Whether messages, enums and file descriptors are generated. Without them the services refer to the messages of
  /// an earlier run in the same module.
  var messages = true
  /// Which Swift module holds the types of an imported file.
  var modules = ModuleMappings()

  private static let known = ["Visibility", "Namespace", "Client", "Server", "Messages", "ModuleMapping"]

  init() {}

  /// Reads protoc's `Key=Value,Key=Value`.
  init(_ pairs: [(key: String, value: String)]) throws {
    for (key, value) in pairs {
      switch key {
      case "Visibility":
        guard let visibility = Visibility(rawValue: value.lowercased()) else {
          throw Self.invalid(key, value, expected: Visibility.allCases.map(\.rawValue).joined(separator: ", "))
        }
        self.visibility = visibility
      case "Namespace":
        guard Self.isTypeName(value) else { throw Self.invalid(key, value, expected: "a Swift type name") }
        namespace = value
      case "Client": client = try Self.flag(key, value)
      case "Server": server = try Self.flag(key, value)
      case "Messages": messages = try Self.flag(key, value)
      case "ModuleMapping": try modules.add(value)
      default:
        throw GenerationError(
          "unknown option '\(key)'; the options are: \(Self.known.joined(separator: ", "))"
        )
      }
    }
  }

  private static func flag(_ key: String, _ value: String) throws -> Bool {
    switch value.lowercased() {
    case "true": true
    case "false": false
    default: throw invalid(key, value, expected: "true, false")
    }
  }

  private static func isTypeName(_ name: String) -> Bool {
    guard let first = name.first, first.isLetter, first.isUppercase else { return false }
    return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } && !ReservedNames.types.contains(name)
  }

  private static func invalid(_ key: String, _ value: String, expected: String) -> GenerationError {
    GenerationError("option \(key) has the value '\(value)'; expected: \(expected)")
  }
}
