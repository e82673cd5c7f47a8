internal import SwiftProtobufPluginLibrary

/// Refuses what the generator does not support before anything is written.
enum SchemaCheck {
  /// - Throws: `GenerationError` for a file in another syntax than proto3.
  static func check(_ file: FileDescriptor) throws {
    switch file.edition {
    case .proto3: return
    case .proto2: throw refusal(file, "proto2 (a file without `syntax` is proto2)")
    default: throw refusal(file, "an edition")
    }
  }

  private static func refusal(_ file: FileDescriptor, _ found: String) -> GenerationError {
    GenerationError(
      "\(file.name) is written in \(found); protoc-gen-redsail-swift generates for `syntax = \"proto3\"` only."
        + " Such a file may still be imported for its options."
    )
  }
}
