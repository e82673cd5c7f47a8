"""Personal data stay where they belong, and a masked answer cannot take the place of the real values."""

import datetime

import grpc
import pytest
from redsail_api import Refusal, refused
from small_city import CITY, COMMUNITIES, COMPOUNDS, EVENT, FIRMS, ago, calendar, day

PERSON = {
    "personal_name": "张小红", "phone": "13912342222", "address": "幸福小区3号楼2单元501", "id_number": "370811199001010017",
    "owner_reference": "owner-1", "contact_consent": False,
}


def ticket(**fields):
    return {"division": COMMUNITIES[0], "title": "楼道灯不亮", "source": "SOURCE_OWNER", **fields}


@pytest.fixture
def caller(api):
    """A ticket's caller as a reader gets it: masked."""
    created = api.CreateTicket(parent=CITY, ticket=ticket(), caller=PERSON)
    return api.GetTicketCaller(name=f"{created.name}/caller")


@pytest.mark.parametrize("field", ["personal_name", "phone", "address", "id_number"])
def test_a_masked_value_is_not_written_back(api, caller, field):
    assert caller.masked
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", f"ticket_caller.{field}"):
        api.UpdateTicketCaller(ticket_caller={"name": caller.name, field: getattr(caller, field)})


@pytest.mark.parametrize("mask", [None, {"paths": ["*"]}])
def test_a_masked_record_is_not_written_back_whole(api, caller, mask):
    caller.contact_consent = True
    with refused("INVALID_ARGUMENT", "INVALID_FIELD"):
        api.UpdateTicketCaller(ticket_caller=caller, update_mask=mask)
    assert not api.GetTicketCaller(name=caller.name).contact_consent


def test_a_field_of_a_masked_record_is_changed_alone(api, caller):
    caller.contact_consent = True
    changed = api.UpdateTicketCaller(ticket_caller=caller, update_mask={"paths": ["contact_consent"]})
    assert changed.contact_consent
    # The masks are those of the real values still.
    assert (changed.phone, changed.id_number) == (caller.phone, caller.id_number)


NUMBERS = [
    "13800138000", "138 0013 8000", "138-0013-8000", "+8613800138000", "+86 138 0013 8000", "１３８００１３８０００",
    "370811 19900101 0017", "37081119900101001X",
]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("field", ["title", "content", "place"])
def test_numbers_of_persons_are_found_however_they_are_written(api, field, number):
    with refused("INVALID_ARGUMENT", "PERSONAL_DATA_MISPLACED", f"ticket.{field}"):
        api.CreateTicket(parent=CITY, ticket=ticket(**{field: f"请联系 {number} 谢谢"}))


@pytest.mark.parametrize("text", ["3号楼2单元501室", "2025-01-02 13:00 起停水", "物业费 1,380.00 元", "信用代码 91370811MA3YYYY16X"])
def test_other_numbers_are_not(api, text):
    assert api.CreateTicket(parent=CITY, ticket=ticket(content=text)).content == text


@pytest.mark.parametrize("field", ["reference", "duty", "organisation"])
def test_references_to_persons_hold_none(api, field):
    with refused("INVALID_ARGUMENT", "PERSONAL_DATA_MISPLACED", f"actor.{field}"):
        api.CreateTicket(parent=CITY, ticket=ticket(), actor={"reference": "p-1", field: "李四 13955556666"})


def test_the_callers_name_is_found(api):
    with refused("INVALID_ARGUMENT", "PERSONAL_DATA_MISPLACED", "ticket.title"):
        api.CreateTicket(parent=CITY, ticket=ticket(title="张小红反映楼道灯不亮"), caller=PERSON)


def test_what_the_callers_record_says_is_repeated_by_no_later_text(api):
    """A name and a landline that no shape gives away: only the caller's record tells that they are personal."""
    person = {"personal_name": "欧阳明日", "phone": "0537-2212345"}
    name = api.CreateTicket(parent=CITY, ticket=ticket(), caller=person).name
    for text in person.values():
        with refused("INVALID_ARGUMENT", "PERSONAL_DATA_MISPLACED", "note"):
            api.AcceptTicket(name=name, note=f"{text}来电")
        with refused("INVALID_ARGUMENT", "PERSONAL_DATA_MISPLACED", "reason"):
            api.ExtendTicket(name=name, working_days=2, reason=f"{text}不在家")
        with refused("INVALID_ARGUMENT", "PERSONAL_DATA_MISPLACED", "public_answer"):
            reason = "NON_ACCEPTANCE_REASON_LITIGATION"
            api.RefuseTicket(name=name, non_acceptance_reason=reason, public_answer=f"{text}您好")
        with refused("INVALID_ARGUMENT", "PERSONAL_DATA_MISPLACED", "ticket.place"):
            api.UpdateTicket(ticket={"name": name, "place": f"{text}家门口"})
    assert api.AcceptTicket(name=name, note="来电").state == api.Ticket.STATE_ACCEPTED


PHONE = "联系13800138000"
TODAY = calendar(datetime.date.today())
REMEDY = {"name": f"{CITY}/hazards/none", "actor": {"reference": "a"}, "date": TODAY}


@pytest.mark.parametrize("method, field, fields", [
    ("MergeRecords", "reason", {"successor": COMPOUNDS[0], "predecessors": [COMPOUNDS[1]]}),
    ("SplitRecord", "reason", {"predecessor": FIRMS[0], "successors": COMPOUNDS}),
    ("CancelReceptionDay", "reason", {"name": EVENT}),
    ("HoldReceptionDay", "minutes", {"name": EVENT, "start_time": ago(hours=2)}),
    ("RefuseSubsidy", "reason", {"name": f"{CITY}/subsidies/none", "actor": {"reference": "a"}, "date": TODAY}),
    ("CancelRenovationProject", "reason", {"name": f"{CITY}/renovationProjects/none", "date": TODAY}),
    ("RemedyHazard", "remedy", REMEDY),
    ("VerifyHazard", "reason", {**REMEDY, "due_date": day("2030-01-01")}),
])
def test_no_reason_and_no_record_of_what_was_done_holds_a_number(api, method, field, fields):
    with pytest.raises(grpc.RpcError) as caught:
        getattr(api, method)(**fields, **{field: PHONE})
    refusal = Refusal.of_call(caught.value)
    assert refusal.fields[field].reason == "PERSONAL_DATA_MISPLACED"
    assert "13800138000" not in str(refusal.fields[field]) + refusal.message + refusal.chinese
