/// The limits of a session that a peer can run into; each names the property of ``HTTP2Limits`` that sets it.
public enum HTTP2Limit: String, Sendable, Hashable, CaseIterable {
  /// ``HTTP2Limits/concurrentStreams``.
  case concurrentStreams
  /// ``HTTP2Limits/headerBytes``.
  case headerBytes
  /// ``HTTP2Limits/headerFields``.
  case headerFields
  /// ``HTTP2Limits/continuationFrames``.
  case continuationFrames
  /// ``HTTP2Limits/peerResets``.
  case peerResets
  /// ``HTTP2Limits/ownResets``.
  case ownResets
  /// ``HTTP2Limits/queuedBytes``.
  case queuedBytes
  /// ``HTTP2Limits/queuedControlFrames``.
  case queuedControlFrames
}
