"""Committees from the first candidate to the handover; party ratios; who governs a compound on any day."""

import datetime
import random
from fractions import Fraction

import grpc
import pytest
from owners import HERE, REVIEWER, VETTER, VETTING_BODIES, Election, Place, result
from redsail_api import Refusal, refused
from small_city import CITY, COMMUNITIES, FIRM_ORGANISATION, STREETS, calendar, day, division

DAY = datetime.timedelta(1)


def date(text):
    return datetime.date.fromisoformat(text)


def of(calendar_date):
    return datetime.date(calendar_date.year, calendar_date.month, calendar_date.day)


def test_candidates_are_vetted_before_the_ballot(api):
    election = Election(api, Place(api), candidates=7, opened=False)
    first, second, third, fourth, *rest = election.candidates
    with refused("FAILED_PRECONDITION", "NOT_VETTED"):
        election.open()
    # Neither who proposed nor who stands decides, and a firm's organisation does not.
    for person in ["proposer", "candidate-0"]:
        with refused("FAILED_PRECONDITION", "SAME_PERSON"):
            election.vet(first, actor={"reference": person})
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", "organisation"):
        election.vet(first, organisation=FIRM_ORGANISATION)
    for candidate, body in zip([first, second], VETTING_BODIES):
        approved = election.vet(candidate, organisation=body)
        assert approved.vetting == api.Candidate.VETTING_APPROVED and approved.vetting_organisation == body
        assert approved.vetting_reason == "符合条件" and approved.vetter.reference == "vetter"
        assert approved.HasField("vetting_time") and not approved.reviewed
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": "APPROVED"}):
        election.vet(first)
    rejected = election.vet(third, "REJECTED")
    with refused("FAILED_PRECONDITION", "SAME_PERSON"):
        election.review(third, "APPROVED", VETTER)
    reviewed = election.review(third, "APPROVED", REVIEWER)
    assert reviewed.reviewed and reviewed.vetting == api.Candidate.VETTING_APPROVED and reviewed.etag != rejected.etag
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": "PENDING"}):
        election.review(fourth, "APPROVED")
    withdrawn = api.WithdrawCandidate(name=fourth, reason="搬离")
    assert withdrawn.vetting == api.Candidate.VETTING_WITHDRAWN
    # Four are too few for a committee of five.
    for candidate in rest[:1]:
        election.vet(candidate)
    for candidate in rest[1:]:
        election.vet(candidate, "REJECTED")
    with refused("FAILED_PRECONDITION", "RULE_BREACHED", metadata={"parameter": "committee.size.minimum"}):
        election.open()
    election.review(rest[1], "APPROVED")
    opened = election.open()
    assert opened.state == api.Election.STATE_BALLOT_OPEN and opened.ballot_date == api.CalendarDate(**day("2025-04-01"))
    for late in [lambda: election.propose("late"), lambda: api.WithdrawCandidate(name=first, reason="太晚"),
                 lambda: election.review(first, "REJECTED")]:
        with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED"):
            late()


@pytest.mark.parametrize("seats", [3, 5, 7, 9, 11])
@pytest.mark.parametrize("enough", [True, False])
def test_slate_that_cannot_reach_the_party_ratio_is_warned_of(api, seats, enough):
    if seats < 5:
        with refused("FAILED_PRECONDITION", "RULE_BREACHED", metadata={"parameter": "committee.size.minimum"}):
            Election(api, Place(api), seats=seats, candidates=0, opened=False)
        return
    least = next(party for party in range(seats + 1) if Fraction(party, seats) >= Fraction(60, 100))
    election = Election(api, Place(api), seats=seats, candidates=seats, party=least if enough else least - 1)
    warnings = api.GetElection(name=election.name).warnings
    assert bool(warnings) != enough
    assert all("RULE_BREACHED" == warning.reason and warning.localized_message for warning in warnings)


@pytest.mark.parametrize("seats, parameter", [
    (4, "committee.size.minimum"), (6, "committee.size.odd"), (13, "committee.size.maximum"),
])
def test_size_of_a_committee(api, seats, parameter):
    with refused("FAILED_PRECONDITION", "RULE_BREACHED", "election.seats", {"parameter": parameter}):
        Election(api, Place(api), seats=seats, candidates=0, opened=False)


