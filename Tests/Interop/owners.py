"""Owners and their votes: compounds with units to vote for, elections up to a state, and what Civil Code art. 278 makes of
a count, in fractions."""

import itertools
from fractions import Fraction

from small_city import CITY, COMMUNITIES, COMMUNITY_ORGANISATION, STREET_ORGANISATION, calendar, day

HERE = {"division": COMMUNITIES[0]}
_numbers = itertools.count(1)

VETTER, REVIEWER = {"reference": "vetter"}, {"reference": "reviewer"}


class Place:
    """A compound of its own with a service area, a building and units of some areas in hundredths of a square metre."""

    def __init__(self, api, areas=(), owners=None, developer=()):
        self.number = next(_numbers)
        self.compound = api.CreateCompound(parent=CITY, compound={**HERE, "display_name": f"小区{self.number}"}).name
        named = {**HERE, "display_name": f"{self.number}"}
        self.area = api.CreateServiceArea(parent=CITY, service_area={**named, "compounds": [self.compound]}).name
        owners = owners or [f"owner-{index}" for index in range(len(areas))]
        self.units = []
        if areas:
            building = api.CreateBuilding(
                parent=CITY, building={**named, "compound": self.compound, "service_area": self.area}).name
            self.units = [
                api.CreateUnit(parent=CITY, unit={
                    **named, "building": building, "service_area": self.area, "area_hundredths": area,
                    "owner_key": owner, "developer_owned": index in developer}).name
                for index, (area, owner) in enumerate(zip(areas, owners))
            ]

    def committee(self, api, first, end, seats=5, party=3, sitting=None, **fields):
        members = [
            {"person": {"reference": f"seat-{index}"}, "post": "POST_MEMBER" if index else "POST_CHAIR"}
            for index in range(seats if sitting is None else sitting)
        ]
        wanted = {**HERE, "display_name": "业委会", "kind": "KIND_OWNERS", "compounds": [self.compound], "seats": seats,
                  "members": members, "party_member_count": party, "valid_from": calendar(first),
                  "valid_to": calendar(end), **fields}
        return api.CreateCommittee(parent=CITY, committee=wanted)


class Election:
    """An election with candidates, each approved; the first `party` ones are party members."""

    def __init__(self, api, place, seats=5, candidates=5, party=3, opened=True, **fields):
        self.api = api
        wanted = {**HERE, "display_name": "选举", "kind": "KIND_FIRST", "service_area": place.area, "seats": seats,
                  "term_years": 5, "start_date": day("2025-03-03"), **fields}
        self.name = api.CreateElection(parent=CITY, election=wanted).name
        self.candidates = [self.propose(f"candidate-{index}", index < party).name for index in range(candidates)]
        if opened:
            for candidate in self.candidates:
                self.vet(candidate)
            self.open()

    def propose(self, reference, party=False):
        return self.api.CreateCandidate(parent=CITY, candidate={
            **HERE, "election": self.name, "person": {"reference": reference}, "party_member": party,
            "category": "CATEGORY_PARTY_OWNER" if party else "CATEGORY_OWNER", "proposer": {"reference": "proposer"}})

    def vet(self, candidate, decision="APPROVED", actor=VETTER, organisation=COMMUNITY_ORGANISATION):
        return self.api.VetCandidate(name=candidate, decision=f"VETTING_{decision}", reason="符合条件", actor=actor,
                                     organisation=organisation)

    def review(self, candidate, decision, actor=REVIEWER):
        return self.api.ReviewCandidateVetting(name=candidate, decision=f"VETTING_{decision}", reason="复核", actor=actor)

    def open(self, on="2025-04-01"):
        return self.api.OpenElectionBallot(name=self.name, ballot_date=day(on))

    def record(self, result, votes, on="2025-04-15", **fields):
        """Records a paper count: `votes` are (area, heads) for each candidate."""
        results = [
            {"candidate": candidate, "for_area_hundredths": area, "for_heads": heads}
            for candidate, (area, heads) in zip(self.candidates, votes)
        ]
        return self.api.RecordElectionResult(
            name=self.name, count_date=day(on), result=result, candidate_results=results, **fields)

    def elected(self, counted):
        return [self.candidates.index(result.candidate) for result in counted.candidate_results if result.elected]


def participates(part, whole):
    """Two thirds of the area and of the heads took part; 以上 includes the number."""
    return all(Fraction(came, all_) >= Fraction(2, 3) for came, all_ in zip(part, whole))


def carries(votes, part, special=False):
    """Over half, strictly, or three quarters of the participating area and heads."""
    if special:
        return all(came and Fraction(vote, came) >= Fraction(3, 4) for vote, came in zip(votes, part))
    return all(came and Fraction(vote, came) > Fraction(1, 2) for vote, came in zip(votes, part))


def result(whole, part, votes=None, abstained=(0, 0)):
    """A VoteResult's fields of (area, heads) pairs; who took part and was not for and did not abstain was against."""
    fields = {
        "total_area_hundredths": whole[0], "total_heads": whole[1],
        "participating_area_hundredths": part[0], "participating_heads": part[1],
    }
    if votes is None:
        return fields
    against = [came - vote - other for came, vote, other in zip(part, votes, abstained)]
    sides = {"for": votes, "against": against, "abstained": abstained}
    return fields | {f"{side}_area_hundredths": pair[0] for side, pair in sides.items()} | {
        f"{side}_heads": pair[1] for side, pair in sides.items()}


VETTING_BODIES = [COMMUNITY_ORGANISATION, STREET_ORGANISATION]
