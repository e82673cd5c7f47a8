"""Rows 22 to 33: appointments, pipelines, meetings and disclosures, compounds over time, policies, recognition."""

from counted_city import person
from rows_improvement import hazard, honour, programme, remedy

ROWS = {}


def row(number):
    def register(case):
        ROWS[number] = case
        return case

    return register


def appoint(city, id, kind, source, target, first="2025-03-01", **values):
    return city.make("Appointment", id, division=city.community_1, kind=f"KIND_{kind}", person=person(id),
                     from_organisation=source, to_organisation=target, valid_from=first, **values)


@row(22)
def cross_appointments(city):
    compound = city.compound(1)
    firm = city.firm(1)
    committee = city.committee(1, compound)
    community = city.organisation("community", "COMMUNITY", division=city.community_1)
    branch = city.organisation("grid", "GRID", division=city.community_1)
    own = city.organisation("firm", "FIRM", links=[(firm, "2025-01-01")])
    keys = ("party_heads_in_communities", "community_officials_in_committees", "supervisors_of_firms")
    yield dict.fromkeys(keys)
    head = appoint(city, "head", "PARTY_HEAD_TO_COMMUNITY", own, community)
    appoint(city, "official", "COMMUNITY_TO_COMMITTEE", community, committee)
    appoint(city, "supervisor-1", "SUPERVISOR_OF_FIRM", community, firm)
    appoint(city, "supervisor-2", "SUPERVISOR_OF_FIRM", community, firm, "2025-09-01")
    appoint(city, "secretary", "MANAGER_TO_GRID_BRANCH", firm, branch)
    appoint(city, "steward", "GRID_WORKER_TO_STEWARD", city.grid(1), firm)
    yield {"as_of": "2025-02-28", **dict.fromkeys(keys, 0)}
    yield {"as_of": "2025-08-31", **dict.fromkeys(keys, 1)}
    city.change("Appointment", head, valid_to="2026-01-01")
    yield {
        **dict(zip(keys, (0, 1, 2))), "cross_appointments/managers_as_grid_secretaries": 1,
        "cross_appointments/grid_workers_as_stewards": 1, "cross_appointments/supervisors_of_firms@street-1": 2,
        "cross_appointments/supervisors_of_firms@street-2": 0, "cross_appointments/supervisors_of_firms@county-1": 2,
    }


@row(23)
def pipelines(city):
    organisation = city.organisation("branch", "FIRM")

    def apply(id, on, stage="APPLICANT", **values):
        return city.make("Member", id, at=on, division=city.county_1, party_organisation=organisation,
                         person=person(id), stage=f"STAGE_{stage}", application_date=on, **values)

    first, second = apply("first", "2024-02-01"), apply("second", "2025-02-01")
    yield {"activists": 0, "backbones": 0, "pipelines/applicants": 1}
    city.act("AdvanceMember", first, at="2025-09-02", stage="STAGE_ACTIVIST", date="2025-09-02")
    city.act("AdvanceMember", second, at="2026-01-05", stage="STAGE_ACTIVIST", date="2026-01-05")
    full = apply("full", "2021-01-10", "FULL", activist_date="2021-08-01", target_date="2022-08-02",
                 probation_date="2022-12-01", full_date="2023-12-02")
    city.act("RecordMemberBackbone", full, at="2026-01-10", date="2026-01-10")
    # 今年: since 1 January of the year that is asked for; the report's own span begins a year before.
    yield {
        "activists": 1, "backbones": 1, "pipelines/activists": 2, "pipelines/activists_this_year": 1,
        "pipelines/activists_this_year@county-1": 1, "pipelines/activists@county-1": 2,
        "pipelines/activists@county-2": 0, "pipelines/backbones@county-1": 1, "pipelines/full_members": 0,
    }
    yield {"as_of": "2025-12-31", "activists": 1, "backbones": 0, "pipelines/activists": 1}
    yield {"as_of": "2026-01-04", "activists": 0, "backbones": 0, "pipelines/activists": 1}


