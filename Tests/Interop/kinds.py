"""Every kind of resource that has the standard methods, with two resources to make and a change to make of the first."""

import dataclasses
import re

from small_city import (
    BUILDINGS, CITY, COMMUNITIES, COMMUNITY_ORGANISATION, COMPOUNDS, COUNTY, ELECTION, FIRM_ORGANISATION, FIRMS, GRIDS,
    PROJECTS, SERVICE_AREAS, SPARE_AREAS, STREETS, VENUE, ago, day, division, seats,
)


def snake(name):
    return re.sub("(?<=[a-z])(?=[A-Z])", "_", name).lower()


def replaced(value, id):
    """The value with the id written into its texts."""
    match value:
        case str():
            return value.replace("{id}", id)
        case dict():
            return {key: replaced(part, id) for key, part in value.items()}
        case list():
            return [replaced(part, id) for part in value]
    return value


@dataclasses.dataclass
class Kind:
    """A kind of resource: what to make (`{id}` stands for its id), what to change of it, how the second one that the
    tests make differs from the first, and which fields the server derives from others."""

    message: str
    collection: str
    resource: dict
    change: dict
    second: dict = dataclasses.field(default_factory=dict)
    derived: tuple = ()
    ids: tuple = ()

    def __post_init__(self):
        self.ids = self.ids or tuple(f"{self.field.replace('_', '-')}-{letter}" for letter in "ab")

    @property
    def field(self):
        return snake(self.message)

    @property
    def plural(self):
        return self.collection[0].upper() + self.collection[1:]

    def create(self, api, number, **fields):
        resource = replaced({**self.resource, **(self.second if number else {})}, self.ids[number])
        request = {f"{self.field}_id": self.ids[number], self.field: resource, **fields}
        return resource, getattr(api, f"Create{self.message}")(parent=CITY, **request)

    def list(self, api, **fields):
        answer = getattr(api, f"List{self.plural}")(parent=CITY, **fields)
        return list(getattr(answer, snake(self.collection))), answer.next_page_token


HERE = {"division": COMMUNITIES[1]}
SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

