internal import Foundation
internal import ProtobufRuntime
internal import RPCServices
internal import RedSailClient

/// A method to call, with the schema of its messages.
struct CallSchema {
  let pool: DescriptorPool
  let service: String
  let method: DescriptorPool.Method

  /// Finds a method in the built-in schema, else asks the server. Throws a `Failure` that names the nearest one.
  static func find(_ path: String, through channel: any RPCChannel) async throws -> CallSchema {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    guard parts.count == 2 else {
      throw Failure(
        "'\(path)' is no method; expected SERVICE/METHOD, such as TicketService/ListTickets",
        "“\(path)”不是方法名，应为 服务/方法，例如 TicketService/ListTickets",
        exitCode: EX_USAGE
      )
    }
    let builtIn = try DescriptorPool(
      ProtobufRuntime.FileDescriptors.all + GoogleRPC.FileDescriptors.all + RedSailAPI.FileDescriptors.all
    )
    if let service = service(parts[0], in: builtIn) {
      return try CallSchema(pool: builtIn, service: service, methodName: parts[1])
    }
    let reflection = ReflectionLookup(channel)
    let names = try await reflection.services()
    guard let name = names.first(where: { $0 == parts[0] || $0.hasSuffix(".\(parts[0])") }) else {
      throw unknown("service", "服务", parts[0], among: names)
    }
    let pool = try DescriptorPool(serializedFiles: try await reflection.files(declaring: name))
    guard let service = pool.service(named: name) else {
      throw Failure(
        "the server lists \(name), but its reflection does not describe it",
        "服务器列出了 \(name)，但反射服务未提供其定义"
      )
    }
    return try CallSchema(pool: pool, service: service, methodName: parts[1])
  }

  private init(pool: DescriptorPool, service: DescriptorPool.Service, methodName: String) throws {
    guard let method = service.method(named: methodName) else {
      throw Self.unknown(
        "method of \(service.fullName):",
        "\(service.fullName) 的方法",
        methodName,
        among: service.methods.map(\.name)
      )
    }
    self.pool = pool
    self.service = service.fullName
    self.method = method
  }

  /// A request's bytes from its JSON. Throws a `Failure` that says where it is wrong.
  func encode(_ json: String) throws -> [UInt8] {
    do {
      return try DynamicMessage(json: json, type: method.inputType, in: pool).serialized
    } catch let error as JSONDecodingError {
      throw Failure(
        "the request is no \(method.inputType): \(error)",
        "请求内容不是 \(method.inputType)：\(error)",
        exitCode: EX_USAGE
      )
    }
  }

  /// A response's JSON from its bytes, on one line.
  func decode(_ bytes: [UInt8]) throws -> String {
    try DynamicMessage(serialized: bytes, type: method.outputType, in: pool).json()
  }

  private static func service(_ name: String, in pool: DescriptorPool) -> DescriptorPool.Service? {
    pool.services.first { $0.fullName == name || $0.fullName.hasSuffix(".\(name)") }
  }

  private static func unknown(
    _ english: String,
    _ chinese: String,
    _ name: String,
    among known: [String]
  ) -> Failure {
    let short = known.map { $0.split(separator: ".").last.map(String.init) ?? $0 }
    return Failure(
      unknown: english,
      chinese,
      name,
      nearest: Nearest.of(name, among: known) ?? Nearest.of(name, among: short),
      among: known,
      exitCode: Int32(StatusCode.unimplemented.rawValue)
    )
  }
}
