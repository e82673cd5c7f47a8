"""The command line: what it says when something is wrong, and calls of all kinds."""

import concurrent.futures
import importlib
import json
import shutil
import subprocess
import sys

import grpc
import pytest
from grpc_reflection.v1alpha import reflection

from city_api import NAME

MISSING = f"{NAME}/tickets/none"
CHINESE = {"LC_ALL": "zh_CN.UTF-8"}


def complaint(completed):
    """The one line on standard error; nothing is on standard output."""
    assert completed.stdout == ""
    lines = completed.stderr.splitlines()
    assert len(lines) == 1 and lines[0].startswith("redsail: "), completed.stderr
    return lines[0].removeprefix("redsail: ")


@pytest.mark.parametrize(
    ("arguments", "status", "nearest"),
    [
        (["serv"], 64, "serve"),
        (["scorebord"], 64, "scoreboard"),
        (["call", "--target", "{target}", "TicketService/GetTickett", "{{}}"], 12, "GetTicket"),
        (["call", "--target", "{target}", "redsail.v1.TicketService/getticket", "{{}}"], 12, "GetTicket"),
        (["call", "--target", "{target}", "TicketServce/GetTicket", "{{}}"], 12, "TicketService"),
        (["call", "--target", "{target}", "redsail.v1.FirmServices/GetFirm", "{{}}"], 12, "redsail.v1.FirmService"),
    ],
)
def test_unknown_words_suggest_the_nearest(server, redsail, arguments, status, nearest):
    completed = redsail(*[argument.format(target=server.target) for argument in arguments])
    assert completed.returncode == status
    assert f"did you mean '{nearest}'?" in complaint(completed)


def test_a_word_like_no_command_is_told_the_commands(redsail):
    completed = redsail("xyzzy")
    assert completed.returncode == 64
    assert "'xyzzy'" in complaint(completed) and "did you mean" not in completed.stderr
    assert all(command in completed.stderr for command in ("serve", "demo", "scoreboard", "call"))


def test_errors_are_one_line_with_code_and_field(demonstration, redsail):
    def call(method, request, *arguments, **keywords):
        completed = redsail("call", "--target", demonstration.target, method, request, *arguments, **keywords)
        return completed.returncode, complaint(completed)

    status, line = call("TicketService/GetTicket", json.dumps({"name": MISSING}))
    assert status == grpc.StatusCode.NOT_FOUND.value[0] and line.startswith("NOT_FOUND: ") and MISSING in line

    status, line = call("TicketService/GetTicket", '{"name": "nix"}')
    assert status == grpc.StatusCode.INVALID_ARGUMENT.value[0]
    assert line.startswith("INVALID_ARGUMENT: ") and "name: expected cities/{city}/tickets/{ticket}" in line
    assert line.count("expected") == 1, f"said twice: {line}"

    # Several fields at once: each is named.
    status, line = call(
        "TicketService/ListTickets", json.dumps({"parent": "cities/x", "pageSize": -1, "filter": "nonsense = 1"})
    )
    assert status == 3 and "parent: " in line and "page_size: " in line

    status, line = call("DivisionService/CreateCity", json.dumps({"cityId": "370800", "city": {"displayName": "济宁"}}))
    assert status == 3 and "request_id: " in line
    request = {"cityId": "370800", "city": {"displayName": "济宁"}, "requestId": "5b1c1f0e-41d2-4a0e-9a54-0e6f5d6f8a11"}
    status, line = call("DivisionService/CreateCity", json.dumps(request))
    assert status == grpc.StatusCode.ALREADY_EXISTS.value[0] and line.startswith("ALREADY_EXISTS: ")

    # What never reaches the server says where the JSON is wrong.
    status, line = call("TicketService/GetTicket", '{"nam": "nix"}')
    assert status == 64 and '1:2' in line and '"nam"' in line
    status, line = call("TicketService/GetTicket", '{"name": 7}')
    assert status == 64 and "name" in line and "1:" in line
    assert call("TicketService", "{}")[0] == 64


def test_an_absent_server_is_unavailable(redsail):
    completed = redsail("call", "--target", "127.0.0.1:1", "TicketService/GetTicket", "{}")
    assert completed.returncode == grpc.StatusCode.UNAVAILABLE.value[0]
    assert complaint(completed).startswith("UNAVAILABLE: ") and "127.0.0.1:1" in completed.stderr


