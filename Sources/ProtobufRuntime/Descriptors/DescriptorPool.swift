/// Schema files known at run time, with what they declare: for reflection, on both sides, and for ``DynamicMessage``.
public final class DescriptorPool: Sendable {
  /// A schema file.
  public struct File: Sendable, Hashable {
    /// The name as others import it.
    public let name: String
    /// The files it imports.
    public let dependencies: [String]
    /// The serialized `google.protobuf.FileDescriptorProto`.
    public let serialized: [UInt8]
  }

  /// A service.
  public struct Service: Sendable, Hashable {
    /// The full name with its package.
    public let fullName: String
    /// The methods in the schema's order.
    public let methods: [Method]

    /// The method with this name, which has no package.
    public func method(named name: String) -> Method? { methods.first { $0.name == name } }
  }

  /// A service's method.
  public struct Method: Sendable, Hashable {
    /// The name in its service.
    public internal(set) var name = ""
    /// The full name of the request's message.
    public internal(set) var inputType = ""
    /// The full name of the response's message.
    public internal(set) var outputType = ""
    /// Whether the client sends a stream of requests.
    public internal(set) var isClientStreaming = false
    /// Whether the server sends a stream of responses.
    public internal(set) var isServerStreaming = false
  }

  /// The files in the order they came.
  public let files: [File]

  /// The services in the order of the files.
  public let services: [Service]

  private let filesByName: [String: File]
  private let symbols: SymbolTable

  /// The layouts refer to each other through this object, which lives as long as the pool.
  private let layouts: DynamicLayouts

  /// Reads schema files, in any order. A file that comes twice counts once.
  ///
  /// Throws a ``SchemaError`` where two files declare the same name, or a file's types are in none of the files.
  public init(serializedFiles: [[UInt8]]) throws(SchemaError) {
    var files: [File] = []
    var filesByName: [String: File] = [:]
    var symbols = SymbolTable()
    var services: [Service] = []
    for serialized in serializedFiles {
      let schema = serialized.withUnsafeBytes { FileSchema($0) }
      guard !schema.name.isEmpty else {
        throw SchemaError("expected a FileDescriptorProto with a name, got \(serialized.count) bytes without one")
      }
      if filesByName[schema.name] != nil { continue }
      let file = File(name: schema.name, dependencies: schema.dependencies, serialized: serialized)
      files.append(file)
      filesByName[file.name] = file
      try symbols.add(schema)
      services += schema.services.map {
        Service(fullName: SymbolTable.join(schema.package, $0.name), methods: $0.methods)
      }
    }
    layouts = try DynamicLayouts(symbols)
    self.files = files
    self.filesByName = filesByName
    self.symbols = symbols
    self.services = services
  }

  /// Reads the schema files that generated code carries.
  public convenience init(_ files: [EncodedFileDescriptor]) throws(SchemaError) {
    try self.init(serializedFiles: files.map { $0.serialized() })
  }

  /// The file with this name.
  public func file(named name: String) -> File? { filesByName[name] }

  /// The file that declares a message, enum, enum value, field, service, method or extension of this full name.
  public func file(containing symbol: String) -> File? { symbols.files[symbol].flatMap { filesByName[$0] } }

  /// The file that extends a message by a field of this number.
  public func file(extending message: String, number: Int32) -> File? {
    symbols.extensions[message]?[number].flatMap { filesByName[$0] }
  }

  /// The numbers of the fields by which files extend a message, in ascending order; nil for an unknown message.
  public func extensionNumbers(of message: String) -> [Int32]? {
    guard symbols.messages[message] != nil || symbols.extensions[message] != nil else { return nil }
    return symbols.extensions[message, default: [:]].keys.sorted()
  }

  /// The file and all that it imports, directly or not, each behind those it imports.
  public func transitiveFiles(of file: File) -> [File] {
    var result: [File] = []
    var seen: Set<String> = []
    // Explicit instead of recursive: a chain of imports can be long.
    var pending: [(file: File, isDone: Bool)] = [(file, false)]
    while let (file, isDone) = pending.popLast() {
      if isDone {
        result.append(file)
      } else if seen.insert(file.name).inserted {
        pending.append((file, true))
        pending += file.dependencies.reversed().compactMap { filesByName[$0] }.map { ($0, false) }
      }
    }
    return result
  }

  /// The service with this full name.
  public func service(named name: String) -> Service? { services.first { $0.fullName == name } }

  /// The full names of all messages, sorted; entries of maps left out.
  public var messageNames: [String] { symbols.messages.filter { !$0.value.schema.isMapEntry }.keys.sorted() }

  /// A message's layout; valid while the pool lives.
  func layout(named name: String) -> MessageLayout? { layouts.messages[name] }

  /// All layouts; valid while the pool lives.
  var allLayouts: [MessageLayout] { Array(layouts.messages.values) }
}
