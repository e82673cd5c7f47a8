/// Who governs a compound over its whole history: at any time exactly one body, or a gap that is reported.
///
/// Derived, so that an expiry or an imported gap is never refused: where one of the compound's own committees serves, it
/// governs; elsewhere the community's environment and property committee acts (没有成立业委会的小区，由社区环物委代行职责).
public struct GoverningTimeline: Sendable, Hashable {
  /// A stretch of days with one body or none.
  public struct Segment: Sendable, Hashable {
    /// The days.
    public let period: DatePeriod
    /// Who governs; nil in a gap.
    public let body: GoverningBody?

    /// Makes a segment.
    public init(period: DatePeriod, body: GoverningBody?) {
      self.period = period
      self.body = body
    }
  }

  /// The segments, oldest first, without a day between them or in two of them.
  public let segments: [Segment]

  /// Derives a timeline.
  ///
  /// - Parameters:
  ///   - bodies: The compound's own committees, and the environment committees of its community.
  ///   - span: The days to cover: those of the compound.
  /// - Throws: ``GoverningOverlap``.
  public init(_ bodies: [GoverningBody], during span: DatePeriod) throws(GoverningOverlap) {
    for (index, body) in bodies.enumerated() { try Self.checkOverlap(of: body, with: bodies[..<index]) }
    guard !span.isEmpty else {
      segments = []
      return
    }
    let edges = Set(bodies.filter { !$0.period.isEmpty }.flatMap { [$0.period.start, $0.period.end] })
    let inner = edges.compactMap(\.self).filter { span.contains($0) && $0 != span.start }.sorted()
    let starts: [CivilDate?] = [span.start] + inner
    let ends: [CivilDate?] = inner + [span.end]
    var segments: [Segment] = []
    for (start, end) in zip(starts, ends) {
      // Any day of the stretch tells who governs all of it.
      let day = start ?? end?.advanced(byDays: -1) ?? CivilDate(daysSinceEpoch: 0)
      let body = Self.body(on: day, among: bodies)
      if let last = segments.last, last.body?.name == body?.name, last.body?.kind == body?.kind {
        segments[segments.count - 1] = Segment(period: DatePeriod(from: last.period.start, to: end), body: last.body)
      } else {
        segments.append(Segment(period: DatePeriod(from: start, to: end), body: body))
      }
    }
    self.segments = segments
  }

  /// Checks that a body would not serve together with another of its rank.
  ///
  /// - Throws: ``GoverningOverlap``, with the first body that it would serve together with.
  public static func checkOverlap(
    of body: GoverningBody,
    with others: some Sequence<GoverningBody>
  ) throws(GoverningOverlap) {
    for other in others where other.kind.isOwn == body.kind.isOwn {
      if let common = other.period.intersection(body.period) {
        throw GoverningOverlap(existing: other, new: body, common: common)
      }
    }
  }

  private static func body(on day: CivilDate, among bodies: [GoverningBody]) -> GoverningBody? {
    let serving = bodies.filter { $0.period.contains(day) }
    return serving.first(where: \.kind.isOwn) ?? serving.first
  }

  /// Who governs on a day; nil in a gap and outside the span.
  public func body(on day: CivilDate) -> GoverningBody? {
    segments.first { $0.period.contains(day) }?.body
  }

  /// The stretches without any body.
  public var gaps: [DatePeriod] { segments.filter { $0.body == nil }.map(\.period) }
}