@pytest.mark.parametrize("chosen", ["option", "locale"])
def test_chinese(demonstration, redsail, chosen):
    def run(*arguments):
        option = ["--lang", "zh"] if chosen == "option" else []
        return redsail(*arguments, *option, env=CHINESE if chosen == "locale" else {})

    table = run("scoreboard", "--target", demonstration.target)
    assert table.returncode == 0
    assert table.stdout.splitlines()[0].split() == ["行", "指标", "报道", "公布", "区间", "计算", "相符"]
    missing = run("call", "--target", demonstration.target, "TicketService/GetTicket", json.dumps({"name": MISSING}))
    assert missing.returncode == 5 and "不存在" in complaint(missing)
    unlike = run("scoreboard", "--target", demonstration.target, "--as-of", "2024-12-31")
    assert unlike.returncode == 1 and "并非所有指标都与报道相符" in unlike.stderr


def test_english_wins_over_the_locale(demonstration, redsail):
    table = redsail("scoreboard", "--target", demonstration.target, "--lang", "en", env=CHINESE)
    assert table.stdout.split()[0] == "row"


def test_unary_and_import(demonstration, redsail):
    def entry(number):
        return {
            "ticketId": f"imported-{number}", "requestId": f"0d9d7c5e-2f0b-4c41-8a55-{number:012x}",
            "ticket": {
                "division": f"{NAME}/divisions/370811012001", "title": "路面积水", "source": "SOURCE_VISIT",
            },
        }

    lines = [{"parent": NAME, "requests": [entry(1), entry(2)]}, {"requests": [entry(3)]}]
    text = "\n".join(map(json.dumps, lines)) + "\n\n"
    for already_there in (False, True):
        imported = redsail(
            "call", "--target", demonstration.target, "TicketService/ImportTickets", "-", input=text
        )
        assert imported.returncode == 0, imported.stderr
        [answer] = map(json.loads, imported.stdout.splitlines())
        assert answer["receivedCount"] == 3
        assert answer.get("presentCount", 0) == (3 if already_there else 0)
        assert [result["receipt"]["name"] for result in answer["results"]] == [
            f"{NAME}/tickets/imported-{number}" for number in (1, 2, 3)
        ]
    got = redsail(
        "call", "--target", demonstration.target, "redsail.v1.TicketService/GetTicket",
        json.dumps({"name": f"{NAME}/tickets/imported-3"}),
    )
    assert got.returncode == 0 and json.loads(got.stdout)["title"] == "路面积水"
    # A method that takes one request gets one.
    two = redsail(
        "call", "--target", demonstration.target, "TicketService/GetTicket", "-", input='{"name": "a"}\n{"name": "b"}\n'
    )
    assert two.returncode != 0 and "one request, got 2" in complaint(two)


def test_a_stream_is_printed_as_it_comes(demonstration, city, redsail):
    watch = redsail.start(
        "call", "--target", demonstration.target, "ChangeFeedService/WatchChanges",
        json.dumps({"parent": NAME, "kinds": ["redsail/City"]}), "--timeout", "10", stdout=subprocess.PIPE,
    )
    first = json.loads(watch.stdout.readline())
    assert [change["kind"] for change in first["changes"]] == ["KIND_CREATED"]
    # The line was there while the call went on, or what happens now comes too late for it.
    city(demonstration).call(
        "division", "UpdateCity", city={"name": NAME, "display_name": "济宁"}, update_mask={"paths": ["display_name"]}
    )
    second = watch.stdout.readline()
    assert "KIND_UPDATED" in second, "the lines came only with the end of the call"
    watch.kill()
    watch.wait()
    watch.stdout.close()


def test_a_streams_timeout(demonstration, redsail):
    watched = redsail(
        "call", "--target", demonstration.target, "ChangeFeedService/WatchChanges",
        json.dumps({"parent": NAME, "kinds": ["redsail/City"]}), "--timeout", "2",
    )
    assert watched.returncode == grpc.StatusCode.DEADLINE_EXCEEDED.value[0]
    assert [json.loads(line)["changes"][0]["name"] for line in watched.stdout.splitlines()] == [NAME]
    assert watched.stderr.startswith("redsail: DEADLINE_EXCEEDED: ") and watched.stderr.count("\n") == 1


PARROT = """
syntax = "proto3";
package tests.parrot.v1;
message Word { string text = 1; repeated int64 counts = 2; map<string, Word> inner = 3; }
service Parrot {
  rpc Say(Word) returns (Word);
  rpc SayAll(stream Word) returns (Word);
  rpc Repeat(Word) returns (stream Word);
  rpc Talk(stream Word) returns (stream Word);
}
"""


