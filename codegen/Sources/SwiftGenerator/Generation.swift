internal import SwiftProtobufPluginLibrary

/// One run: the files it generates, and the names and tables it computes for all of them before it writes the first.
struct Generation {
  private let files: [FileDescriptor]
  private let options: GeneratorOptions
  private let context: GenerationContext
  private let outputNames: OutputNames
  private let imports: Imports
  private let resourceNames: [ResourceName]
  /// The names of each service's enum of methods and of its client, by the service's full name.
  private let serviceNames: [String: (methods: String, client: String)]

  init(_ files: [FileDescriptor], _ options: GeneratorOptions) throws {
    self.files = files
    self.options = options
    var names = try TypeNames(generated: files, options: options)
    serviceNames = Dictionary(
      uniqueKeysWithValues: files.flatMap(\.services).map { service in
        let name = names.types[service.fullName]?.name ?? service.name
        let methods = names.claimTopLevel(name + "Methods", fallback: "_")
        return (service.fullName, (methods, names.claimTopLevel(name + "Client", fallback: "_")))
      }
    )
    resourceNames = ResourceName.all(in: files, names: &names)
    context = GenerationContext(files, options: options, names: names)
    outputNames = OutputNames(files, namespace: options.namespace)
    let runtime = files.contains { WellKnownTypes.files.contains($0.name) }
    imports = Imports(names: names, ownModule: runtime ? WellKnownTypes.module : nil)
  }

  func write(to outputs: any GeneratorOutputs) throws {
    for file in files {
      if options.messages, !(file.messages.isEmpty && file.enums.isEmpty) {
        try outputs.add(fileName: outputNames.messages(of: file), contents: try messages(of: file))
      }
      if options.client || options.server, !file.services.isEmpty {
        try outputs.add(fileName: outputNames.services(of: file), contents: try services(of: file))
      }
    }
    if options.client, needsRequestIDs {
      try outputs.add(fileName: outputNames.requestIDs, contents: requestIDsFile())
    }
    guard options.messages else { return }
    if !resourceNames.isEmpty {
      try outputs.add(fileName: outputNames.resourceNames, contents: resourceNamesFile())
    }
    try outputs.add(fileName: outputNames.fileDescriptors, contents: try fileDescriptorsFile())
  }

  private func messages(of file: FileDescriptor) throws -> String {
    let source = SourceFile(options: options, sources: [file.name], imports: imports.messages(of: file))
    return try source.text { writer in
      for (index, message) in file.messages.enumerated() {
        if index > 0 { writer.line() }
        try MessagePrinter(context: context).write(message, to: &writer)
        writeAlias(of: message.fullName, isDeprecated: message.options.deprecated, to: &writer)
      }
      for (index, enumeration) in file.enums.enumerated() {
        if index > 0 || !file.messages.isEmpty { writer.line() }
        try EnumPrinter(context: context).write(enumeration, to: &writer)
        writeAlias(of: enumeration.fullName, isDeprecated: enumeration.options.deprecated, to: &writer)
      }
    }
  }

  private func writeAlias(of fullName: String, isDeprecated: Bool, to writer: inout SourceWriter) {
    guard let name = context.names.types[fullName]?.name, context.rootAliases.contains(name) else { return }
    writer.line()
    writer.line("/// `\(name)`, for places where a nested type of the same name hides it.")
    if isDeprecated { writer.line(Deprecation.attribute) }
    writer.line("\(context.access)typealias \(TypeReferences.rootAlias(name)) = \(ReservedNames.escaped(name))")
  }

  private func services(of file: FileDescriptor) throws -> String {
    let source = SourceFile(options: options, sources: [file.name], imports: imports.services(of: file))
    let services = try file.services.compactMap { service in
      try serviceNames[service.fullName].map { names in
        try ServiceModel(service, methodsName: names.methods, clientName: names.client, in: context)
      }
    }
    let server = ServerPrinter(access: context.access, namespace: options.namespace)
    return source.text { writer in
      for (index, service) in services.enumerated() {
        if index > 0 { writer.line() }
        if options.server {
          server.write(service, to: &writer)
          writer.line()
        }
        if options.client {
          ClientPrinter(access: context.access).write(service, to: &writer)
          writer.line()
        }
        MethodsPrinter(access: context.access).write(service, to: &writer)
      }
    } fileScope: { writer in
      guard options.server else { return }
      for service in services {
        writer.line()
        server.writeRegistration(service, to: &writer)
      }
    }
  }

  private var needsRequestIDs: Bool {
    files.flatMap(\.services).flatMap(\.methods).contains { ServiceModel.requestID(of: $0) != nil }
  }

  private func requestIDsFile() -> String {
    SourceFile(options: options, sources: packages).text { RequestIDPrinter().write(to: &$0) }
  }

  /// What the header of a file for the whole run names as its sources.
  private var packages: [String] {
    Set(files.map { $0.package.isEmpty ? $0.name : "package " + $0.package }).sorted()
  }

  private func resourceNamesFile() -> String {
    let source = SourceFile(options: options, sources: packages)
    return source.text { writer in
      ResourceNamesPrinter(access: context.access).write(resourceNames, to: &writer)
      writer.line()
      InvalidResourceNamePrinter(access: context.access).write(to: &writer)
    }
  }

  private func fileDescriptorsFile() throws -> String {
    let listed = FileDescriptorsPrinter.files(of: files, modules: options.modules)
    var source = SourceFile(options: options, sources: packages, imports: imports.runtime)
    source.declaresNamespace = true
    return try source.text { writer in try FileDescriptorsPrinter(context: context).write(listed, to: &writer) }
  }
}