KINDS = [
    Kind("Division", "divisions", division("{id}", "LEVEL_STREET", COUNTY),
         {"display_name": "新街道", "valid_from": day("2025-03-01")}, ids=("370811101", "370811102")),
    Kind("Grid", "grids", {**HERE, "display_name": "庭院网格", "scheme": "jining-grid-2024", "code": "{id}"},
         {"display_name": "新网格", "external_ids": [{"source_system": "jining-grid", "id": "7"}]}),
    Kind("Compound", "compounds", {**HERE, "display_name": "港烟小区", "build_year": 1993, "old_compound": True},
         {"household_count": 1200, "old_compound": False}),
    Kind("Firm", "firms", {"division": COUNTY, "display_name": "某物业服务有限公司"}, {"short_name": "某物业"},
         ids=("91330100799655058B", "9144030071526726XG")),
    Kind("Project", "projects", {**HERE, "display_name": "港烟项目", "firm": FIRMS[1], "compounds": [COMPOUNDS[1]]},
         {"manager_terms": [{"manager": {"reference": "m1", "duty": "项目经理"}, "valid_from": day("2025-01-01")}]}),
    Kind("PartyOrganisation", "partyOrganisations",
         {**HERE, "display_name": "小区党支部", "kind": "KIND_BRANCH", "sphere": "SPHERE_COMPOUND"},
         {"full_member_count": 12, "links": [{"subject": COMPOUNDS[1], "valid_from": day("2025-01-01")}]},
         derived=("warnings",)),
    Kind("InstructorAssignment", "instructorAssignments",
         {"division": STREETS[1], "firm": FIRMS[1], "instructor": {"reference": "i1"},
          "valid_from": day("2025-01-01"), "valid_to": day("2025-02-01")},
         {"valid_to": day("2025-03-01")},
         # A firm has one instructor at a time.
         second={"valid_from": day("2025-03-01"), "valid_to": day("2025-04-01")}),
    Kind("ReceptionDay", "receptionDays",
         {**HERE, "kind": "KIND_OWNERS_TALK", "planned_start_time": ago(days=-30)}, {"venue": "红帆驿站"}),
    Kind("ServiceArea", "serviceAreas",
         {**HERE, "display_name": "港烟服务区域", "compounds": [COMPOUNDS[1]], "record_number": "鲁H-1",
          "area_hundredths": 1_234_567_89},
         {"household_count": 800, "valid_to": day("2031-01-01")}),
    Kind("Building", "buildings",
         {**HERE, "display_name": "1号楼", "compound": COMPOUNDS[1], "service_area": SERVICE_AREAS[1], "storey_count": 6},
         {"build_year": 1993, "lift_count": 1}),
    Kind("Unit", "units",
         {**HERE, "display_name": "1单元101", "building": BUILDINGS[1], "service_area": SERVICE_AREAS[1],
          "area_hundredths": 96_50, "use": "USE_RESIDENTIAL", "owner_key": "owner-of-{id}"},
         {"area_hundredths": 97_00, "developer_owned": True}),
    Kind("Contract", "contracts",
         {**HERE, "project": PROJECTS[1], "kind": "KIND_PRELIMINARY", "fee_mode": "FEE_MODE_LUMP_SUM",
          "price_kind": "PRICE_KIND_GUIDED", "price_hundredths": 150, "signing_date": day("2025-01-10"),
          "valid_from": day("2025-02-01"), "valid_to": day("2026-02-01")},
         {"price_hundredths": 160, "owner_side": "建设单位"},
         second={"valid_from": day("2026-02-01"), "valid_to": day("2027-02-01")}),
    Kind("KeyPost", "keyPosts",
         {"division": COUNTY, "firm": FIRMS[1], "project": PROJECTS[1], "post": "POST_SAFETY_HEAD",
          "holder": {"reference": "{id}", "duty": "安全主管"}, "valid_from": day("2024-01-01")},
         {"holder": {"reference": "other"}, "valid_to": day("2030-01-01")}),
    Kind("Appointment", "appointments",
         {"division": COMMUNITIES[0], "kind": "KIND_SUPERVISOR_OF_FIRM", "person": {"reference": "{id}"},
          "from_organisation": COMMUNITIES[0], "to_organisation": FIRMS[0], "valid_from": day("2025-01-01")},
         {"post": "义务监督员", "basis": "聘书"}),
    Kind("Member", "members",
         {"division": COMMUNITIES[0], "party_organisation": COMMUNITY_ORGANISATION, "person": {"reference": "{id}"},
          "stage": "STAGE_ACTIVIST", "application_date": day("2024-01-05"), "activist_date": day("2024-07-01")},
         {"party_organisation": FIRM_ORGANISATION, "external_ids": [{"source_system": "hr", "id": "1"}]}),
    Kind("Committee", "committees",
         {**HERE, "display_name": "业委会", "kind": "KIND_OWNERS", "compounds": [COMPOUNDS[1]], "seats": 5,
          "members": seats(5), "party_member_count": 3, "valid_from": day("2012-03-01"), "valid_to": day("2015-03-01")},
         {"display_name": "第一届业委会", "service_area": SERVICE_AREAS[1]},
         second={"valid_from": day("2015-03-01"), "valid_to": day("2018-03-01")}),
    Kind("Election", "elections",
         {**HERE, "display_name": "首次选举", "kind": "KIND_FIRST", "service_area": SPARE_AREAS[0], "seats": 7,
          "term_years": 5, "start_date": day("2025-05-01")},
         {"seats": 9, "planned_ballot_date": day("2031-01-01")}, derived=("warnings",),
         # A service area has one election at a time.
         second={"service_area": SPARE_AREAS[1]}),
    Kind("Candidate", "candidates",
         {**HERE, "election": ELECTION, "person": {"reference": "{id}"}, "category": "CATEGORY_BUILDING_HEAD",
          "proposer": {"reference": "neighbour"}},
         {"category": "CATEGORY_PARTY_OWNER", "party_member": True}),
    Kind("OwnersVote", "ownersVotes",
         {**HERE, "display_name": "选聘物业", "service_area": SERVICE_AREAS[1], "matter": "MATTER_FIRM",
          "vote_date": day("2025-04-01")},
         {"display_name": "选聘物业服务企业", "external_ids": [{"source_system": "vote", "id": "1"}]}, derived=("warnings",)),
    Kind("Rectification", "rectifications",
         {**HERE, "display_name": "公示栏破损", "kind": "KIND_OTHER", "subject": COMPOUNDS[1],
          "due_date": day("2031-01-01")},
         {"plan": "更换", "due_date": day("2031-02-01")}),
    Kind("Station", "stations",
         {**HERE, "display_name": "红帆驿站", "grid": GRIDS[1], "compound": COMPOUNDS[1],
          "facilities": ["FACILITY_DRINKING_WATER", "FACILITY_FIRST_AID"], "valid_to": day("2025-01-01"),
          "duty_roster": [{"weekday": 1, "person": {"reference": "p1"}, "role": "ROLE_PARTY_MEMBER", "hours": "9:00–11:30"}]},
         {"opening_hours": "8:00–18:00", "takes_issues": True, "volunteer_count": 9},
         # A grid has one station at a time.
         second={"valid_from": day("2025-01-01"), "valid_to": day("2031-01-01")}),
    Kind("Venue", "venues",
         {**HERE, "display_name": "会议室", "kind": "KIND_COMMUNITY_ROOM", "keeper": COMMUNITIES[1]}, {"capacity": 40}),
    Kind("Booking", "bookings",
         {"division": COMMUNITIES[0], "display_name": "议事会", "venue": VENUE, "booker": COMMUNITY_ORGANISATION,
          "start_time": ago(days=-10), "end_time": ago(days=-10, hours=-2)},
         {"end_time": ago(days=-10, hours=-3)},
         # Bookings of a venue do not overlap.
         second={"start_time": ago(days=-11), "end_time": ago(days=-11, hours=-2)}),
    Kind("Honour", "honours",
         {**HERE, "display_name": "示范样板小区", "kind": "KIND_MODEL_COMPOUND", "subject": COMPOUNDS[1],
          "level": "LEVEL_CITY", "year": 2024, "batch": 1},
         {"criteria": ["党建引领", "服务规范"], "awarding_body": "济宁市住建局"}, second={"year": 2025}),
    Kind("Programme", "programmes",
         {"division": COUNTY, "display_name": "品牌提升年", "kind": "KIND_THEME_YEAR", "year": 2025},
         {"progress": "过半", "progress_percent": 60}),
    Kind("SatisfactionSurvey", "satisfactionSurveys",
         {**HERE, "subject": COMPOUNDS[1], "survey_date": day("2025-06-01"), "respondent_count": 100,
          "satisfied_count": 90},
         {"dissatisfied_count": 4, "method": "入户"}),
    Kind("PolicyDocument", "policyDocuments",
         {"division": COUNTY, "display_name": "老旧小区管理办法", "version": 1, "topic": "TOPIC_OLD_COMPOUNDS",
          "document_number": "任政发〔2025〕1号", "issue_date": day("2025-01-01"), "content_sha256": SHA256},
         {"measures": ["财政补助", "以奖代补"]}),
    Kind("DutyList", "dutyLists",
         {"division": COUNTY, "display_name": "物业企业职责清单", "role": "ROLE_FIRM", "version": 1, "duties": ["保洁", "保安"],
          "valid_from": day("2024-01-01"), "valid_to": day("2025-01-01")},
         {"duties": ["保洁", "秩序维护", "绿化"]}, second={"version": 2, "valid_from": day("2025-01-01"), "valid_to": day("2026-01-01")}),
    Kind("Disclosure", "disclosures",
         {**HERE, "kind": "KIND_FEES", "subject": PROJECTS[1], "compound": COMPOUNDS[1],
          "publication_date": day("2025-04-01"), "period_from": day("2025-01-01"), "period_to": day("2025-04-01")},
         {"place": "公示栏", "content_sha256": SHA256}),
    Kind("RenovationProject", "renovationProjects",
         {**HERE, "display_name": "港烟改造", "compounds": [COMPOUNDS[1]], "year": 2025},
         {"contents": ["屋面", "管网"], "budget_hundredths": 3_000_000_00}),
    Kind("Takeover", "takeovers",
         {**HERE, "compound": COMPOUNDS[1], "firm": FIRMS[1], "project": PROJECTS[1], "takeover_date": day("2014-05-01")},
         {"defects": ["无门岗", "无路灯"], "remedied_count": 1}),
    Kind("Subsidy", "subsidies",
         {**HERE, "display_name": "接管补助", "firm": FIRMS[1], "subject": PROJECTS[1], "applicant": {"reference": "f1"},
          "applied_date": day("2025-02-01"), "applied_hundredths": 50_000_00},
         {"display_name": "老旧小区接管补助"}),
    Kind("Inspection", "inspections",
         {**HERE, "compound": COMPOUNDS[1], "kinds": ["KIND_OVERHEAD_WIRES", "KIND_EBIKE_FIRE"],
          "inspection_date": day("2025-03-01"), "inspector": {"reference": "i1"}},
         {"summary": "飞线两处", "hazard_count": 2}),
    Kind("Hazard", "hazards",
         {**HERE, "display_name": "飞线充电", "kind": "KIND_OVERHEAD_WIRES", "severity": "SEVERITY_GENERAL",
          "compound": COMPOUNDS[1], "found_date": day("2025-03-01")},
         {"severity": "SEVERITY_MAJOR", "project": PROJECTS[1]}),
    Kind("ChargingFacility", "chargingFacilities",
         {**HERE, "display_name": "车棚", "compound": COMPOUNDS[1], "kind": "KIND_BICYCLE_SHED", "port_count": 20},
         {"port_count": 30, "operator": "某公司", "fire_protected": True}),
    Kind("HotlineTotal", "hotlineTotals",
         {"division": COUNTY, "year": 2025, "month": 3, "call_count": 10_000, "source": "12345"},
         {"property_call_count": 158}, second={"month": 4}),
    Kind("Parameter", "parameters",
         {"division": COUNTY, "key": "contract.filing.days", "value": {"integer": 10}, "source": "条例",
          "valid_from": day("2001-01-01"), "valid_to": day("2002-01-01")},
         {"value": {"integer": 12}, "source_url": "https://example.com/1"},
         second={"valid_from": day("2002-01-01"), "valid_to": day("2003-01-01")}),
    Kind("HolidayCalendar", "holidayCalendars",
         {"division": f"{CITY}/divisions/370800", "year": 2023, "source": "国办发明电〔2022〕16号",
          "holidays": [day(f"2023-{text}") for text in ["04-29", "04-30", "05-01", "05-02", "05-03"]],
          "working_days": [day("2023-04-23")]},
         {"working_days": [day("2023-04-23"), day("2023-05-06")]},
         second={"year": 2022, "holidays": [day("2022-05-02")], "working_days": [day("2022-04-24")]}),
    Kind("ServiceLevelRule", "serviceLevelRules",
         {"division": COUNTY, "category": "noise.{id}", "working_days": 3, "source": "县里规定"}, {"working_days": 2}),
    Kind("Indicator", "indicators",
         {"division": f"{CITY}/divisions/370800", "display_name": "党组织覆盖", "code": "1.{id}", "position": 1,
          "responsible_roles": ["RESPONSIBLE_ROLE_DEPARTMENT"]},
         {"report": "firm_coverage", "figure": "firms_covered",
          "target": {"value": 100, "unit": "%", "direction": "DIRECTION_AT_LEAST", "year": 2025}}),
    Kind("Attachment", "attachments",
         {**HERE, "display_name": "照片.jpg", "subject": COMPOUNDS[1], "media_type": "image/jpeg", "size_bytes": 52_000,
          "content_sha256": SHA256},
         {"location": "https://example.com/photo"}),
]
