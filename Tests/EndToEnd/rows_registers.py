"""Reports that no row of the article is about: terms, filings, votes, rectifications, credit grades, units."""

from counted_city import credit_code, person

REGISTERS = {}


def register(case):
    """A case by its name."""
    REGISTERS[case.__name__] = case
    return case


@register
def due_elections(city):
    """Shandong: a re-election starts 90 days before the last day of the term at the latest."""
    compounds = [city.compound(number) for number in (1, 2, 3, 4)]
    ends = ["2026-05-01", "2026-05-02", "2026-04-01", "2026-12-01"]
    for number, (compound, end) in enumerate(zip(compounds, ends), 1):
        city.committee(number, compound, valid_to=end)
    area = city.make("ServiceArea", "a3", compounds=[compounds[2]], **city.place(3))
    # 2026-01-31 and 90 days are 2026-05-01, the second's last day: it may still start today. The first may not.
    yield {
        "due_elections/due_elections_started": (0, 3), "due_elections/starts_overdue": 2,
        "due_elections!": ["w1", "w2", "w3"], "due_elections/starts_overdue@street-1": 2,
        "due_elections/starts_overdue@street-2": 0, "due_elections/due_elections_started@county-1": (0, 3),
    }
    election = city.make(
        "Election", "e3", at="2025-12-15", kind="KIND_REELECTION", service_area=area, committee=city / "committees/w3",
        seats=5, start_date="2025-12-15", **city.place(3))
    yield {
        "due_elections/due_elections_started": (1, 3), "due_elections/starts_overdue": 1,
        "due_elections/due_elections_started@county-1": (1, 3),
    }
    yield {
        "as_of": "2026-01-30", "due_elections/due_elections_started": (1, 2), "due_elections/starts_overdue": 0,
        "due_elections!": ["w1", "w3"],
    }
    city.act("CancelElection", election, reason="候选人不足")
    yield {"due_elections/due_elections_started": (0, 3), "due_elections/starts_overdue": 2}


@register
def elections(city):
    for number in (1, 2):
        area = city.make("ServiceArea", f"a{number}", compounds=[city.compound(number)], **city.place(number))
        organisation = city.organisation(f"o{number}", "COMMUNITY", division=city.communities[number - 1])
        election = city.make("Election", f"e{number}", at="2025-03-03", kind="KIND_FIRST", service_area=area, seats=5,
                             start_date="2025-03-03", **city.place(number))
        candidates = [
            city.make("Candidate", f"k{number}-{index}", at="2025-03-10", division=city.communities[number - 1],
                      election=election, person=person(f"k{index}"), category="CATEGORY_OWNER", proposer=person("n"))
            for index in range(5)
        ]
        for candidate in candidates:
            city.act("VetCandidate", candidate, decision="VETTING_APPROVED", reason="符合条件", actor=person("vetter"),
                     organisation=organisation)
        city.act("OpenElectionBallot", election, ballot_date="2025-04-01")
        # Two thirds of the area and of the heads take part at the first, one head too few at the second.
        heads = 200 if number == 1 else 199
        votes = {"for_area_hundredths": 150_00, "for_heads": 150}
        city.act(
            "RecordElectionResult", election, count_date=f"2025-0{3 + number}-15",
            result={"total_area_hundredths": 300_00, "total_heads": 300, "participating_area_hundredths": 200_00,
                    "participating_heads": heads},
            candidate_results=[{"candidate": candidate, **votes} for candidate in candidates])
    yield {"as_of": "2025-04-14", "elections/elections_valid": (0, 0), "elections/first_elections": 0}
    yield {"as_of": "2025-04-15", "elections/elections_valid": (1, 1), "elections/first_elections": 1}
    yield {
        "elections/elections_valid": (1, 2), "elections/first_elections": 2, "elections/reelections": 0,
        "elections/elections_valid@street-1": (1, 1), "elections/elections_valid@street-2": (0, 1),
        "elections/elections_valid@county-1": (1, 2), "vetting/candidates_vetted": (10, 10),
    }


