"""Import, export, watch and sync over restarts and kills of the server, through the command and through grpcio."""

import json
import queue
import subprocess
import threading
import uuid

from feed_replay import FeedReplay
from playing import Play, play

NAME = "cities/370800"
# What differs from one loading of the same record to another.
PER_LOADING = ("etag", "create_time", "update_time", "backfilled")


def make_city(city):
    city.call("division", "CreateCity", city_id="370800", city={"display_name": "济宁市"})


def exported(city, **fields):
    """The records of an export by name, with its revision and cursor."""
    request = city.request("record", "ExportRecords", parent=NAME, **fields)
    records, revision, cursor = {}, 0, ""
    for message in city.service("record").ExportRecords(request, timeout=60):
        revision, cursor = message.revision, cursor or message.cursor
        for record in message.records:
            resource = getattr(record, record.WhichOneof("resource"))
            assert resource.name not in records
            records[resource.name] = resource
    return records, revision, cursor


def plain(records):
    for record in records.values():
        for field in PER_LOADING:
            record.ClearField(field)
    return records


KINDS = {
    "division": "divisions", "grid": "grids", "compound": "compounds", "firm": "firms",
    "party_organisation": "partyOrganisations", "instructor_assignment": "instructorAssignments", "project": "projects",
    "station": "stations", "reception_day": "receptionDays",
}


def registers(records):
    """Those of the kinds that refer to nothing but each other."""
    return {name: record for name, record in records.items() if name.split("/")[2] in KINDS.values()}


def test_round_trip_in_both_formats(start_server, city, redsail, tmp_path):
    first = start_server(tmp_path / "first")
    play(redsail, first, "0.02")
    expected = plain(registers(exported(city(first))[0]))
    assert len(expected) > 150
    kinds = list(KINDS)
    lines = tmp_path / "all.jsonl"
    arguments = [word for kind in kinds for word in ("--kind", kind)]
    assert redsail("export", "--target", first.target, *arguments, "--output", lines).returncode == 0
    for kind in kinds:
        path = tmp_path / f"{kind}.csv"
        done = redsail("export", "--target", first.target, "--kind", kind, "--format", "csv", "--output", path)
        assert done.returncode == 0, done.stderr
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    for name in ("jsonl", "csv"):
        server = start_server(tmp_path / name)
        make_city(city(server))
        loads = [[lines]] if name == "jsonl" else [["--kind", kind, tmp_path / f"{kind}.csv"] for kind in kinds]
        for load in loads:
            done = redsail("import", "--target", server.target, "--restore", *load)
            assert done.returncode == 0, done.stderr
        assert plain(registers(exported(city(server))[0])) == expected
        # Again: all is there.
        for load in loads:
            done = redsail("import", "--target", server.target, "--restore", *load)
            assert done.returncode == 0 and done.stdout.startswith("0 created, 0 updated"), done.stdout


def test_wrong_rows_are_named(start_server, city, redsail, tmp_path):
    server = start_server(tmp_path / "data")
    make_city(city(server))
    path = tmp_path / "firms.csv"
    path.write_text("name,display_name,credit_date\n,甲,2025-01-01\ncities/370800/firms/x,乙,yesterday\n", "utf-8")
    done = redsail("import", "--target", server.target, "--kind", "firm", path)
    assert done.returncode == 1
    assert f"{path}:2: INVALID_ARGUMENT: " in done.stderr
    assert f"{path}:3: credit_date: expected a day as yyyy-mm-dd, came 'yesterday'" in done.stderr
    chinese = redsail("import", "--target", server.target, "--kind", "firm", "--lang", "zh", path)
    assert "应为yyyy-mm-dd 格式的日期" in chinese.stderr


def histories(city, names):
    """The entries of tickets' histories by ticket, without what differs from one loading to another."""
    found = {}
    for name in names:
        answer = city.call("ticket", "ListTicketEvents", parent=name, page_size=1000)
        for event in answer.ticket_events:
            event.ClearField("record_time")
            event.ClearField("backfilled")
        found[name] = list(answer.ticket_events)
    return found


def tickets_of(records):
    return {name: record for name, record in records.items() if "/tickets/" in name}


