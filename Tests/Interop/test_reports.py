"""Reports, their findings and the indicators that rest on them: what they promise of every report, and single figures
counted again here."""

import datetime
import decimal

import pytest
from owners import Place
from redsail_api import is_chinese, refused
from small_city import (
    CITY, COMMUNITIES, COMPOUNDS, COUNTY, FIRM_ORGANISATION, FIRMS, STREETS, ago, calendar, day, ticket,
)

LEVELS = ["LEVEL_UNSPECIFIED", "LEVEL_COUNTY", "LEVEL_STREET", "LEVEL_COMMUNITY"]


@pytest.fixture(scope="module")
def keys(api):
    """The keys of every report, on a city in which something of every kind has happened."""
    happen(api)
    names, token = [], ""
    while True:
        page = api.ListReports(parent=CITY, page_size=7, page_token=token)
        assert len(page.reports) <= 7
        names += [report.name for report in page.reports]
        for report in page.reports:
            assert report.display_name and is_chinese(report.localized_name) and not report.rows
        token = page.next_page_token
        if not token:
            break
    assert len(names) == len(set(names)) > 20
    assert [report.name for report in api.ListReports(parent=CITY, page_size=1000).reports] == names
    return [name.removeprefix(f"{CITY}/reports/") for name in names]


def happen(api):
    """An organisation of one firm and an instructor at another; committees; hazards; calls; tickets."""
    organisation = {"name": FIRM_ORGANISATION, "links": [{"subject": FIRMS[0], "valid_from": day("2025-03-01")}]}
    api.UpdatePartyOrganisation(party_organisation=organisation, update_mask={"paths": ["links"]})
    api.CreateInstructorAssignment(parent=CITY, instructor_assignment={
        "division": STREETS[0], "firm": FIRMS[1], "instructor": {"reference": "i1"}, "valid_from": day("2025-06-01"),
        "valid_to": day("2025-09-01")})
    for party in (2, 3):
        Place(api).committee(api, datetime.date(2022, 1, 1), datetime.date(2027, 1, 1), party=party)
    for month, calls in [(1, 100), (2, 200)]:
        api.CreateHotlineTotal(parent=CITY, hotline_total={
            "division": COUNTY, "year": 2026, "month": month, "call_count": 10_000, "property_call_count": calls})
    for number in range(6):
        made = api.CreateTicket(parent=CITY, ticket=ticket(division=COMMUNITIES[number % 2]), event_time=ago(days=40))
        if number < 2:
            for action in ["Accept", "Dispatch", "Sign", "Start", "Resolve", "CallBack"][: 6 if number else 2]:
                fields = {
                    "Dispatch": {"holder": {"unit": COMMUNITIES[number % 2], "level": "LEVEL_COMMUNITY"}},
                    "Sign": {"officer": {"reference": "o"}},
                    "Resolve": {"resolution": "RESOLUTION_SOLVED", "public_answer": "已修"},
                    "CallBack": {"feedback": {"satisfaction": "SATISFACTION_SATISFIED"}},
                }.get(action, {})
                getattr(api, f"{action}Ticket")(name=made.name, **fields)
    for number in range(2):
        api.CreateHazard(parent=CITY, hazard={
            "division": COMMUNITIES[number], "display_name": "飞线", "kind": "KIND_OVERHEAD_WIRES",
            "severity": "SEVERITY_MAJOR", "compound": COMPOUNDS[number], "found_date": day("2026-03-01")})


def get(api, key, **fields):
    return api.GetReport(name=f"{CITY}/reports/{key}", **fields)


def figures(row):
    return {figure.key: figure for figure in row.figures}


def test_every_report_explains_its_figures(api, keys):
    for key in keys:
        report = get(api, key)
        assert report.display_name and is_chinese(report.localized_name) and report.revision > 0
        explained = {info.key: info for info in report.figures}
        assert explained and len(explained) == len(report.figures)
        assert all(info.unit and info.display_name and is_chinese(info.localized_name) for info in report.figures)
        [row] = report.rows
        assert row.division == f"{CITY}/divisions/370800" and list(figures(row)) == list(explained)
        for figure in row.figures:
            info = explained[figure.key]
            if not info.share:
                assert figure.denominator == 0 and figure.value == figure.numerator
            elif figure.denominator:
                exact = decimal.Decimal(figure.numerator) * 100 / decimal.Decimal(figure.denominator)
                rounded = exact.quantize(decimal.Decimal("0.01"), decimal.ROUND_HALF_UP)
                assert figure.value == pytest.approx(float(rounded), abs=1e-9)
            else:
                assert not figure.HasField("value") and not figure.numerator
            assert all(entry.count > 0 and entry.reason and is_chinese(entry.localized_reason) for entry in figure.exclusions)


