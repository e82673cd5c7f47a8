/// How JSON is read, and its limits.
public struct JSONDecodingOptions: Sendable {
  /// Whether names that the schema does not know are skipped instead of refused. Default false.
  public var ignoresUnknownFields: Bool

  /// Messages inside messages, the outermost not counted; a map's entry and a `google.protobuf.Value` are messages.
  /// Default 100.
  public var maximumNesting: Int

  /// Bytes of working memory for one message. Default 64 MiB.
  public var maximumMemory: Int

  /// The types that a `google.protobuf.Any` may hold.
  public var types: TypeRegistry

  /// The default options but for those given.
  public init(
    ignoresUnknownFields: Bool = false,
    maximumNesting: Int = 100,
    maximumMemory: Int = 64 << 20,
    types: TypeRegistry = TypeRegistry()
  ) {
    self.ignoresUnknownFields = ignoresUnknownFields
    self.maximumNesting = maximumNesting
    self.maximumMemory = maximumMemory
    self.types = types
  }
}

/// How JSON is written. Fields come in the order of their numbers, map entries in that of their keys.
public struct JSONEncodingOptions: Sendable {
  /// Whether fields have the names of the `.proto` file instead of lowerCamelCase. Default false.
  public var preservesProtoFieldNames: Bool

  /// Whether fields without presence are written where they are at their default. Default false.
  public var alwaysPrintsDefaults: Bool

  /// Whether enums are written as numbers instead of names. Default false.
  public var printsEnumsAsNumbers: Bool

  /// Whether the text is broken into lines and indented by two spaces. Default false.
  public var isPretty: Bool

  /// The types that a `google.protobuf.Any` may hold.
  public var types: TypeRegistry

  /// The default options but for those given.
  public init(
    preservesProtoFieldNames: Bool = false,
    alwaysPrintsDefaults: Bool = false,
    printsEnumsAsNumbers: Bool = false,
    isPretty: Bool = false,
    types: TypeRegistry = TypeRegistry()
  ) {
    self.preservesProtoFieldNames = preservesProtoFieldNames
    self.alwaysPrintsDefaults = alwaysPrintsDefaults
    self.printsEnumsAsNumbers = printsEnumsAsNumbers
    self.isPretty = isPretty
    self.types = types
  }
}
