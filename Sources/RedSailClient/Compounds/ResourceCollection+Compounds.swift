extension ResourceCollection where Resource == Compound {
  /// The story of a compound (小区沿革), oldest first: when it was built, who managed and governed it, its takeovers, renovations
  /// and honours, and how satisfied its people were.
  public func history(
    of id: String,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> GetCompoundHistoryResponse {
    try await CompoundServiceClient(channel).getCompoundHistory(.with { $0.name = name(of: id) }, options: options)
  }
}