@pytest.fixture(scope="module")
def parrot(tmp_path_factory):
    """A server by grpcio of a service that RedSail has never heard of, with reflection; its address."""
    directory = tmp_path_factory.mktemp("parrot")
    (directory / "parrot.proto").write_text(PARROT)
    subprocess.run(
        [sys.executable, "-m", "grpc_tools.protoc", f"-I{directory}", f"--python_out={directory}",
         f"--grpc_python_out={directory}", "parrot.proto"], check=True,
    )
    sys.path.insert(0, str(directory))
    messages, services = map(importlib.import_module, ("parrot_pb2", "parrot_pb2_grpc"))

    class Parrot(services.ParrotServicer):
        def Say(self, request, context):
            if not request.text:
                context.abort(grpc.StatusCode.FAILED_PRECONDITION, "nothing to say")
            return request

        def SayAll(self, requests, context):
            return messages.Word(text=" ".join(request.text for request in requests))

        def Repeat(self, request, context):
            for count in request.counts:
                yield messages.Word(text=request.text, counts=[count])

        def Talk(self, requests, context):
            for request in requests:
                yield messages.Word(text=request.text.upper())

    server = grpc.server(concurrent.futures.ThreadPoolExecutor(4))
    services.add_ParrotServicer_to_server(Parrot(), server)
    names = (messages.DESCRIPTOR.services_by_name["Parrot"].full_name, reflection.SERVICE_NAME)
    reflection.enable_server_reflection(names, server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    yield f"127.0.0.1:{port}"
    server.stop(None)


def test_a_service_known_by_reflection_only(parrot, redsail):
    def call(method, request, **keywords):
        return redsail("call", "--target", parrot, method, request, **keywords)

    word = {"text": "红帆", "counts": ["9007199254740993", "-1"], "inner": {"a": {"text": "\u0000"}}}
    said = call("tests.parrot.v1.Parrot/Say", json.dumps(word))
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout) == word
    assert json.loads(call("Parrot/Say", '{"text": "short"}').stdout) == {"text": "short"}
    repeated = call("Parrot/Repeat", '{"text": "x", "counts": [1, 2, 3]}')
    assert [json.loads(line)["counts"] for line in repeated.stdout.splitlines()] == [["1"], ["2"], ["3"]]
    lines = '{"text": "a"}\n{"text": "b"}\n'
    assert json.loads(call("Parrot/SayAll", "-", input=lines).stdout) == {"text": "a b"}
    assert call("Parrot/Talk", "-", input=lines).stdout == '{"text":"A"}\n{"text":"B"}\n'

    refused = call("Parrot/Say", "{}")
    assert refused.returncode == grpc.StatusCode.FAILED_PRECONDITION.value[0]
    assert complaint(refused) == "FAILED_PRECONDITION: nothing to say"
    assert "did you mean 'Repeat'?" in complaint(call("Parrot/Repeet", "{}"))
    assert "did you mean 'Parrot'?" in complaint(call("Parot/Say", "{}"))
    assert '"txt"' in complaint(call("Parrot/Say", '{"txt": ""}'))


@pytest.mark.parametrize("address", ["0.0.0.0:0", "[::]:0", "192.0.2.1:0", "example.invalid:0"])
def test_plaintext_beyond_loopback_is_refused(redsail, tmp_path, address):
    refused = redsail("serve", "--listen", address, "--data", tmp_path / "data", timeout=20)
    assert refused.returncode == 64 and refused.stdout == ""
    assert "plaintext" in refused.stderr and "--insecure" in refused.stderr
    assert not (tmp_path / "data").exists()


def test_insecure_permits_it(redsail, tmp_path):
    served = redsail.start(
        "serve", "--listen", "0.0.0.0:0", "--data", tmp_path / "data", "--insecure",
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )
    # Read from a pipe while the server runs: it is flushed.
    ready, address = served.stdout.readline().split()
    assert (ready, address.rpartition(":")[0]) == ("ready", "0.0.0.0")
    port = address.rpartition(":")[2]
    assert redsail("call", "--target", f"127.0.0.1:{port}", "DivisionService/ListCities").stdout == "{}\n"
    served.terminate()
    assert served.wait(timeout=60) == 0
    assert served.stdout.read() == ""
    served.stdout.close()


