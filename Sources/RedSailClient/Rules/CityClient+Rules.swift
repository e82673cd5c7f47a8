extension CityClient {
  /// The values of rule parameters (规则参数) as they hold in a division on a day, shipped ones included, each with its
  /// source; and the first day within 60 days for which a holiday arrangement is missing.
  ///
  /// - Parameters:
  ///   - keys: The parameters, such as `ticket.default_working_days`; none: all.
  ///   - division: The division; nil for the city.
  ///   - date: The day; nil for today.
  public func resolveParameters(
    _ keys: String...,
    in division: String? = nil,
    on date: CalendarDate? = nil,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> ResolveParametersResponse {
    let request = ResolveParametersRequest.with {
      $0.parent = name
      $0.division = division.map { divisions.name(of: $0) } ?? ""
      $0.date = date
      $0.keys = keys
    }
    return try await RuleServiceClient(redsail.channel).resolveParameters(request, options: options)
  }

  /// The measured indicator tree (指标测评).
  ///
  /// - Parameters:
  ///   - division: Only this division and what lies below it; nil for the whole city.
  ///   - date: The day as of which it is measured; nil for today, or the demonstration's day.
  public func evaluateIndicators(
    in division: String? = nil,
    asOf date: CalendarDate? = nil,
    options: CallOptions = CallOptions()
  ) async throws(RPCError) -> EvaluateIndicatorsResponse {
    let request = EvaluateIndicatorsRequest.with {
      $0.parent = name
      $0.division = division.map { divisions.name(of: $0) } ?? ""
      $0.asOfDate = date
    }
    return try await IndicatorServiceClient(redsail.channel).evaluateIndicators(request, options: options)
  }
}
