"""The change feed of a year: slow readers, cursors over restarts, what leaves a division."""

import random

import grpc
import pytest

from city_api import NAME
from feed_replay import FeedReplay
from playing import play

REMOVED = 5
MIB = 1024

# Nothing is read ahead: what the reader does not ask for stays with the server or in the kernel's socket buffers.
SLOW_READER = (("grpc.http2.bdp_probe", 0), ("grpc.http2.lookahead_bytes", 65_536))


def test_slow_readers_do_not_grow_the_server(server, city, redsail):
    play(redsail, server, "0.1")
    played = server.peak_memory_kib()
    writer = city(server)
    latest = writer.scoreboard().revision
    assert latest > 20_000

    # Readers that take one message and no more: each is given some 20 MB that it does not fetch.
    idle = [city(server, *SLOW_READER).watch() for _ in range(12)]
    first = [next(call).changes for call in idle]
    assert all(changes[0].revision == 1 for changes in first)

    # One that reads a message at a time, while someone writes between any two of them.
    replay, revisions = FeedReplay(), []
    slow = city(server, *SLOW_READER).watch()
    written = []
    for message in slow:
        for change in message.changes:
            replay.add(change)
            revisions.append(change.revision)
        assert message.cursor == replay.cursor
        if len(written) < 60:
            grid = writer.call(
                "division", "CreateGrid", parent=NAME, grid_id=f"written-{len(written)}",
                grid={
                    "division": f"{NAME}/divisions/370811012001", "display_name": "读取期间新增网格",
                    "scheme": "jining-grids", "code": f"W{len(written)}",
                },
            )
            written.append(grid.name)
        elif replay.records.keys() >= set(written):
            break
    slow.cancel()
    assert replay.revision == latest + len(written)
    # Nothing missed, nothing repeated.
    replay.check_records(writer)
    assert replay.etags.keys() == writer.records().keys()

    grown = server.peak_memory_kib()
    assert grown - played < 40 * MIB, f"{played} KiB after playing, {grown} KiB after reading"
    assert grown < 300 * MIB
    # One of those that waited reads on, and has missed nothing either.
    heard = [change.revision for change in first[0]]
    for message in idle[0]:
        heard += [change.revision for change in message.changes]
        if heard[-1] == replay.revision:
            break
    assert heard == revisions
    for call in idle:
        call.cancel()


