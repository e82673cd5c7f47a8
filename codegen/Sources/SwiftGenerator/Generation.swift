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
  /// The file that declares the namespace: the first one the run writes.
  private let namespaceOwner: String?

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
    context = GenerationContext(
      options: options,
      names: names,
      references: TypeReferences(names: names, namespace: options.namespace),
      recursiveFields: RecursiveFields(files)
    )
    outputNames = OutputNames(files)
    let runtime = files.contains { WellKnownTypes.files.contains($0.name) }
    imports = Imports(names: names, ownModule: runtime ? WellKnownTypes.module : nil)
    namespaceOwner = options.messages ? OutputNames.fileDescriptors : nil
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
    guard options.messages else { return }
    if !resourceNames.isEmpty {
      try outputs.add(fileName: OutputNames.resourceNames, contents: resourceNamesFile())
    }
    try outputs.add(fileName: OutputNames.fileDescriptors, contents: try fileDescriptorsFile())
  }

  private func messages(of file: FileDescriptor) throws -> String {
    let source = SourceFile(options: options, sources: [file.name], imports: imports.messages(of: file))
    return try source.text { writer in
      var first = true
      for message in file.messages {
        if !first { writer.line() }
        first = false
        try MessagePrinter(context: context).write(message, to: &writer)
      }
      for enumeration in file.enums {
        if !first { writer.line() }
        first = false
        try EnumPrinter(context: context).write(enumeration, to: &writer)
      }
    }
  }

  private func services(of file: FileDescriptor) throws -> String {
    let source = SourceFile(options: options, sources: [file.name], imports: imports.services(of: file))
    return try source.text { writer in
      for (index, service) in file.services.enumerated() {
        if index > 0 { writer.line() }
        try write(service, to: &writer)
      }
    }
  }

  private func write(_ service: ServiceDescriptor, to writer: inout SourceWriter) throws {
    guard let names = serviceNames[service.fullName] else { return }
    let model = try ServiceModel(service, methodsName: names.methods, clientName: names.client, in: context)
    if options.server {
      ServerPrinter(access: context.access).write(model, to: &writer)
      writer.line()
    }
    if options.client {
      ClientPrinter(access: context.access).write(model, to: &writer)
      writer.line()
    }
    MethodsPrinter(access: context.access).write(model, to: &writer)
  }

  private func resourceNamesFile() -> String {
    let source = SourceFile(options: options, sources: files.map(\.name))
    return source.text { writer in
      ResourceNamesPrinter(access: context.access).write(resourceNames, to: &writer)
      writer.line()
      InvalidResourceNamePrinter(access: context.access).write(to: &writer)
    }
  }

  private func fileDescriptorsFile() throws -> String {
    let listed = FileDescriptorsPrinter.files(of: files, modules: options.modules)
    var source = SourceFile(
      options: options,
      sources: files.map(\.name),
      imports: imports.ownModule == nil ? [WellKnownTypes.module] : []
    )
    source.declaresNamespace = namespaceOwner == OutputNames.fileDescriptors
    return try source.text { writer in try FileDescriptorsPrinter(context: context).write(listed, to: &writer) }
  }
}
