"""Rules as data: which value holds where and when, and due dates in working days, against tables and date arithmetic of
Python's own."""

import datetime
import random

import grpc
import pytest
from redsail_api import Refusal, refused
from small_city import CITY, COMMUNITIES, COUNTY, GRIDS, STREETS, calendar, day, ticket

DAY = datetime.timedelta(1)
BEIJING = datetime.timezone(datetime.timedelta(hours=8))
DIVISION = f"{CITY}/divisions/370800"
# From the nearest to the farthest.
ABOVE = [COMMUNITIES[0], STREETS[0], COUNTY, DIVISION]


def date(text):
    return datetime.date.fromisoformat(text)


def of(calendar_date):
    return datetime.date(calendar_date.year, calendar_date.month, calendar_date.day)


def resolved(api, key, **fields):
    [value] = api.ResolveParameters(parent=CITY, keys=[key], **fields).parameters
    assert value.key == key and value.display_name and value.localized_name and value.source and value.unit
    return value


def test_what_ships_with_the_server(api):
    every = api.ResolveParameters(parent=CITY, date=day("2025-06-01")).parameters
    values = {value.key: value for value in every}
    assert len(values) == len(every) > 20 and not any(value.parameter for value in every)
    participation = values["election.participation"].value.fraction
    assert (participation.numerator, participation.denominator) == (2, 3)
    assert values["committee.minimum_party_percent"].value.integer == 60
    assert values["committee.minimum_party_percent"].division_code == "370800"
    assert values["committee.reelection.days_before_expiry"].division_code == "370000"
    # Before the article's rule began there was none.
    before = resolved(api, "committee.minimum_party_percent", date=day("2020-12-31"))
    assert before.value.integer == 0 and of(before.valid_to if before.HasField("valid_to") else
                                            api.CalendarDate(**day("2021-01-01"))) == date("2021-01-01")
    for wrong, code, reason, field in [
        ({"keys": ["none"]}, "INVALID_ARGUMENT", "INVALID_PARAMETER", "keys[0]"),
        ({"date": {"year": 2025, "month": 2, "day": 29}}, "INVALID_ARGUMENT", "INVALID_DATE", "date"),
        ({"division": GRIDS[0]}, "INVALID_ARGUMENT", "INVALID_NAME", "division"),
        ({"division": f"{CITY}/divisions/370899"}, "FAILED_PRECONDITION", "REFERENCE_NOT_FOUND", None),
    ]:
        with refused(code, reason, field):
            api.ResolveParameters(parent=CITY, **wrong)


@pytest.mark.parametrize("key, value", [
    ("contract.filing.days", {"fraction": {"numerator": 1, "denominator": 2}}), ("contract.filing.days", {"integer": 0}),
    ("contract.filing.days", {"integer": 366}), ("contract.filing.days", {}), ("none", {"integer": 3}),
    ("election.participation", {"integer": 1}), ("committee.size.odd", {"integer": 1}),
    ("election.participation", {"fraction": {"numerator": 2, "denominator": 0}}),
    ("election.participation", {"fraction": {"numerator": 4, "denominator": 3}}),
    ("election.participation", {"fraction": {"numerator": -1, "denominator": 3}}),
], ids=str)
def test_wrong_parameters(api, key, value):
    with pytest.raises(grpc.RpcError) as caught:
        api.CreateParameter(parent=CITY, parameter={"division": COUNTY, "key": key, "value": value, "source": "文件"})
    refusal = Refusal.of_call(caught.value)
    assert refusal.code.name == "INVALID_ARGUMENT", refusal.message
    assert refusal.reason in ("INVALID_PARAMETER", "REQUIRED_FIELD"), refusal.message


