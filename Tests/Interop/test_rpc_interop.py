"""gRPC's interoperability cases between our client and server and those of grpcio and grpc C++, in plaintext and TLS."""

import contextlib
import os
import pathlib
import signal
import subprocess

import grpc
import grpc_testing
import grpc_testing_cases
import grpc_testing_server
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase

PRODUCTS = pathlib.Path(os.environ.get("REDSAIL_BINARY", ".build/release/redsail")).resolve().parent
BINARY = PRODUCTS / "rpc-interop"
SERVER_NAME = "interop.test"
CASES = """
empty_unary large_unary client_compressed_unary server_compressed_unary client_streaming client_compressed_streaming
server_streaming server_compressed_streaming ping_pong empty_stream custom_metadata status_code_and_message
special_status_message unimplemented_method unimplemented_service cancel_after_begin cancel_after_first_response
timeout_on_sleeping_server rpc_soak channel_soak
""".split()

each_case = pytest.mark.parametrize("case", CASES)


class Certificates:
    """An authority, and a server's certificate of it for a name that is no host's."""

    def __init__(self, folder):
        self.authority, self.certificate, self.key = (folder / name for name in ("ca.pem", "server.pem", "server.key"))
        authority_key = folder / "ca.key"
        new = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
        subprocess.run(
            [*new, "-subj", "/CN=interop authority", "-keyout", authority_key, "-out", self.authority],
            check=True, capture_output=True,
        )
        subprocess.run(
            [*new, "-subj", f"/CN={SERVER_NAME}", "-addext", f"subjectAltName=DNS:{SERVER_NAME}",
             "-addext", "basicConstraints=critical,CA:FALSE", "-CA", self.authority, "-CAkey", authority_key,
             "-keyout", self.key, "-out", self.certificate],
            check=True, capture_output=True,
        )

    @property
    def server_arguments(self):
        return ["--tls-certificate", self.certificate, "--tls-key", self.key]

    @property
    def client_arguments(self):
        return ["--ca", self.authority, "--server-name", SERVER_NAME]


@pytest.fixture(scope="module", params=["plaintext", "TLS"])
def certificates(request, tmp_path_factory):
    """None for plaintext."""
    return Certificates(tmp_path_factory.mktemp("certificates")) if request.param == "TLS" else None


@contextlib.contextmanager
def serving(command):
    """A server that says where it is ready."""
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True)
    try:
        word, target = process.stdout.readline().split()
        assert word == "ready"
        yield target
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 0
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture(scope="module")
def our_server(certificates):
    """Where our server is ready."""
    with serving([BINARY, "server", "--listen", "127.0.0.1:0",
                  *(certificates.server_arguments if certificates else [])]) as target:
        yield target


@pytest.fixture(scope="module")
def python_server(certificates):
    """Where grpcio's server is ready."""
    credentials = None
    if certificates:
        pair = (certificates.key.read_bytes(), certificates.certificate.read_bytes())
        credentials = grpc.ssl_server_credentials([pair])
    server, port = grpc_testing_server.start(credentials)
    yield f"localhost:{port}"
    server.stop(None).wait()


def play(client, target, case, certificates):
    """Plays a case with a client that is a program."""
    arguments = ["--target", target, "--case", case, *(certificates.client_arguments if certificates else [])]
    played = subprocess.run([*client, *arguments], capture_output=True, text=True, timeout=120)
    assert played.returncode == 0, played.stderr
    assert played.stdout == f"{case} passed\n"


def test_the_client_lists_its_cases():
    listed = subprocess.run([BINARY, "list"], capture_output=True, text=True, check=True).stdout
    assert sorted(listed.split()) == sorted(CASES)


@each_case
def test_our_client_with_our_server(case, our_server, certificates):
    play([BINARY, "client"], our_server, case, certificates)


@each_case
def test_our_client_with_a_python_server(case, python_server, certificates):
    play([BINARY, "client"], python_server, case, certificates)


@pytest.fixture(scope="session")
def cpp():
    """The program of Tests/Interop/cpp, built where its sources have changed."""
    subprocess.run([pathlib.Path(__file__).parent / "cpp/build"], check=True, timeout=600)
    return pathlib.Path(__file__).resolve().parents[2] / ".build/interop-cpp/interop"


@pytest.fixture(scope="module")
def cpp_server(cpp, certificates):
    """Where grpc C++'s server is ready."""
    with serving([cpp, "server", *(certificates.server_arguments if certificates else [])]) as target:
        yield target


@each_case
def test_our_client_with_a_cpp_server(case, cpp_server, certificates):
    play([BINARY, "client"], cpp_server, case, certificates)


@each_case
def test_a_cpp_client_with_our_server(case, cpp, our_server, certificates):
    play([cpp, "client"], our_server, case, certificates)


@pytest.fixture
def connect(our_server, certificates):
    """Makes grpcio's channels to our server."""
    authority = certificates.authority.read_bytes() if certificates else None
    return lambda: grpc_testing.channel(our_server, authority, SERVER_NAME)


@each_case
def test_a_python_client_with_our_server(case, connect):
    getattr(grpc_testing_cases, case)(connect)


def test_our_server_tells_its_health_and_its_schema(connect):
    with connect() as channel:
        for service in ("", grpc_testing.SERVICE):
            request = health_pb2.HealthCheckRequest(service=service)
            assert health_pb2_grpc.HealthStub(channel).Check(request).status == health_pb2.HealthCheckResponse.SERVING
        database = ProtoReflectionDescriptorDatabase(channel)
        assert grpc_testing.SERVICE in database.get_services()
        assert "grpc.testing.UnimplementedService" not in database.get_services()
        file = database.FindFileContainingSymbol(f"{grpc_testing.SERVICE}.UnaryCall")
        assert file.name == "grpc/testing/test.proto"


@pytest.mark.parametrize("case, said", [
    ("status_code_and_message", "expected the status UNKNOWN, came UNAVAILABLE"),
    ("rpc_soak", "100 of 100 calls failed"),
])
def test_a_case_that_fails_says_why(case, said):
    """Nothing listens on this port."""
    played = subprocess.run(
        [BINARY, "client", "--target", "127.0.0.1:1", "--case", case], capture_output=True, text=True, timeout=120
    )
    assert played.returncode == 1
    assert played.stderr.startswith(f"rpc-interop: {case} failed: ") and said in played.stderr


@pytest.mark.parametrize("certificates", ["TLS"], indirect=True)
def test_our_client_trusts_no_other_authority(our_server, certificates, tmp_path):
    for arguments in (
        ["--ca", Certificates(tmp_path).authority, "--server-name", SERVER_NAME],
        ["--ca", certificates.authority, "--server-name", "another.test"],
    ):
        played = subprocess.run(
            [BINARY, "client", "--target", our_server, "--case", "empty_unary", *arguments],
            capture_output=True, text=True, timeout=120,
        )
        assert played.returncode == 1 and "UNAVAILABLE" in played.stderr
