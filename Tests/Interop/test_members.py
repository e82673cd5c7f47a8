"""The pipeline of party members against calendar arithmetic of Python's own; identities; bookings."""

import calendar as calendars
import datetime
import random

import grpc
import pytest
from redsail_api import Refusal, refused
from small_city import (
    CITY, COMMUNITIES, COMMUNITY_ORGANISATION, FIRMS, PROJECTS, VENUE, ago, calendar, day,
)

STAGES = ["APPLICANT", "ACTIVIST", "TARGET", "PROBATIONARY", "FULL"]
DATES = ["application_date", "activist_date", "target_date", "probation_date", "full_date"]


def a_year_after(date):
    """The same day of the next year, or its month's last day (Civil Code §202)."""
    last = calendars.monthrange(date.year + 1, date.month)[1]
    return date.replace(year=date.year + 1, day=min(date.day, last))


def member(api, reference, *dates, **fields):
    """A member who came as far as there are dates."""
    wanted = {"division": COMMUNITIES[0], "party_organisation": COMMUNITY_ORGANISATION,
              "person": {"reference": reference}, "stage": f"STAGE_{STAGES[len(dates) - 1]}",
              **{field: calendar(date) for field, date in zip(DATES, dates)}, **fields}
    return api.CreateMember(parent=CITY, member=wanted)


def advance(api, name, stage, date):
    return api.AdvanceMember(name=name, stage=f"STAGE_{stage}", date=calendar(date))


# Over a leap day, the year's end and months of different length.
STARTS = ["2022-03-15", "2024-02-29", "2023-02-28", "2023-12-31", "2024-01-31", "2024-03-01"]


@pytest.mark.parametrize("start", [datetime.date.fromisoformat(start) for start in STARTS], ids=str)
@pytest.mark.parametrize("stage", ["TARGET", "FULL"])
def test_a_year_lies_between(api, start, stage):
    """An activist is trained for a year at least; probation takes a year."""
    early = datetime.date(2020, 1, 6)
    before = {"TARGET": [early, start], "FULL": [early, early, datetime.date(2021, 1, 6), start]}[stage]
    made = member(api, f"year-{stage}-{start}", *before)
    parameter = {"TARGET": "member.activist_to_target_months", "FULL": "member.probation_months"}[stage]
    with refused("FAILED_PRECONDITION", "RULE_BREACHED", "date", {"parameter": parameter, "value": "12"}):
        advance(api, made.name, stage, a_year_after(start) - datetime.timedelta(1))
    advanced = advance(api, made.name, stage, a_year_after(start))
    assert advanced.stage == api.Member.Stage.Value(f"STAGE_{stage}")
    assert api.GetMember(name=made.name) == advanced


def expected(history, stage, date):
    """What becomes of an advance: the reason of the refusal, or none. By the party's rules for the admission."""
    reached = len(history) - 1
    if reached == len(STAGES) - 1:
        return "ACTION_NOT_ALLOWED"
    if STAGES.index(stage) != reached + 1 or date < history[-1]:
        return "STAGE_SKIPPED"
    if stage in ("TARGET", "FULL") and date < a_year_after(history[-1]):
        return "RULE_BREACHED"
    return None


@pytest.mark.parametrize("seed", range(6))
def test_random_pipelines(api, seed):
    chance = random.Random(seed + 10)
    history = [datetime.date(2015, 1, 1) + datetime.timedelta(chance.randrange(1200))]
    made = member(api, f"random-{seed}", *history)
    outcomes = set()
    for _ in range(25):
        stage = STAGES[min(len(history), 4)] if chance.random() < 0.7 else chance.choice(STAGES)
        step = chance.choice([-1, 0, 1, 364, 365, 366, 367])
        date = history[-1] + datetime.timedelta(step)
        reason = expected(history, stage, date)
        outcomes.add(reason)
        if reason:
            with pytest.raises(grpc.RpcError) as caught:
                advance(api, made.name, stage, date)
            refusal = Refusal.of_call(caught.value)
            refusal.check(grpc.StatusCode.FAILED_PRECONDITION, reason)
        else:
            history.append(date)
            made = advance(api, made.name, stage, date)
        kept = [getattr(made, field) for field in DATES[: len(history)]]
        assert kept == [api.CalendarDate(**calendar(date)) for date in history], f"{stage} {date} after {history}"
        assert made.stage == len(history)
    assert len(outcomes) >= 3


@pytest.mark.parametrize("dates, reason", [
    (["2020-01-01", "2020-06-01", "2021-05-31"], "RULE_BREACHED"),
    (["2020-01-01", "2019-12-31"], "STAGE_SKIPPED"),
    (["2020-01-01", "2020-06-01", "2021-06-01", "2021-05-31"], "STAGE_SKIPPED"),
    (["2020-01-01", "2020-06-01", "2021-06-01", "2021-06-01", "2022-05-31"], "RULE_BREACHED"),
])
def test_a_history_that_is_entered_at_once_is_held_to_the_same_rules(api, dates, reason):
    with refused("FAILED_PRECONDITION", reason, f"member.{DATES[len(dates) - 1]}"):
        member(api, "at-once", *map(datetime.date.fromisoformat, dates))