def test_parts_make_up_the_whole(api, keys):
    """A record in none of the parts, such as a county's firm in a report by street, is in the whole's row only."""
    for key in keys:
        whole = figures(get(api, key).rows[0])
        for level in LEVELS[1:]:
            first, *parts = get(api, key, by_level=level).rows
            assert figures(first) == whole, key
            divisions = [part.division for part in parts]
            assert divisions == sorted(set(divisions)) and len(divisions) == {"COUNTY": 1, "STREET": 2, "COMMUNITY": 2}[level[6:]]
            for name, figure in whole.items():
                parts_figures = [figures(part)[name] for part in parts]
                if any(part.suppressed for part in parts_figures):
                    continue
                assert sum(part.numerator for part in parts_figures) <= figure.numerator, (key, name)
                assert sum(part.denominator for part in parts_figures) <= figure.denominator, (key, name)


def test_periods_make_up_the_span(api, keys):
    span = {"period_from": day("2025-01-15"), "as_of_date": day("2026-04-10")}
    for key in keys:
        for kind, count in [("MONTH", 16), ("QUARTER", 6), ("YEAR", 2)]:
            rows = get(api, key, period_kind=f"PERIOD_KIND_{kind}", **span).rows
            assert len(rows) == count, (key, kind)
            dates = [(datetime.date(*parts(row.period_from)), datetime.date(*parts(row.period_to))) for row in rows]
            assert dates[0][0] == datetime.date(2025, 1, 15) and dates[-1][1] == datetime.date(2026, 4, 10)
            for (_, last), (first, _) in zip(dates, dates[1:]):
                assert first - last == datetime.timedelta(1) and first.day == 1


def parts(date):
    return date.year, date.month, date.day


def test_a_report_of_a_revision_stays_what_it_was(api, keys):
    before = {key: get(api, key, as_of_date=day("2026-06-30")) for key in keys}
    happen_more(api)
    changed = []
    for key, report in before.items():
        again = get(api, key, as_of_date=day("2026-06-30"), revision=report.revision)
        assert again.SerializeToString(deterministic=True) == report.SerializeToString(deterministic=True), key
        changed += [key] if get(api, key, as_of_date=day("2026-06-30")).rows != report.rows else []
    assert changed


def happen_more(api):
    Place(api).committee(api, datetime.date(2022, 1, 1), datetime.date(2027, 1, 1), party=1)
    api.CreateCompound(parent=CITY, compound={"division": COMMUNITIES[0], "display_name": "新小区"})
    api.CreateHotlineTotal(parent=CITY, hotline_total={
        "division": COUNTY, "year": 2026, "month": 3, "call_count": 10_000, "property_call_count": 50})


# On each edge of the organisation's and the instructor's periods.
@pytest.mark.parametrize("as_of, organised, instructed", [
    ("2025-02-28", 0, 0), ("2025-03-01", 1, 0), ("2025-05-31", 1, 0), ("2025-06-01", 1, 1), ("2025-08-31", 1, 1),
    ("2025-09-01", 1, 0),
])
def test_firm_coverage(api, keys, as_of, organised, instructed):
    [row] = get(api, "firm_coverage", as_of_date=day(as_of)).rows
    told = figures(row)
    assert told["firms_with_party_organisation"].numerator == organised
    assert told["firms_with_instructor"].numerator == instructed
    assert (told["firms_covered"].numerator, told["firms_covered"].denominator) == (organised + instructed, 2)
    uncovered = api.ListFindings(name=f"{CITY}/reports/firm_coverage", as_of_date=day(as_of)).findings
    expected = FIRMS[organised:][instructed:]
    assert sorted(finding.subject for finding in uncovered) == sorted(expected)
    assert all(finding.message and is_chinese(finding.localized_message) and finding.display_name for finding in uncovered)


def test_hotline_share(api, keys):
    [row] = get(api, "hotline_share", as_of_date=day("2026-02-28")).rows
    share = figures(row)["year_to_date"]
    assert (share.numerator, share.denominator, share.value) == (300, 20_000, 1.5)


