"""The figures are counted, not written down: they follow what is done through the API."""

import datetime

import pytest

from city_api import NAME
from playing import rows

# ReceptionDay.Kind, ReceptionDay.State.
MANAGER = 1
HELD, CANCELLED = 2, 3
EVENT, SOLVED, ANSWERED = 2, 1, 2
# Ticket.State: not accepted, merged.
NOT_ACCEPTED, MERGED = 10, 11
RESOLVE = 5
JINING = datetime.timezone(datetime.timedelta(hours=8))
LAST_DAY = datetime.date(2026, 1, 31)


def date(day):
    return {"year": day.year, "month": day.month, "day": day.day}


def day(date, absent=None):
    """A calendar date's day; `absent` where it is not set."""
    return datetime.date(date.year, date.month, date.day) if date.year else absent


def figures(city):
    return city.figures(as_of_date=date(LAST_DAY))


def difference(before, after):
    return {key: after[key] - before[key] for key in before if after[key] != before[key]}


def add_demand(city, resolution):
    """Records one more demand that was resolved, or answered, at the first reception day."""
    event = city.call("reception_day", "GetReceptionDay", name=f"{NAME}/receptionDays/reception-1")
    assert event.state == HELD
    received = event.start_time.ToDatetime() + datetime.timedelta(minutes=10)
    return city.call(
        "ticket", "CreateTicket", parent=NAME, event_time=received,
        ticket={
            "division": event.division, "title": "楼道灯不亮", "source": EVENT, "reception_day": event.name,
            "project": event.project,
        },
        history=[{
            "action": RESOLVE, "event_time": received + datetime.timedelta(minutes=5), "resolution": resolution,
            "public_answer": "已更换灯具。",
        }],
    )


def test_one_more_resolved_demand(demonstration, city):
    jining = city(demonstration)
    before = figures(jining)
    ticket = add_demand(jining, SOLVED)
    assert (ticket.resolution, ticket.resolved_on_site) == (SOLVED, True)
    after = figures(jining)
    assert after["demands"] == before["demands"] + 1
    assert after["demands_resolved"] == before["demands_resolved"] + 1
    assert difference(before, after).keys() <= {
        "demands", "demands_resolved", "demands_resolved_percent", "tickets_with_officer_percent"
    }


def test_an_answer_is_no_resolution(demonstration, city):
    jining = city(demonstration)
    before = figures(jining)
    add_demand(jining, ANSWERED)
    after = figures(jining)
    assert after["demands"] == before["demands"] + 1
    assert after["demands_resolved"] == before["demands_resolved"]
    assert after["demands_resolved_percent"] < before["demands_resolved_percent"]
    assert difference(before, after).keys() == {
        "demands", "demands_resolved_percent", "tickets_with_officer_percent"
    }


def test_a_firm_goes_from_organisation_to_instructor(demonstration, city, redsail):
    jining = city(demonstration)
    before = figures(jining)
    end = date(datetime.date(2026, 1, 16))
    organisation = jining.call("party", "GetPartyOrganisation", name=f"{NAME}/partyOrganisations/firm-1")
    [link] = organisation.links
    link.valid_to.year, link.valid_to.month, link.valid_to.day = end["year"], end["month"], end["day"]
    jining.call(
        "party", "UpdatePartyOrganisation", party_organisation=organisation, update_mask={"paths": ["links"]}
    )

    # Between the two the firm has neither: "全部" no longer holds, and the command says so.
    assert difference(before, figures(jining)).keys() == {
        "firms_with_party_organisation", "firms_covered", "firms_covered_percent"
    }
    board = redsail("scoreboard", "--target", demonstration.target, "--as-of", LAST_DAY, "--json")
    assert board.returncode == 1
    assert board.stderr == "redsail: not every figure agrees with the article\n"
    assert [key for key, row in rows(board.stdout).items() if row["agrees"] is False] == [
        "firms_with_party_organisation", "firms_covered", "firms_covered_percent"
    ]
    table = redsail("scoreboard", "--target", demonstration.target, "--as-of", LAST_DAY)
    assert table.returncode == 1 and table.stdout.count("✗") == 3

    jining.call(
        "party", "CreateInstructorAssignment", parent=NAME,
        instructor_assignment={
            "division": f"{NAME}/divisions/370811012", "firm": link.subject, "valid_from": end,
            "instructor": {"reference": "jining-instructor-new", "duty": "党建指导员"},
        },
    )
    assert difference(before, figures(jining)) == {"firms_with_party_organisation": -1, "firms_with_instructor": 1}
    # The day before, nothing had changed.
    assert jining.figures(as_of_date=date(datetime.date(2026, 1, 15)))["firms_with_party_organisation"] == 9


