internal import Foundation
internal import SwiftProtobuf
internal import SwiftProtobufPluginLibrary

/// Writes the list of a module's file descriptors, from which a reflection service answers.
struct FileDescriptorsPrinter {
  let context: GenerationContext

  /// The run's own files and those they import that no module holds, each behind the files it imports.
  static func files(of generated: [FileDescriptor], modules: ModuleMappings) -> [FileDescriptor] {
    var listed: Set<String> = []
    var files: [FileDescriptor] = []
    let own = Set(generated.map(\.name))
    func add(_ file: FileDescriptor) {
      guard own.contains(file.name) || modules.target(of: file.name) == nil else { return }
      guard listed.insert(file.name).inserted else { return }
      for dependency in file.dependencies.sorted(by: { $0.name < $1.name }) { add(dependency) }
      files.append(file)
    }
    for file in generated.sorted(by: { $0.name < $1.name }) { add(file) }
    return files
  }

  func write(_ files: [FileDescriptor], to writer: inout SourceWriter) throws {
    writer.line(
      "/// The schema files of this module, and those they import that no other module holds, for reflection."
    )
    try writer.block("\(context.access)enum FileDescriptors {") { writer in
      writer.line(
        "/// Each file behind those it imports."
      )
      try writer.block("\(context.access)static let all: [EncodedFileDescriptor] = [", closing: "]") {
        writer in
        for file in files {
          let encoded = try Self.base64(of: file)
          writer.line("EncodedFileDescriptor(")
          writer.line("  name: \(stringLiteral(file.name)),")
          writer.line("  base64: \"\"\"")
          for (index, line) in encoded.enumerated() {
            writer.line("  \(line)\(index == encoded.count - 1 ? "" : "\\")")
          }
          writer.line("  \"\"\"")
          writer.line("),")
        }
      }
    }
  }

  /// The file's `FileDescriptorProto` without source positions and comments, in base64, in lines of 100 characters.
  private static func base64(of file: FileDescriptor) throws -> [String] {
    let bytes: Data = try file.extractProto().serializedBytes()
    var rest = bytes.base64EncodedString()[...]
    var lines: [String] = []
    while !rest.isEmpty {
      lines.append(String(rest.prefix(100)))
      rest = rest.dropFirst(100)
    }
    return lines
  }
}
