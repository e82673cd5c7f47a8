"""Another implementation of Protocol Buffers, for the tests to compare with.

    peer.py cases                     messages of every kind with edge values, as bytes and as JSON
    peer.py verify   < results        which of Swift's bytes and texts this implementation reads otherwise
    peer.py read-json < texts         what this implementation makes of JSON texts

All input and output is JSON; bytes are hexadecimal. Needs the packages protobuf and grpcio-tools.
"""

import json
import math
import pathlib
import sys
import tempfile

from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory
from google.protobuf import any_pb2, duration_pb2, empty_pb2, field_mask_pb2, struct_pb2, timestamp_pb2, wrappers_pb2
from grpc_tools import protoc
import grpc_tools

PACKAGE = "redsail.test.v1."
MODULES = [any_pb2, duration_pb2, empty_pb2, field_mask_pb2, struct_pb2, timestamp_pb2, wrappers_pb2]


def load_pool():
    protos = pathlib.Path(__file__).parent.parent / "Protos"
    include = pathlib.Path(grpc_tools.__file__).parent / "_proto"
    with tempfile.TemporaryDirectory() as directory:
        target = pathlib.Path(directory) / "set.binpb"
        arguments = ["protoc", f"-I{protos}", f"-I{include}", "--include_imports", f"--descriptor_set_out={target}"]
        if protoc.main(arguments + ["kinds.proto"]) != 0:
            sys.exit("protoc failed")
        files = descriptor_pb2.FileDescriptorSet.FromString(target.read_bytes())
    pool = descriptor_pool.DescriptorPool()
    for file in files.file:
        pool.Add(file)
    return pool, files


POOL, FILES = load_pool()


def make(name):
    full_name = name if "." in name else PACKAGE + name
    return message_factory.GetMessageClass(POOL.FindMessageTypeByName(full_name))()


INT32 = [0, 1, -1, 127, 128, 2**31 - 1, -(2**31)]
INT64 = [0, 1, -1, 2**53 + 1, 2**63 - 1, -(2**63)]
UINT32 = [0, 1, 127, 128, 2**32 - 1]
UINT64 = [0, 1, 2**53 + 1, 2**64 - 1]
FLOAT = [0.0, -0.0, 1.0, -1.5, 3.4028234663852886e38, 1.401298464324817e-45, 0.10000000149011612, 1e10, 16777216.0,
         math.inf, -math.inf, math.nan]
DOUBLE = [0.0, -0.0, 1.0, -1.5, 1.7976931348623157e308, 5e-324, 0.1, 1e21, 1e-7, 123456789012345680.0, math.inf,
          -math.inf, math.nan]
STRING = ["", "a", "fifteen bytes..", "sixteen bytes...", "漏水 三楼", "\0", "a\0b", "\U0001f6b0", "\u2028",
          "\"\\/\b\f\n\r\t\x01\x1f\x7f", "x" * 1000, "e\u0301"]
BYTES = [b"", b"\0", b"\xff", b"\xff\xfe", b"\xff\xfe\xfd", b"abc\0", bytes(range(256))]
KINDS = {
    "int32": INT32, "sint32": INT32, "sfixed32": INT32, "int64": INT64, "sint64": INT64, "sfixed64": INT64,
    "uint32": UINT32, "fixed32": UINT32, "uint64": UINT64, "fixed64": UINT64, "float": FLOAT, "double": DOUBLE,
    "bool": [False, True], "string": STRING, "bytes": BYTES,
}
COLOURS = [0, 1, 2, -1, 99, -(2**31)]


