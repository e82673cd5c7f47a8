internal import ArgumentParser
internal import Foundation

/// The language of labels and messages.
enum Language: String, ExpressibleByArgument {
  case english = "en"
  case chinese = "zh"

  /// The language of the locale that the environment names, as POSIX reads it; English where it is neither.
  static func ofEnvironment(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .chinese : .english
  }

  /// The language that a command line asks for with `--lang`, also where the rest of it cannot be read; else that of the
  /// environment.
  static func of(_ arguments: [String]) -> Language {
    let named = arguments.enumerated().compactMap { index, argument -> Language? in
      if argument == "--lang", index + 1 < arguments.count { return Language(rawValue: arguments[index + 1]) }
      return argument.hasPrefix("--lang=") ? Language(rawValue: String(argument.dropFirst("--lang=".count))) : nil
    }
    return named.last ?? .ofEnvironment()
  }

  /// One of two texts.
  func choose(_ english: String, _ chinese: String) -> String { self == .chinese ? chinese : english }
}
