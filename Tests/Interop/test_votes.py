"""Votes of owners and elections against Civil Code art. 278, computed here in fractions: the exact edges, and random
counts."""

import random

import grpc
import pytest
from owners import HERE, Election, Place, carries, participates, result
from redsail_api import Refusal, refused
from small_city import CITY, day

ORDINARY = ["RULES", "FIRM", "FUND_USE", "OTHER_ORDINARY"]
SPECIAL = ["FUND_RAISING", "REBUILDING", "COMMON_PARTS"]


@pytest.fixture(scope="module")
def place(api):
    return Place(api)


def vote(api, place, matter, **fields):
    return api.CreateOwnersVote(parent=CITY, owners_vote={
        **HERE, "display_name": "表决", "service_area": place.area, "matter": f"MATTER_{matter}",
        "vote_date": day("2025-04-01"), **fields})


# (whole, took part, for), each of area and heads: on an edge, one above and one below it, in either measure; areas that
# no third, half or quarter divides; areas near the largest that are stored.
HUGE = 10**12
EDGES = [
    ((300, 30), (200, 20), (101, 11)), ((300, 30), (199, 20), (199, 20)), ((300, 30), (200, 19), (200, 19)),
    ((1000, 100), (666, 67), (600, 60)), ((1000, 100), (667, 66), (600, 60)), ((1000, 100), (667, 67), (334, 34)),
    ((1000, 100), (667, 67), (333, 34)), ((1000, 100), (667, 67), (334, 33)), ((300, 30), (200, 20), (100, 11)),
    ((300, 30), (200, 20), (101, 10)), ((300, 30), (200, 20), (100, 10)), ((300, 30), (200, 20), (150, 15)),
    ((300, 30), (200, 20), (149, 15)), ((300, 30), (200, 20), (150, 14)), ((300, 30), (201, 21), (151, 16)),
    ((300, 30), (201, 21), (150, 16)), ((300, 30), (201, 21), (151, 15)), ((3, 3), (2, 2), (2, 2)),
    ((HUGE, 10), (2 * HUGE // 3, 10), (HUGE // 2, 10)), ((HUGE, 10), (2 * HUGE // 3 + 1, 10), (HUGE // 2 + 1, 10)),
    ((HUGE, 10), (HUGE - 1, 10), (HUGE // 2, 10)), ((HUGE, 10), (HUGE, 10), (HUGE // 4 * 3, 8)),
    ((HUGE, 10), (HUGE, 10), (HUGE // 4 * 3 - 1, 8)), ((1, 1), (1, 1), (1, 1)), ((1, 1), (0, 0), (0, 0)),
]


@pytest.mark.parametrize("matter", ["FIRM", "FUND_RAISING"])
@pytest.mark.parametrize("whole, part, votes", EDGES)
def test_a_vote_at_the_edges(api, place, matter, whole, part, votes):
    counted = vote(api, place, matter, result=result(whole, part, votes))
    passes = participates(part, whole) and carries(votes, part, matter in SPECIAL)
    assert counted.passed == passes and bool(counted.warnings) != passes


@pytest.mark.parametrize("matter", ORDINARY + SPECIAL)
def test_a_vote_on_each_matter(api, place, matter):
    """Between one half and three quarters an ordinary matter is carried, a special one is not."""
    assert vote(api, place, matter, result=result((300, 30), (200, 20), (140, 14))).passed == (matter in ORDINARY)


def near(chance, whole, numerator, denominator):
    """A number near a share of another, or any up to it."""
    if chance.random() < 0.2:
        return chance.randint(0, whole)
    return min(max(whole * numerator // denominator + chance.randint(-1, 2), 0), whole)


def test_random_votes(api, place):
    chance = random.Random(278)
    outcomes = set()
    for _ in range(150):
        special = chance.random() < 0.5
        whole = (chance.choice([7, 100, 99_999, 12_345_678_90]) + chance.randint(0, 9), chance.randint(1, 500))
        part = tuple(near(chance, number, 2, 3) for number in whole)
        votes = tuple(near(chance, number, *((3, 4) if special else (1, 2))) for number in part)
        abstained = tuple(chance.randint(0, came - vote) for came, vote in zip(part, votes))
        matter = chance.choice(SPECIAL if special else ORDINARY)
        counted = vote(api, place, matter, result=result(whole, part, votes, abstained))
        passes = participates(part, whole) and carries(votes, part, special)
        assert counted.passed == passes, (special, whole, part, votes)
        outcomes.add((special, passes))
    assert len(outcomes) == 4


@pytest.mark.parametrize("wrong", [
    {"participating_heads": 31}, {"participating_area_hundredths": 301}, {"for_heads": 21}, {"against_heads": 30},
    {"for_area_hundredths": -1}, {"total_heads": 0}, {"total_area_hundredths": -5},
    {"total_heads": 2**63 - 1, "participating_heads": 2**63 - 1, "for_heads": 2**63 - 1, "against_heads": 2**63 - 1},
], ids=str)
def test_a_count_that_cannot_be_is_refused(api, place, wrong):
    with pytest.raises(grpc.RpcError) as caught:
        vote(api, place, "FIRM", result={**result((300, 30), (200, 20), (101, 11)), **wrong})
    refusal = Refusal.of_call(caught.value)
    refusal.check(grpc.StatusCode.INVALID_ARGUMENT, "INVALID_FIELD")
    assert set(refusal.fields) & {f"owners_vote.result.{field}" for field in wrong}


def ballots_of(chance, owners, choices):
    """Ballots by unit, now and then none; the side of each owner's head, None where the owner's ballots differ."""
    ballots, heads = {}, {}
    for unit, owner in owners.items():
        if chance.random() < 0.2:
            continue
        choice = chance.choice(choices)
        ballots[unit] = choice
        heads[owner] = choice if heads.get(owner, choice) == choice else None
    return ballots, heads


@pytest.mark.parametrize("seed", range(4))
def test_ballots_are_counted_by_area_and_heads(api, seed):
    """An owner of several units counts once, and so does the developer, whatever key their units have."""
    chance = random.Random(seed)
    areas = [chance.randint(30_00, 200_00) for _ in range(14)]
    owners = [f"owner-{chance.randint(1, 7)}" for _ in areas]
    place = Place(api, areas, owners, developer={12, 13})
    people = dict(zip(place.units, owners[:12] + ["developer"] * 2))
    area_of = dict(zip(place.units, areas))
    for _ in range(6):
        choices = chance.choice([["FOR"], ["FOR", "FOR", "FOR", "AGAINST", "ABSTAIN"], ["FOR", "AGAINST"]])
        ballots, heads = ballots_of(chance, people, choices)
        if not ballots:
            continue
        made = vote(api, place, "FIRM")
        assert not made.passed and not made.HasField("result")
        counted = api.CountOwnersVote(name=made.name, ballots=[
            {"unit": unit, "choice": f"CHOICE_{choice}"} for unit, choice in ballots.items()])
        whole = (sum(areas), len(set(people.values())))
        part = (sum(area_of[unit] for unit in ballots), len(heads))
        sides = {
            side: (sum(area_of[unit] for unit, choice in ballots.items() if choice == side),
                   sum(choice == side for choice in heads.values()))
            for side in ["FOR", "AGAINST", "ABSTAIN"]
        }
        expected = api.VoteResult(
            total_area_hundredths=whole[0], total_heads=whole[1], participating_area_hundredths=part[0],
            participating_heads=part[1], for_area_hundredths=sides["FOR"][0], for_heads=sides["FOR"][1],
            against_area_hundredths=sides["AGAINST"][0], against_heads=sides["AGAINST"][1],
            abstained_area_hundredths=sides["ABSTAIN"][0], abstained_heads=sides["ABSTAIN"][1])
        assert counted.result == expected
        assert counted.passed == (participates(part, whole) and carries(sides["FOR"], part))
        assert api.GetOwnersVote(name=made.name) == counted
    # The single ballots stand in no record and in no feed.
    last = api.ListChanges(parent=CITY, cursor=api.ListChanges(parent=CITY, max_changes=1).next_cursor).changes
    assert not any(b"CHOICE" in change.SerializeToString() for change in last)


def test_wrong_ballots_are_refused(api):
    place, other = Place(api, [100_00] * 3), Place(api, [100_00])
    made = vote(api, place, "FIRM")
    good = {"unit": place.units[0], "choice": "CHOICE_FOR"}
    for ballots in [[good, good], [{"unit": other.units[0], "choice": "CHOICE_FOR"}],
                    [{"unit": f"{CITY}/units/none", "choice": "CHOICE_FOR"}]]:
        with refused("INVALID_ARGUMENT", "INVALID_BALLOT"):
            api.CountOwnersVote(name=made.name, ballots=ballots)
    with refused("INVALID_ARGUMENT", "REQUIRED_FIELD", "ballots"):
        api.CountOwnersVote(name=made.name)
    assert api.GetOwnersVote(name=made.name) == made


# (took part, votes of six candidates for five seats) of 300 m² in hundredths and 30 heads.
WHOLE = (300, 30)
COUNTS = [
    ((200, 20), [(150, 15), (149, 14), (148, 13), (147, 12), (146, 11), (101, 11)]),
    ((200, 20), [(101, 11), (101, 12), (101, 13), (101, 14), (101, 15), (200, 16)]),
    # One on exactly half of the area, one on half of the heads.
    ((200, 20), [(100, 20), (200, 10), (101, 11), (102, 12), (103, 13), (104, 14)]),
    # Too few took part, in area or in heads.
    ((199, 30), [(199, 30)] * 5 + [(0, 0)]), ((300, 19), [(300, 19)] * 5 + [(0, 0)]),
    ((300, 30), [(151, 16), (152, 17), (153, 18), (154, 19), (155, 20), (156, 21)]),
]


@pytest.mark.parametrize("part, votes", COUNTS)
def test_a_paper_count_elects_whom_the_law_elects(api, part, votes):
    election = Election(api, Place(api), seats=5, candidates=6)
    counted = election.record(result(WHOLE, part), votes)
    passed = [index for index, vote in enumerate(votes) if participates(part, WHOLE) and carries(vote, part)]
    # Most heads first, then most area.
    elected = sorted(passed, key=lambda index: votes[index][::-1], reverse=True)[:5]
    valid = len(elected) >= 5
    assert counted.state == api.Election.STATE_COUNTED and counted.valid == valid
    assert sorted(election.elected(counted)) == sorted(elected)
    assert counted.result.participating_heads == part[1]
    if valid:
        assert counted.party_member_count == sum(index < 3 for index in elected)
        with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": "COUNTED"}):
            api.CancelElection(name=election.name, reason="不满意")
    else:
        with refused("FAILED_PRECONDITION", "RESULT_NOT_VALID"):
            api.FileElection(name=election.name, term_from=day("2025-05-01"))
        cancelled = api.CancelElection(name=election.name, reason="未达法定人数")
        assert cancelled.state == api.Election.STATE_CANCELLED and cancelled.cancel_reason == "未达法定人数"


@pytest.mark.parametrize("seed", range(3))
def test_ballots_elect_whom_the_law_elects(api, seed):
    chance = random.Random(seed)
    areas = [chance.randint(50_00, 150_00) for _ in range(15)]
    owners = [f"owner-{chance.randint(1, 9)}" for _ in areas]
    place = Place(api, areas, owners)
    election = Election(api, place, seats=5, candidates=6)
    favoured = {candidate: chance.choice([0.55, 0.7, 0.9]) for candidate in election.candidates}
    ballots, part_area = [], 0
    heads = {}
    area_for = dict.fromkeys(election.candidates, 0)
    for unit, owner, area in zip(place.units, owners, areas):
        if chance.random() < 0.15:
            continue
        part_area += area
        chosen = [candidate for candidate in election.candidates if chance.random() < favoured[candidate]]
        chosen = chance.sample(chosen, min(5, len(chosen)))
        for candidate in chosen:
            area_for[candidate] += area
        sides = {candidate: candidate in chosen for candidate in election.candidates}
        before = heads.setdefault(owner, sides)
        heads[owner] = {key: side if before[key] == side else None for key, side in sides.items()}
        # Candidates left out of a ballot have an abstention.
        ballots.append({"unit": unit, "candidates": [
            {"candidate": candidate, "choice": "CHOICE_FOR"} for candidate in chosen]})
    whole, part = (sum(areas), len(set(owners))), (part_area, len(heads))
    votes = {
        candidate: (area_for[candidate], sum(sides[candidate] is True for sides in heads.values()))
        for candidate in election.candidates
    }
    counted = api.CountElectionBallots(name=election.name, count_date=day("2025-04-15"), ballots=ballots)
    assert {
        entry.candidate: (entry.for_area_hundredths, entry.for_heads) for entry in counted.candidate_results
    } == votes
    passed = [name for name, vote in votes.items() if participates(part, whole) and carries(vote, part)]
    assert (counted.result.participating_area_hundredths, counted.result.participating_heads) == part
    if len(passed) <= 5:
        assert {entry.candidate for entry in counted.candidate_results if entry.elected} == set(passed)
    assert counted.valid == (len(passed) >= 5 and participates(part, whole))


def test_too_many_choices_on_a_ballot_are_refused(api):
    place = Place(api, [100_00] * 3)
    election = Election(api, place, seats=5, candidates=6)
    every = [{"candidate": candidate, "choice": "CHOICE_FOR"} for candidate in election.candidates]
    stranger = Election(api, Place(api)).candidates[0]
    for choices in [every, [{"candidate": stranger, "choice": "CHOICE_FOR"}]]:
        with refused("INVALID_ARGUMENT", "INVALID_BALLOT"):
            api.CountElectionBallots(name=election.name, count_date=day("2025-04-15"), ballots=[
                {"unit": place.units[0], "candidates": choices}])
    assert api.GetElection(name=election.name).state == api.Election.STATE_BALLOT_OPEN


def test_candidates_level_at_the_last_seat_are_decided_by_the_owners(api):
    election = Election(api, Place(api), seats=5, candidates=6)
    votes = [(250, 25), (240, 24), (230, 23), (220, 22), (200, 20), (200, 20)]
    counted = election.record(result(WHOLE, WHOLE), votes)
    assert sorted(election.elected(counted)) == [0, 1, 2, 3]
    assert {election.candidates.index(entry.candidate) for entry in counted.candidate_results if entry.tied} == {4, 5}
    filed = api.FileElection(name=election.name, term_from=day("2025-05-01"), tie_elected=[election.candidates[5]])
    assert sorted(election.elected(filed)) == [0, 1, 2, 3, 5]