def test_a_withdrawn_reception_day_takes_its_demands_along(demonstration, city):
    """CancelReceptionDay: neither the event nor its tickets count any more; the tickets stay."""
    jining = city(demonstration)
    before = figures(jining)
    event = f"{NAME}/receptionDays/reception-1"
    tickets = jining.tickets(filter=f'reception_day = "{event}"')
    resolved = [ticket for ticket in tickets if ticket.resolution == SOLVED]
    assert len(tickets) > len(resolved) > 0
    cancelled = jining.call("reception_day", "CancelReceptionDay", name=event, reason="误登记")
    assert cancelled.state == CANCELLED
    after = figures(jining)
    assert after["reception_days"] == before["reception_days"] - 1
    assert len(jining.tickets(filter=f'reception_day = "{event}"')) == len(tickets)
    assert after["demands"] == before["demands"] - len(tickets)
    assert after["demands_resolved"] == before["demands_resolved"] - len(resolved)


@pytest.mark.parametrize("as_of", [LAST_DAY, datetime.date(2025, 6, 30)])
def test_the_figures_are_those_of_the_lists(demonstration, city, as_of):
    """Every figure counted a second time, here, from what the lists give."""
    jining = city(demonstration)
    records = list(jining.records().values())
    first = datetime.datetime(as_of.year - 1, 1, 1, tzinfo=JINING)
    after = datetime.datetime(as_of.year, as_of.month, as_of.day, tzinfo=JINING) + datetime.timedelta(days=1)

    def of(kind):
        return [record for record in records if type(record).__name__ == kind]

    def happened(record, field):
        return record.HasField(field) and getattr(record, field).ToDatetime(datetime.timezone.utc) < after

    def since_last_year(record, field):
        return happened(record, field) and getattr(record, field).ToDatetime(datetime.timezone.utc) >= first

    def valid(period):
        return day(period.valid_from, datetime.date.min) <= as_of < day(period.valid_to, datetime.date.max)

    organised = {
        link.subject for organisation in of("PartyOrganisation") if valid(organisation)
        for link in organisation.links if valid(link) and "/firms/" in link.subject
    }
    instructed = {assignment.firm for assignment in of("InstructorAssignment") if valid(assignment)} - organised
    events = [
        event for event in of("ReceptionDay")
        if event.kind == MANAGER and event.state == HELD and since_last_year(event, "start_time")
    ]
    demands = [
        ticket for ticket in of("Ticket") if ticket.source == EVENT and since_last_year(ticket, "receive_time")
    ]
    solved = [ticket for ticket in demands if ticket.resolution == SOLVED and happened(ticket, "resolve_time")]
    promised = [ticket for ticket in demands if ticket.HasField("promised_date")]
    kept = [
        ticket for ticket in promised if happened(ticket, "resolve_time")
        and ticket.resolve_time.ToDatetime(datetime.timezone.utc).astimezone(JINING).date() <= day(ticket.promised_date)
    ]
    overdue = [
        ticket for ticket in promised
        if day(ticket.promised_date) < as_of and not happened(ticket, "resolve_time")
        # Nobody owes an answer to a demand that was merged into another or not accepted.
        and ticket.state not in (NOT_ACCEPTED, MERGED)
    ]
    closed = [ticket for ticket in of("Ticket") if ticket.state == 8 and since_last_year(ticket, "close_time")]
    counted = {
        "firms_with_party_organisation": len(organised), "firms_with_instructor": len(instructed),
        "firms_covered": len(organised | instructed), "reception_days": len(events),
        "stations": sum(map(valid, of("Station"))), "demands": len(demands),
        "demands_resolved": len(solved), "promises_kept": len(kept), "promises_overdue": len(overdue),
        **{
            f"closed_at_{name}": sum(ticket.level_closed == level for ticket in closed)
            for level, name in enumerate(["grid", "community", "street", "county"], 1)
        },
    }
    computed = jining.figures(as_of_date=date(as_of))
    assert {key: computed[key] for key in counted} == counted
    assert all(counted[key] > 0 for key in ("demands", "promises_kept", "closed_at_county"))
    assert computed["firms_covered_percent"] == pytest.approx(100 * len(organised | instructed) / len(of("Firm")), abs=0.05)
    assert computed["demands_resolved_percent"] == pytest.approx(100 * len(solved) / len(demands), abs=0.05)
