internal import Foundation
internal import SwiftProtobuf
internal import SwiftProtobufPluginLibrary

/// What `google.api.resource` says of a resource (google/api/resource.proto), as far as names need it.
struct ResourceDescriptor: Equatable {
  /// The type's name with its service, such as `redsail/Ticket`.
  var type = ""
  /// The forms its names can have.
  var patterns: [String] = []

  /// The extension's number, in the options of a message (`resource`) and of a file (`resource_definition`) alike.
  private static let fieldNumber: UInt64 = 1053

  /// The resource a message describes, if any.
  static func of(_ message: Descriptor) -> ResourceDescriptor? {
    all(in: message.options.unknownFields).first
  }

  /// The resources a file describes without a message.
  static func of(_ file: FileDescriptor) -> [ResourceDescriptor] {
    all(in: file.options.unknownFields)
  }

  private static func all(in options: UnknownStorage) -> [ResourceDescriptor] {
    WireFields(options.data).compactMap { field in
      guard field.number == fieldNumber, let bytes = field.bytes else { return nil }
      var resource = ResourceDescriptor()
      for part in WireFields(bytes) {
        guard let text = part.bytes.map({ String(decoding: $0, as: UTF8.self) }) else { continue }
        switch part.number {
        case 1: resource.type = text
        case 2: resource.patterns.append(text)
        default: break
        }
      }
      return resource
    }
  }
}