@row(24)
def meetings(city):
    compounds = [city.compound(number) for number in (1, 2)]
    projects = [city.project(number, compound) for number, compound in enumerate(compounds, 1)]
    yield {
        "quarters_with_meeting_percent": 0, "projects_disclosing_percent": 0, "duty_lists_of_firms": None,
        "projects_reported_in_percent": 0,
    }
    city.event("q1", "QUARTERLY_MEETING", "2025-03-31", compound=compounds[0])
    city.event("q1-again", "QUARTERLY_MEETING", "2025-01-10", compound=compounds[0])
    city.event("q2", "QUARTERLY_MEETING", "2025-04-01", compound=compounds[0])
    city.event("report-in", "REPORT_IN", "2025-02-01", project=projects[0])

    def disclose(kind, on, project):
        return city.make("Disclosure", f"{kind.lower()}-{project[-2:]}", at=on, division=city.community_1,
                         kind=f"KIND_{kind}", subject=project, publication_date=on)

    for kind in ("SERVICE", "FEES"):
        disclose(kind, "2025-05-01", projects[0])
    city.make("DutyList", "firms", division=city.city, display_name="职责清单", role="ROLE_FIRM", version=1, duties=["保洁"],
              valid_from="2025-01-01")
    # Four quarters of 2025 in two compounds; the running one is not over.
    yield {
        "quarters_with_meeting_percent": 25, "projects_disclosing_percent": 0, "duty_lists_of_firms": 1,
        "projects_reported_in_percent": 50, "quarterly_meetings/quarters_with_meeting": (2, 8),
        "quarterly_meetings/quarters_with_meeting@street-1": (2, 4), "quarterly_meetings/meetings": 3,
        "quarterly_meetings/quarters_with_meeting@street-2": (0, 4),
        "quarterly_meetings/quarters_with_meeting@county-1": (2, 8), "quarterly_meetings!": ["c1", "c2"],
        "disclosures/projects_disclosing_fees": (1, 2), "disclosures!": ["p1", "p2"], "report_ins!": ["p2"],
        "report_ins/projects_reported_in@street-1": (1, 1), "report_ins/projects_reported_in@street-2": (0, 1),
        "report_ins/projects_reported_in@county-1": (1, 2),
    }
    disclose("ACCOUNTS", "2025-06-01", projects[0])
    yield {
        "projects_disclosing_percent": 50, "disclosures/projects_disclosing_all@street-1": (1, 1),
        "disclosures/projects_disclosing_all@street-2": (0, 1), "disclosures/projects_disclosing_all@county-1": (1, 2),
        "disclosures/disclosures": 3, "disclosures!": ["p2"],
    }
    # The city now asks for two meetings a quarter.
    city.make("Parameter", "twice", division=city.city, key="meeting.quarterly.minimum", value={"integer": 2},
              source="联席会议制度", valid_from="2024-01-01")
    yield {
        "quarters_with_meeting_percent": 12.5, "quarterly_meetings/quarters_with_meeting": (1, 8),
        "quarterly_meetings/meetings": 3,
    }
    city.change("DutyList", city / "dutyLists/firms", valid_to="2026-01-01")
    yield {"duty_lists_of_firms": 0}


@row(25)
def from_problem_to_model(city):
    """港烟小区: built in 1993, taken over in 2014."""
    compound = city.compound(1, build_year=1993, old_compound=True)
    yield {"takeover_defects_remedied_percent": None}
    takeover = city.make(
        "Takeover", "t1", at="2024-01-02", compound=compound, firm=city.firm(1), takeover_date="2014-05-20",
        defects=["无门岗", "道路破损", "无路灯"], remedied_count=1, division=city.community_1)
    yield {
        "takeover_defects_remedied_percent": 33.3, "takeovers/defects_remedied@street-1": (1, 3),
        "takeovers/defects_remedied@street-2": (0, 0), "takeovers/defects_remedied@county-1": (1, 3),
    }
    city.change("Takeover", takeover, remedied_count=3)
    for number, (on, satisfied) in enumerate([("2015-06-01", 40), ("2025-06-01", 95)]):
        city.make("SatisfactionSurvey", f"s{number}", at="2025-06-01", division=city.community_1, subject=compound,
                  survey_date=on, respondent_count=100, satisfied_count=satisfied)
    honour(city, "model", "MODEL_COMPOUND", compound, 2025)
    yield {"takeover_defects_remedied_percent": 100, "takeovers/takeovers": 0, "satisfaction/satisfied": (95, 100)}
    history = city.call("GetCompoundHistory", name=compound).entries
    assert [entry.date.year for entry in history] == [1993, 2014, 2015, 2025, 2025]
    assert [entry.satisfied_percent for entry in history if entry.satisfied_percent] == [40, 95]


