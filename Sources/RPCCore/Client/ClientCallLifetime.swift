/// Held by every value through which a user can reach a call; when the last one goes, the call is cancelled.
///
/// The stream itself cannot tell, since its transport holds it too.
@usableFromInline
final class ClientCallLifetime: Sendable {
  @usableFromInline let stream: any ClientStream

  @usableFromInline
  init(_ stream: any ClientStream) { self.stream = stream }

  deinit { stream.cancel() }
}
