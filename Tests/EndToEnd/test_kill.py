"""kill -9 of the server in the middle of the demonstration: nothing acknowledged is lost, nothing is half done."""

import random
import re
import sqlite3

from city_api import NAME
from feed_replay import FeedReplay
from playing import Play, computed, play

SCALE = "0.05"
KILLS = 10

# Fields that tell when the server recorded something or which version it is: they differ from one playing to another.
PER_PLAYING = ("etag", "create_time", "update_time")


def without_record_times(records):
    for record in records.values():
        for field in PER_PLAYING:
            record.ClearField(field)
    return records


class Kill:
    """One kill: the demonstration that it struck, and what the feed told when the server was back.

    The client goes on trying for some seconds, so what it was told is compared when all is over; with the feed as it was
    then, because a write that was lost might be made again by the next playing.
    """

    def __init__(self, redsail, server, count, directory, scale=SCALE):
        """Kills the server once so many writes are acknowledged."""
        directory.mkdir()
        self._demo = Play(redsail, server, scale, directory)
        self._demo.wait_for(count)
        self._count = count
        self._recovered = None
        server.kill()

    def recovered(self, replay):
        self._recovered = {(name, etag) for name, etags in replay.etags.items() for etag in etags}

    def check(self):
        """Nothing is lost of what the client was told, and it ends with a line that says why."""
        status, out, complaint = self._demo.finish()
        assert (status, out) == (14, "") and complaint.startswith("redsail: UNAVAILABLE"), complaint
        acknowledged = self._demo.acknowledged()
        assert len(acknowledged) >= self._count
        lost = [write for write in told(acknowledged) if write not in self._recovered]
        assert not lost, f"{len(lost)} acknowledged writes are lost, the first of them {lost[0]}"


def told(writes):
    """Those of which the city's feed tells the etag: not of persons in the party, nor of the demonstration's other city."""
    return [(name, etag) for name, etag in writes
            if name.startswith(NAME) and not re.search("/(members|candidates)/", name)]


def test_ten_kills_on_one_database(start_server, city, redsail, tmp_path):
    undisturbed = start_server(tmp_path / "undisturbed")
    demo = Play(redsail, undisturbed, SCALE, tmp_path)
    status, expected_board, _ = demo.finish()
    assert status == 0
    total = len(demo.acknowledged())
    expected = without_record_times(city(undisturbed).records())
    undisturbed.stop()

    # One point in each tenth of the writes, so that every playing gets further than the one before.
    draw = random.Random(8364)
    points = [max(1, int(total * (number + draw.random()) / KILLS)) for number in range(KILLS)]
    data = tmp_path / "killed"
    server = start_server(data)
    replay = FeedReplay()
    kills = []
    for number, point in enumerate(points):
        kills.append(Kill(redsail, server, point, tmp_path / str(number)))
        server = start_server(data)
        jining = city(server)
        changed = replay.follow(jining)
        kills[-1].recovered(replay)
        replay.check(jining, changed)

    demo = Play(redsail, server, SCALE, tmp_path)
    status, board, complaint = demo.finish()
    assert status == 0, complaint
    assert board == expected_board
    jining = city(server)
    replay.follow(jining)
    replay.check(jining)
    for name, etag in told(demo.acknowledged()):
        assert etag in replay.etags[name], f"{name} was never {etag}"
    assert {name for name, _ in demo.acknowledged() if name.startswith(NAME)} == replay.records.keys()
    # The feed from its beginning, over all kills, is what was heard piece by piece.
    whole = FeedReplay()
    whole.follow(jining)
    assert (whole.etags, whole.ticket_states) == (replay.etags, replay.ticket_states)
    assert without_record_times(jining.records()) == expected
    assert server.stop() == 0
    with sqlite3.connect(data / "redsail.sqlite") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for kill in kills:
        kill.check()


def test_kill_right_at_the_start(start_server, city, redsail, tmp_path):
    """The very first writes: a city that is acknowledged is there, with or without its root division."""
    kills = []
    for count in (1, 2, 3):
        data = tmp_path / f"data-{count}"
        kills.append(Kill(redsail, start_server(data), count, tmp_path / str(count), scale="0.005"))
        server = start_server(data)
        replay = FeedReplay()
        replay.follow(city(server))
        kills[-1].recovered(replay)
        replay.check(city(server))
        board = computed(play(redsail, server, "0.005"))
        # round(51,000 × 0.005), round(49,000 × 0.005), round(1,250 × 0.005)
        assert (board["demands"], board["demands_resolved"], board["reception_days"]) == (255, 245, 6)
    for kill in kills:
        kill.check()
