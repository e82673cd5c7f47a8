/// A schema file: what reflection and dynamic messages need of a `google.protobuf.FileDescriptorProto`.
struct FileSchema: Sendable {
  enum Syntax: Sendable { case proto2, proto3, editions }

  var name = ""
  var package = ""
  var syntax = Syntax.proto2
  var dependencies: [String] = []
  var messages: [MessageSchema] = []
  var enums: [EnumSchema] = []
  var services: [ServiceSchema] = []
  var extensions: [ExtensionSchema] = []

  init(_ bytes: UnsafeRawBufferPointer) {
    for field in SchemaFields(bytes) {
      switch field.tag {
      case 1: name = field.text
      case 2: package = field.text
      case 3: dependencies.append(field.text)
      case 4: messages.append(MessageSchema(field.bytes, depth: 0))
      case 5: enums.append(EnumSchema(field.bytes))
      case 6: services.append(ServiceSchema(field.bytes))
      case 7: extensions.append(ExtensionSchema(field.bytes))
      case 12: syntax = field.text == "proto3" ? .proto3 : field.text == "editions" ? .editions : .proto2
      default: break
      }
    }
  }
}

/// An enum of a schema file.
struct EnumSchema: Sendable {
  var name = ""
  var values: [(String, Int32)] = []

  init(_ bytes: UnsafeRawBufferPointer) {
    for field in SchemaFields(bytes) {
      switch field.tag {
      case 1: name = field.text
      case 2:
        var value = ("", Int32(0))
        for part in SchemaFields(field.bytes) {
          if part.tag == 1 { value.0 = part.text } else if part.tag == 2 { value.1 = part.int32 }
        }
        values.append(value)
      default: break
      }
    }
  }
}

/// A field that a schema file adds to another file's message, such as an option.
struct ExtensionSchema: Sendable {
  var name = ""
  var extendee = ""
  var number: Int32 = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    for field in SchemaFields(bytes) {
      switch field.tag {
      case 1: name = field.text
      case 2: extendee = String(field.text.drop { $0 == "." })
      case 3: number = field.int32
      default: break
      }
    }
  }
}

/// A service of a schema file.
struct ServiceSchema: Sendable {
  var name = ""
  var methods: [DescriptorPool.Method] = []

  init(_ bytes: UnsafeRawBufferPointer) {
    for field in SchemaFields(bytes) {
      switch field.tag {
      case 1: name = field.text
      case 2:
        var method = DescriptorPool.Method()
        for part in SchemaFields(field.bytes) {
          switch part.tag {
          case 1: method.name = part.text
          case 2: method.inputType = String(part.text.drop { $0 == "." })
          case 3: method.outputType = String(part.text.drop { $0 == "." })
          case 5: method.isClientStreaming = part.isTrue
          case 6: method.isServerStreaming = part.isTrue
          default: break
          }
        }
        methods.append(method)
      default: break
      }
    }
  }
}