@pytest.mark.parametrize("address", ["nonsense", "127.0.0.1", "127.0.0.1:99999", "127.0.0.1:-1", ":0", "127.0.0.1:http"])
def test_bad_listen_address(redsail, tmp_path, address):
    refused = redsail("serve", f"--listen={address}", "--data", tmp_path / "data", timeout=20)
    assert refused.returncode == 64
    line = complaint(refused)
    assert "--listen" in line and f"'{address}'" in line and "HOST:PORT" in line
    assert not (tmp_path / "data").exists()


def test_address_in_use(server, redsail, tmp_path):
    refused = redsail("serve", "--listen", server.target, "--data", tmp_path / "other", timeout=20)
    assert refused.returncode == 1 and refused.stdout == ""
    [line] = [line for line in refused.stderr.splitlines() if line.startswith("redsail: ")]
    assert server.target in line and "in use" in line


@pytest.mark.parametrize("scale", ["0", "0.0049", "1.01", "2", "-0.5", "half", "1e-2", "0.02.0"])
def test_bad_scale(server, redsail, scale):
    refused = redsail("demo", "--target", server.target, f"--scale={scale}")
    assert refused.returncode == 64
    line = complaint(refused)
    assert "--scale" in line and f"'{scale}'" in line and "0.005" in line
    assert redsail("call", "--target", server.target, "DivisionService/ListCities").stdout == "{}\n"


def test_help_tells_the_defaults_readably(redsail):
    told = redsail("help", "demo")
    assert told.returncode == 0 and "DemonstrationScale(" not in told.stdout
    assert "0.005 to 1. Default: 1." in " ".join(told.stdout.split())


def test_a_directory_that_cannot_be_made(redsail, tmp_path):
    (tmp_path / "file").write_text("")
    refused = redsail("serve", "--listen", "127.0.0.1:0", "--data", tmp_path / "file" / "data")
    assert refused.returncode == 1
    line = complaint(refused)
    assert str(tmp_path / "file" / "data") in line and "NSCocoaErrorDomain" not in line


def test_logs_hold_no_personal_data(start_server, demonstration_directory, city, tmp_path):
    data = shutil.copytree(demonstration_directory, tmp_path / "data")
    server = start_server(data, arguments=["--log-level", "trace"])
    jining = city(server)
    phone, name, identity, address = "13864201357", "欧阳慕容", "370811199003077716", "幸福里小区9号楼3单元1702室"
    caller = {"personal_name": name, "phone": phone, "id_number": identity, "address": address}
    ticket = {"division": f"{NAME}/divisions/370811012001", "title": "电梯异响", "source": 3}

    def refused(method, **fields):
        with pytest.raises(grpc.RpcError) as error:
            jining.call("ticket", method, **fields)
        return error.value.code()

    created = jining.call("ticket", "CreateTicket", parent=NAME, ticket=ticket, caller=caller)
    masked = jining.call("ticket", "GetTicketCaller", name=f"{created.name}/caller")
    assert masked.masked and masked.phone == "138****1357"
    jining.call("ticket", "BatchCreateTickets", parent=NAME, requests=[
        jining.request("ticket", "CreateTicket", ticket=ticket, caller=caller)
    ])
    # Refusals too: personal data where they do not belong, such as are none, and those that someone searches by.
    for fields in (
        {"ticket": {**ticket, "title": f"请联系{phone}"}},
        {"ticket": {**ticket, "content": f"身份证{identity}"}},
        {"ticket": ticket, "caller": {**caller, "phone": phone + "x" * 300}},
        {"ticket": ticket, "caller": {**caller, "personal_name": name * 100}},
    ):
        assert refused("CreateTicket", parent=NAME, **fields) == grpc.StatusCode.INVALID_ARGUMENT
    for filter in (f'caller.phone = "{phone}"', f"phone = {phone}", f'"{name}"', name, phone):
        assert refused("ListTickets", parent=NAME, filter=filter) == grpc.StatusCode.INVALID_ARGUMENT
    assert refused("GetTicket", name=f"{NAME}/tickets/{phone}") == grpc.StatusCode.NOT_FOUND
    assert server.stop() == 0

    log = (data / "serve.log").read_text()
    assert log.count("redsail.v1.TicketService/CreateTicket") >= 4, "the log tells of the calls"
    found = [line for line in log.splitlines() if any(secret in line for secret in (phone, name, identity, address))]
    assert not found
