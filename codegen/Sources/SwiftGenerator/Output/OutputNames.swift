internal import SwiftProtobufPluginLibrary

/// The names of the files a run writes.
///
/// A file is called after its schema file, without folders, because Swift wants file names unique in a module. Where two
/// schema files of a run have the same name, as many of their folders as it takes stand before it
/// (`v1_reflection.pb.swift`, `v1alpha_reflection.pb.swift`). In a run with a namespace, what extends the namespace is
/// called so (`GoogleRPC+status.pb.swift`).
struct OutputNames {
  private let bases: [String: String]
  private let prefix: String

  init(_ files: [FileDescriptor], namespace: String?) {
    prefix = namespace.map { $0 + "+" } ?? ""
    var bases: [String: String] = [:]
    let paths = files.map { file in
      (file.name.hasSuffix(".proto") ? String(file.name.dropLast(6)) : file.name).split(separator: "/").map(String.init)
    }
    for (file, path) in zip(files, paths) {
      var depth = 1
      while depth < path.count, paths.filter({ $0.suffix(depth) == path.suffix(depth) }).count > 1 { depth += 1 }
      bases[file.name] = path.suffix(depth).joined(separator: "_")
    }
    self.bases = bases
  }

  /// Where the messages, enums and resource names of a schema file go.
  func messages(of file: FileDescriptor) -> String { base(file) + ".pb.swift" }

  /// Where the services of a schema file go.
  func services(of file: FileDescriptor) -> String { base(file) + ".grpc.swift" }

  /// Where the descriptors of all files of the run go.
  var fileDescriptors: String { prefix + "FileDescriptors.pb.swift" }

  /// Where the resource names of all files of the run go.
  var resourceNames: String { prefix + "ResourceNames.pb.swift" }

  /// Where the ids come from that clients fill into requests.
  var requestIDs: String { prefix + "RequestID.grpc.swift" }

  private func base(_ file: FileDescriptor) -> String { prefix + (bases[file.name] ?? file.name) }
}
