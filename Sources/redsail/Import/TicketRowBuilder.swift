internal import Foundation
internal import ProtobufRuntime
internal import RedSailClient

/// Makes tickets with their history from what a file says of them.
struct TicketRowBuilder {
  /// What stands beside a ticket's own fields: `history`, its entries (过程记录); `caller`, who made the demand (诉求人);
  /// `actor`, who received it (登记人).
  static let besides = ["history", "caller", "actor"].compactMap(CreateTicketRequest.layout.field(named:))

  /// A row from a ticket's fields and what stands beside it.
  static func row(_ fields: [String: Any], besides: [String: Any]) throws -> TicketRow {
    var fields = fields
    fields["etag"] = nil
    guard !["delete_time", "deleteTime"].contains(where: { fields[$0] != nil }) else {
      throw Failure("the ticket is deleted", "该工单已删除")
    }
    var object = besides
    object["ticket"] = fields
    var request: CreateTicketRequest
    let data = try JSONSerialization.data(withJSONObject: object)
    do {
      request = try CreateTicketRequest(json: String(decoding: data, as: UTF8.self))
    } catch {
      throw Failure("\(error.path): \(error.text)", "\(error.path)：\(error.text)")
    }
    guard let ticket = request.ticket else { throw Failure("expected a ticket", "应为工单") }
    request.ticketID = ticket.name.split(separator: "/").last.map(String.init) ?? ""
    request.eventTime = ticket.receiveTime
    if request.history.isEmpty {
      guard ticket.eventCount == 0 else {
        throw Failure(
          "the ticket has \(ticket.eventCount) entries of history, and none came: export it with --history",
          "该工单有 \(ticket.eventCount) 条过程记录，但文件中没有：请用 --history 导出"
        )
      }
      request.history = try TicketCourse(ticket).events()
    } else if ticket.eventCount > 0, let holder = request.history.first?.holder {
      // An export tells who has the ticket now; an entry tells who had it then, and the first one changes nothing of it.
      request.ticket?.holder = holder
    }
    let rating = ticket.feedback.flatMap { feedback -> Ticket.Feedback? in
      let isTold = request.history.contains { $0.feedback?.eventTime == feedback.eventTime }
      return feedback.eventTime == nil || isTold ? nil : feedback
    }
    // The same row again is the same request, also when this command is run again after it was killed.
    request.requestID = ContentID.of(try request.serialized(options: .init(isDeterministic: true)))
    return TicketRow(request: request, rating: rating)
  }
}