@pytest.mark.parametrize("seed", range(3))
def test_the_nearest_division_and_its_period_decide(api, seed):
    chance = random.Random(seed)
    key = ["contract.filing.days", "committee.filing.days", "ticket.extension.maximum_working_days"][seed]
    shipped = {today: resolved(api, key, date=calendar(today)).value.integer for today in [date("2020-01-01")]}
    loaded = []
    for number in range(14):
        division = chance.choice(ABOVE)
        first = date("2015-01-01") + DAY * chance.randrange(2500)
        end = first + DAY * chance.randrange(1, 1200)
        overlaps = any(division == other[0] and first < other[2] and other[1] < end for other in loaded)
        wanted = {"division": division, "key": key, "value": {"integer": 31 + number}, "source": f"文件{number}",
                  "valid_from": calendar(first), "valid_to": calendar(end)}
        if overlaps:
            with refused("FAILED_PRECONDITION", "PERIOD_OVERLAP"):
                api.CreateParameter(parent=CITY, parameter=wanted)
            continue
        name = api.CreateParameter(parent=CITY, parameter=wanted).name
        loaded.append((division, first, end, 31 + number, name))
    # On each edge of a period, and on other days.
    days = {entry[1] + DAY * offset for entry in loaded for offset in (-1, 0)}
    days |= {entry[2] + DAY * offset for entry in loaded for offset in (-1, 0)}
    days |= {date("2014-01-01") + DAY * chance.randrange(5000) for _ in range(20)}
    for today in sorted(days):
        for index, division in enumerate(ABOVE):
            expected = next(((value, name) for above in ABOVE[index:] for place, first, end, value, name in loaded
                             if place == above and first <= today < end), (shipped[date("2020-01-01")], ""))
            came = resolved(api, key, division=division, date=calendar(today))
            assert (came.value.integer, came.parameter) == expected, (division, today)


# The State Council's arrangements: days off, and weekends that are worked.
OFF = [("2025-01-01", "2025-01-01"), ("2025-01-28", "2025-02-04"), ("2025-04-04", "2025-04-06"),
       ("2025-05-01", "2025-05-05"), ("2025-05-31", "2025-06-02"), ("2025-10-01", "2025-10-08"),
       ("2026-01-01", "2026-01-03"), ("2026-02-15", "2026-02-23"), ("2026-04-04", "2026-04-06"),
       ("2026-05-01", "2026-05-05"), ("2026-06-19", "2026-06-21"), ("2026-09-25", "2026-09-27"),
       ("2026-10-01", "2026-10-07")]
WORKED = {date(text) for text in [
    "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04", "2026-02-14", "2026-02-28",
    "2026-05-09", "2026-09-20", "2026-10-10"]}


def works(today):
    if today in WORKED:
        return True
    return today.weekday() < 5 and not any(date(first) <= today <= date(last) for first, last in OFF)


def after_working_days(start, count):
    """The day of the start does not count (Civil Code §201)."""
    while count:
        start += DAY
        count -= works(start)
    return start


def received(api, on, hour=10, minute=0, **fields):
    at = datetime.datetime.combine(on, datetime.time(hour, minute), BEIJING)
    return api.CreateTicket(parent=CITY, ticket=ticket(**fields), event_time=at)


# The vectors of the specification, at the first and the last minute of the day there.
@pytest.mark.parametrize("hour, minute", [(0, 0), (12, 0), (23, 59)])
@pytest.mark.parametrize("start, due", [
    ("2025-09-26", "2025-10-10"), ("2025-01-23", "2025-02-06"), ("2025-04-30", "2025-05-12"),
    # Over the new year and the make-up days of 2026.
    ("2025-12-29", "2026-01-06"), ("2026-02-13", "2026-02-27"), ("2026-09-30", "2026-10-13"),
])
def test_five_working_days(api, start, due, hour, minute):
    made = received(api, date(start), hour, minute)
    assert made.due.working_days == 5 and of(made.due.date) == date(due) == after_working_days(date(start), 5)
    assert not made.due.provisional
    late = datetime.datetime.combine(date(due) + DAY, datetime.time(), BEIJING)
    assert made.due.overdue_time.ToDatetime(datetime.timezone.utc) == late