def test_tickets_come_back_with_their_history(start_server, city, redsail, tmp_path):
    first = start_server(tmp_path / "first")
    play(redsail, first, "0.01")
    records = plain(exported(city(first))[0])
    expected = tickets_of(records)
    for ticket in expected.values():
        # Callers' personal data are no part of an export.
        ticket.has_caller = False
    events = histories(city(first), expected)
    assert len(expected) > 100 and sum(map(len, events.values())) > len(expected)
    lines, table = tmp_path / "all.jsonl", tmp_path / "tickets.csv"
    registers = [word for kind in list(KINDS) + ["service_level_rule", "holiday_calendar", "parameter"]
                 for word in ("--kind", kind)]
    done = redsail("export", "--target", first.target, "--history", *registers, "--kind", "ticket", "--output", lines)
    assert done.returncode == 0, done.stderr
    csv = ("--kind", "ticket", "--format", "csv", "--history", "--output", table)
    assert redsail("export", "--target", first.target, *csv).returncode == 0
    for name in ("jsonl", "csv"):
        server = start_server(tmp_path / name)
        make_city(city(server))
        # All of it refers to rows of the file alone: none is told to be refused, and nothing stays.
        done = redsail("import", "--target", server.target, "--restore", "--validate-only", lines)
        assert done.returncode == 0 and ", 0 failed, " in done.stdout, done.stderr
        assert not tickets_of(exported(city(server))[0])
        loads = [["--restore", lines]]
        if name == "csv":
            others = [line for line in lines.read_text("utf-8").splitlines(True) if not line.startswith('{"ticket"')]
            (tmp_path / "others.jsonl").write_text("".join(others), "utf-8")
            loads = [["--restore", tmp_path / "others.jsonl"], ["--kind", "ticket", table]]
        for load in loads:
            done = redsail("import", "--target", server.target, *load)
            assert done.returncode == 0, done.stderr
        loaded = plain(tickets_of(exported(city(server))[0]))
        assert loaded == expected
        assert histories(city(server), expected) == events
        for load in loads:
            done = redsail("import", "--target", server.target, *load)
            assert done.returncode == 0 and done.stdout.startswith("0 created, 0 updated"), done.stdout


def test_a_refused_rating_keeps_no_other_ticket_out(start_server, city, redsail, tmp_path):
    """What cannot be said of one ticket is told with its line; the rows behind it are loaded."""
    server = start_server(tmp_path / "data")
    make_city(city(server))
    place = f"{NAME}/divisions/370800"
    fields = {"display_name": "济宁市", "level": 1, "code": "370800"}
    city(server).call("division", "CreateDivision", parent=NAME, division_id="370800", division=fields)
    rows = [
        {"ticket": {"name": f"{NAME}/tickets/t-{number}", "title": "路灯不亮", "division": place, "source": "SOURCE_GRID",
                    "receive_time": "2025-03-05T01:00:00Z"},
         "history": [{"action": "ACTION_ACCEPT", "event_time": "2025-03-05T02:00:00Z"}]}
        for number in range(3)
    ]
    rows[1]["ticket"]["feedback"] = {"satisfaction": "SATISFACTION_SATISFIED", "event_time": "2025-03-06T01:00:00Z"}
    path = tmp_path / "tickets.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    for outcome in ("2 created, 0 updated, 0 present", "0 created, 0 updated, 2 present"):
        done = redsail("import", "--target", server.target, path)
        assert done.returncode == 1 and done.stdout.startswith(f"{outcome}, 0 deleted, 1 failed"), done.stdout
        assert f"{path}:2: FAILED_PRECONDITION: a ticket that is ACCEPTED is not rated" in done.stderr
    assert len(list(city(server).tickets())) == 3


