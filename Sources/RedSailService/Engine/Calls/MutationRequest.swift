internal import ProtobufRuntime

/// A request that changes something: it can be repeated safely, and says when the thing happened.
protocol MutationRequest: ProtobufRuntime.Message {
  var requestID: String { get set }
  var eventTime: Timestamp? { get }
}