def test_working_days_on_any_day(api):
    """Every tenth day of two years, with limits of 1 to 12 working days by the category."""
    for days in range(1, 13):
        api.CreateServiceLevelRule(parent=CITY, service_level_rule={
            "division": COUNTY, "category": f"days.{days}", "working_days": days, "source": "文件"})
    start = date("2025-01-01")
    while start < date("2026-10-20"):
        days = start.toordinal() % 12 + 1
        made = received(api, start, category=f"days.{days}")
        assert (made.due.working_days, of(made.due.date)) == (days, after_working_days(start, days)), start
        start += 10 * DAY


def test_service_levels_of_a_division(api):
    """A rule of the category goes before one for all, then the nearest division's; urgent ones run by the clock."""
    def rule(division, **fields):
        api.CreateServiceLevelRule(parent=CITY, service_level_rule={"division": division, "source": "文件", **fields})

    start = date("2025-07-01")
    rule(STREETS[0], working_days=4, valid_from=day("2025-07-01"), valid_to=day("2025-08-01"))
    rule(COUNTY, category="noise", working_days=2)
    rule(COMMUNITIES[0], category="noise", working_days=1, valid_from=day("2025-08-01"))
    assert received(api, start, category="noise").due.working_days == 2
    assert received(api, date("2025-08-01"), category="noise").due.working_days == 1
    assert received(api, start, category="trees").due.working_days == 4
    assert received(api, start, category="trees", division=COMMUNITIES[1]).due.working_days == 5
    urgent = received(api, date("2025-10-01"), 23, 30, category="lift-entrapment")
    assert urgent.due.clock_hours == 2
    late = datetime.datetime(2025, 10, 2, 1, 30, tzinfo=BEIJING)
    assert urgent.due.overdue_time.ToDatetime(datetime.timezone.utc) == late
    for wrong in [{"working_days": 1, "clock_hours": 1}, {}]:
        with refused("INVALID_ARGUMENT", "INVALID_FIELD"):
            rule(COUNTY, category="wrong", **wrong)


def test_due_dates_are_counted_anew_when_a_year_is_loaded(api):
    """Of a year whose arrangement is not known, Monday to Friday are working days, until it is."""
    start = date("2024-09-27")
    made = received(api, start)
    closed = received(api, start)
    api.RefuseTicket(name=closed.name, non_acceptance_reason="NON_ACCEPTANCE_REASON_LITIGATION", public_answer="已诉讼")
    assert made.due.provisional and of(made.due.date) == date("2024-10-04")
    cursor = api.ListChanges(parent=CITY, from_latest=True).next_cursor
    api.CreateHolidayCalendar(parent=CITY, holiday_calendar={
        "division": DIVISION, "year": 2024, "source": "国办发明电〔2023〕7号",
        "holidays": [day(f"2024-10-{number:02}") for number in range(1, 8)],
        "working_days": [day("2024-09-29"), day("2024-10-12")]})
    # 09-29 and 09-30 are worked, 10-01 to 10-07 are off, 10-08 to 10-10 are worked.
    again = api.GetTicket(name=made.name)
    assert not again.due.provisional and of(again.due.date) == date("2024-10-10")
    changed = [change.name for change in api.ListChanges(parent=CITY, cursor=cursor).changes]
    assert made.name in changed and closed.name not in changed
    with refused("FAILED_PRECONDITION", "PERIOD_OVERLAP"):
        api.CreateHolidayCalendar(parent=CITY, holiday_calendar={
            "division": DIVISION, "year": 2024, "source": "又一份", "holidays": [day("2024-01-01")],
            "working_days": [day("2024-02-04")]})


def test_an_extension_is_counted_in_working_days(api):
    made = api.CreateTicket(parent=CITY, ticket=ticket())
    start = datetime.datetime.now(BEIJING).date()
    api.AcceptTicket(name=made.name)
    extended = api.ExtendTicket(name=made.name, working_days=10, reason="等待配件")
    assert extended.due.extension_working_days == 10
    if not extended.due.provisional:
        assert of(extended.due.date) == after_working_days(start, 15)
    with refused("FAILED_PRECONDITION", "EXTENSION_TOO_LONG"):
        api.ExtendTicket(name=made.name, working_days=1, reason="再等")