def test_party_ratio_breaches_are_listed(api, keys):
    every = [committee for committee in api.ListCommittees(parent=CITY, page_size=1000).committees
             if committee.kind == api.Committee.KIND_OWNERS]
    breached = {committee.name for committee in every if committee.ratio_breached}
    told = figures(get(api, "party_ratio").rows[0])
    assert told["committees_in_breach"].numerator == len(breached) > 0
    share = told["committees_at_ratio"]
    assert (share.numerator, share.denominator) == (len(every) - len(breached), len(every))
    findings, token = [], ""
    while True:
        page = api.ListFindings(name=f"{CITY}/reports/party_ratio", page_size=1, page_token=token)
        findings, token = [*findings, *page.findings], page.next_page_token
        assert len(page.findings) <= 1
        if not token:
            break
    assert {finding.subject for finding in findings} == breached and len(findings) == len(breached)


@pytest.mark.parametrize("fields, code, reason, field", [
    ({"name": f"{CITY}/reports/none"}, "NOT_FOUND", "NOT_FOUND", None),
    ({"name": CITY}, "INVALID_ARGUMENT", "INVALID_NAME", "name"),
    ({"name": ""}, "INVALID_ARGUMENT", "REQUIRED_FIELD", "name"),
    ({"name": "cities/370900/reports/firm_coverage"}, "NOT_FOUND", "NOT_FOUND", None),
    ({"division": FIRMS[0]}, "INVALID_ARGUMENT", "INVALID_NAME", "division"),
    ({"as_of_date": {"year": 2025, "month": 2, "day": 29}}, "INVALID_ARGUMENT", "INVALID_DATE", "as_of_date"),
    ({"revision": 10**9}, "OUT_OF_RANGE", "REVISION_NOT_KEPT", None),
    ({"revision": -1}, "INVALID_ARGUMENT", "INVALID_FIELD", "revision"),
    ({"days_ahead": 3651}, "INVALID_ARGUMENT", "INVALID_FIELD", "days_ahead"),
    ({"days_ahead": -1}, "INVALID_ARGUMENT", "INVALID_FIELD", "days_ahead"),
    ({"by_level": 9}, "INVALID_ARGUMENT", "INVALID_FIELD", "by_level"),
    ({"period_kind": 9}, "INVALID_ARGUMENT", "INVALID_FIELD", "period_kind"),
    ({"period_from": day("2026-02-01"), "as_of_date": day("2026-01-31")}, "INVALID_ARGUMENT", "PERIOD_REVERSED", "period_from"),
], ids=str)
def test_wrong_questions(api, fields, code, reason, field):
    question = {"name": f"{CITY}/reports/firm_coverage", **fields}
    with refused(code, reason, field):
        api.GetReport(**question)
    if not {"by_level", "period_kind"} & fields.keys():
        with refused(code, reason, field):
            api.ListFindings(**question)


def test_indicators_are_measured_by_reports(api, keys):
    """The tree: a goal with two leaves, of which one reaches its target."""
    city = f"{CITY}/divisions/370800"

    def indicator(code, **fields):
        return api.CreateIndicator(parent=CITY, indicator={
            "division": city, "display_name": f"指标{code}", "code": code, **fields}).name

    root = indicator("5")
    covered = {"report": "firm_coverage", "figure": "firms_covered", "parent_indicator": root}
    target = {"unit": "%", "direction": "DIRECTION_AT_LEAST", "year": 2025}
    low = indicator("5.1", target={**target, "value": 50}, position=1, **covered)
    high = indicator("5.2", target={**target, "value": 100}, position=2, **covered)
    answer = api.EvaluateIndicators(parent=CITY, as_of_date=day("2025-03-01"))
    results = {result.indicator.name: result for result in answer.results}
    assert answer.revision > 0 and answer.as_of_date == api.CalendarDate(**day("2025-03-01"))
    assert (results[low].value, results[low].reached) == (50, True)
    assert (results[high].value, results[high].reached) == (50, False)
    assert (results[root].reached_count, results[root].target_count) == (1, 2)
    assert not results[root].HasField("value")
    with refused("INVALID_ARGUMENT", "INVALID_DATE", "as_of_date"):
        api.EvaluateIndicators(parent=CITY, as_of_date={"year": 2025})


def test_as_of_a_day_that_is_over(api, keys):
    """What ended before the day does not count, what began after it does not yet."""
    compound = Place(api)
    compound.committee(api, datetime.date(2015, 1, 1), datetime.date(2016, 1, 1), party=0)
    for on, count in [("2014-12-31", 0), ("2015-01-01", 1), ("2015-12-31", 1), ("2016-01-01", 0)]:
        [row] = get(api, "governing_bodies", as_of_date=calendar(datetime.date.fromisoformat(on)),
                    period_from=day("2014-01-01")).rows
        assert figures(row)["by_owners_committee"].numerator == count
