"""Pushes a file of hotline tickets to RedSail, and says of each what became of it.

  python push_tickets.py HOST:PORT FILE [--unary]

One client stream carries them all; --unary sends unary calls instead, for gateways that do not pass streams. Run it
again as often as you like: what is there already is answered as present. Ends with 1 if a ticket was refused.
"""

import argparse
import csv
import hashlib
import itertools
import sys
import time
import uuid
from datetime import datetime

import grpc

from errors import TRANSIENT, explain, status_of
from redsail.v1 import ticket_pb2, ticket_service_pb2, ticket_service_pb2_grpc

CITY = "cities/370800"
SYSTEM = "jining-12345"

# A message may hold 1,000 entries and 4 MiB. 200 entries fit, even where each has the longest content there can be.
MESSAGE_ENTRIES = 200
# A stream may hold so many; more go in several streams.
STREAM_ENTRIES = 10_000
ATTEMPTS = 8


def request_id(record_number):
    """The same record always gets the same id: with it, a second try finds what the first one stored."""
    digest = hashlib.sha256(f"{SYSTEM}/{record_number}".encode()).digest()
    return str(uuid.UUID(bytes=digest[:16], version=4))


def create_request(row):
    """The ticket in one row. The caller's name and telephone number go beside the ticket, never into it."""
    request = ticket_service_pb2.CreateTicketRequest(
        request_id=request_id(row["record_number"]),
        ticket=ticket_pb2.Ticket(
            source=ticket_pb2.Ticket.SOURCE_HOTLINE,
            source_system=SYSTEM,
            record_number=row["record_number"],
            division=f"{CITY}/divisions/{row['division']}",
            kind=ticket_pb2.Ticket.Kind.Value(f"KIND_{row['kind']}"),
            title=row["title"],
            content=row["content"],
        ),
    )
    request.event_time.FromDatetime(datetime.fromisoformat(row["received_at"]))
    if row["caller_name"] or row["caller_phone"]:
        request.caller.personal_name = row["caller_name"]
        request.caller.phone = row["caller_phone"]
    return request


def open_csv(file):
    """UTF-8, with the byte order mark that Excel writes or without it."""
    return open(file, encoding="utf-8-sig", newline="")


def parts(items, size):
    iterator = iter(items)
    while part := list(itertools.islice(iterator, size)):
        yield part


def import_stream(service, requests):
    messages = (
        ticket_service_pb2.ImportTicketsRequest(parent=CITY, requests=part)
        for part in parts(requests, MESSAGE_ENTRIES)
    )
    return service.ImportTickets(messages, timeout=300).results


def batch_create(service, requests):
    batch = ticket_service_pb2.BatchCreateTicketsRequest(parent=CITY, requests=requests)
    return service.BatchCreateTickets(batch, timeout=60).results


def with_retries(call, service, requests):
    """Sends until there is an answer. The request ids make it safe: nothing is stored twice."""
    for attempt in range(ATTEMPTS):
        try:
            return call(service, requests)
        except grpc.RpcError as error:
            if error.code() not in TRANSIENT or attempt == ATTEMPTS - 1:
                raise
            wait = min(2**attempt, 30)
            print(f"{explain(status_of(error))}\nagain in {wait} s", file=sys.stderr, flush=True)
            time.sleep(wait)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", metavar="HOST:PORT")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--unary", action="store_true")
    arguments = parser.parse_args()
    call, size = (batch_create, MESSAGE_ENTRIES) if arguments.unary else (import_stream, STREAM_ENTRIES)

    stored = present = refused = 0
    with grpc.insecure_channel(arguments.target) as channel, open_csv(arguments.file) as file:
        service = ticket_service_pb2_grpc.TicketServiceStub(channel)
        for requests in parts(map(create_request, csv.DictReader(file)), size):
            for result in with_retries(call, service, requests):
                number = requests[result.index].ticket.record_number
                if result.HasField("error"):
                    refused += 1
                    print(f"refused {number}: {explain(result.error)}")
                elif result.receipt.already_present:
                    present += 1
                    print(f"present {number}: {result.receipt.name}")
                else:
                    stored += 1
                    print(f"stored {number}: {result.receipt.name}")
    print(f"stored {stored}, present {present}, refused {refused}")
    return 1 if refused else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except grpc.RpcError as error:
        sys.exit(explain(status_of(error)))
