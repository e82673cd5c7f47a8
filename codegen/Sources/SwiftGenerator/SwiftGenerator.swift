public import SwiftProtobufPluginLibrary

/// The plugin: reads the schemas that protoc hands over and writes Swift for ProtobufRuntime and RPCCore.
public struct SwiftGenerator: CodeGenerator {
  /// Makes a generator; it has no state of its own.
  public init() {}

  /// What `--version` prints.
  public var version: String? { pluginVersion }

  /// `optional` in proto3 is supported; a file of an edition protoc itself refuses to hand over.
  public var supportedFeatures: [Google_Protobuf_Compiler_CodeGeneratorResponse.Feature] { [.proto3Optional] }

  /// Generates for the files that protoc was asked for.
  public func generate(
    files: [FileDescriptor],
    parameter: any CodeGeneratorParameter,
    protoCompilerContext: any ProtoCompilerContext,
    generatorOutputs outputs: any GeneratorOutputs
  ) throws {
    let options = try GeneratorOptions(parameter.parsedPairs)
    for file in files { try SchemaCheck.check(file) }
    try Generation(files.sorted { $0.name < $1.name }, options).write(to: outputs)
  }
}