@register
def committee_filings(city):
    """Filings of elections within 30 days, of changes within 30 days, and handovers within 10 days (Shandong)."""
    compounds = [city.compound(number) for number in (1, 2, 3)]
    committees = [
        city.committee(number, compound, valid_from="2025-02-10", elected_date="2025-02-03", valid_to="2030-02-10")
        for number, compound in enumerate(compounds, 1)
    ]
    yield {"committee_filings/changes_filed": (0, 0), "committee_filings!": []}
    for committee in committees[:2]:
        city.act("FileCommittee", committee, at="2025-02-20", filing_date="2025-02-20", filing_number="备-1")
        city.act("ChangeCommitteeSeats", committee, at="2025-06-02", members=city.seats(5), party_member_count=3,
                 reason="委员辞职")
    # 30 days after 2 June end on 2 July.
    yield {
        "as_of": "2025-07-02", "committee_filings/changes_filed": (0, 0),
        "committee_filings/changes_filed-": {"in_time": 2}, "committee_filings!": [],
    }
    yield {
        "as_of": "2025-07-03", "committee_filings/changes_filed": (0, 2), "committee_filings/change_filings_overdue": 2,
        "committee_filings!": ["w1", "w2"],
    }
    city.act("FileCommittee", committees[0], at="2025-07-02", filing_date="2025-07-02", filing_number="变-1")
    city.act("FileCommittee", committees[1], at="2025-07-03", filing_date="2025-07-03", filing_number="变-2")
    yield {
        "committee_filings/changes_filed": (2, 2), "committee_filings/changes_filed_late": 1,
        "committee_filings/change_filings_overdue": 0, "committee_filings/filed_late": 0, "committee_filings!": ["w2"],
        "committee_filings/changes_filed_late@street-1": 0, "committee_filings/changes_filed_late@street-2": 1,
        "committee_filings/changes_filed@county-1": (2, 2),
    }
    # All three end early.
    for committee in committees:
        city.act("DissolveCommittee", committee, at="2025-09-01", end_date="2025-09-01", reason="集体辞职")
    last = city.call("GetCommittee", name=committees[0]).handover_deadline
    assert (last.year, last.month, last.day) == (2025, 9, 11)
    city.act("RecordCommitteeHandover", committees[0], handover_date="2025-09-11", receiver=person("new"))
    city.act("RecordCommitteeHandover", committees[1], handover_date="2025-09-12", receiver=person("new"))
    yield {
        "as_of": "2025-09-11", "committee_filings/handed_over": (1, 1), "committee_filings/handovers_overdue": 0,
        "committee_filings/handed_over-": {"in_time": 2},
    }
    yield {
        "committee_filings/handed_over": (2, 3), "committee_filings/handed_over_late": 1,
        "committee_filings/handovers_overdue": 1, "committee_filings/handed_over@street-1": (1, 2),
        "committee_filings/handed_over@street-2": (1, 1), "committee_filings/handed_over@county-1": (2, 3),
        # The second for its change and for its handover.
        "committee_filings!": ["w2", "w2", "w3"],
    }
    assert reasons(city) == {
        ("w2", "change_filed_late"), ("w2", "handed_over_late"), ("w3", "handover_overdue")}


def reasons(city):
    answer = city.call("ListFindings", name=city / "reports/committee_filings", as_of_date="2026-01-31")
    return {(finding.subject.rsplit("/", 1)[1], finding.reason) for finding in answer.findings}


@register
def first_filings(city):
    """A committee that an election made is filed within 30 days of the count."""
    made = [elected(city, number) for number in (1, 2)]
    yield {
        "as_of": "2025-05-15", "committee_filings/filed": (0, 2), "committee_filings/filings_overdue": 0,
        "committee_filings!": [],
    }
    yield {
        "as_of": "2025-05-16", "committee_filings/filed": (0, 2), "committee_filings/filings_overdue": 2,
        "committee_filings!": ["w1", "w2"],
    }
    city.act("FileCommittee", made[0], filing_date="2025-05-16", filing_number="备-1")
    yield {
        "committee_filings/filed": (1, 2), "committee_filings/filed_late": 1, "committee_filings/filings_overdue": 1,
        "committee_filings!": ["w1", "w2"], "committee_filings/filed@street-1": (1, 1),
        "committee_filings/filed@street-2": (0, 1), "committee_filings/filed@county-1": (1, 2),
    }


