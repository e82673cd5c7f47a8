internal import ProtobufRuntime
internal import RedSailAPI

// What the engine asks of requests.

extension CreateTicketRequest: MutationRequest {}
extension UpdateTicketRequest: MutationRequest {}
extension DeleteTicketRequest: ActionRequest {}
extension UndeleteTicketRequest: ActionRequest {}
extension RateTicketRequest: ActionRequest {}
extension ListTicketsRequest: ListRequest {}

extension UpdateTicketCallerRequest: MutationRequest {
  /// A correction says nothing of when something happened.
  var eventTime: Timestamp? { nil }
}
