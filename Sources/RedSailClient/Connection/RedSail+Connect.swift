internal import RPCTransport

extension RedSail {
  /// Connects to a server and makes sure that it answers.
  ///
  /// - `target`: where it is, as gRPC writes it (grpc/doc/naming.md): `127.0.0.1:50051`, `dns:///host:50051`,
  ///   `ipv4:10.0.0.1:50051,10.0.0.2:50051`, `ipv6:[::1]:50051`, `unix:/run/redsail.sock`; the default port is 443.
  /// - `credentials`: how to secure the connection.
  /// - `timeout`: the time that a unary call has if its options say nothing, and that connecting has; 10 s unless set.
  /// - `retries`: how often calls are repeated that the server did not answer, and connecting with them.
  ///
  /// The connection is made anew when it has broken. Throws INVALID_ARGUMENT for a target that cannot be read, and UNAVAILABLE
  /// or DEADLINE_EXCEEDED where no gRPC server answers there.
  public static func connect(
    to target: String,
    credentials: ClientCredentials = .plaintext,
    timeout: Duration = .seconds(10),
    retries: RetryPolicy = RetryPolicy()
  ) async throws(RPCError) -> RedSail {
    var configuration = ClientConfiguration()
    configuration.connectTimeout = min(configuration.connectTimeout, timeout)
    // A call that is repeated must find the connection tried again too.
    configuration.backoff.initial = retries.initialBackoff
    configuration.backoff.maximum = retries.maximumBackoff
    let channel = try ClientChannel(target: target, configuration: configuration)
    let redsail = RedSail(over: channel, timeout: timeout, retries: retries) { await channel.close() }
    do throws(RPCError) {
      try await redsail.ping()
    } catch {
      await channel.close()
      throw error
    }
    return redsail
  }

  /// Asks for the server's health (grpc/doc/health-checking.md). Any answer will do: one that has no health service is there too.
  private func ping() async throws(RPCError) {
    let check = MethodDescriptor<ProtobufEmpty, ProtobufEmpty>(
      service: "grpc.health.v1.Health",
      name: "Check",
      kind: .unary,
      idempotency: .noSideEffects
    )
    do throws(RPCError) {
      _ = try await channel.unary(check, ProtobufEmpty())
    } catch {
      if [.unavailable, .deadlineExceeded, .cancelled].contains(error.code) { throw error }
    }
  }
}
