/// Why records are left out of figures, in Chinese.
enum ReportExclusions {
  static let names = [
    "merged": "已并单",
    "not_accepted": "不予受理",
    "withdrawn": "诉求人撤回",
    "in_time": "未到期",
    "not_asked": "未回访",
    "not_reached": "未接通",
    "elected_before_rule": "规则生效前选举",
    "no_respondents": "无有效样本",
  ]
}