@row(26)
def livelihood_projects(city):
    for year in (2024, 2025):
        programme(city, f"p{year}", "LIVELIHOOD_PROJECT", year, number=3)

    def document(id, issued, version=1, **values):
        return city.make("PolicyDocument", id, division=city.city, display_name=id, version=version,
                         issue_date=issued, topic="TOPIC_OLD_COMPOUNDS", **values)

    first = document("old-compounds", "2024-05-01")
    # Issued later than the day that is asked for.
    document("quality", "2026-03-01")
    yield {"livelihood_projects": 2, "policy_documents": 1, "policies/on_old_compounds": 1}
    programme(city, "p2026", "LIVELIHOOD_PROJECT", 2026, number=3)
    document("committees", "2025-05-01")
    yield {
        "livelihood_projects": 3, "policy_documents": 2, "policies/policy_documents@county-1": 0,
        "policies/committee_duty_lists": 0, "programmes/livelihood_projects@county-1": 0,
    }
    yield {"as_of": "2025-12-31", "livelihood_projects": 2, "policy_documents": 2}
    city.change("PolicyDocument", first, valid_to="2026-01-01")
    yield {"livelihood_projects": 3, "policy_documents": 1}


@row(27)
def visits(city):
    grid = city.grid(1)
    city.ticket("grid", "2025-02-03")
    yield {"visit_findings": 0, "mediations_resolved": 0}
    city.event("visit", "VISIT", "2025-03-03", grid=grid)
    city.ticket("found", "2025-03-03", "VISIT")
    quarrels = [city.ticket(f"quarrel-{number}", "2025-03-04", kind="KIND_MEDIATION") for number in (1, 2)]
    yield {
        "visit_findings": 1, "mediations_resolved": 0, "visits_mediations/mediations_resolved": (0, 2),
        "visits_mediations/visits": 1, "visits_mediations/visits@street-2": 0,
    }
    city.handle(quarrels[0], "2025-03-05", until="Resolve")
    city.act("RefuseTicket", quarrels[1], at="2025-03-05", non_acceptance_reason="NON_ACCEPTANCE_REASON_LITIGATION",
             public_answer="已进入诉讼程序。")
    city.ticket("found-2", "2025-03-06", "VISIT", division=city.community_2)
    yield {
        "visit_findings": 2, "mediations_resolved": 1, "visits_mediations/mediations_resolved": (1, 1),
        "visits_mediations/mediations_resolved-": {"not_accepted": 1},
        "visits_mediations/visit_findings@street-1": 1, "visits_mediations/visit_findings@county-1": 2,
    }


@row(28)
def heads_in_branches(city):
    """红色头雁: an appointment of a sixth kind."""
    compound = city.compound(1)
    committee = city.committee(1, compound)
    branch = city.organisation("branch", "COMPOUND", division=city.community_1, links=[(compound, "2025-01-01")])
    yield {"heads_in_compound_branches": None}
    chair = appoint(city, "chair", "HEAD_TO_COMPOUND_BRANCH", committee, branch)
    appoint(city, "firm-head", "HEAD_TO_COMPOUND_BRANCH", city.firm(1), branch, "2025-06-01")
    yield {
        "heads_in_compound_branches": 2, "cross_appointments/heads_in_compound_branches@street-1": 2,
        "cross_appointments/heads_in_compound_branches@county-1": 2,
    }
    yield {"as_of": "2025-05-31", "heads_in_compound_branches": 1}
    city.change("Appointment", chair, valid_to="2026-01-31")
    yield {"heads_in_compound_branches": 1}


@row(29)
def venues(city):
    venue = city.make("Venue", "v1", kind="KIND_COMMUNITY_ROOM", **city.place(1))
    city.make("Venue", "v2", kind="KIND_PARTY_SERVICE_CENTRE", **city.place(2))
    organisation, firm = city.organisation("branch", "FIRM"), city.firm(1)
    yield {"shared_bookings": None, "venues/community_rooms": 1, "venues/party_service_centres": 1}

    def book(id, booker, hour):
        return city.make("Booking", id, at="2025-03-01", division=city.community_1, display_name=id, venue=venue,
                         booker=booker, start_time=f"2025-03-10T{hour}:00", end_time=f"2025-03-10T{hour + 2}:00")

    first = book("b1", organisation, 10)
    book("b2", firm, 14)
    yield {
        "shared_bookings": 2, "venues/by_party_organisations": 1, "venues/by_firms": 1, "venues/bookings@street-1": 2,
        "venues/bookings@street-2": 0, "venues/bookings@county-1": 2,
    }
    yield {"as_of": "2025-03-09", "shared_bookings": 0}
    city.act("CancelBooking", first, reason="改期")
    yield {"shared_bookings": 1, "venues/by_party_organisations": 0}