def test_election_brings_about_a_committee(api):
    place = Place(api)
    election = Election(api, place, seats=5, candidates=6, party=3)
    votes = [(200, 20), (200, 21), (200, 22), (200, 23), (200, 24), (200, 15)]
    election.record(result((300, 30), (300, 30)), votes, on="2025-04-15")
    with refused("INVALID_ARGUMENT", "PERIOD_REVERSED", "term_from"):
        api.FileElection(name=election.name, term_from=day("2025-04-14"))
    filed = api.FileElection(name=election.name, term_from=day("2025-05-01"), committee_id=f"elected-{place.number}",
                             display_name="港烟业委会", chair=election.candidates[4])
    assert filed.state == api.Election.STATE_FILED
    assert filed.resulting_committee == f"{CITY}/committees/elected-{place.number}"
    committee = api.GetCommittee(name=filed.resulting_committee)
    assert committee.display_name == "港烟业委会" and committee.election == election.name
    assert committee.kind == api.Committee.KIND_OWNERS and list(committee.compounds) == [place.compound]
    assert (of(committee.valid_from), of(committee.valid_to)) == (date("2025-05-01"), date("2030-05-01"))
    assert {seat.person.reference for seat in committee.members} == {f"candidate-{index}" for index in range(5)}
    [chair] = [seat for seat in committee.members if seat.post == api.Committee.Seat.POST_CHAIR]
    assert chair.person.reference == "candidate-4"
    assert (committee.party_member_count, committee.party_percent, committee.ratio_breached) == (3, 60, False)
    # Thirty days after the count: 2025-05-15, a Thursday.
    assert of(committee.filing_deadline) == date("2025-05-15")
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED"):
        api.FileElection(name=election.name, term_from=day("2025-05-01"))
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED"):
        api.CancelElection(name=election.name, reason="太晚")


@pytest.mark.parametrize("on, late", [("2025-05-15", False), ("2025-05-16", True)])
def test_filing_of_a_committee(api, on, late):
    election = Election(api, Place(api))
    election.record(result((300, 30), (300, 30)), [(200, 20)] * 5)
    name = api.FileElection(name=election.name, term_from=day("2025-05-01")).resulting_committee
    filed = api.FileCommittee(name=name, filing_date=day(on), filing_number="备-2025-1")
    assert (filed.filed_late, filed.filing_number, of(filed.filing_date)) == (late, "备-2025-1", date(on))
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED"):
        api.FileCommittee(name=name, filing_date=day(on), filing_number="备-2025-2")


# The least number of party members by the article's 60 % (新增、换届业委会成员中，党员比例全部达到60%以上).
@pytest.mark.parametrize("seats, least", [(3, 2), (5, 3), (7, 5), (9, 6), (11, 7)])
def test_party_ratio(api, seats, least):
    for party in range(seats + 1):
        committee = Place(api).committee(api, date("2022-01-01"), date("2027-01-01"), seats, party)
        assert committee.ratio_breached == (party < least) == (Fraction(party, seats) < Fraction(3, 5))
        assert committee.party_percent == party * 100 // seats
        tasks = rectifications(api, committee)
        assert [task.state for task in tasks] == [api.Rectification.STATE_OPEN] * (party < least)
    # What was elected before the parameter began is not held to it.
    before = Place(api).committee(api, date("2018-01-01"), date("2022-01-01"), seats, 0)
    assert not before.ratio_breached and not rectifications(api, before)


def rectifications(api, committee):
    found = api.ListRectifications(parent=CITY, filter=f'subject = "{committee.name}"')
    assert all(task.kind == api.Rectification.KIND_PARTY_RATIO for task in found.rectifications)
    return found.rectifications


def sitting(count, prefix="seat"):
    return [{"person": {"reference": f"{prefix}-{index}"}, "post": "POST_MEMBER" if index else "POST_CHAIR"}
            for index in range(count)]


