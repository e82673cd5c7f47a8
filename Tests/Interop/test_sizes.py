"""Answers fit into the 4 MiB that callers take unless they say otherwise."""

import pytest
from redsail_api import refused
from small_city import CITY, COMMUNITIES


@pytest.fixture(scope="module")
def long_tickets(api):
    """The names of 600 tickets of 12 KB each."""
    text = "水" * 4_000
    ticket = {"division": COMMUNITIES[1], "title": "停水", "content": text, "source": "SOURCE_OWNER"}
    names = []
    for _ in range(6):
        requests = [{"request_id": api.new_id(), "ticket": ticket} for _ in range(100)]
        created = api.BatchCreateTickets(parent=CITY, requests=requests)
        names += [result.receipt.name for result in created.results]
    return names


def test_pages_of_long_tickets_end_early_and_miss_nothing(api, long_tickets):
    names, token, pages = [], "", 0
    while True:
        page = api.ListTickets(parent=CITY, page_size=1_000, page_token=token, division=COMMUNITIES[1])
        assert page.ByteSize() < 4 << 20
        names += [ticket.name for ticket in page.tickets]
        token, pages = page.next_page_token, pages + 1
        if not token:
            break
    assert pages > 1 and len(names) == len(set(names)) and set(long_tickets) <= set(names)


def test_a_batch_that_is_too_large_is_refused_by_name(api, long_tickets):
    with refused("INVALID_ARGUMENT", "TOO_MANY_ENTRIES", "names"):
        api.BatchGetTickets(parent=CITY, names=long_tickets)
    assert len(api.BatchGetTickets(parent=CITY, names=long_tickets[:200]).tickets) == 200


def test_an_import_of_wrong_entries_is_answered(api):
    wrong = {"ticket": {"title": "x" * 300, "content": "y" * 5_000, "place": "z" * 300, "category": "c" * 100}}
    request = api.request("ImportTickets", parent=CITY, requests=[wrong] * 500)
    answer = api.ImportTickets(iter([request] * 20))
    assert (answer.received_count, answer.failed_count, len(answer.results)) == (10_000, 10_000, 10_000)
    assert answer.ByteSize() < 4 << 20
    assert all(result.error.code == 3 and result.error.message for result in answer.results)
