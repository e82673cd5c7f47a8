"""An export that is entered with MODE_RESTORE in an empty city gives the city that was exported."""

import uuid

import pytest
from owners import HERE, Election, Place, result
from small_city import CITY, COMMUNITIES, FIRMS, PROJECTS, SPARE_AREAS, ago, build, day, furnish

# Set by the server at each write; what was entered late is flagged as that.
STAMPS = {"etag", "create_time", "update_time", "event_time", "backfilled"}


def exported(api):
    """The records of a city by name, in the order of the export, without their stamps."""
    records = {}
    for message in api.ExportRecords(parent=CITY):
        for record in message.records:
            resource = getattr(record, record.WhichOneof("resource"))
            for stamp in STAMPS & set(resource.DESCRIPTOR.fields_by_name):
                resource.ClearField(stamp)
            records[resource.name] = record
    return records


def test_what_was_decided_and_counted_is_restored(connect, start_server, tmp_path):
    api = connect(start_server(tmp_path / "one"))
    build(api)
    furnish(api)
    # A committee of one party member among five: in breach, with a task that is being worked on.
    place = Place(api)
    election = Election(api, place, candidates=6, party=1)
    election.record(result((600_00, 6), (600_00, 6)), [(500_00, 5)] * 5 + [(100_00, 1)])
    filed = api.FileElection(name=election.name, term_from=day("2025-05-01"), display_name="业委会")
    task, = [task for task in api.ListRectifications(parent=CITY).rectifications
             if task.subject == filed.resulting_committee]
    api.UpdateRectification(rectification={"name": task.name, "plan": "届中补选", "due_date": day("2027-01-31")})
    # Elections that are over without a committee, and one whose ballot is open.
    given_up = Election(api, Place(api), candidates=2, opened=False)
    given_up.vet(given_up.candidates[0], "REJECTED")
    api.CancelElection(name=given_up.name, reason="业主大会未召开")
    Election(api, Place(api))
    member = {**HERE, "party_organisation": f"{CITY}/partyOrganisations/community", "person": {"reference": "p-1"},
              "stage": "STAGE_APPLICANT", "application_date": day("2025-01-01")}
    api.LeaveMember(name=api.CreateMember(parent=CITY, member=member).name, date=day("2025-06-01"), reason="转出")

    records = exported(api)
    other = connect(start_server(tmp_path / "two"))
    other.CreateCity(city_id="370800", city={"display_name": "济宁市"}, event_time=ago(days=30))
    entries = [{"record": record, "mode": "MODE_RESTORE", "request_id": str(uuid.uuid4())}
               for record in records.values() if record.WhichOneof("resource") != "city"]
    results = other.PushRecords(parent=CITY, entries=entries).results
    failed = [(result.error.message, result.error.reason) for result in results if result.HasField("error")]
    assert not failed
    restored = exported(other)
    assert restored.keys() == records.keys()
    for name, record in records.items():
        if record.WhichOneof("resource") != "city":
            assert restored[name] == record


SUBSIDY = {
    "name": f"{CITY}/subsidies/s", "division": COMMUNITIES[1], "display_name": "补助", "firm": FIRMS[1],
    "subject": PROJECTS[1], "applicant": {"reference": "a"}, "applied_date": day("2025-01-01"),
    "applied_hundredths": 100, "state": "STATE_APPROVED", "approved_hundredths": 100,
}
ELECTION = {
    "name": f"{CITY}/elections/e", "division": COMMUNITIES[1], "kind": "KIND_FIRST", "service_area": SPARE_AREAS[0],
    "seats": 5, "start_date": day("2025-01-01"), "state": "STATE_COUNTED", "ballot_date": day("2025-02-01"),
    "count_date": day("2025-02-02"), "valid": True, "result": result((500_00, 5), (500_00, 5)),
}


@pytest.mark.parametrize("field, record", [
    ("subsidy.approved_hundredths", {"subsidy": {**SUBSIDY, "approved_hundredths": 2**63 - 1}}),
    ("subsidy.paid_hundredths", {"subsidy": {**SUBSIDY, "paid_hundredths": 101}}),
    ("subsidy.paid_hundredths", {"subsidy": {**SUBSIDY, "paid_hundredths": -(2**63)}}),
    ("election.result", {"election": {**ELECTION, "result": None}}),
    ("election.result.total_heads", {"election": {**ELECTION, "result": {**ELECTION["result"], "total_heads": 2**62}}}),
    ("election.party_member_count", {"election": {**ELECTION, "party_member_count": 2**31 - 1}}),
    ("election.candidate_results[0].for_heads", {"election": {**ELECTION, "candidate_results": [{"for_heads": 6}]}}),
])
def test_sums_that_no_action_could_have_left_are_not_restored(api, field, record):
    entry = {"record": record, "mode": "MODE_RESTORE", "request_id": str(uuid.uuid4())}
    [answer] = api.PushRecords(parent=CITY, entries=[entry]).results
    assert answer.error.violations[0].field == f"record.{field}" and answer.error.localized_message