def elected(city, number):
    """A first committee, counted on 15 April 2025."""
    area = city.make("ServiceArea", f"a{number}", compounds=[city.compound(number)], **city.place(number))
    organisation = city.organisation(f"o{number}", "COMMUNITY", division=city.communities[number - 1])
    election = city.make("Election", f"e{number}", at="2025-03-03", kind="KIND_FIRST", service_area=area, seats=5,
                         start_date="2025-03-03", **city.place(number))
    results = []
    for index in range(5):
        candidate = city.make(
            "Candidate", f"k{number}-{index}", at="2025-03-10", division=city.communities[number - 1],
            election=election, person=person(f"k{index}"), category="CATEGORY_OWNER", proposer=person("n"))
        city.act("VetCandidate", candidate, decision="VETTING_APPROVED", reason="符合条件", actor=person("vetter"),
                 organisation=organisation)
        results.append({"candidate": candidate, "for_area_hundredths": 150_00, "for_heads": 150})
    city.act("OpenElectionBallot", election, ballot_date="2025-04-01")
    whole = {"total_area_hundredths": 300_00, "total_heads": 300, "participating_area_hundredths": 200_00,
             "participating_heads": 200}
    city.act("RecordElectionResult", election, count_date="2025-04-15", result=whole, candidate_results=results)
    city.act("FileElection", election, term_from="2025-04-20", committee_id=f"w{number}")
    return city / f"committees/w{number}"


@register
def contract_filings(city):
    """Within ten days of the signing (Shandong, art. 57)."""
    projects = [city.project(number, city.compound(number)) for number in (1, 2)]
    contracts = [
        city.make("Contract", f"k{number}", at="2025-03-03", division=city.communities[number - 1], project=project,
                  kind="KIND_PRELIMINARY", fee_mode="FEE_MODE_LUMP_SUM", signing_date="2025-03-03")
        for number, project in enumerate(projects, 1)
    ]
    yield {"as_of": "2025-03-13", "contract_filings/filed": (0, 2), "contract_filings/filings_overdue": 0}
    yield {
        "as_of": "2025-03-14", "contract_filings/filings_overdue": 2, "contract_filings!": ["k1", "k2"],
        "contract_filings/filings_overdue@street-1": 1, "contract_filings/filings_overdue@county-1": 2,
    }
    city.act("FileContract", contracts[0], filing_date="2025-03-13", filing_number="备-1")
    city.act("FileContract", contracts[1], filing_date="2025-03-14", filing_number="备-2")
    yield {
        "contract_filings/filed": (2, 2), "contract_filings/filed_late": 1, "contract_filings/filings_overdue": 0,
        "contract_filings/filed_late@street-1": 0, "contract_filings/filed_late@street-2": 1,
        "contract_filings/filed@county-1": (2, 2), "contract_filings!": [],
    }


@register
def votes(city):
    """Over half of those who took part, strictly."""
    areas = [
        city.make("ServiceArea", f"a{number}", compounds=[city.compound(number)], **city.place(number))
        for number in (1, 2)
    ]

    def vote(id, number, on, heads):
        city.make("OwnersVote", id, at=on, division=city.communities[number - 1], display_name=id, vote_date=on,
                  service_area=areas[number - 1], matter="MATTER_FIRM", result={
                      "total_area_hundredths": 150_00, "total_heads": 150, "participating_area_hundredths": 100_00,
                      "participating_heads": 100, "for_area_hundredths": 51_00, "for_heads": heads,
                      "against_area_hundredths": 49_00, "against_heads": 100 - heads})

    vote("half", 1, "2025-03-01", 50)
    yield {"votes/votes_passed": (0, 1)}
    vote("over-half", 1, "2025-04-01", 51)
    vote("old", 2, "2024-12-31", 51)
    vote("other", 2, "2025-05-01", 90)
    yield {
        "votes/votes_passed": (2, 3), "votes/votes_passed@street-1": (1, 2), "votes/votes_passed@street-2": (1, 1),
        "votes/votes_passed@county-1": (2, 3),
    }
    # From 1 January of the year before, which was 2024.
    yield {"as_of": "2025-04-30", "votes/votes_passed": (2, 3)}
    yield {"as_of": "2025-03-31", "votes/votes_passed": (1, 2)}


