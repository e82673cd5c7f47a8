internal import RedSailAPI
internal import RedSailStore

/// Hazards and charging (rows 18 and 32).
extension ReportCatalogue {
  static let safety = [hazards, charging]

  private static let isOpen: CountSource.Condition = {
    .and([$0.lies("found_date"), .not($0.lies("remedied_date"))])
  }
  private static let isHazardOverdue: CountSource.Condition = { .and([isOpen($0), $0.liesBefore("due_date")]) }

  private static func remedied(_ kind: Hazard.Kind, _ key: String, _ name: LocalizedText) -> CountSource.Figure {
    .share(key, name, among: { _ in .is("kind", kind) }) { $0.lies("remedied_date") }
  }

  private static let hazards = ReportDefinition(
    "hazards",
    LocalizedText("Hazards", "安全隐患"),
    [
      CountSource(
        Hazard.recordKind,
        .flow("found_date"),
        [
          .share("hazards_remedied", LocalizedText("hazards found that are remedied", "已整改的隐患")) {
            $0.lies("remedied_date")
          },
          .share("hazards_verified", LocalizedText("that are verified", "已复查销号的隐患")) {
            $0.lies("verified_date")
          },
          remedied(.overheadWires, "overhead_wires_remedied", LocalizedText("wires in the air remedied", "空中飞线整改")),
          remedied(
            .ebikeFire,
            "ebike_fire_remedied",
            LocalizedText("fire hazards of electric bicycles remedied", "电动自行车消防隐患整改")
          ),
          remedied(
            .ebikeCharging,
            "ebike_charging_remedied",
            LocalizedText("unsafe charging remedied", "电动自行车充电难整改")
          ),
          remedied(.firePassage, "fire_passages_remedied", LocalizedText("blocked fire passages remedied", "消防通道整改")),
          remedied(.fireEquipment, "fire_equipment_remedied", LocalizedText("fire equipment remedied", "消防设施整改")),
          remedied(.lift, "lifts_remedied", LocalizedText("lifts remedied", "电梯隐患整改")),
          remedied(.gas, "gas_remedied", LocalizedText("gas remedied", "燃气隐患整改")),
          remedied(.building, "buildings_remedied", LocalizedText("buildings remedied", "房屋安全整改")),
        ]
      ),
      CountSource(
        Hazard.recordKind,
        [
          .count("hazards_open", "hazards", LocalizedText("hazards open", "未整改隐患"), where: isOpen),
          .count("hazards_overdue", "hazards", LocalizedText("hazards overdue", "逾期未整改隐患"), where: isHazardOverdue),
          .count("major_hazards_open", "hazards", LocalizedText("major hazards open", "未整改重大隐患")) {
            .and([isOpen($0), .is("severity", Hazard.Severity.major)])
          },
        ]
      ),
      CountSource(
        Inspection.recordKind,
        .flow("inspection_date"),
        [.count("inspections", "inspections", LocalizedText("inspections", "安全检查"))]
      ),
    ],
    findings: [
      FindingSource(
        Hazard.self,
        "hazard_overdue",
        LocalizedText("is not remedied though its day has passed", "逾期未整改"),
        where: isHazardOverdue,
        called: \.displayName,
        date: \.dueDate
      )
    ]
  )

  private static let bicycles: CountSource.Condition = { _ in
    .is("kind", ChargingFacility.Kind.bicycleShed, .bicycleCabinet, .bicycleSockets)
  }
  private static let canCharge: CountSource.Condition = {
    .named(by: ChargingFacility.recordKind, "compound", where: .and([$0.isValid, bicycles($0)]))
  }

  private static let charging = ReportDefinition(
    "charging",
    LocalizedText("Charging facilities", "充电设施"),
    [
      CountSource(
        ChargingFacility.recordKind,
        where: \.isValid,
        [
          .count("facilities", "facilities", LocalizedText("charging facilities", "充电设施")),
          .count(
            "bicycle_ports",
            "ports",
            LocalizedText("ports for electric bicycles", "电动自行车充电端口"),
            sum: "port_count",
            where: bicycles
          ),
          .count("car_ports", "ports", LocalizedText("ports for cars", "汽车充电端口"), sum: "port_count") { _ in
            .is("kind", ChargingFacility.Kind.car)
          },
        ]
      ),
      CountSource(
        Compound.recordKind,
        where: \.isValid,
        [
          .share(
            "compounds_with_charging",
            LocalizedText("compounds where electric bicycles can be charged", "可充电的小区"),
            where: canCharge
          )
        ]
      ),
    ],
    findings: [
      FindingSource(
        Compound.self,
        "compound_without_charging",
        LocalizedText("has no charging facility for electric bicycles", "没有电动自行车充电设施"),
        where: { .and([$0.isValid, .not(canCharge($0))]) },
        called: \.displayName
      )
    ]
  )
}
