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


def ago(**duration):
    """A time before now, as `ago(hours=1)`."""
    return datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(**duration)


def day(text):
    """A CalendarDate's fields: `day("2025-09-20")`."""
    year, month, date = map(int, text.split("-"))
    return {"year": year, "month": month, "day": date}


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


def ticket(**fields):
    """A grid worker's report in the first community."""
    return {"title": "路灯不亮", "division": COMMUNITIES[0], "source": "SOURCE_GRID", **fields}
