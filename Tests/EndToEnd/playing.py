"""Plays the demonstration in the background, and stops the server at a chosen point of it."""

import json
import subprocess
import time


class Play:
    """A `redsail demo` under way, with what it has been told."""

    def __init__(self, redsail, server, scale, directory):
        self._acknowledgements = directory / "acknowledged"
        self._acknowledgements.unlink(missing_ok=True)
        self._errors = open(directory / "demo.log", "w+")
        self.process = redsail.start(
            "demo", "--target", server.target, "--scale", scale, "--json", "--acknowledged", self._acknowledgements,
            stdout=subprocess.PIPE, stderr=self._errors,
        )

    def wait_for(self, count):
        """Returns when so many writes are acknowledged; fails if the demonstration ends before."""
        seen, tail = 0, None
        while seen < count:
            ended = self.process.poll() is not None
            if tail is None and self._acknowledgements.exists():
                tail = open(self._acknowledgements, "rb")
            seen += tail.read().count(b"\n") if tail else 0
            assert seen >= count or not ended, f"the demonstration ended after {seen} acknowledged writes of {count}"
            if seen < count:
                time.sleep(0.002)
        if tail:
            tail.close()

    def finish(self):
        """Waits for the end; the exit status, standard output and the last line on standard error."""
        out, _ = self.process.communicate(timeout=60)
        self._errors.seek(0)
        lines = self._errors.read().splitlines()
        self._errors.close()
        complaints = [line for line in lines if line.startswith("redsail:")]
        assert complaints in ([], lines[-1:]), f"more than one line of complaint: {complaints}"
        return self.process.returncode, out, complaints[0] if complaints else ""

    def acknowledged(self):
        """The (name, etag) pairs of the acknowledged writes, in order."""
        if not self._acknowledgements.exists():
            return []
        return [tuple(line.split(" ")) for line in self._acknowledgements.read_text().splitlines()]


def play(redsail, server, scale, *arguments):
    """Plays to the end; the scoreboard's rows by key."""
    played = redsail("demo", "--target", server.target, "--scale", scale, "--json", *arguments)
    assert played.returncode == 0, played.stderr[-500:]
    return rows(played.stdout)


def rows(text):
    """The rows of a scoreboard's JSON, by key."""
    return {row["key"]: row for row in json.loads(text)["rows"]}


def computed(rows):
    """The computed figures of rows, by key."""
    return {key: row["computed"] for key, row in rows.items()}
