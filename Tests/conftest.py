"""What the Python suites share: the redsail binary, servers as processes of their own, and stubs made by grpcio-tools.

`REDSAIL_BINARY` names another binary than `.build/release/redsail`.
"""

import importlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys

import grpc
import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = os.environ.get("REDSAIL_BINARY", str(ROOT / ".build/release/redsail"))


class Server:
    """A `redsail serve` on a data directory."""

    def __init__(self, data, port=0, arguments=()):
        self.data = pathlib.Path(data)
        self.data.mkdir(parents=True, exist_ok=True)
        self._log = open(self.data / "serve.log", "ab")
        self.process = subprocess.Popen(
            [BINARY, "serve", "--listen", f"127.0.0.1:{port}", "--data", str(self.data), *arguments],
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
        )
        line = self.process.stdout.readline().split()
        if len(line) != 2 or line[0] != "ready":
            self.process.wait()
            raise RuntimeError(f"the server did not start: {(self.data / 'serve.log').read_text()[-2000:]}")
        self.target = line[1]
        self.port = int(self.target.rsplit(":", 1)[1])

    def channel(self, *options):
        return grpc.insecure_channel(self.target, options=list(options))

    def peak_memory_kib(self):
        """The process's peak resident memory so far, from the kernel."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
        raise RuntimeError("the kernel tells no VmHWM")

    def stop(self):
        """Drains as an operator would; returns the exit status."""
        return self._end(signal.SIGTERM)

    def kill(self):
        """Ends the process at once, as a crash would."""
        return self._end(signal.SIGKILL)

    def _end(self, number):
        if self.process.poll() is None:
            self.process.send_signal(number)
        status = self.process.wait(timeout=60)
        self.process.stdout.close()
        self._log.close()
        return status


@pytest.fixture
def start_server():
    """Starts servers; what still runs at the end of the test is killed."""
    servers = []

    def start(data, port=0, arguments=()):
        servers.append(Server(data, port, arguments))
        return servers[-1]

    yield start
    for server in servers:
        if server.process.poll() is None:
            server.kill()


@pytest.fixture
def server(start_server, tmp_path):
    """A server on an empty database."""
    return start_server(tmp_path / "data")


@pytest.fixture(scope="module")
def module_server(tmp_path_factory):
    """One server on a database that all tests of a module share."""
    running = Server(tmp_path_factory.mktemp("shared") / "data")
    yield running
    if running.process.poll() is None:
        running.kill()


@pytest.fixture(scope="session")
def redsail():
    """Runs the command line tool: `redsail("scoreboard", "--target", …)`; returns the completed process.

    `redsail.start(…)` starts it in the background and returns the process.
    """

    def keywords(given):
        return {"text": True, **given, "env": {**os.environ, "LC_ALL": "C.UTF-8", **given.get("env", {})}}

    def run(*arguments, **given):
        given.setdefault("timeout", 120)
        return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, **keywords(given))

    def start(*arguments, **given):
        return subprocess.Popen([BINARY, *map(str, arguments)], **keywords(given))

    run.start = start
    return run


@pytest.fixture(scope="session")
def stubs(tmp_path_factory):
    """Imports a module that grpcio-tools made of the schemas: `stubs("redsail.v1.ticket_service_pb2_grpc")`."""
    out = tmp_path_factory.mktemp("stubs")
    schemas = sorted(str(path.relative_to(ROOT / "proto")) for path in (ROOT / "proto/redsail").rglob("*.proto"))
    import grpc_tools
    import google.api

    standard = pathlib.Path(grpc_tools.__file__).parent / "_proto"
    googleapis = pathlib.Path(list(google.api.__path__)[0]).parent.parent
    subprocess.run(
        [sys.executable, "-m", "grpc_tools.protoc", f"-I{ROOT / 'proto'}", f"-I{googleapis}", f"-I{standard}",
         f"--python_out={out}", f"--grpc_python_out={out}", *schemas],
        check=True,
    )
    sys.path.insert(0, str(out))
    return importlib.import_module


@pytest.fixture(scope="session")
def demonstration_directory(tmp_path_factory, redsail):
    """The directory of a demonstration at 0.02, played once; its server is stopped. Copy it, do not change it."""
    server = Server(tmp_path_factory.mktemp("demonstration") / "data")
    played = redsail("demo", "--target", server.target, "--scale", "0.02")
    assert server.stop() == 0
    assert played.returncode == 0, played.stderr
    return server.data


@pytest.fixture
def demonstration(demonstration_directory, start_server, tmp_path):
    """A server on a demonstration at 0.02 of its own."""
    return start_server(shutil.copytree(demonstration_directory, tmp_path / "demonstration"))