def kind_cases():
    for kind, values in KINDS.items():
        field = kind + "_field"
        for value in values:
            for name in ("Implicit", "Explicit", "Choice"):
                message = make(name)
                setattr(message, field, value)
                yield f"{name}.{field} = {value!r:.30}", message
        for name in ("Lists", "UnpackedLists"):
            if name == "UnpackedLists" and kind in ("string", "bytes"):
                continue
            for count in (1, 2, len(values), 300):
                message = make(name)
                getattr(message, field).extend((values * 300)[:count])
                yield f"{name}.{field} with {count}", message
    for number in COLOURS:
        for name in ("Implicit", "Explicit", "Choice"):
            message = make(name)
            message.colour = number
            yield f"{name}.colour = {number}", message
    for name in ("Lists", "UnpackedLists"):
        message = make(name)
        message.colour.extend(COLOURS)
        yield f"{name}.colour", message
    for name in ("Implicit", "Explicit", "Choice"):
        message = make(name)
        message.nested.SetInParent()
        yield f"{name}.nested, empty", message
        message.nested.nested.nested.string_field = "deep"
        yield f"{name}.nested, deep", message
    for count in (0, 1, 3, 300):
        message = make("Lists")
        for index in range(count):
            message.nested.add().int32_field = index
        yield f"Lists.nested with {count}", message
    message = make("Implicit")
    message.far_field = "far"
    yield "Implicit.far_field", message
    message = make("Choice")
    message.deeper.deeper.nothing = 0
    yield "Choice.deeper", message
    for name in ("Implicit", "Explicit", "Lists", "UnpackedLists", "Choice", "Maps", "WellKnown", "Nothing"):
        yield f"{name}, empty", make(name)
    message = make("Implicit")
    for _, other in list(kind_cases_of("Implicit")):
        message.MergeFrom(other)
    yield "Implicit, full", message


def kind_cases_of(name):
    for kind, values in KINDS.items():
        message = make(name)
        setattr(message, kind + "_field", values[1])
        yield kind, message


def map_cases():
    for kind in ("int32", "sint32", "sfixed32", "int64", "sint64", "sfixed64", "uint32", "fixed32", "uint64", "fixed64",
                 "bool"):
        message = make("Maps")
        for value in KINDS[kind]:
            getattr(message, kind + "_keys")[value] = value
        yield f"Maps.{kind}_keys", message
    for kind in ("float", "double", "string", "bytes"):
        message = make("Maps")
        for index, value in enumerate(KINDS[kind]):
            getattr(message, kind + "_values")[STRING[index % len(STRING)] + str(index)] = value
        yield f"Maps.{kind}_values", message
    message = make("Maps")
    for number in COLOURS:
        message.colour_values[str(number)] = number
    message.colour_values[""] = 0
    yield "Maps.colour_values", message
    message = make("Maps")
    message.nested_values["a"].SetInParent()
    message.nested_values["b"].nested.int64_field = -1
    yield "Maps.nested_values", message


def well_known_cases():
    def case(name, fill):
        message = make("WellKnown")
        fill(message)
        return f"WellKnown.{name}", message

    for seconds, nanos in [(0, 0), (1, 0), (-1, 999999999), (-62135596800, 0), (253402300799, 999999999),
                           (1735660800, 120000000), (1709164800, 1000), (951782400, 1), (-2203891200, 0)]:
        yield case(f"timestamp = {seconds} {nanos}",
                   lambda m: m.timestamp.MergeFrom(type(m.timestamp)(seconds=seconds, nanos=nanos)))
    for seconds, nanos in [(0, 0), (1, 500000000), (-1, -500000000), (0, -1), (315576000000, 0), (-315576000000, 0),
                           (3, 120000), (0, 1)]:
        yield case(f"duration = {seconds} {nanos}",
                   lambda m: m.duration.MergeFrom(type(m.duration)(seconds=seconds, nanos=nanos)))
    for paths in [[], ["a"], ["create_time", "a.b_c.d"]]:
        yield case(f"field_mask = {paths}", lambda m: m.field_mask.MergeFrom(type(m.field_mask)(paths=paths)))
    yield case("empty", lambda m: m.empty.SetInParent())
    for kind, values in KINDS.items():
        field = kind + "_value"
        if field in make("WellKnown").DESCRIPTOR.fields_by_name:
            for value in values:
                def fill(m):
                    getattr(m, field).SetInParent()
                    getattr(m, field).value = value
                yield case(f"{field} = {value!r:.30}", fill)
    for value in [None, 0, 1.5, -1e300, "", "text", True, False, [], {}, [1, [None, {"a": []}]], {"a": {"b": [False]}}]:
        text = json.dumps(value)
        yield case(f"value = {text}", lambda m: json_format.Parse(text, m.value))
        yield case(f"value_map = {text}", lambda m: json_format.Parse(text, m.value_map["k"]))
        yield case(f"values = {text}", lambda m: json_format.Parse(text, m.values.add()))
    yield case("list_value", lambda m: json_format.Parse('[1, "a", null, [true]]', m.list_value))
    yield case("struct", lambda m: json_format.Parse('{"a": null, "b": [{}], "c": "\\u0000"}', m.struct))
    yield case("list_value, empty", lambda m: m.list_value.SetInParent())
    yield case("struct, empty", lambda m: m.struct.SetInParent())
    yield case("timestamps", lambda m: [m.timestamps.add(seconds=s) for s in (0, 1)])

    def any_of(inner):
        return lambda m: m.any.Pack(inner, deterministic=True)

    implicit = make("Implicit")
    implicit.string_field = "inside"
    yield case("any of Implicit", any_of(implicit))
    stamp = make("google.protobuf.Timestamp")
    stamp.seconds = 1
    yield case("any of Timestamp", any_of(stamp))
    yield case("any of Empty", any_of(make("google.protobuf.Empty")))
    yield case("any of Value", any_of(json_format.Parse('{"a": 1}', make("google.protobuf.Value"))))
    yield case("any of Int64Value", any_of(json_format.Parse('"7"', make("google.protobuf.Int64Value"))))
    outer = make("WellKnown")
    outer.any.Pack(implicit)
    yield case("any of WellKnown with any", any_of(outer))
    yield case("anys", lambda m: [m.anys.add().Pack(x) for x in (implicit, stamp)])
    yield case("any, empty", lambda m: m.any.SetInParent())