def test_a_breach_is_mended_by_a_change_of_seats(api):
    committee = Place(api).committee(api, date("2022-01-01"), date("2030-01-01"), 5, 2)
    [task] = rectifications(api, committee)
    assert task.breach.message and "2" in task.breach.message
    changed = api.ChangeCommitteeSeats(name=committee.name, members=sitting(4) + [
        {"person": {"reference": "new"}, "post": "POST_MEMBER"}], party_member_count=3, reason="补选党员委员")
    assert not changed.ratio_breached and changed.party_percent == 60
    left = [seat.person.reference for seat in changed.members if seat.HasField("left_date")]
    assert left == ["seat-4"]
    [task] = rectifications(api, committee)
    assert task.state == api.Rectification.STATE_DONE and task.HasField("done_date")
    # It is watched continuously: another change below the ratio opens another task.
    api.ChangeCommitteeSeats(name=committee.name, members=sitting(5), party_member_count=2, reason="党员委员辞职")
    assert sorted(task.state for task in rectifications(api, committee)) == [
        api.Rectification.STATE_OPEN, api.Rectification.STATE_DONE]
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", "members[1].person"):
        api.ChangeCommitteeSeats(name=committee.name, reason="重复", members=[
            *sitting(1), {**sitting(1)[0], "post": "POST_MEMBER"}])


def test_rectification_is_completed_or_withdrawn(api):
    place = Place(api)
    for cancelled, state in [(False, "DONE"), (True, "CANCELLED")]:
        task = api.CreateRectification(parent=CITY, rectification={
            **HERE, "display_name": "公示栏", "kind": "KIND_OTHER", "subject": place.compound})
        assert task.state == api.Rectification.STATE_OPEN
        done = api.CompleteRectification(name=task.name, done_date=day("2025-06-01"), result="已更换", cancelled=cancelled)
        assert done.state == api.Rectification.State.Value(f"STATE_{state}")
        assert (done.result, of(done.done_date)) == ("已更换", date("2025-06-01"))
        with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": state}):
            api.CompleteRectification(name=task.name, done_date=day("2025-06-02"), result="重复")


def test_committee_ends_and_hands_over(api):
    committee = Place(api).committee(api, date("2024-01-01"), date("2029-01-01"))
    with refused("INVALID_ARGUMENT", "PERIOD_REVERSED", "handover_date"):
        api.RecordCommitteeHandover(name=committee.name, handover_date=day("2025-01-01"))
    ended = api.DissolveCommittee(name=committee.name, end_date=day("2025-06-01"), reason="全体辞职")
    assert (ended.state, ended.end_reason) == (api.Committee.STATE_DISSOLVED, "全体辞职")
    assert of(ended.valid_to) == date("2025-06-01")
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": "DISSOLVED"}):
        api.DissolveCommittee(name=committee.name, end_date=day("2025-06-02"), reason="重复")
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": "DISSOLVED"}):
        api.ChangeCommitteeSeats(name=committee.name, members=sitting(5), reason="太晚")
    handed = api.RecordCommitteeHandover(name=committee.name, handover_date=day("2025-06-05"),
                                         receiver={"reference": "community"})
    assert of(handed.handover_date) == date("2025-06-05") and handed.handover_receiver.reference == "community"
    assert not handed.warnings
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED"):
        api.RecordCommitteeHandover(name=committee.name, handover_date=day("2025-06-06"))


def test_late_handover_is_warned_of(api):
    committee = Place(api).committee(api, date("2020-06-01"), date("2025-06-02"))
    # Ten days after 2025-06-02 is 2025-06-12, a Thursday.
    for on, late in [("2025-06-13", True)]:
        handed = api.RecordCommitteeHandover(name=committee.name, handover_date=day(on))
        assert of(handed.handover_deadline) == date("2025-06-12")
        assert ["handover_date" in warning.field for warning in handed.warnings] == [True] * late


