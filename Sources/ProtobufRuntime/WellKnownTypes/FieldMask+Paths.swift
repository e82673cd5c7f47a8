extension FieldMask: ExpressibleByArrayLiteral {
  /// A mask of these paths, spelled as in the `.proto` file: `create_time`, `address.street`.
  public init(_ paths: [String]) {
    self.init()
    self.paths = paths
  }

  /// A mask of paths that the generator has spelled: `FieldMask(Ticket.FieldPath.title, .grade)`.
  public init<Path: RawRepresentable<String>>(_ paths: Path...) { self.init(paths.map(\.rawValue)) }

  /// A mask of these paths.
  public init(arrayLiteral elements: String...) { self.init(elements) }

  /// The path that stands for all fields (AIP-134, full replacement).
  public static let wildcard = "*"

  /// A mask of the fields that are set in a message, without looking into messages inside it.
  public init(fieldsSetIn message: some Message) throws {
    self.init(
      try message.withStructForCopy { base, layout in
        layout.fields.filter { $0.isSet(in: base) }.map(\.name)
      }
    )
  }

  /// Whether the mask covers a path: names it, or a message it lies in, or has the wildcard.
  public func covers(_ path: String) -> Bool {
    paths.contains { $0 == path || $0 == FieldMask.wildcard || path.hasPrefix($0 + ".") }
  }

  /// Checks that each path names a field of the message, or is the wildcard alone.
  ///
  /// A path leads through singular messages; its last part can be any field (AIP-161 without map keys).
  public func validate<M: Message>(for message: M.Type) throws(FieldMaskError) {
    for path in paths { _ = try FieldMask.resolve(path, in: M.layout, isOnly: paths.count == 1) }
  }

  /// The fields that a path leads through; empty for the wildcard.
  static func resolve(
    _ path: String,
    in layout: MessageLayout,
    isOnly: Bool
  ) throws(FieldMaskError) -> [FieldLayout] {
    if path == wildcard {
      if isOnly { return [] }
      throw FieldMaskError(
        path: path,
        message: layout.fullName,
        part: path,
        description: "expected the wildcard \"*\" to be the only path, got others beside it"
      )
    }
    var fields: [FieldLayout] = []
    var current: MessageLayout? = layout
    var scope = layout.fullName
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      guard let message = current else {
        throw FieldMaskError(
          path: path,
          message: scope,
          part: String(part),
          description:
            "expected the path \"\(path)\" to end at \(scope), which is not a single message; got \"\(part)\" after it"
        )
      }
      guard let field = message.field(named: String(part)), field.name == part else {
        throw FieldMaskError(
          path: path,
          message: message.fullName,
          part: String(part),
          description: "expected a field of \(message.fullName), got \"\(part)\" in the path \"\(path)\""
        )
      }
      fields.append(field)
      scope = "\(message.fullName).\(field.name)"
      current = field.isRepeated ? nil : field.submessage
    }
    return fields
  }
}
