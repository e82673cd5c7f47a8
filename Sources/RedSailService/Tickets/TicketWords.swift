internal import RedSailModel

// The words that the people at the counters use, for messages in zh-CN.

extension TicketState {
  var chinese: String {
    switch self {
    case .received: "已登记"
    case .accepted: "已受理"
    case .dispatched: "已派单"
    case .signed: "已签收"
    case .inProgress: "办理中"
    case .resolved: "已办结"
    case .calledBack: "已回访"
    case .closed: "已归档"
    case .returned: "已退回"
    case .notAccepted: "不予受理"
    case .merged: "已并单"
    }
  }
}

extension TicketAction {
  var chinese: String {
    switch self {
    case .accept: "受理"
    case .dispatch: "派单"
    case .sign: "签收"
    case .start: "开始办理"
    case .resolve: "办结"
    case .callBack: "回访"
    case .close: "归档"
    case .return: "退回"
    case .extend: "延期"
    case .merge: "并单"
    case .refuse: "不予受理"
    case .reopen: "重办"
    case .escalate: "上报"
    case .review: "复核"
    }
  }
}

extension TicketLevel {
  var chinese: String {
    switch self {
    case .grid: "网格"
    case .community: "社区"
    case .street: "街道"
    case .county: "县区"
    }
  }
}