def test_by_election_fills_the_vacant_seats(api):
    place = Place(api)
    committee = place.committee(api, date("2024-01-01"), date("2029-01-01"), 7, 4, sitting=5)
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", "election.seats"):
        Election(api, place, seats=3, kind="KIND_BY_ELECTION", committee=committee.name, candidates=0, opened=False)
    election = Election(api, place, seats=2, candidates=2, party=1, kind="KIND_BY_ELECTION", committee=committee.name)
    election.record(result((300, 30), (300, 30)), [(200, 21), (200, 22)])
    filed = api.FileElection(name=election.name, term_from=day("2025-05-01"))
    assert filed.resulting_committee == committee.name
    grown = api.GetCommittee(name=committee.name)
    assert len([seat for seat in grown.members if not seat.HasField("left_date")]) == 7
    assert grown.party_member_count == 5 and of(grown.valid_to) == date("2029-01-01")


# A re-election is to start 90 days before the term's last day in Shandong, 60 in Rizhao.
@pytest.mark.parametrize("city, days", [("370800", 90), ("371100", 60)])
def test_reelection_clock(api, city, days):
    end = date("2026-06-01")
    latest = end - DAY - datetime.timedelta(days)
    for start, late in [(latest, False), (latest + DAY, True)]:
        made = reelection(api, city, end, start)
        assert bool(made.warnings) == late
        if late:
            assert made.warnings[0].field == "start_date" and made.warnings[0].reason == "RULE_BREACHED"


def reelection(api, city, end, start):
    parent = f"cities/{city}"
    if city != "370800" and city not in [entry.name[7:] for entry in api.ListCities().cities]:
        api.CreateCity(city_id=city, city={"display_name": "日照市"})
        ladder = [(city, "CITY"), (f"{city[:4]}02", "COUNTY"), (f"{city[:4]}02001", "STREET"),
                  (f"{city[:4]}02001001", "COMMUNITY")]
        above = ""
        for code, level in ladder:
            above = api.CreateDivision(parent=parent, division_id=code,
                                       division=division(code, f"LEVEL_{level}", above)).name
    home = {"division": HERE["division"] if city == "370800" else f"{parent}/divisions/{city[:4]}02001001"}
    compound = api.CreateCompound(parent=parent, compound={**home, "display_name": "小区"}).name
    area = api.CreateServiceArea(parent=parent, service_area={**home, "display_name": "区", "compounds": [compound]}).name
    committee = api.CreateCommittee(parent=parent, committee={
        **home, "display_name": "业委会", "kind": "KIND_OWNERS", "compounds": [compound], "seats": 5,
        "party_member_count": 3, "valid_from": calendar(end.replace(year=end.year - 5)), "valid_to": calendar(end)}).name
    return api.CreateElection(parent=parent, election={
        **home, "display_name": "换届", "kind": "KIND_REELECTION", "service_area": area, "committee": committee,
        "seats": 5, "start_date": calendar(start)})


class History:
    """The governing bodies of a compound, kept here by the day."""

    OWN = {"KIND_OWNERS": "KIND_OWNERS_COMMITTEE", "KIND_PROPERTY_MANAGEMENT": "KIND_PROPERTY_MANAGEMENT_COMMITTEE"}

    def __init__(self):
        self.own, self.acting = {}, {}

    def enter(self, kind, name, first, end):
        days = self.own if kind in self.OWN else self.acting
        span = [first + DAY * number for number in range((end - first).days)]
        if any(date in days for date in span):
            return False
        days.update((date, (self.OWN.get(kind, "KIND_COMMUNITY_COMMITTEE"), name)) for date in span)
        return True

    def leave(self, name, end):
        for date in [date for date, body in self.own.items() if body[1] == name and date >= end]:
            del self.own[date]

    def on(self, date):
        return self.own.get(date) or self.acting.get(date) or ("KIND_GAP", "")


