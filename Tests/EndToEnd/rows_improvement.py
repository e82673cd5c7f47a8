"""Rows 16 to 21: the association, old compounds, hazards, honours, the mini program, the indicator tree."""

from counted_city import credit_code, person

ROWS = {}


def row(number):
    def register(case):
        ROWS[number] = case
        return case

    return register


@row(16)
def association(city):
    firms = [city.firm(number) for number in (1, 2)]
    yield {"association_members": 0}

    def join(firm, first, end=None):
        city.change("Firm", firm, association_memberships=[
            {"association": "济宁市物业管理服务协会", "valid_from": first, **({"valid_to": end} if end else {})}])

    join(firms[0], "2025-03-01")
    join(firms[1], "2025-03-01", "2026-01-01")
    yield {"as_of": "2025-12-31", "association_members": 2}
    yield {
        "association_members": 1, "associations/association_members": (1, 2),
        "associations/association_members@county-1": (1, 2), "associations/association_members@county-2": (0, 0),
    }


@row(17)
def old_compounds(city):
    compounds = [city.compound(number, old_compound=True) for number in (1, 2)]
    project = city.project(1, compounds[0])
    firm = city / f"firms/{credit_code(1)}"
    renovations = [
        city.make("RenovationProject", f"r{number}", at="2025-01-10", compounds=[compound], year=2025,
                  **city.place(number))
        for number, compound in enumerate(compounds, 1)
    ]
    yield {
        "renovations_with_mode_percent": 0, "takeovers": None, "subsidies_paid": None, "renovation!": ["r1", "r2"],
        "renovation/planned": 2,
    }
    # The mode of management first: it is what everything else waits for.
    city.act("DecideManagementMode", renovations[0], mode="MANAGEMENT_MODE_FIRM", basis="业主大会决定", date="2025-02-01",
             actor=person("officer"))
    city.act("ApproveRenovationProject", renovations[0], date="2025-03-01", actor=person("officer"))
    city.make("Takeover", "t1", at="2025-04-01", compound=compounds[0], firm=firm, project=project,
              takeover_date="2025-04-01", division=city.community_1)
    subsidy = city.make(
        "Subsidy", "s1", at="2025-05-01", firm=firm, subject=project, applicant=person("firm"),
        applied_date="2025-05-01", applied_hundredths=1_000_00, **city.place(1))
    yield {
        "renovations_with_mode_percent": 50, "takeovers": 1, "subsidies_paid": 0, "renovation!": ["r2"],
        "renovation/with_mode_decided": (1, 2), "renovation/approved": 1, "renovation/by_firm": 1,
        "renovation/with_mode_decided@street-1": (1, 1), "renovation/with_mode_decided@street-2": (0, 1),
        "renovation/with_mode_decided@county-1": (1, 2), "subsidies/subsidies_decided": (0, 1),
    }
    yield {"as_of": "2025-02-28", "renovations_with_mode_percent": 50, "takeovers": 0, "renovation/mode_decided": 1}
    city.act("ApproveSubsidy", subsidy, date="2025-06-01", amount_hundredths=800_00, actor=person("officer"))
    city.act("PaySubsidy", subsidy, date="2025-07-01", amount_hundredths=800_00)
    city.act("CancelRenovationProject", renovations[1], date="2025-07-01", reason="业主未达成一致", actor=person("officer"))
    yield {
        "renovations_with_mode_percent": 100, "takeovers": 1, "subsidies_paid": 1,
        "subsidies/subsidies_decided": (1, 1), "subsidies/applied_fen": 1_000_00, "subsidies/approved_fen": 800_00,
        "subsidies/paid_fen": 800_00, "subsidies/paid_fen@street-1": 800_00, "subsidies/paid_fen@street-2": 0,
        "subsidies/paid_fen@county-1": 800_00, "takeovers/takeovers@county-1": 1,
    }


def hazard(city, number, kind, on="2025-03-01", severity="GENERAL"):
    """A hazard in a compound that an inspection found."""
    return city.make("Hazard", f"h{number}", at=on, kind=f"KIND_{kind}", severity=f"SEVERITY_{severity}",
                     compound=city / f"compounds/c{2 - number % 2}", found_date=on, **city.place(number))