@row(30)
def red_designations(city):
    committee = city.committee(1, city.compound(1))
    firm = city.firm(1)
    yield {"red_committees": None, "red_firms": None}
    honour(city, "committee", "RED_COMMITTEE", committee, 2025, criteria=["党员比例达标", "按期换届"])
    yield {"red_committees": 1, "red_firms": 0}
    designated = honour(city, "firm", "RED_FIRM", firm, 2025, level="COUNTY", division=city.county_1)
    yield {"red_committees": 1, "red_firms": 1, "honours/red_firms@county-1": 1, "honours/red_firms@street-1": 0,
           "honours/of_county": 1}
    yield {"as_of": "2025-11-30", "red_committees": 0, "red_firms": 0}
    city.change("Honour", designated, valid_to="2026-01-01")
    yield {"red_committees": 1, "red_firms": 0}


@row(31)
def breakthroughs(city):
    yield {"breakthrough_projects": None, "commendations": None}
    programme(city, "dual-basics", "BREAKTHROUGH_PROJECT", 2025, lead_body="市委组织部", progress_percent=40)
    praise = honour(city, "praise", "COMMENDATION", city.city, 2025, level="PROVINCE", division=city.city)
    yield {
        "breakthrough_projects": 1, "commendations": 1, "honours/commendations@county-1": 0,
        "programmes/breakthrough_projects": 1, "programmes/programmes_done": (0, 1),
    }
    programme(city, "campaign", "CAMPAIGN", 2025, done_date="2025-06-01", progress_percent=100)
    programme(city, "secretary", "BREAKTHROUGH_PROJECT", 2026)
    city.call("DeleteHonour", name=praise)
    yield {"breakthrough_projects": 2, "commendations": None, "programmes/programmes_done": (1, 3)}


@row(32)
def managed_and_safe(city):
    compounds = [city.compound(number) for number in (1, 2, 3)]
    hazards = [hazard(city, number, "LIFT") for number in (1, 2)]
    yield {
        "compounds_managed_percent": 0, "hazards_remedied_percent": 0, "units_areas!": ["c1", "c2", "c3"],
        "units_areas/compounds": 3,
    }
    city.project(1, compounds[0], valid_from="2025-03-01")
    past = city.project(2, compounds[1], valid_from="2025-03-01", valid_to="2026-01-01")
    remedy(city, hazards[0], "2025-04-01", "2025-03-20")
    yield {
        "compounds_managed_percent": 33.3, "hazards_remedied_percent": 50, "units_areas!": ["c2", "c3"],
        "units_areas/compounds_managed@street-1": (1, 2), "units_areas/compounds_managed@street-2": (0, 1),
        "units_areas/compounds_managed@county-1": (1, 3), "units_areas/projects": 1,
    }
    yield {"as_of": "2025-12-31", "compounds_managed_percent": 66.7, "hazards_remedied_percent": 50}
    city.change("Project", past, valid_to="2027-01-01")
    remedy(city, hazards[1], "2025-04-01", "2025-03-25")
    yield {"compounds_managed_percent": 66.7, "hazards_remedied_percent": 100, "hazards/lifts_remedied": (2, 2)}


@row(33)
def satisfaction(city):
    compound = city.compound(1)
    project = city.project(2, city.compound(2))
    tickets = [city.ticket(f"t{number}", "2025-02-03") for number in (1, 2, 3)]
    yield {"satisfied_percent": None, "satisfaction/satisfied_with_tickets": (0, 0)}

    def survey(id, subject, on, respondents, satisfied, division):
        return city.make("SatisfactionSurvey", id, at=on, division=division, subject=subject, survey_date=on,
                         respondent_count=respondents, satisfied_count=satisfied)

    survey("s1", compound, "2025-03-01", 100, 80, city.community_1)
    city.handle(tickets[0], "2025-03-03")
    city.handle(tickets[1], "2025-03-03", satisfaction="NOT_REACHED")
    yield {
        "satisfied_percent": 80, "satisfied_with_tickets_percent": 100, "satisfaction/satisfied_with_tickets": (1, 1),
        "satisfaction/satisfied_with_tickets-": {"not_reached": 1},
    }
    # Respondents count, not surveys: 80 and 30 of 100 and 50.
    survey("s2", project, "2025-06-01", 50, 30, city.community_2)
    city.handle(tickets[2], "2025-03-04", satisfaction="DISSATISFIED")
    yield {
        "satisfied_percent": 73.3, "satisfied_with_tickets_percent": 50, "satisfaction/satisfied": (110, 150),
        "satisfaction/satisfied_with_compounds": (80, 100), "satisfaction/satisfied_with_projects": (30, 50),
        "satisfaction/satisfied_with_events": (0, 0), "satisfaction/satisfied@street-1": (80, 100),
        "satisfaction/satisfied@street-2": (30, 50), "satisfaction/satisfied@county-1": (110, 150),
        "satisfaction/surveys": 2,
    }
    yield {"as_of": "2025-05-31", "satisfied_percent": 80, "satisfied_with_tickets_percent": 50}