@pytest.mark.parametrize("seed", range(4))
def test_one_body_governs_a_compound_on_every_day(api, seed):
    """Over random terms of owners' committees, statutory committees and community committees: what overlaps is refused,
    and what is left makes one history without a hole in it."""
    chance = random.Random(seed)
    code = f"370811012{500 + seed}"
    community = api.CreateDivision(parent=CITY, division_id=code,
                                   division=division(code, "LEVEL_COMMUNITY", STREETS[0])).name
    compound = api.CreateCompound(parent=CITY, compound={"division": community, "display_name": "小区"}).name
    history, committees = History(), []
    refusals = 0
    for number in range(16):
        kind = chance.choice(["KIND_OWNERS", "KIND_OWNERS", "KIND_PROPERTY_MANAGEMENT", "KIND_COMMUNITY"])
        first = date("2012-01-01") + DAY * chance.randrange(4500)
        if committees and chance.random() < 0.4:
            # On the very day on which another ends, or the day before.
            first = committees[-1][2] - DAY * chance.choice([0, 0, 1])
        end = first + DAY * chance.randrange(1, 1500)
        wanted = {"division": community, "display_name": "机构", "kind": kind, "valid_from": calendar(first),
                  "valid_to": calendar(end)}
        if kind != "KIND_COMMUNITY":
            wanted |= {"compounds": [compound], "seats": 5, "party_member_count": 3}
        committee_id = f"body-{seed}-{number}"
        name = f"{CITY}/committees/{committee_id}"
        create = {"parent": CITY, "committee_id": committee_id, "committee": wanted}
        if history.enter(kind, name, first, end):
            api.CreateCommittee(**create)
            committees.append((name, first, end))
        else:
            refusals += 1
            with refused("FAILED_PRECONDITION", "PERIOD_OVERLAP"):
                api.CreateCommittee(**create)
    ended = [entry for entry in committees if entry[0] in {body[1] for body in history.own.values()}
             and entry[2] - entry[1] > 2 * DAY and entry[2] < date("2026-01-01")]
    for name, first, end in ended[:1]:
        stop = first + (end - first) // 2
        api.DissolveCommittee(name=name, end_date=calendar(stop), reason="罢免")
        history.leave(name, stop)
    assert refusals and len(committees) > 3

    periods = list(api.ListGoverningBodies(compound=compound).periods)
    paged, token = [], None
    while token != "":
        page = api.ListGoverningBodies(compound=compound, page_size=2, page_token=token or "")
        paged, token = [*paged, *page.periods], page.next_page_token
        assert len(page.periods) <= 2
    assert paged == periods
    Kind = api.ListGoverningBodiesResponse.Period.Kind
    first, last = date("2011-06-01"), date("2031-01-01")
    cursor = 0
    for number in range((last - first).days):
        today = first + DAY * number
        while periods[cursor].HasField("valid_to") and of(periods[cursor].valid_to) <= today:
            cursor += 1
            # They meet.
            assert periods[cursor].valid_from == periods[cursor - 1].valid_to
        told = (Kind.Name(periods[cursor].kind), periods[cursor].committee)
        assert told == history.on(today), today
    assert cursor == len(periods) - 1 and not periods[0].HasField("valid_from")
    for _ in range(25):
        today = first + DAY * chance.randrange((last - first).days)
        [period] = api.ListGoverningBodies(compound=compound, date=calendar(today)).periods
        assert (Kind.Name(period.kind), period.committee) == history.on(today), today


def test_governing_bodies_of_no_compound(api):
    for wrong, code, reason, field in [
        ({}, "INVALID_ARGUMENT", "REQUIRED_FIELD", "compound"),
        ({"compound": COMMUNITIES[0]}, "INVALID_ARGUMENT", "INVALID_NAME", "compound"),
        ({"compound": f"{CITY}/compounds/none"}, "NOT_FOUND", "NOT_FOUND", None),
        ({"compound": Place(api).compound, "date": {"year": 2025, "month": 2, "day": 30}}, "INVALID_ARGUMENT",
         "INVALID_DATE", "date"),
        ({"compound": Place(api).compound, "page_token": "x"}, "INVALID_ARGUMENT", "INVALID_PAGE_TOKEN", "page_token"),
    ]:
        with pytest.raises(grpc.RpcError) as caught:
            api.ListGoverningBodies(**wrong)
        Refusal.of_call(caught.value).check(getattr(grpc.StatusCode, code), reason, field)