def unknown_cases():
    for label, message in list(kind_cases()) + list(map_cases()):
        if "with" in label or "full" in label:
            nothing = make("Nothing")
            nothing.ParseFromString(message.SerializeToString(deterministic=True))
            yield f"Nothing from {label}", nothing


def all_cases():
    for generate in (kind_cases, map_cases, well_known_cases, unknown_cases):
        yield from generate()


def to_json(message):
    return json_format.MessageToJson(message, indent=None, descriptor_pool=POOL)


def cases():
    result = []
    for label, message in all_cases():
        result.append({
            "label": label, "type": message.DESCRIPTOR.full_name, "json": to_json(message),
            "bytes": message.SerializeToString(deterministic=True).hex(),
        })
    return result


def same(left, right):
    return left.SerializeToString(deterministic=True) == right.SerializeToString(deterministic=True)


def verify(results):
    failures = []
    for result in results:
        expected = make(result["type"])
        expected.ParseFromString(bytes.fromhex(result["expected"]))
        for key in ("bytes", "bytesFromJSON"):
            found = make(result["type"])
            try:
                found.ParseFromString(bytes.fromhex(result[key]))
            except Exception as error:
                failures.append(f'{result["label"]}: {key}: {error}')
                continue
            if key == "bytesFromJSON":
                # JSON has no unknown fields.
                expected.DiscardUnknownFields()
            if not same(found, expected):
                failures.append(f'{result["label"]}: {key}: {to_json(found):.200} is not {to_json(expected):.200}')
        try:
            found = json_format.Parse(result["json"], make(result["type"]), descriptor_pool=POOL)
            if not same(found, expected):
                failures.append(f'{result["label"]}: json: {result["json"]:.200} is not {to_json(expected):.200}')
            if json.loads(result["json"]) != json.loads(to_json(expected)) and "float" not in result["label"]:
                failures.append(f'{result["label"]}: text: {result["json"]:.200} is not {to_json(expected):.200}')
        except Exception as error:
            failures.append(f'{result["label"]}: json: {error}')
    return failures


def read_json(texts):
    results = []
    for text in texts:
        message = make(text["type"])
        try:
            json_format.Parse(text["json"], message, descriptor_pool=POOL)
            results.append(message.SerializeToString(deterministic=True).hex())
        except Exception:
            results.append(None)
    return results


def main():
    command = sys.argv[1]
    if command == "cases":
        result = cases()
    elif command == "verify":
        result = verify(json.load(sys.stdin))
    elif command == "read-json":
        result = read_json(json.load(sys.stdin))
    elif command == "file-descriptors":
        result = [file.SerializeToString().hex() for file in FILES.file]
    else:
        sys.exit(f"unknown command {command}")
    json.dump(result, sys.stdout)


main()