def test_a_validation_tells_what_no_row_has(start_server, city, redsail, tmp_path):
    server = start_server(tmp_path / "data")
    make_city(city(server))
    place = f"{NAME}/divisions/370800"
    rows = [
        {"compound": {"name": f"{NAME}/compounds/c-1", "display_name": "早", "division": place}},
        {"ticket": {"title": "路灯不亮", "division": place, "source": "SOURCE_GRID"}},
        {"ticket": {"title": "路灯不亮", "division": f"{NAME}/divisions/370811", "source": "SOURCE_GRID"}},
        {"division": {"name": place, "display_name": "济宁市", "level": "LEVEL_CITY", "code": "370800"}},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    done = redsail("import", "--target", server.target, "--validate-only", path)
    assert done.returncode == 1 and f"{path}:3: " in done.stderr and f"{path}:1: " not in done.stderr, done.stderr
    assert done.stdout.startswith("1 created, 0 updated, 0 present, 0 deleted, 1 failed, 2 not checked: "), done.stdout


def test_more_tickets_than_errors_have_details_wait_for_later_ones(start_server, city, redsail, tmp_path):
    """Each ticket was merged into the last one of the file."""
    server = start_server(tmp_path / "data")
    make_city(city(server))
    place = f"{NAME}/divisions/370800"
    fields = {"display_name": "济宁市", "level": 1, "code": "370800"}
    city(server).call("division", "CreateDivision", parent=NAME, division_id="370800", division=fields)
    path = tmp_path / "tickets.jsonl"
    demand = {"title": "路灯不亮", "division": place, "source": "SOURCE_GRID", "receive_time": "2025-03-05T01:00:00Z"}
    merge = {"action": "ACTION_MERGE", "event_time": "2025-03-05T02:00:00Z", "merged_into": f"{NAME}/tickets/last"}
    rows = [{"ticket": {**demand, "name": f"{NAME}/tickets/t-{number}"}, "history": [merge]} for number in range(1100)]
    path.write_text("\n".join(map(json.dumps, [*rows, {"ticket": {**demand, "name": f"{NAME}/tickets/last"}}])), "utf-8")
    done = redsail("import", "--target", server.target, path)
    assert done.returncode == 0 and done.stdout.startswith("1101 created, "), done.stderr[:500]


def test_last_years_tickets_from_a_list(start_server, city, redsail, tmp_path):
    """An office's own table, with nothing but times: the course of each ticket follows from them."""
    server = start_server(tmp_path / "data")
    make_city(city(server))
    parent = ""
    for level, (code, name) in enumerate([("370800", "济宁市"), ("370811", "任城区")], 1):
        fields = {"display_name": name, "level": level, "code": code, "parent_division": parent}
        city(server).call("division", "CreateDivision", parent=NAME, division_id=code, division=fields)
        parent = f"{NAME}/divisions/{code}"
    holder = json.dumps({"unit": parent, "level": "LEVEL_COUNTY"}).replace('"', '""')
    header = "title,division,source,source_system,record_number,receive_time,holder,dispatch_time,resolve_time," \
        "resolution,public_answer,feedback,close_time"
    start = f"电梯停运,{parent},SOURCE_HOTLINE,jining-12345"
    satisfied = '"{""satisfaction"":""SATISFACTION_SATISFIED""}"'
    path = tmp_path / "2024.csv"
    path.write_text("\ufeff" + "\r\n".join([
        header,
        f'{start},N-1,2024/3/5 9:30,"{holder}",2024-03-05 10:00,2024-03-06 16:00:30,RESOLUTION_SOLVED,已修复,'
        f"{satisfied},2024-03-08",
        f'{start},N-2,2024-03-05 09:30,"{holder}",2024-03-05 11:00,,,,,',
        f"{start},N-3,2024-03-05 09:30,,,,,,,",
        f'{start},N-4,2024-03-05 09:30,"{holder}",,2024-03-06 16:00,,,,',
        f"{start},N-5,gestern,,,,,,,",
    ]) + "\r\n", "utf-8")
    done = redsail("import", "--target", server.target, "--kind", "ticket", path)
    assert done.returncode == 1 and done.stdout.startswith("3 created, 0 updated, 0 present, 0 deleted, 2 failed")
    assert f"{path}:5: resolution: needed for a ticket that is resolved" in done.stderr
    assert f"{path}:6: receive_time: expected a time such as 2024-03-05 09:30, came 'gestern'" in done.stderr
    tickets = {ticket.record_number: ticket for ticket in city(server).tickets()}
    state = tickets["N-1"].DESCRIPTOR.fields_by_name["state"].enum_type.values_by_number
    assert [state[tickets[f"N-{n}"].state].name for n in (1, 2, 3)] == [
        "STATE_CLOSED", "STATE_DISPATCHED", "STATE_RECEIVED",
    ]
    one = tickets["N-1"]
    assert one.receive_time.ToJsonString() == "2024-03-05T01:30:00Z"
    assert one.resolve_time.ToJsonString() == "2024-03-06T08:00:30Z"
    assert (one.due.date.year, one.due.date.month) == (2024, 3) and one.level_closed == 4
    # The same list again changes nothing.
    again = redsail("import", "--target", server.target, "--kind", "ticket", path)
    assert again.stdout.startswith("0 created, 0 updated, 3 present, 0 deleted, 2 failed")


def programme_lines(count):
    division = {"name": f"{NAME}/divisions/370800", "display_name": "济宁市", "level": "LEVEL_CITY", "code": "370800"}
    yield {"division": division}
    for index in range(count):
        yield {
            "programme": {
                "name": f"{NAME}/programmes/p{index}", "division": f"{NAME}/divisions/370800",
                "display_name": f"专项行动{index}", "kind": "KIND_CAMPAIGN", "year": 2025, "number": index % 1000,
            }
        }


def test_kill_in_the_middle_of_an_import(start_server, city, redsail, tmp_path):
    path, count = tmp_path / "programmes.jsonl", 2_000
    path.write_text("".join(json.dumps(line) + "\n" for line in programme_lines(count)), "utf-8")
    data = tmp_path / "data"
    server = start_server(data)
    make_city(city(server))
    loading = redsail.start("import", "--target", server.target, path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    replay = FeedReplay()
    while len(replay.records) < count // 4:
        assert loading.poll() is None, loading.communicate()
        replay.follow(city(server))
    server.kill()
    loading.communicate(timeout=60)
    server = start_server(data)
    done = redsail("import", "--target", server.target, path)
    assert done.returncode == 0, done.stderr
    replay.follow(city(server))
    records, _, _ = exported(city(server))
    assert len(records) == count + 1
    assert all(len(etags) == 1 for name, etags in replay.etags.items()), "a record was written twice"


def test_an_export_is_the_state_at_its_revision(start_server, city, redsail, tmp_path):
    server = start_server(tmp_path / "data")
    demo = Play(redsail, server, "0.05", tmp_path)
    demo.wait_for(50)
    jining = city(server)
    replay, snapshots = FeedReplay(), []
    while len(snapshots) < 5 and demo.process.poll() is None:
        if len(replay.follow(jining)) > 0 and len(replay.records) > 400 * (len(snapshots) + 1):
            snapshots.append(exported(jining))
    assert demo.finish()[0] == 0
    assert snapshots, "nothing was exported while the demonstration played"
    for records, revision, cursor in snapshots:
        state = {}
        for change in jining.changes():
            if change.revision <= revision and change.resource_type != "redsail/City":
                told = change.WhichOneof("resource")
                state[change.name] = getattr(change, told) if told else None
        assert records.keys() == state.keys()
        # Of members and candidates the feed tells only that they changed.
        assert all(state[name] in (None, record) for name, record in records.items())
        assert all(change.revision > revision for change in jining.changes(cursor))


class Sync:
    """A sync stream whose messages are read in the background."""

    def __init__(self, city, cursor=""):
        messages = city.messages("hotline_service")
        self._messages, self._sending, self._heard = messages, queue.Queue(), threading.Condition()
        self.results, self.tickets, self.cursor, self.error = [], [], cursor, None
        opening = {"parent": NAME, "source_system": "jining-12345", "cursor": cursor}
        self._sending.put(messages.SyncTicketsRequest(open=opening))
        self._call = city.service("hotline").SyncTickets(iter(self._sending.get, None), timeout=60)
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self):
        try:
            for response in self._call:
                with self._heard:
                    if response.HasField("result"):
                        self.results.append(response.result)
                    else:
                        self.tickets += response.changes.tickets
                        self.cursor = response.changes.cursor
                    self._heard.notify_all()
        except Exception as error:  # The call's status.
            with self._heard:
                self.error = error
                self._heard.notify_all()

    def wait_for_results(self, count):
        """Returns when so many are there; fails if the stream ends before."""
        with self._heard:
            assert self._heard.wait_for(lambda: len(self.results) >= count or self.error, timeout=60)
            assert len(self.results) >= count, self.error

    def create(self, number, request_id):
        ticket = {
            "division": f"{NAME}/divisions/370800", "title": "路灯不亮", "source": 1, "source_system": "jining-12345",
            "record_number": f"N-{number}", "holder": {"unit": f"{NAME}/divisions/370800", "level": 4},
        }
        create = {"ticket": ticket, "request_id": request_id}
        self._sending.put(self._messages.SyncTicketsRequest(sequence=number, create=create))

    def finish(self):
        self._sending.put(None)
        self._reader.join(timeout=60)
        assert not self._reader.is_alive()


def test_sync_over_a_kill(start_server, city, tmp_path):
    data = tmp_path / "data"
    server = start_server(data)
    jining = city(server)
    make_city(jining)
    jining.call(
        "division", "CreateDivision", parent=NAME, division_id="370800",
        division={"display_name": "济宁市", "level": 1, "code": "370800"},
    )
    ids = {number: str(uuid.uuid4()) for number in range(1, 301)}
    sync = Sync(jining)
    for number, request_id in ids.items():
        sync.create(number, request_id)
    sync.wait_for_results(100)
    server.kill()
    sync.finish()
    assert sync.error is not None
    server = start_server(data)
    again = Sync(city(server), sync.cursor)
    # What has no result is sent again, with the same ids.
    answered = {result.sequence for result in sync.results}
    for number, request_id in ids.items():
        if number not in answered:
            again.create(number, request_id)
    again.finish()
    assert again.error is None
    assert not [result for result in sync.results + again.results if result.HasField("error")]
    heard = {ticket.record_number for ticket in sync.tickets + again.tickets}
    assert heard == {f"N-{number}" for number in ids}
    assert len(city(server).tickets()) == len(ids)
