internal import Foundation
internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI

extension TestCity {
  /// An owner's demand in the first community, received on 2025-09-22 at 10:00 unless changed.
  static func demand(_ change: (inout CreateTicketRequest) throws -> Void = { _ in }) throws -> CreateTicketRequest {
    try .with {
      $0.parent = name
      $0.requestID = UUID().uuidString
      $0.eventTime = try Timestamp(shanghai: "2025-09-22")
      $0.ticket = .with {
        $0.division = community
        $0.title = "路灯不亮"
        $0.source = .owner
      }
      try change(&$0)
    }
  }

  /// A demand raised at the event that was held, at 10:00 of that day, with a promise.
  static func eventDemand(
    _ change: (inout CreateTicketRequest) throws -> Void = { _ in }
  ) throws -> CreateTicketRequest {
    try demand {
      $0.eventTime = try Timestamp(shanghai: "2025-09-20")
      $0.ticket?.source = .receptionDay
      $0.ticket?.receptionDay = event
      $0.ticket?.promisedDate = CalendarDate("2025-09-30")
      try change(&$0)
    }
  }

  /// Creates a demand.
  @discardableResult
  func create(_ change: (inout CreateTicketRequest) throws -> Void = { _ in }) async throws -> Ticket {
    try await tickets.createTicket(Self.demand(change))
  }

  /// Creates a demand raised at the event.
  @discardableResult
  func createAtEvent(_ change: (inout CreateTicketRequest) throws -> Void = { _ in }) async throws -> Ticket {
    try await tickets.createTicket(Self.eventDemand(change))
  }

  /// Does an action with what it needs and nothing else, at a time; `change` sets the fields that matter to a test.
  @discardableResult
  func act(
    _ action: TicketEvent.Action,
    _ ticket: String,
    at time: String,
    _ change: (inout TicketEvent) throws -> Void = { _ in }
  ) async throws -> Ticket {
    var event = try Self.entry(action, at: time)
    try change(&event)
    return try await send(event, to: ticket)
  }

  /// An entry with what its action needs: work goes from the street to the community, and back up.
  static func entry(_ action: TicketEvent.Action, at time: String) throws -> TicketEvent {
    try .with {
      $0.action = action
      $0.eventTime = try Timestamp(shanghai: time)
      switch action {
      case .dispatch: $0.holder = holder(project, .grid)
      case .resolve:
        $0.resolution = .solved
        $0.publicAnswer = "已修复"
      case .callBack: $0.feedback = .with { $0.satisfaction = .satisfied }
      case .return:
        $0.reason = "不属于本单位"
        $0.actingUnit = project
      case .extend:
        $0.reason = "等待配件"
        $0.workingDays = 3
      case .merge: $0.mergedInto = "\(name)/tickets/leading"
      case .refuse:
        $0.nonAcceptanceReason = .litigation
        $0.publicAnswer = "已进入诉讼程序"
      case .reopen: $0.reason = "仍未解决"
      case .escalate:
        $0.reason = "超出社区权限"
        $0.actingUnit = community
        $0.holder = holder(street, .street)
      case .review: $0.reviewOutcome = .overturned
      default: break
      }
    }
  }

  static func holder(_ unit: String, _ level: Ticket.Level) -> Ticket.Holder {
    .with {
      $0.unit = unit
      $0.level = level
    }
  }

  /// Sends an entry as the request of its action.
  private func send(_ event: TicketEvent, to ticket: String) async throws -> Ticket {
    switch event.action {
    case .accept: try await tickets.acceptTicket(request(event, ticket))
    case .dispatch:
      try await tickets.dispatchTicket(
        request(event, ticket) {
          $0.holder = event.holder
          $0.promisedDate = event.promisedDate
        }
      )
    case .sign: try await tickets.signTicket(request(event, ticket) { $0.officer = event.holder?.officer })
    case .start: try await tickets.startTicket(request(event, ticket))
    case .resolve:
      try await tickets.resolveTicket(
        request(event, ticket) {
          $0.resolution = event.resolution
          $0.publicAnswer = event.publicAnswer
        }
      )
    case .callBack: try await tickets.callBackTicket(request(event, ticket) { $0.feedback = event.feedback })
    case .close: try await tickets.closeTicket(request(event, ticket))
    case .return:
      try await tickets.returnTicket(
        request(event, ticket) {
          $0.reason = event.reason
          $0.actingUnit = event.actingUnit
        }
      )
    case .extend:
      try await tickets.extendTicket(
        request(event, ticket) {
          $0.reason = event.reason
          $0.workingDays = event.workingDays
        }
      )
    case .merge: try await tickets.mergeTicket(request(event, ticket) { $0.mergedInto = event.mergedInto })
    case .refuse:
      try await tickets.refuseTicket(
        request(event, ticket) {
          $0.nonAcceptanceReason = event.nonAcceptanceReason
          $0.publicAnswer = event.publicAnswer
        }
      )
    case .reopen: try await tickets.reopenTicket(request(event, ticket) { $0.reason = event.reason })
    case .escalate:
      try await tickets.escalateTicket(
        request(event, ticket) {
          $0.reason = event.reason
          $0.actingUnit = event.actingUnit
          $0.holder = event.holder
        }
      )
    case .review: try await tickets.reviewTicket(request(event, ticket) { $0.reviewOutcome = event.reviewOutcome })
    case .unspecified, .unrecognized:
      throw RPCError(code: .unimplemented, message: "no such action")
    }
  }

  /// A request with the fields that all actions share.
  private func request<Request: CommonActionFields>(
    _ event: TicketEvent,
    _ ticket: String,
    _ change: (inout Request) -> Void = { _ in }
  ) -> Request {
    .with {
      $0.name = ticket
      $0.eventTime = event.eventTime
      $0.actor = event.actor
      $0.note = event.note
      change(&$0)
    }
  }
}

/// The fields that the requests of all actions share.
protocol CommonActionFields: ProtobufRuntime.Message {
  var name: String { get set }
  var eventTime: Timestamp? { get set }
  var actor: PersonReference? { get set }
  var note: String { get set }
}

extension AcceptTicketRequest: CommonActionFields {}
extension DispatchTicketRequest: CommonActionFields {}
extension SignTicketRequest: CommonActionFields {}
extension StartTicketRequest: CommonActionFields {}
extension ResolveTicketRequest: CommonActionFields {}
extension CallBackTicketRequest: CommonActionFields {}
extension CloseTicketRequest: CommonActionFields {}
extension ReturnTicketRequest: CommonActionFields {}
extension ExtendTicketRequest: CommonActionFields {}
extension MergeTicketRequest: CommonActionFields {}
extension RefuseTicketRequest: CommonActionFields {}
extension ReopenTicketRequest: CommonActionFields {}
extension EscalateTicketRequest: CommonActionFields {}
extension ReviewTicketRequest: CommonActionFields {}
