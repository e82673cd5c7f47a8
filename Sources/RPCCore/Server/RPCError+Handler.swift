extension RPCError {
  /// What the caller is told when a handler throws: an `RPCError` as it is; a cancellation as DEADLINE_EXCEEDED if the
  /// deadline has passed and otherwise as CANCELLED; anything else as INTERNAL, without its text.
  public init(handlerError error: any Error, context: ServerContext) {
    switch error {
    case let error as RPCError: self = error
    case is CancellationError:
      let reason = context.cancellation ?? (context.deadline?.hasPassed == true ? .deadline : .peer)
      self = reason.error
    default: self.init(code: .internal, message: "internal error", cause: error)
    }
  }
}