def remedy(city, hazard, due, on):
    city.act("OrderHazard", hazard, at="2025-03-02", due_date=due)
    city.act("RemedyHazard", hazard, at=on, date=on, remedy="已拆除", actor=person("manager"))


@row(18)
def hazards(city):
    compounds = [city.compound(number) for number in (1, 2)]
    wires, ebike = hazard(city, 1, "OVERHEAD_WIRES"), hazard(city, 2, "EBIKE_FIRE", severity="MAJOR")
    hazard(city, 3, "OVERHEAD_WIRES")
    yield {
        "overhead_wires_remedied": 0, "ebike_fire_remedied": 0, "bicycle_charging_ports": None,
        "hazards/hazards_open": 3, "hazards/major_hazards_open": 1, "charging!": ["c1", "c2"],
    }
    remedy(city, wires, "2025-04-01", "2025-03-20")
    shed = city.make("ChargingFacility", "shed", kind="KIND_BICYCLE_SHED", compound=compounds[0], port_count=20,
                     valid_from="2025-06-01", **city.place(1))
    city.make("ChargingFacility", "car", kind="KIND_CAR", compound=compounds[1], port_count=4, **city.place(2))
    yield {
        "overhead_wires_remedied": 1, "ebike_fire_remedied": 0, "bicycle_charging_ports": 20,
        "hazards/overhead_wires_remedied": (1, 2), "hazards/overhead_wires_remedied@street-1": (1, 2),
        "hazards/overhead_wires_remedied@street-2": (0, 0), "hazards/hazards_remedied@county-1": (1, 3),
        "charging/car_ports": 4, "charging/facilities": 2, "charging/compounds_with_charging": (1, 2),
        "charging/compounds_with_charging@street-1": (1, 1), "charging/compounds_with_charging@street-2": (0, 1),
        "charging/bicycle_ports@county-1": 20, "charging!": ["c2"],
    }
    yield {"as_of": "2025-03-19", "overhead_wires_remedied": 0, "bicycle_charging_ports": 0}
    city.act("OrderHazard", ebike, at="2025-03-02", due_date="2025-03-31")
    yield {"as_of": "2025-03-31", "hazards/hazards_overdue": 0, "hazards!": []}
    yield {"as_of": "2025-04-01", "hazards/hazards_overdue": 1, "hazards!": ["h2"]}
    city.act("RemedyHazard", ebike, at="2025-04-02", date="2025-04-02", remedy="搬离", actor=person("manager"))
    city.act("VerifyHazard", ebike, at="2025-04-03", date="2025-04-03", passed=True, actor=person("inspector"))
    city.make("Inspection", "i1", at="2025-04-03", compound=compounds[1], inspection_date="2025-04-03",
              inspector=person("inspector"), kinds=["KIND_EBIKE_FIRE"], **city.place(2))
    city.change("ChargingFacility", shed, port_count=30)
    yield {
        "overhead_wires_remedied": 1, "ebike_fire_remedied": 1, "bicycle_charging_ports": 30,
        "hazards/hazards_remedied": (2, 3), "hazards/hazards_verified": (1, 3), "hazards/hazards_open": 1,
        "hazards/major_hazards_open": 0, "hazards/hazards_overdue": 0, "hazards!": [], "hazards/inspections": 1,
    }


def honour(city, id, kind, subject, year, level="CITY", **values):
    return city.make("Honour", id, at=f"{year}-01-01", display_name=id, kind=f"KIND_{kind}", subject=subject, year=year,
                     level=f"LEVEL_{level}", **{"division": city.community_1, "valid_from": f"{year}-12-01", **values})


def programme(city, id, kind, year, **values):
    return city.make("Programme", id, at=f"{year}-01-01", display_name=id, division=city.city, kind=f"KIND_{kind}",
                     year=year, **values)