def test_a_stage_without_its_date_is_refused(api):
    with refused("INVALID_ARGUMENT", "REQUIRED_FIELD", "member.activist_date"):
        member(api, "dateless", datetime.date(2020, 1, 1), stage="STAGE_ACTIVIST")
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", "member.activist_date"):
        member(api, "dateless", datetime.date(2020, 1, 1), datetime.date(2020, 6, 1), stage="STAGE_APPLICANT")


def test_backbone_and_leaving(api):
    dates = [datetime.date(year, 7, 1) for year in (2018, 2019, 2020, 2021, 2022)]
    full = member(api, "backbone", *dates)
    trained = api.RecordMemberBackbone(name=full.name, date=day("2024-05-01"))
    assert trained.backbone_date == api.CalendarDate(**day("2024-05-01"))
    with refused("FAILED_PRECONDITION", "DUPLICATE_RECORD"):
        api.RecordMemberBackbone(name=full.name, date=day("2024-06-01"))
    activist = member(api, "not-yet", *dates[:2])
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": "ACTIVIST"}):
        api.RecordMemberBackbone(name=activist.name, date=day("2024-05-01"))
    with refused("FAILED_PRECONDITION", "DUPLICATE_RECORD", metadata={"name": activist.name}):
        member(api, "not-yet", *dates[:1])
    left = api.LeaveMember(name=activist.name, date=day("2023-01-01"), reason="离职")
    assert left.stage == api.Member.STAGE_LEFT and left.left_date == api.CalendarDate(**day("2023-01-01"))
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": "LEFT"}):
        advance(api, left.name, "TARGET", datetime.date(2024, 1, 1))
    # Who comes back applies anew.
    assert member(api, "not-yet", datetime.date(2024, 1, 1)).name != left.name


def test_key_post_is_the_persons_own(api):
    post = api.CreateKeyPost(parent=CITY, key_post={
        "division": COMMUNITIES[0], "firm": FIRMS[0], "project": PROJECTS[0], "post": "POST_PROJECT_MANAGER",
        "holder": {"reference": "manager"}, "valid_from": day("2024-01-01")}).name
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", "member.key_post"):
        member(api, "somebody", datetime.date(2024, 1, 1), key_post=post)
    assert member(api, "manager", datetime.date(2024, 1, 1), key_post=post).key_post == post


def test_identity_is_kept_apart_and_masked(api):
    cursor = api.ListChanges(parent=CITY, from_latest=True).next_cursor
    made = member(api, "identified", datetime.date(2024, 1, 1))
    name = f"{made.name}/identity"
    with refused("NOT_FOUND", "NOT_FOUND"):
        api.GetMemberIdentity(name=name)
    answer = api.SetMemberIdentity(
        member_identity={"name": name, "personal_name": "赵建国", "phone": "13812341234"})
    assert answer.masked and (answer.personal_name, answer.phone) == ("赵*", "138****1234")
    assert api.GetMemberIdentity(name=name) == answer
    with refused("PERMISSION_DENIED", "PURPOSE_REQUIRED"):
        api.GetMemberIdentity(name=name, unmasked=True)
    with refused("PERMISSION_DENIED", "PERMISSION_DENIED"):
        api.GetMemberIdentity(name=name, unmasked=True, purpose="PURPOSE_HANDLING")
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", "member_identity.personal_name"):
        api.SetMemberIdentity(member_identity={"name": name, "personal_name": "赵*"})
    # Neither the record nor the feed tells who it is.
    assert api.GetMember(name=made.name).has_identity
    changes = api.ListChanges(parent=CITY, cursor=cursor).changes
    assert made.name in [change.name for change in changes]
    for secret in ["建国", "13812341234"]:
        assert not any(secret.encode() in change.SerializeToString() for change in changes)


def test_a_cancelled_booking_frees_its_time(api):
    booking = {"division": COMMUNITIES[0], "display_name": "议事会", "venue": VENUE, "booker": COMMUNITY_ORGANISATION,
               "start_time": ago(days=-5), "end_time": ago(days=-5, hours=-2)}
    made = api.CreateBooking(parent=CITY, booking=booking)
    assert made.state == api.Booking.STATE_BOOKED
    overlapping = {**booking, "start_time": ago(days=-5, hours=-1), "end_time": ago(days=-5, hours=-4)}
    with refused("FAILED_PRECONDITION", "PERIOD_OVERLAP", metadata={"name": made.name}):
        api.CreateBooking(parent=CITY, booking=overlapping)
    # One that begins when the other ends is none that overlaps.
    next_one = {**booking, "start_time": made.end_time, "end_time": ago(days=-5, hours=-4)}
    following = api.CreateBooking(parent=CITY, booking=next_one)
    with refused("FAILED_PRECONDITION", "PERIOD_OVERLAP", metadata={"name": made.name}):
        api.UpdateBooking(booking={"name": following.name, "start_time": made.start_time},
                          update_mask={"paths": ["start_time"]})
    cancelled = api.CancelBooking(name=made.name, reason="改期")
    assert (cancelled.state, cancelled.cancel_reason) == (api.Booking.STATE_CANCELLED, "改期")
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": "CANCELLED"}):
        api.CancelBooking(name=made.name, reason="改期")
    moved = api.UpdateBooking(booking={"name": following.name, "start_time": made.start_time},
                              update_mask={"paths": ["start_time"]})
    assert moved.start_time == made.start_time
