"""How long pages of tickets and reports take on a year of a city, as a caller on the same machine sees it.

    make bench                                  plays the year at full scale and measures
    python Benchmarks/pages_and_reports.py DIR  measures on a directory that a demonstration was played into

A page may take 20 ms and a report 500 ms, client and loopback included; one line each, exit 1 if one takes longer. For a
scale, every line is also given as a multiple of reading one record by name in the same run.
"""

import json
import pathlib
import statistics
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "Tests"), str(ROOT / "Tests/Interop")]

import conftest  # noqa: E402
import redsail_api  # noqa: E402

CITY = "cities/370800"
PAGE_LIMIT, REPORT_LIMIT = 20.0, 500.0
ROUNDS = 21


def milliseconds(call, rounds=ROUNDS):
    """The median and the longest time of several calls."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        call()
        times.append((time.perf_counter() - begun) * 1_000)
    return statistics.median(times), max(times)


def ticket_queries(api):
    """What a screen of a street, a county or a firm asks for: filters, orders, subtrees."""
    ticket = api.ListTickets(parent=CITY, page_size=1, filter="source = RECEPTION_DAY").tickets[0]
    community = ticket.division
    street = api.GetDivision(name=community).parent_division
    county = api.GetDivision(name=street).parent_division
    open_states = "(state = ACCEPTED OR state = DISPATCHED OR state = SIGNED OR state = IN_PROGRESS)"
    yield "all", {}
    yield "newest first", {"order_by": "create_time desc"}
    yield "of a county", {"division": county}
    yield "of a street", {"division": street}
    yield "of a community", {"division": community}
    yield "of a project", {"filter": f'project = "{ticket.project}"'}
    yield "closed, of a county", {"division": county, "filter": "state = CLOSED"}
    yield "open, of a county", {"division": county, "filter": open_states}
    yield "open, by due date", {"filter": open_states, "order_by": "due.overdue_time"}
    yield "due before a day", {"filter": 'due.overdue_time < "2025-06-01T00:00:00+08:00"', "order_by": "due.overdue_time desc"}
    yield "in progress and due, of a street", {"division": street, "filter": 'state = IN_PROGRESS AND due.overdue_time < "2026-02-01T00:00:00+08:00"'}
    yield "closed, of a project", {"filter": f'project = "{ticket.project}" AND state = CLOSED', "order_by": "due.overdue_time"}


def measure(api):
    base, _ = milliseconds(lambda: api.GetCity(name=CITY))
    print(f"{'one record by name':44} {base:8.2f} ms")
    slow = []

    def line(what, limit, call, rounds=ROUNDS):
        median, longest = milliseconds(call, rounds)
        late = median > limit
        slow.extend([what] if late else [])
        print(f"{what:44} {median:8.2f} ms  longest {longest:8.2f} ms  {median / base:7.1f} x{'  TOO SLOW' if late else ''}")

    for what, query in ticket_queries(api):
        for size in (50, 500):
            token = ""
            for page in ("first", "tenth"):
                request = {"parent": CITY, "page_size": size, "page_token": token, **query}
                line(f"tickets {what}, {page} {size}", PAGE_LIMIT * max(1, size / 50), lambda: api.ListTickets(**request))
                for _ in range(9):
                    token = api.ListTickets(**{**request, "page_token": token}).next_page_token
                    if not token:
                        break
                if not token:
                    break
    for report in api.ListReports(parent=CITY, page_size=1_000).reports:
        line(report.name.rsplit("/", 1)[1], REPORT_LIMIT,
             lambda: api.GetReport(name=report.name, by_level="LEVEL_COUNTY", period_kind="PERIOD_KIND_MONTH"), 5)
        if report.has_findings:
            line(report.name.rsplit("/", 1)[1] + " findings", REPORT_LIMIT,
                 lambda: api.ListFindings(name=report.name, page_size=500), 5)
    line("scoreboard", REPORT_LIMIT, lambda: api.GetScoreboard(name=f"{CITY}/scoreboard"), 5)
    return slow


def main():
    with tempfile.TemporaryDirectory() as folder:
        stubs = conftest.stubs.__wrapped__ if hasattr(conftest.stubs, "__wrapped__") else conftest.stubs
        server = conftest.Server(sys.argv[1])
        try:
            factory = type("Folders", (), {"mktemp": lambda self, name: pathlib.Path(folder)})()
            api = redsail_api.Api(stubs(factory), server.channel())
            slow = measure(api)
        finally:
            server.stop()
    if slow:
        print(json.dumps({"too slow": slow}, ensure_ascii=False))
        sys.exit(1)


if __name__ == "__main__":
    main()
