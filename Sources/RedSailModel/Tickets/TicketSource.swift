/// Where a ticket came from.
public enum TicketSource: Int32, Sendable, Hashable, CaseIterable {
  /// The 12345 hotline.
  case hotline = 1
  /// A project manager's reception day or another event of the kind (项目经理接待日).
  case receptionDay = 2
  /// An owner, through the mini program.
  case owner = 3
  /// A grid worker (网格员).
  case grid = 4
  /// A visit (走访).
  case visit = 5

  /// Whether the demand was raised at an event, where it can be resolved on the spot (现场解决) and counts among the
  /// demands that the article's figures speak of.
  public var isEvent: Bool { self == .receptionDay }
}
