"""A small Jining for the tests: two streets of a county with a community, grid, compound, firm and project each, and an
event that was held yesterday."""

import datetime

CITY = "cities/370800"
COUNTY = f"{CITY}/divisions/370811"
STREETS = [f"{CITY}/divisions/370811012", f"{CITY}/divisions/370811013"]
COMMUNITIES = [f"{street}001" for street in STREETS]
GRIDS = [f"{CITY}/grids/g1", f"{CITY}/grids/g2"]
COMPOUNDS = [f"{CITY}/compounds/c1", f"{CITY}/compounds/c2"]
FIRMS = [f"{CITY}/firms/91370811MA3YYYY16X", f"{CITY}/firms/914403001922038216"]
PROJECTS = [f"{CITY}/projects/p1", f"{CITY}/projects/p2"]
EVENT = f"{CITY}/receptionDays/held"

# What stands on it (`furnish`), each pair in the first and the second community.
SERVICE_AREAS = [f"{CITY}/serviceAreas/a1", f"{CITY}/serviceAreas/a2"]
# Of the second community's compound too, without units.
SPARE_AREAS = [f"{CITY}/serviceAreas/a3", f"{CITY}/serviceAreas/a4"]
BUILDINGS = [f"{CITY}/buildings/b1", f"{CITY}/buildings/b2"]
UNITS = [[f"{CITY}/units/u{area}-{number}" for number in range(1, 7)] for area in (1, 2)]
STREET_ORGANISATION = f"{CITY}/partyOrganisations/street"
COMMUNITY_ORGANISATION = f"{CITY}/partyOrganisations/community"
FIRM_ORGANISATION = f"{CITY}/partyOrganisations/firm"
STATION = f"{CITY}/stations/s1"
VENUE = f"{CITY}/venues/v1"
ELECTION = f"{CITY}/elections/e1"
COMMITTEE = f"{CITY}/committees/first"


def ago(**duration):
    """A time before now, as `ago(hours=1)`."""
    return datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(**duration)


def day(text):
    """A CalendarDate's fields: `day("2025-09-20")`."""
    year, month, date = map(int, text.split("-"))
    return {"year": year, "month": month, "day": date}


def calendar(date):
    """A date as a CalendarDate's fields."""
    return {"year": date.year, "month": date.month, "day": date.day}


def last(name):
    """A name's last part."""
    return name.rsplit("/", 1)[1]


def division(code, level, parent):
    return {"code": code, "level": level, "parent_division": parent, "display_name": f"区划 {code}"}


def build(api):
    """Creates the city, all as of the beginning of the records but for the event."""
    api.CreateCity(city_id="370800", city={"display_name": "济宁市"}, event_time=ago(days=9))

    def create(method, name, field, **resource):
        request = {f"{field}_id": last(name), field: resource}
        getattr(api, method)(parent=CITY, event_time=ago(days=9), **request)

    city = f"{CITY}/divisions/370800"
    divisions = [(city, "LEVEL_CITY", ""), (COUNTY, "LEVEL_COUNTY", city)]
    divisions += [(street, "LEVEL_STREET", COUNTY) for street in STREETS]
    divisions += [(community, "LEVEL_COMMUNITY", community[:-3]) for community in COMMUNITIES]
    for name, level, parent in divisions:
        create("CreateDivision", name, "division", **division(last(name), level, parent))
    for index in range(2):
        place = {"division": COMMUNITIES[index]}
        grid = {"scheme": "jining-grid-2024", "code": f"G{index}", "display_name": f"网格 {index}"}
        create("CreateGrid", GRIDS[index], "grid", **grid, **place)
        create("CreateCompound", COMPOUNDS[index], "compound", display_name=f"小区 {index}", grid=GRIDS[index], **place)
        create("CreateFirm", FIRMS[index], "firm", display_name=f"物业 {index}", division=COUNTY)
        project = {"display_name": f"项目 {index}", "firm": FIRMS[index], "compounds": [COMPOUNDS[index]]}
        create("CreateProject", PROJECTS[index], "project", **project, **place)
    held = {
        "division": COMMUNITIES[0], "kind": "KIND_MANAGER_RECEPTION_DAY", "state": "STATE_HELD", "project": PROJECTS[0],
        "planned_start_time": ago(hours=28), "start_time": ago(hours=28), "end_time": ago(hours=24),
    }
    api.CreateReceptionDay(parent=CITY, reception_day_id="held", reception_day=held)


def furnish(api):
    """Adds what the new kinds refer to: service areas with six units of 100 m² and an owner each, party organisations of
    street, community and firm, a station, a venue, a committee of three years ago and an election in preparation."""
    def create(method, name, field, **resource):
        getattr(api, method)(parent=CITY, event_time=ago(days=8), **{f"{field}_id": last(name), field: resource})

    for index in range(2):
        place = {"division": COMMUNITIES[index], "display_name": f"{index + 1}"}
        area = {"service_area": SERVICE_AREAS[index]}
        create("CreateServiceArea", SERVICE_AREAS[index], "service_area", compounds=[COMPOUNDS[index]], **place)
        create("CreateBuilding", BUILDINGS[index], "building", compound=COMPOUNDS[index], **area, **place)
        for unit in UNITS[index]:
            create("CreateUnit", unit, "unit", building=BUILDINGS[index], area_hundredths=100_00,
                   owner_key=f"owner-{last(unit)}", **area, **place)
    for area in SPARE_AREAS:
        create("CreateServiceArea", area, "service_area", compounds=[COMPOUNDS[1]], division=COMMUNITIES[1],
               display_name=last(area))
    organisations = [
        (STREET_ORGANISATION, STREETS[0], "STREET", "街道党工委"),
        (COMMUNITY_ORGANISATION, COMMUNITIES[0], "COMMUNITY", "社区党委"),
        (FIRM_ORGANISATION, COUNTY, "FIRM", "物业党支部"),
    ]
    for name, division, sphere, title in organisations:
        create("CreatePartyOrganisation", name, "party_organisation", division=division, display_name=title,
               kind="KIND_BRANCH", sphere=f"SPHERE_{sphere}", full_member_count=12)
    place = {"division": COMMUNITIES[0]}
    create("CreateStation", STATION, "station", display_name="红帆驿站", grid=GRIDS[0], **place)
    create("CreateVenue", VENUE, "venue", display_name="社区会议室", kind="KIND_COMMUNITY_ROOM", **place)
    create("CreateCommittee", COMMITTEE, "committee", display_name="一小区业委会", kind="KIND_OWNERS",
           compounds=[COMPOUNDS[0]], seats=5, members=seats(5), party_member_count=3, valid_from=day("2023-06-01"),
           valid_to=day("2028-06-01"), **place)
    create("CreateElection", ELECTION, "election", display_name="二小区首次选举", kind="KIND_FIRST", seats=5, term_years=5,
           service_area=SERVICE_AREAS[1], division=COMMUNITIES[1], start_date=day("2025-03-01"))


def seats(count, prefix="member"):
    """The members of a committee, the first of whom chairs."""
    return [
        {"person": {"reference": f"{prefix}-{number}"}, "post": "POST_MEMBER" if number else "POST_CHAIR"}
        for number in range(count)
    ]


def ticket(**fields):
    """A grid worker's report in the first community."""
    return {"title": "路灯不亮", "division": COMMUNITIES[0], "source": "SOURCE_GRID", **fields}
