"""Prints every change of a city's tickets as it happens, and goes on where it stopped.

  python follow_tickets.py HOST:PORT CURSOR_FILE [--division CODE] [--poll]

It follows one stream until it is stopped. With --poll it pulls what is new in unary calls and ends, for gateways that
cut streams: let a timer run it. Both keep their place in CURSOR_FILE, and may take turns on it. A cursor belongs to its
division: use another file for another one.
"""

import argparse
import os
import pathlib
import sys
import time

import grpc

from errors import TRANSIENT, explain, reason_of, status_of
from redsail.v1 import change_feed_pb2, change_feed_service_pb2, change_feed_service_pb2_grpc, ticket_pb2

CITY = "cities/370800"

# A stream that a router forgot looks like a silent one. This ends it, and the cursor goes on in a new one.
STREAM_SECONDS = 600


def kept(file):
    return file.read_text() if file.exists() else ""


def keep(file, cursor):
    """Replaces the file as a whole: a kill leaves the old cursor or the new one, never half of one."""
    fresh = file.with_name(file.name + ".new")
    with fresh.open("w") as output:
        output.write(cursor)
        output.flush()
        os.fsync(output.fileno())
    fresh.replace(file)


def watch(service, selection, cursor):
    request = change_feed_service_pb2.WatchChangesRequest(cursor=cursor, **selection)
    for message in service.WatchChanges(request, timeout=STREAM_SECONDS):
        yield message.changes, message.cursor


def pull(service, selection, cursor):
    more = True
    while more:
        request = change_feed_service_pb2.ListChangesRequest(cursor=cursor, max_changes=500, **selection)
        answer = service.ListChanges(request, timeout=30)
        cursor, more = answer.next_cursor, answer.more
        yield answer.changes, cursor


def describe(change):
    kind = change_feed_pb2.Change.Kind.Name(change.kind).removeprefix("KIND_")
    line = f"{change.revision} {kind} {change.name}"
    # A change of kind REMOVED comes without the record: it left the division, so drop it.
    if change.HasField("ticket"):
        ticket = change.ticket
        line += f" {ticket_pb2.Ticket.State.Name(ticket.state).removeprefix('STATE_')}"
        line += f" {ticket.source_system}/{ticket.record_number}"
        if ticket.public_answer:
            line += f" {ticket.public_answer}"
    return line


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", metavar="HOST:PORT")
    parser.add_argument("cursor_file", metavar="CURSOR_FILE", type=pathlib.Path)
    parser.add_argument("--division", metavar="CODE", help="only tickets in this division or below it, such as 370811")
    parser.add_argument("--poll", action="store_true")
    arguments = parser.parse_args()
    selection = {"parent": CITY, "kinds": ["redsail/Ticket"]}
    if arguments.division:
        selection["division"] = f"{CITY}/divisions/{arguments.division}"
    read = pull if arguments.poll else watch

    with grpc.insecure_channel(arguments.target) as channel:
        service = change_feed_service_pb2_grpc.ChangeFeedServiceStub(channel)
        wait = 1
        while True:
            try:
                for changes, cursor in read(service, selection, kept(arguments.cursor_file)):
                    for change in changes:
                        print(describe(change), flush=True)
                    # Only now: a kill in between repeats changes, with the same revisions, but never skips one.
                    keep(arguments.cursor_file, cursor)
                    wait = 1
                if arguments.poll:
                    return
            except grpc.RpcError as error:
                # A timer tries again by itself.
                if arguments.poll or error.code() not in TRANSIENT:
                    raise
                if error.code() is grpc.StatusCode.DEADLINE_EXCEEDED:
                    continue
                print(f"{explain(status_of(error))}\nagain in {wait} s", file=sys.stderr, flush=True)
                time.sleep(wait)
                wait = min(wait * 2, 30)


if __name__ == "__main__":
    try:
        main()
    except grpc.RpcError as error:
        status = status_of(error)
        if reason_of(status) == "CURSOR_COMPACTED":
            print("Read all anew: take a cursor with from_latest, then ListTickets, then follow.", file=sys.stderr)
        sys.exit(explain(status))
    except KeyboardInterrupt:
        pass
