internal import ProtobufRuntime
internal import RedSailAPI

/// What the requests of all actions on a ticket have in common.
protocol TicketActionRequest: MutationRequest {
  var name: String { get }
  var etag: String { get }
  var actor: PersonReference? { get }
  var note: String { get }

  /// The action.
  static var action: TicketEvent.Action { get }

  /// Puts what the action needs beside the common fields into the entry.
  func complete(_ entry: inout TicketEntry)
}

extension TicketActionRequest {
  /// The action as an entry of the history.
  var entry: TicketEntry {
    var event = TicketEvent()
    event.action = Self.action
    event.eventTime = eventTime
    event.actor = actor
    event.note = note
    var entry = TicketEntry(event: event)
    complete(&entry)
    return entry
  }

  /// Most actions need nothing else.
  func complete(_ entry: inout TicketEntry) {}
}
