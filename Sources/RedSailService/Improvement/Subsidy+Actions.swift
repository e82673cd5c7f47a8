internal import RPCCore
internal import RedSailAPI
internal import RedSailModel

extension Subsidy {
  /// The subsidy after someone approved an amount.
  func approved(_ request: ApproveSubsidyRequest) throws -> Subsidy {
    let approver = request.actor ?? PersonReference()
    var subsidy = try after(
      .approve(by: approver.reference, amount: request.amountHundredths),
      on: request.date
    )
    subsidy.approver = approver
    subsidy.decidedDate = request.date
    return subsidy
  }

  /// The subsidy after someone refused it.
  func refused(_ request: RefuseSubsidyRequest) throws -> Subsidy {
    let approver = request.actor ?? PersonReference()
    var subsidy = try after(.refuse(by: approver.reference, reason: request.reason), on: request.date)
    subsidy.approver = approver
    subsidy.decidedDate = request.date
    subsidy.refusalReason = request.reason
    return subsidy
  }

  /// The subsidy after a payment.
  func paid(_ request: PaySubsidyRequest) throws -> Subsidy {
    var subsidy = try after(.pay(amount: request.amountHundredths), on: request.date)
    subsidy.paidDate = request.date
    subsidy.payments = instalments
    subsidy.payments.append(
      .with {
        $0.date = request.date
        $0.amountHundredths = request.amountHundredths
      }
    )
    return subsidy
  }

  /// The payments; one of all that is paid where a record from before they were kept has none.
  var instalments: [Payment] {
    guard payments.isEmpty, paidHundredths > 0, let paidDate else { return payments }
    return [
      .with {
        $0.date = paidDate
        $0.amountHundredths = paidHundredths
      }
    ]
  }

  private func after(_ command: SubsidyCommand, on date: CalendarDate?) throws -> Subsidy {
    let day = date?.civilDate ?? CivilDate(daysSinceEpoch: 0)
    do throws(SubsidyMachine.Refusal) {
      let snapshot = try SubsidyMachine().apply(command, to: SubsidySnapshot(self), on: day)
      var subsidy = self
      subsidy.state = State(rawValue: snapshot.state.rawValue)
      subsidy.approvedHundredths = snapshot.approved
      subsidy.paidHundredths = snapshot.paid
      return subsidy
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ refusal: SubsidyMachine.Refusal) -> RPCError {
    switch refusal.condition {
    case nil: Failure.actionNotAllowed(refusal, on: name)
    case .applicantDecides:
      Failure.samePerson(
        field: "actor",
        LocalizedText("actor: who applied for '\(name)' does not decide on it", "申请人不得审批本人的申请")
      )
    case .amount(let came, let limit): Failure.amountExceeded(field: "amount_hundredths", limit: limit, came: came)
    case .reasonMissing: Failure.field("reason", .requiredField, LocalizedText("is required", "为必填字段"))
    case .beforeLast(let day, let last): Failure.dayBeforeLast(name, last: last, came: day)
    }
  }
}

extension SubsidySnapshot {
  /// A stored subsidy, as the rules see it.
  init(_ subsidy: Subsidy) {
    let days = [subsidy.appliedDate, subsidy.decidedDate, subsidy.paidDate]
    self.init(
      state: SubsidyState(rawValue: subsidy.state.rawValue) ?? .applied,
      applicant: subsidy.applicant?.reference ?? "",
      applied: subsidy.appliedHundredths,
      approved: subsidy.approvedHundredths,
      paid: subsidy.paidHundredths,
      lastEvent: days.compactMap { $0?.civilDate }.max() ?? CivilDate(daysSinceEpoch: 0)
    )
  }
}
