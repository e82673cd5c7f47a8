internal import Foundation
internal import Testing

/// What the plugin refuses, and that the message names the place, what came and what would be right.
struct RefusalTests {
  struct Refusal: CustomTestStringConvertible, Sendable {
    var schemas: [String: String]
    var options = ""
    var parts: [String]
    var testDescription: String { parts.joined(separator: " … ") }
  }

  static let valid = ["a.proto": "syntax = \"proto3\"; package a; message A {}"]

  static let refusals: [Refusal] = [
    Refusal(
      schemas: ["old.proto": "syntax = \"proto2\"; message A { required string b = 1; }"],
      parts: ["old.proto is written in proto2", "syntax = \"proto3\""]
    ),
    Refusal(
      schemas: ["silent.proto": "message A { optional string b = 1; }"],
      parts: ["silent.proto is written in proto2"]
    ),
    Refusal(
      schemas: valid,
      options: "Colour=blue",
      parts: ["unknown option 'Colour'", "Visibility, Namespace, Client, Server, Messages, ModuleMapping"]
    ),
    Refusal(
      schemas: valid,
      options: "Visibility=open",
      parts: ["option Visibility", "'open'", "public, package, internal"]
    ),
    Refusal(schemas: valid, options: "Client=yes", parts: ["option Client", "'yes'", "true, false"]),
    Refusal(schemas: valid, options: "Namespace=a.b", parts: ["option Namespace", "'a.b'", "a Swift type name"]),
    Refusal(schemas: valid, options: "Namespace=String", parts: ["option Namespace", "'String'"]),
    Refusal(schemas: valid, options: "ModuleMapping=a", parts: ["option ModuleMapping", "'a'", "path/prefix=Module"]),
    Refusal(
      schemas: [
        "a.proto": """
        syntax = "proto3"; package a; import "google/api/http.proto"; message A { google.api.HttpRule rule = 1; }
        """
      ],
      parts: ["a.A.rule uses google.api.HttpRule", "ModuleMapping=google/api/http.proto=Module"]
    ),
    Refusal(
      schemas: [
        "a.proto": """
        syntax = "proto3"; package a; import "google/api/http.proto";
        service A { rpc Get(google.api.Http) returns (google.api.Http); }
        """
      ],
      parts: ["a.A.Get uses google.api.Http"]
    ),
    Refusal(
      schemas: [
        "v1/a.proto": "syntax = \"proto3\"; package a.v1; message A {}",
        "v2/a.proto": "syntax = \"proto3\"; package a.v2; message A {}",
      ],
      parts: ["a.v2.A", "package 'a.v1'", "both become 'A'", "Namespace=Name"]
    ),
  ]

  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "refusal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in refusal.schemas {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    guard case .refused(let message) = try Protoc.generate(from: folder, options: refusal.options) else {
      Issue.record("protoc accepted it")
      return
    }
    for part in refusal.parts { #expect(message.contains(part), "\(message)") }
  }

  /// A proto2 file that is imported for its options only is fine.
  @Test func acceptsProto2ImportedForOptions() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "options-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let schema = """
      syntax = "proto3"; package a; import "google/protobuf/descriptor.proto";
      extend google.protobuf.MethodOptions { string rule = 50000; }
      message A {} service S { rpc Get(A) returns (A) { option (rule) = "x"; } }
      """
    try schema.write(to: folder.appending(path: "a.proto"), atomically: true, encoding: .utf8)
    guard case .files(let files) = try Protoc.generate(from: folder, options: "") else {
      Issue.record("protoc refused it")
      return
    }
    #expect(Set(files.keys) == ["a.pb.swift", "a.grpc.swift", "FileDescriptors.pb.swift"])
    #expect(files["FileDescriptors.pb.swift"]?.contains("google/protobuf/descriptor.proto") == true)
  }
}
