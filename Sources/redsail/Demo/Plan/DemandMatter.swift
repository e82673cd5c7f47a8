internal import RedSailAPI

/// What demands are about.
struct DemandMatter {
  let category: String
  let kind: Ticket.Kind
  let title: String
  let content: String
  let answer: String

  static let all = [
    DemandMatter("cleaning", .complaint, "楼道卫生清扫不及时", "楼道及公共区域多日未清扫。", "已安排保洁清扫，并增加每日巡查。"),
    DemandMatter("parking", .complaint, "小区车辆乱停占用消防通道", "夜间车辆占用消防通道。", "已施划标线并安排夜间疏导。"),
    DemandMatter("lift", .repair, "电梯运行有异响", "电梯上行时有异响，住户担心安全。", "维保单位已检修，运行正常。"),
    DemandMatter("leak", .repair, "顶楼屋面渗水", "雨后顶楼屋面渗水。", "已完成防水修补。"),
    DemandMatter("fees", .question, "物业费收费标准咨询", "咨询物业费的组成与收费标准。", "已现场出示合同与公示的收费标准。"),
    DemandMatter("greening", .suggestion, "建议补种绿化", "中心绿地部分裸露。", "已列入补种计划并完成补种。"),
    DemandMatter("lighting", .repair, "单元门口路灯不亮", "单元门口路灯损坏。", "已更换灯具。"),
    DemandMatter("charging", .suggestion, "增设电动自行车充电设施", "电动自行车充电难，存在飞线充电。", "已增设充电端口。"),
    DemandMatter("noise", .complaint, "夜间施工噪声扰民", "夜间装修噪声扰民。", "已劝止并张贴装修时段告示。"),
    DemandMatter("facilities", .repair, "健身器材锈蚀", "健身器材锈蚀松动。", "已除锈加固并更换部件。"),
  ]

  private init(
    _ category: String,
    _ kind: Ticket.Kind,
    _ title: String,
    _ content: String,
    _ answer: String
  ) {
    self.category = category
    self.kind = kind
    self.title = title
    self.content = content
    self.answer = answer
  }
}
