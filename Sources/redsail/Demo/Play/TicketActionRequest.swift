internal import ProtobufRuntime
internal import RedSailAPI

/// What the requests of all actions on a ticket have in common.
protocol TicketActionRequest: ProtobufRuntime.Message {
  var name: String { get set }
  var requestID: String { get set }
  var eventTime: Timestamp? { get set }
}

extension AcceptTicketRequest: TicketActionRequest {}
extension DispatchTicketRequest: TicketActionRequest {}
extension SignTicketRequest: TicketActionRequest {}
extension StartTicketRequest: TicketActionRequest {}
extension ResolveTicketRequest: TicketActionRequest {}
extension CallBackTicketRequest: TicketActionRequest {}
extension CloseTicketRequest: TicketActionRequest {}
extension ReturnTicketRequest: TicketActionRequest {}
extension ExtendTicketRequest: TicketActionRequest {}
extension EscalateTicketRequest: TicketActionRequest {}
extension RefuseTicketRequest: TicketActionRequest {}
extension MergeTicketRequest: TicketActionRequest {}
extension ReopenTicketRequest: TicketActionRequest {}
