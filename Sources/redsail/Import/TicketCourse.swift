internal import ProtobufRuntime
internal import RedSailClient

/// The course of a ticket of which only the milestones are known, as an office's list of a year has them: received,
/// dispatched, signed for, resolved, called back, closed. A step without a time of its own happened with the one before.
struct TicketCourse {
  private let ticket: Ticket

  init(_ ticket: Ticket) { self.ticket = ticket }

  /// The entries of the history; none where nothing but the receipt is known.
  func events() throws(Failure) -> [TicketEvent] {
    guard let received = ticket.receiveTime else {
      guard latest == nil else { throw needs("receive_time", for: "a ticket with a course", "有办理过程的工单") }
      return []
    }
    if ticket.nonAcceptanceReason != .unspecified {
      return [event(.refuse, at: ticket.resolveTime ?? ticket.closeTime ?? received)]
    }
    guard latest != nil else { return [] }
    let isOnSite = ticket.source == .receptionDay && ticket.dispatchTime == nil && ticket.signTime == nil
    var events: [TicketEvent] = []
    var last = received
    func add(_ action: TicketEvent.Action, at time: Timestamp?) {
      last = time ?? last
      events.append(event(action, at: last))
    }
    if !isOnSite {
      add(.accept, at: nil)
      guard ticket.holder?.unit.isEmpty == false else {
        throw needs("holder", for: "a ticket that was dispatched", "已派单的工单")
      }
      add(.dispatch, at: ticket.dispatchTime)
      if ticket.signTime != nil || outcome != nil { add(.sign, at: ticket.signTime) }
      if outcome != nil { add(.start, at: nil) }
    }
    guard let outcome else { return events }
    guard ticket.resolution != .unspecified else {
      throw needs("resolution", for: "a ticket that is resolved", "已办结的工单")
    }
    add(.resolve, at: ticket.resolveTime ?? outcome)
    if let feedback = ticket.feedback { add(.callBack, at: feedback.eventTime ?? ticket.closeTime) }
    guard let closed = ticket.closeTime else { return events }
    guard ticket.feedback != nil else { throw needs("feedback", for: "a ticket that is closed", "已归档的工单") }
    add(.close, at: closed)
    return events
  }

  /// The last milestone that is known.
  private var latest: Timestamp? { outcome ?? ticket.signTime ?? ticket.dispatchTime }

  /// The last milestone behind the handling that is known.
  private var outcome: Timestamp? { ticket.resolveTime ?? ticket.feedback?.eventTime ?? ticket.closeTime }

  private func event(_ action: TicketEvent.Action, at time: Timestamp) -> TicketEvent {
    .with {
      $0.action = action
      $0.eventTime = time
      switch action {
      case .dispatch, .sign: $0.holder = ticket.holder
      case .resolve:
        $0.resolution = ticket.resolution
        $0.publicAnswer = ticket.publicAnswer
      case .callBack: $0.feedback = ticket.feedback
      case .refuse:
        $0.nonAcceptanceReason = ticket.nonAcceptanceReason
        $0.publicAnswer = ticket.publicAnswer
      default: break
      }
    }
  }

  private func needs(_ field: String, for english: String, _ chinese: String) -> Failure {
    Failure("\(field): needed for \(english) without a history", "\(field)：\(chinese)如无过程记录，须填写此项")
  }
}
