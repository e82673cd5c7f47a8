internal import Crypto
internal import ProtobufRuntime
internal import RPCCore
internal import RedSailStore

extension IdempotencyKey {
  /// The key of a request: its id, and a digest of everything else in it.
  init(_ request: some MutationRequest, caller: Caller, method: RPCMethod) throws {
    var payload = request
    payload.requestID = ""
    let bytes = try payload.serialized(options: EncodingOptions(isDeterministic: true))
    self.init(
      caller: caller.id,
      requestID: request.requestID.lowercased(),
      method: method.path,
      fingerprint: Array(SHA256.hash(data: bytes))
    )
  }
}
