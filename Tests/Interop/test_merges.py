"""What a merge moves keeps the rules that a new record would have to keep: a merge is refused where it would break one."""

import pytest

from owners import Election, Place, result
from redsail_api import refused
from small_city import (
    CITY, COMMUNITIES, COMMUNITY_ORGANISATION, COMPOUNDS, COUNTY, FIRM_ORGANISATION, FIRMS, STREETS, VENUE, ago, build, day,
    division, furnish, last,
)

HERE = {"division": COMMUNITIES[0]}


def create(api, method, field, id, **resource):
    """Creates a record, some days ago."""
    call = getattr(api, f"Create{method}")
    return call(parent=CITY, event_time=ago(days=3), **{f"{field}_id": id, field: resource}).name


def contracts(api):
    """Two projects with a contract of the same years each."""
    projects = [
        create(api, "Project", "project", f"merge-{index}", display_name="一期", firm=FIRMS[0], compounds=[COMPOUNDS[0]],
               **HERE)
        for index in range(2)
    ]
    for project in projects:
        create(api, "Contract", "contract", f"of-{project[-7:]}", project=project, kind="KIND_FORMAL",
               fee_mode="FEE_MODE_LUMP_SUM", signing_date=day("2025-01-01"), valid_from=day("2025-01-02"),
               valid_to=day("2027-01-01"), **HERE)
    return projects, "PERIOD_OVERLAP"


def bookings(api):
    """Two venues that are booked for the same hour."""
    other = create(api, "Venue", "venue", "merge", display_name="活动室", kind="KIND_COMMUNITY_ROOM", **HERE)
    hour = {"start_time": ago(hours=-24), "end_time": ago(hours=-25)}
    for index, venue in enumerate([VENUE, other]):
        create(api, "Booking", "booking", f"merge-{index}", display_name="议事会", venue=venue,
               booker=COMMUNITY_ORGANISATION, **hour, **HERE)
    return [VENUE, other], "PERIOD_OVERLAP"


def elections(api):
    """Two service areas with an election in preparation each."""
    areas = [
        create(api, "ServiceArea", "service_area", f"merge-{index}", display_name="物业区域", compounds=[COMPOUNDS[0]],
               **HERE)
        for index in range(2)
    ]
    for index, area in enumerate(areas):
        create(api, "Election", "election", f"merge-{index}", display_name="首次选举", kind="KIND_FIRST", seats=5,
               service_area=area, start_date=day("2025-03-01"), **HERE)
    return areas, "DUPLICATE_RECORD"


def appointments(api):
    """Two organisations in which the same person takes the same part."""
    other = create(api, "PartyOrganisation", "party_organisation", "merge", display_name="社区党委",
                   kind="KIND_BRANCH", sphere="SPHERE_COMMUNITY", **HERE)
    organisations = [COMMUNITY_ORGANISATION, other]
    for index, organisation in enumerate(organisations):
        create(api, "Appointment", "appointment", f"merge-{index}", kind="KIND_PARTY_HEAD_TO_COMMUNITY",
               person={"reference": "head-1"}, from_organisation=FIRM_ORGANISATION, to_organisation=organisation,
               valid_from=day("2025-01-01"), **HERE)
    return organisations, "PERIOD_OVERLAP"


def honours(api):
    """Two compounds with the same honour each."""
    compounds = [create(api, "Compound", "compound", f"merge-{index}", display_name="样板", **HERE) for index in range(2)]
    for index, compound in enumerate(compounds):
        create(api, "Honour", "honour", f"merge-{index}", display_name="示范样板小区", kind="KIND_MODEL_COMPOUND",
               subject=compound, level="LEVEL_CITY", year=2025, **HERE)
    return compounds, "DUPLICATE_RECORD"


def instructors(api):
    """A firm with a party organisation and one with an instructor."""
    create(api, "PartyOrganisation", "party_organisation", "merge-firm", display_name="物业党支部", division=COUNTY,
           kind="KIND_BRANCH", sphere="SPHERE_FIRM", links=[{"subject": FIRMS[0], "valid_from": day("2025-01-01")}])
    create(api, "InstructorAssignment", "instructor_assignment", "merge", firm=FIRMS[1], division=STREETS[0],
           instructor={"reference": "instructor-1"}, valid_from=day("2025-01-01"))
    return FIRMS, "PERIOD_OVERLAP"


@pytest.mark.parametrize("make", [contracts, bookings, elections, appointments, honours, instructors])
def test_a_merge_breaks_no_rule(api, make):
    (stays, ends), reason = make(api)
    with refused("FAILED_PRECONDITION", reason):
        api.MergeRecords(successor=stays, predecessors=[ends], reason="重复登记")


def test_a_community_is_merged_with_all_that_lies_in_it(connect, start_server, tmp_path):
    """Whatever has to lie where another record lies moves after it; what an election decided stays as it is."""
    api = connect(start_server(tmp_path / "data"))
    build(api)
    furnish(api)
    old, new = COMMUNITIES[0], f"{STREETS[0]}002"
    api.CreateDivision(parent=CITY, division_id=last(new), division=division(last(new), "LEVEL_COMMUNITY", STREETS[0]))
    election = Election(api, Place(api))
    election.record(result((500_00, 5), (500_00, 5)), [(500_00, 5)] * 5)
    committee = api.FileElection(name=election.name, term_from=day("2025-05-01")).resulting_committee
    create(api, "Contract", "contract", "here", project=f"{CITY}/projects/p1", kind="KIND_FORMAL", division=old,
           fee_mode="FEE_MODE_LUMP_SUM", signing_date=day("2025-01-01"))
    api.CreateAttachment(parent=CITY, attachment={
        "division": old, "subject": committee, "display_name": "备案表", "media_type": "application/pdf", "size_bytes": 1,
        "content_sha256": "0" * 64})

    def lies_in(community):
        records = [record for message in api.ExportRecords(parent=CITY, division=community) for record in message.records]
        return {getattr(record, record.WhichOneof("resource")).name for record in records}

    here = lies_in(old) - {old}
    assert {committee, election.name, *election.candidates, *COMPOUNDS[:1]} <= here
    done = api.MergeRecords(successor=new, predecessors=[old], reason="社区合并")
    assert done.moved_count == len(here) and lies_in(new) - {new, done.name} == here
    assert api.GetElection(name=election.name).state == api.Election.STATE_FILED