def test_resumes_from_any_cursor_over_a_restart(demonstration, start_server, city):
    whole = list(city(demonstration).changes())
    draw = random.Random(370800)
    places = sorted({0, len(whole) - 1, *(draw.randrange(len(whole)) for _ in range(200))})
    # A stream that the restart breaks: a drain ends it with UNAVAILABLE, after which its last cursor goes on.
    broken = city(demonstration).watch()
    heard = list(next(broken).changes)
    assert demonstration.stop() == 0
    with pytest.raises(grpc.RpcError) as error:
        for message in broken:
            heard += message.changes
    assert error.value.code() == grpc.StatusCode.UNAVAILABLE

    again = city(start_server(demonstration.data))
    for place in places:
        [*following] = again.call(
            "change_feed", "ListChanges", parent=NAME, cursor=whole[place].cursor, max_changes=3
        ).changes
        assert following == whole[place + 1 : place + 4], place
    for place in [places[len(places) // 3], len(whole) - 2]:
        assert stream(again, whole[place].cursor, whole[-1].revision) == whole[place + 1 :], place
    assert heard == whole[: len(heard)]
    assert heard + stream(again, heard[-1].cursor, whole[-1].revision) == whole


def stream(city, cursor, latest):
    """The changes of a stream after a cursor up to a revision."""
    changes = []
    call = city.watch(cursor)
    while not changes or changes[-1].revision < latest:
        changes += next(call).changes
    call.cancel()
    return changes


def update(city, area, kind, field, name, **fields):
    return city.call(
        area, f"Update{kind}", **{field: {"name": name, **fields}}, update_mask={"paths": list(fields)}
    )


def test_what_leaves_a_division_is_removed(demonstration, city):
    jining = city(demonstration)
    [compound] = [
        compound for compound in jining.pages("compound", "ListCompounds", "compounds", parent=NAME)
        if compound.name == f"{NAME}/compounds/compound-1"
    ]
    old, new = compound.division, f"{NAME}/divisions/370812001001"
    [ticket, *_] = jining.tickets(division=old)
    street, district = old[:-3], old[:-6]
    assert jining.call("division", "GetDivision", name=old).parent_division == street
    everything = list(jining.changes())
    # Followers of the community, of the street and of the district above it, and of where it goes.
    places = (old, street, district, new)
    cursors = {place: list(jining.changes(division=place))[-1].cursor for place in places}
    for place in places:
        names = {change.name for change in jining.changes(division=place)}
        assert (compound.name in names) == (place != new) and len(names) < len(jining.records())

    areas = {
        area.name for area in jining.pages("service_area", "ListServiceAreas", "service_areas", parent=NAME)
        if compound.name in area.compounds
    }
    gone = {}

    update(jining, "ticket", "Ticket", "ticket", ticket.name, division=new, grid="", compound="")
    update(jining, "compound", "Compound", "compound", compound.name, division=new, grid="")
    for place in (old, street, district):
        left = list(jining.changes(cursors[place], division=place))
        for change in left:
            assert change.kind == REMOVED
            assert change.WhichOneof("resource") is None
            assert change.revision > everything[-1].revision
        gone[place] = [change.name for change in left]
        # Once is enough: the next change of what has left is no business of theirs.
        cursors[place] = left[-1].cursor
    came = list(jining.changes(cursors[new], division=new))
    assert [(change.name, change.ticket.division) for change in came[:1]] == [(ticket.name, new)]
    assert [change.compound.division for change in came if change.name == compound.name] == [new]
    # What lies in the compound goes with it.
    assert areas and areas <= {change.name for change in came}
    for place in (old, street, district):
        assert sorted(gone[place]) == sorted(change.name for change in came), place

    moved = update(jining, "ticket", "Ticket", "ticket", ticket.name, title="楼道灯仍不亮")
    for place in (old, street, district):
        assert list(jining.changes(cursors[place], division=place)) == []
    [change] = jining.changes(came[-1].cursor, division=new)
    assert change.ticket == moved


def test_kinds_and_the_selection_that_a_cursor_belongs_to(demonstration, city):
    jining = city(demonstration)
    whole = list(jining.changes())
    kinds = ["redsail/Firm", "redsail/ReceptionDay"]
    chosen = list(jining.changes(kinds=kinds))
    assert [change.name for change in chosen] == [change.name for change in whole if change.resource_type in kinds]
    for cursor in (whole[100].cursor, whole[100].cursor[:-2] + "AA", "no cursor"):
        with pytest.raises(grpc.RpcError) as error:
            jining.call("change_feed", "ListChanges", parent=NAME, cursor=cursor, kinds=kinds)
        assert error.value.code() == grpc.StatusCode.INVALID_ARGUMENT


def test_a_side_message_is_told_of_without_its_contents(demonstration, city):
    """`Change.resource`: of side messages with personal data the feed tells only that they changed."""
    jining = city(demonstration)
    [*_, last] = jining.changes()
    ticket = next(ticket for ticket in jining.tickets() if ticket.has_caller)
    caller = f"{ticket.name}/caller"
    update(jining, "ticket", "TicketCaller", "ticket_caller", caller, phone="13805379876", personal_name="孟某")
    told = list(jining.changes(last.cursor))
    assert told, "the feed tells nothing of a corrected caller"
    for change in told:
        assert change.name in (caller, ticket.name)
        assert change.name == ticket.name or change.WhichOneof("resource") is None
        assert b"13805379876" not in change.SerializeToString()
        assert "孟某".encode() not in change.SerializeToString()


def test_an_idle_cursor_advances(demonstration, city):
    """A selection in which nothing happens gets progress events whose cursor passes over the changes of others."""
    jining = city(demonstration)
    quiet = jining.watch(kinds=["redsail/InstructorAssignment"], progress_interval={"seconds": 1})
    for message in quiet:
        if not message.changes:
            break
    assert message.HasField("progress_time")
    quiet.cancel()
    assert list(jining.changes(message.cursor, kinds=["redsail/InstructorAssignment"])) == []
