extension ResourceCollection where Resource == Compound {
  /// Which bodies have governed a compound, oldest first, gaps included (小区治理主体). Set `date` for one day only.
  public func governingBodies(
    _ id: String,
    options: CallOptions = CallOptions(),
    with fill: (inout ListGoverningBodiesRequest) -> Void = { _ in }
  ) -> PagingSequence<ListGoverningBodiesRequest, ListGoverningBodiesResponse, ListGoverningBodiesResponse.Period> {
    var request = ListGoverningBodiesRequest.with { $0.compound = name(of: id) }
    fill(&request)
    let channel = channel
    return PagingSequence(
      request,
      pageToken: \.pageToken,
      items: \.periods,
      nextPageToken: \.nextPageToken
    ) { (request) throws(RPCError) in
      try await channel.unary(CommitteeServiceMethods.listGoverningBodies, request, options: options)
    }
  }
}
