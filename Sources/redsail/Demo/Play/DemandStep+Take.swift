internal import RedSailAPI

extension DemandStep {
  /// Takes the step on a ticket and returns the ticket as it is afterwards.
  func take(on name: String, requestID: String, through tickets: TicketServiceClient) async throws -> Ticket {
    func request<Request: TicketActionRequest>(_ fill: (inout Request) -> Void = { _ in }) -> Request {
      .with {
        $0.name = name
        $0.requestID = requestID
        $0.eventTime = CityPlan.timestamp(time)
        fill(&$0)
      }
    }
    return switch action {
    case .accept: try await tickets.acceptTicket(request())
    case .dispatch(let holder): try await tickets.dispatchTicket(request { $0.holder = holder })
    case .sign: try await tickets.signTicket(request())
    case .start: try await tickets.startTicket(request())
    case .resolve(let resolution, let answer):
      try await tickets.resolveTicket(
        request {
          $0.resolution = resolution
          $0.publicAnswer = answer
        }
      )
    case .callBack(let satisfaction):
      try await tickets.callBackTicket(request { $0.feedback = .with { $0.satisfaction = satisfaction } })
    case .close: try await tickets.closeTicket(request())
    case .giveBack(let actingUnit):
      try await tickets.returnTicket(
        request {
          $0.reason = "不属于本网格职责范围"
          $0.actingUnit = actingUnit
        }
      )
    case .extend(let workingDays):
      try await tickets.extendTicket(
        request {
          $0.reason = "需等待配件到货"
          $0.workingDays = workingDays
        }
      )
    case .escalate(let actingUnit, let holder):
      try await tickets.escalateTicket(
        request {
          $0.reason = "需上级协调解决"
          $0.actingUnit = actingUnit
          $0.holder = holder
        }
      )
    case .refuse(let reason):
      try await tickets.refuseTicket(
        request {
          $0.nonAcceptanceReason = reason
          $0.publicAnswer = "该事项已进入法定程序，请按程序办理。"
        }
      )
    case .merge(let leading): try await tickets.mergeTicket(request { $0.mergedInto = leading })
    case .reopen: try await tickets.reopenTicket(request { $0.reason = "诉求人对办理结果不满意" })
    }
  }
}
