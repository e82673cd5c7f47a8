"""docs/domain.md promises calls, reports and tests for each row of the article: what it names must be there."""

import pathlib
import re

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = re.compile(r"^\| (\d+) \| (.+?) \| (.+?) \| (.*?) \| (.*?) \|$", re.M)
ROWS = {int(row[0]): row[1:] for row in TABLE.findall((ROOT / "docs/domain.md").read_text())}


@pytest.fixture(scope="module")
def schema():
    """The methods of each service, as the schemas say."""
    services = {}
    for path in (ROOT / "proto/redsail/v1").glob("*_service.proto"):
        text = path.read_text()
        for name, body in re.findall(r"^service (\w+) \{(.*?)^\}", text, re.M | re.S):
            services[name] = set(re.findall(r"^  rpc (\w+)\(", body, re.M))
    return services


@pytest.fixture(scope="module")
def suites():
    """The names of the Swift test suites."""
    files = (ROOT / "Tests/RedSailServiceTests").rglob("*.swift")
    return set(re.findall(r"struct (\w+Tests)\b", "".join(path.read_text() for path in files)))


def test_every_row_has_a_line():
    assert sorted(ROWS) == list(range(1, 34))


@pytest.mark.parametrize("row", sorted(ROWS))
def test_what_a_row_names_is_there(row, schema, suites):
    phrase, calls, report, tests = ROWS[row]
    methods = set().union(*schema.values())
    named = re.findall(r"(\w+Service)\b(?:/(\w+))?|\b((?:Get|List|Create|Update|[A-Z][a-z]+)[A-Z]\w+)\b", calls)
    assert named, phrase
    for service, method, other in named:
        assert not service or service in schema, service
        assert not method or method in schema[service], f"{service}/{method}"
        assert not other or other in methods, other
    assert re.findall(r"`(\w+)`", report), phrase
    assert tests, f"no test shows row {row}"
    for test in re.split(r", ", tests):
        assert test in suites or (ROOT / test).exists(), test


def test_the_reports_exist_and_every_row_is_on_the_scoreboard(stubs, schema, demonstration):
    with demonstration.channel() as channel:
        reports = stubs("redsail.v1.report_service_pb2_grpc").ReportServiceStub(channel)
        listed = reports.ListReports(
            stubs("redsail.v1.report_service_pb2").ListReportsRequest(parent="cities/370800", page_size=1000))
        known = {report.name.rsplit("/", 1)[1] for report in listed.reports}
        for phrase, _, report, _ in ROWS.values():
            assert set(re.findall(r"`(\w+)`", report)) <= known, phrase
        board = stubs("redsail.v1.scoreboard_service_pb2_grpc").ScoreboardServiceStub(channel).GetScoreboard(
            stubs("redsail.v1.scoreboard_service_pb2").GetScoreboardRequest(name="cities/370800/scoreboard"))
    assert {row.row for row in board.rows} == set(range(1, 34))
    # The demonstration plays every row.
    assert not [row.key for row in board.rows if row.not_measured or not row.HasField("computed")]
    for row in board.rows:
        calls = re.findall(r"(\w+Service)/(\w+)", row.rpc)
        assert row.quote and calls, row
        for service, method in calls:
            assert method in schema[service], row