@register
def rectifications(city):
    compounds = [city.compound(number) for number in (1, 2, 3)]
    tasks = [
        city.make("Rectification", f"t{number}", at="2025-03-01", kind="KIND_OTHER", subject=compound,
                  due_date="2025-06-01", **city.place(number))
        for number, compound in enumerate(compounds, 1)
    ]
    yield {"as_of": "2025-06-01", "rectifications/rectifications_overdue": 0, "rectifications!": []}
    yield {
        "as_of": "2025-06-02", "rectifications/rectifications_overdue": 3, "rectifications!": ["t1", "t2", "t3"],
        "rectifications/rectifications_overdue@street-1": 2, "rectifications/rectifications_overdue@street-2": 1,
    }
    city.act("CompleteRectification", tasks[0], at="2025-07-01", done_date="2025-07-01", result="已更换")
    city.act("CompleteRectification", tasks[1], at="2025-07-01", done_date="2025-07-01", result="重复登记", cancelled=True)
    # One that was cancelled is none.
    yield {
        "rectifications/rectifications_done": (1, 2), "rectifications/rectifications_overdue": 1,
        "rectifications!": ["t3"], "rectifications/rectifications_done@street-1": (1, 2),
        "rectifications/rectifications_done@street-2": (0, 0), "rectifications/rectifications_done@county-1": (1, 2),
    }


@register
def credit_grades(city):
    """Shandong: AAA from 85, AA from 80, A from 70, B from 60, C below."""
    for number, score in enumerate([85, 84, 80, 79, 70, 69, 60, 59], 1):
        city.firm(number, credit_score=score, credit_date="2025-01-01")
    city.firm(9)
    yield {
        "credit_grades/grade_aaa": 1, "credit_grades/grade_aa": 2, "credit_grades/grade_a": 2,
        "credit_grades/grade_b": 2, "credit_grades/grade_c": 1, "credit_grades/ungraded": 1,
        "credit_grades/grade_aa@county-1": 2, "credit_grades/grade_aa@county-2": 0,
    }
    city.change("Firm", city / f"firms/{credit_code(2)}", credit_score=85)
    yield {"credit_grades/grade_aaa": 2, "credit_grades/grade_aa": 1}


@register
def units_and_areas(city):
    compounds = [city.compound(number, old_compound=number == 1) for number in (1, 2)]
    for number, compound in enumerate(compounds, 1):
        area = city.make("ServiceArea", f"a{number}", compounds=[compound], **city.place(number))
        building = city.make("Building", f"b{number}", compound=compound, service_area=area, **city.place(number))
        for unit in range(number + 1):
            city.make("Unit", f"u{number}-{unit}", building=building, service_area=area, area_hundredths=100_00,
                      use="USE_COMMERCIAL" if unit == 0 else "USE_RESIDENTIAL", **city.place(number))
    yield {
        "units_areas/compounds": 2, "units_areas/old_compounds": 1, "units_areas/service_areas": 2,
        "units_areas/buildings": 2, "units_areas/units": 5, "units_areas/residential_units": 3,
        "units_areas/units@street-1": 2, "units_areas/units@street-2": 3, "units_areas/units@county-1": 5,
        "units_areas/old_compounds@street-2": 0,
    }
    city.change("ServiceArea", city / "serviceAreas/a2", valid_to="2026-01-01")
    city.call("DeleteUnit", name=city / "units/u2-0")
    yield {"units_areas/service_areas": 1, "units_areas/units": 4, "units_areas/units@county-1": 4}