@row(19)
def honours(city):
    compounds = [city.compound(number) for number in (1, 2)]
    project = city.project(1, compounds[0])
    yield {"model_compounds": None, "benchmark_firms": None, "benchmark_projects": None, "theme_years": None}
    # 连续三年: of 2023 to 2025 and of this year; that of 2022 is too old.
    old = {"at": "2024-01-02", "valid_from": "2022-12-01"}
    city.make("Honour", "c-2022", display_name="c", kind="KIND_MODEL_COMPOUND", subject=compounds[0], year=2022,
              level="LEVEL_CITY", division=city.community_1, **old)
    model = honour(city, "c-2025", "MODEL_COMPOUND", compounds[0], 2025)
    honour(city, "c-2024", "MODEL_COMPOUND", compounds[1], 2024, division=city.community_2)
    first = {"level": "PROVINCE", "batch": 1}
    honour(city, "firm", "QUALITY_BENCHMARK", city / f"firms/{credit_code(1)}", 2025, division=city.county_1, **first)
    honour(city, "project", "QUALITY_BENCHMARK", project, 2025, **first)
    honour(city, "second-batch", "QUALITY_BENCHMARK", project, 2025, level="PROVINCE", batch=2)
    programme(city, "standards", "THEME_YEAR", 2024)
    programme(city, "brands", "THEME_YEAR", 2025, done_date="2025-12-20", progress_percent=100)
    yield {
        "model_compounds": 2, "benchmark_firms": 1, "benchmark_projects": 1, "theme_years": 2,
        "honours/model_compounds": 3, "honours/quality_benchmarks": 3, "honours/provincial": 3, "honours/of_city": 3,
        "honours/model_compounds@street-1": 2, "honours/model_compounds@street-2": 1,
        "honours/model_compounds@county-1": 3, "programmes/programmes_done": (1, 2),
    }
    # Of 2022 to 2025 a year before: the one of 2022 was not too old then.
    yield {"as_of": "2025-11-30", "model_compounds": 2, "benchmark_firms": 0, "benchmark_projects": 0, "theme_years": 2}
    # One that was withdrawn is none any more.
    city.change("Honour", model, valid_to="2026-01-15")
    yield {"model_compounds": 1, "benchmark_firms": 1, "benchmark_projects": 1, "theme_years": 2}
    yield {"as_of": "2026-01-14", "model_compounds": 2}


@row(20)
def owners_channel(city):
    city.ticket("grid", "2025-02-03")
    yield {"owner_tickets": 0}
    made = city.ticket("owner", "2025-02-03", "OWNER")
    city.handle(made, "2025-02-03")
    city.act("RateTicket", made, at="2025-02-04", feedback={"satisfaction": "SATISFACTION_DISSATISFIED"})
    city.ticket("other-owner", "2025-02-05", "OWNER", division=city.community_2)
    yield {
        "owner_tickets": 2, "ticket_sources/owner_tickets@street-1": 1, "ticket_sources/owner_tickets@street-2": 1,
        "ticket_sources/owner_tickets@county-1": 2, "ticket_sources/grid_tickets": 1,
        "ticket_rates/satisfaction": (0, 1),
    }
    yield {"as_of": "2025-02-04", "owner_tickets": 1}


@row(21)
def indicators(city):
    def indicator(code, parent="", **values):
        return city.make("Indicator", code.replace(".", "-"), division=city.city, display_name=code, code=code,
                         parent_indicator=parent, responsible_roles=["RESPONSIBLE_ROLE_DEPARTMENT"], **values)

    root = indicator("1")
    yield {"indicator_leaves": 1, "indicators/leaves_with_report": (0, 1)}
    # The root is no leaf any more.
    indicator("1.1", root, position=1, report="firm_coverage", figure="firms_covered")
    indicator("1.2", root, position=2)
    indicator("1.3", root, position=3, valid_to="2025-06-01")
    yield {"indicator_leaves": 2, "indicators/leaves_with_report": (1, 2)}
    yield {"as_of": "2025-05-31", "indicator_leaves": 3, "indicators/leaves_with_report@county-1": (0, 0)}
    for code in ("1-1", "1-2", "1-3", "1"):
        city.call("DeleteIndicator", name=city / f"indicators/{code}")
    yield {"indicator_leaves": None}
