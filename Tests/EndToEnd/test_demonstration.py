import json
import signal

import pytest

from city_api import NAME
from playing import Play, computed, play, rows

KEYS = {"row", "key", "quote", "rpc", "report", "published", "low", "high", "computed", "numerator", "denominator", "agrees"}

# The article's figures (rows 2, 3 and 12) at 0.02: a plan is rounded, an interval opens outwards to whole numbers.
AT_TWO_HUNDREDTHS = {
    "firms_with_party_organisation": (464, 9, 10, 9),
    "firms_with_instructor": (105, 2, 3, 2),
    "firms_covered": (569, 11, 12, 11),
    "firms_covered_percent": (100, 100, 100, 100),
    "reception_days": (1_200, 24, 26, 25),
    "demands": (51_000, 1_010, 1_030, 1_020),
    "demands_resolved": (49_000, 970, 990, 980),
}


def test_plays_and_agrees(server, redsail):
    played = redsail("demo", "--target", server.target, "--scale", "0.02", "--json")
    assert played.returncode == 0, played.stderr
    board = json.loads(played.stdout)
    assert board.keys() == {"rows"}
    for row in board["rows"]:
        assert row.keys() == KEYS
        assert type(row["row"]) is int and 1 <= row["row"] <= 33
        assert type(row["key"]) is str and type(row["quote"]) is str and row["quote"]
        for field in ("published", "low", "high", "computed"):
            assert type(row[field]) in (int, float, type(None)), f"{row['key']}: {field} is no number"
        assert row["computed"] is not None
        if row["low"] is None:
            assert row["high"] is None and row["agrees"] is None
        else:
            assert row["agrees"] is True and row["low"] <= row["computed"] <= row["high"], row["key"]
    by_key = rows(played.stdout)
    assert len(by_key) == len(board["rows"])
    for key, figures in AT_TWO_HUNDREDTHS.items():
        row = by_key[key]
        assert (row["published"], row["low"], row["high"], row["computed"]) == figures, key


def test_another_server_on_the_directory_gives_the_same_scoreboard(demonstration, start_server, redsail):
    before = redsail("scoreboard", "--target", demonstration.target, "--json")
    assert demonstration.stop() == 0
    again = start_server(demonstration.data)
    after = redsail("scoreboard", "--target", again.target, "--json")
    assert (before.returncode, after.returncode) == (0, 0), before.stderr + after.stderr
    assert before.stdout == after.stdout
    assert rows(after.stdout)["demands"]["computed"] == 1_020


def test_playing_again_changes_nothing(demonstration, city, redsail):
    jining = city(demonstration)
    before = jining.records()
    revision = jining.scoreboard().revision
    assert all(row["agrees"] is not False for row in play(redsail, demonstration, "0.02").values())
    assert jining.scoreboard().revision == revision
    assert jining.records() == before


def test_scoreboard_is_as_of_the_demonstrations_last_day(demonstration, city):
    """`GetScoreboardRequest.as_of_date`: absent means the day of the city's demonstration, not the day of the call."""
    day = city(demonstration).scoreboard().as_of_date
    assert (day.year, day.month, day.day) == (2026, 1, 31)


def test_another_scale_is_refused(demonstration, city, redsail):
    jining = city(demonstration)
    before = jining.records()
    refused = redsail("demo", "--target", demonstration.target, "--scale", "0.03")
    assert refused.returncode != 0 and refused.stdout == ""
    assert refused.stderr.count("\n") == 1 and "0.02" in refused.stderr
    assert jining.records() == before


@pytest.mark.parametrize("name", [NAME, "cities/371100"])
def test_real_city_is_refused(server, city, redsail, name):
    jining = city(server)
    jining.call("division", "CreateCity", city_id=name[7:], city={"display_name": "某市"})
    before = jining.records() if name == NAME else None
    refused = redsail("demo", "--target", server.target, "--scale", "0.02")
    assert refused.returncode == 1 and refused.stdout == ""
    assert refused.stderr.count("\n") == 1 and name in refused.stderr and "no demonstration" in refused.stderr
    assert [city.name for city in jining.pages("division", "ListCities", "cities")] == [name]
    if before:
        assert jining.records() == before


def test_drain_in_the_middle(server, start_server, redsail, tmp_path):
    demo = Play(redsail, server, "0.02", tmp_path)
    demo.wait_for(1_500)
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(timeout=60) == 0
    status, out, complaint = demo.finish()
    assert (status, out) == (14, "") and "UNAVAILABLE" in complaint
    board = computed(play(redsail, start_server(server.data), "0.02"))
    assert (board["demands"], board["demands_resolved"]) == (1_020, 980)
