"""RedSail's own rules for the redsail.* schemas, checked on a descriptor set with source info (the only argument).

* Every method has a whole authorisation rule, whose resource and request fields exist.
* A response is <Method>Response or a resource; lists are paged.
* Whatever changes something is safe to repeat: a request_id, or entries that have one each.
* Numbers that mean the same everywhere do; references name kinds of resources that exist.
* No field with personal data is within reach of the change feed.
* Every file has the options for Java and Go; every comment carries the Chinese term.
"""

import re
import sys

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

CHINESE = re.compile("[\u4e00-\u9fff]")
EXTENSIONS = range(50_000, 100_000)
FEED = "redsail.v1.Change"
HEADER = {
    "name": 1,
    "etag": 2,
    "create_time": 3,
    "update_time": 4,
    "delete_time": 5,
    "event_time": 6,
    "backfilled": 7,
    "external_ids": 8,
    "division": 9,
    "display_name": 10,
    "title": 10,
    "valid_from": 11,
    "valid_to": 12,
}
HISTORY = "redsail/TicketEvent"  # A line of a history, not a record: it has numbers of its own.
PERSONAL = {"DATA_CLASS_PERSONAL", "DATA_CLASS_SENSITIVE"}
READING = {"VERB_GET", "VERB_LIST", "VERB_EXPORT", "VERB_WATCH", "VERB_REPORT"}
REMOVING = {"VERB_DELETE", "VERB_UNDELETE"}


class Schemas:
    """The redsail.* part of a descriptor set, with all options readable."""

    def __init__(self, path):
        image = descriptor_pb2.FileDescriptorSet()
        with open(path, "rb") as file:
            image.ParseFromString(file.read())
        self.pool = descriptor_pool.DescriptorPool()
        for file in image.file:
            self.pool.AddSerializedFile(file.SerializeToString())
        self.protos = [file for file in image.file if file.package.startswith("redsail.")]
        self.files = [self.pool.FindFileByName(file.name) for file in self.protos]
        self.problems = []

    def option(self, element, name):
        """An extension's value among an element's options; None where it is not set."""
        extension = self.pool.FindExtensionByName(name)
        options = message_factory.GetMessageClass(extension.containing_type)
        parsed = options.FromString(element.GetOptions().SerializeToString())
        if extension.is_repeated:
            return list(parsed.Extensions[extension])
        return parsed.Extensions[extension] if parsed.HasExtension(extension) else None

    def report(self, where, problem):
        self.problems.append(f"{where}: {problem}")

    def messages(self):
        """Every message, nested ones too."""
        waiting = [message for file in self.files for message in file.message_types_by_name.values()]
        while waiting:
            message = waiting.pop()
            waiting.extend(message.nested_types)
            yield message

    def methods(self):
        for file in self.files:
            for service in file.services_by_name.values():
                yield from service.methods

    def resource(self, message):
        return self.option(message, "google.api.resource")


def value_name(message, field):
    """The name of an enum field's value."""
    number = getattr(message, field)
    return message.DESCRIPTOR.fields_by_name[field].enum_type.values_by_number[number].name


def has_path(message, path):
    """Whether a dotted path of fields exists, through repeated fields too."""
    for part in path.split("."):
        field = message.fields_by_name.get(part) if message else None
        if field is None:
            return False
        message = field.message_type
    return True


def check_rule(schemas, method, kinds):
    where = method.full_name
    rule = schemas.option(method, "redsail.v1.authorization")
    if rule is None:
        schemas.report(where, "no authorisation rule; set (redsail.v1.authorization)")
        return
    verb = value_name(rule, "verb")
    if rule.verb == 0:
        schemas.report(where, "the authorisation rule has no verb")
    if rule.resource not in kinds:
        schemas.report(where, f'the authorisation rule names "{rule.resource}", which is no kind of resource here')
    if bool(rule.action) != (verb == "VERB_ACT"):
        schemas.report(where, "an action is named for VERB_ACT and for no other verb")
    if rule.reads == 0:
        schemas.report(where, "the authorisation rule does not say which class of data it reads")
    if rule.writes == 0 and verb not in READING | REMOVING:
        schemas.report(where, "the authorisation rule does not say which class of data it writes")
    for path in rule.scope_fields:
        if not has_path(method.input_type, path):
            schemas.report(where, f'scope field "{path}" is not in {method.input_type.name}')
    idempotency = method.GetOptions().idempotency_level
    expected = descriptor_pb2.MethodOptions.NO_SIDE_EFFECTS if verb in READING else descriptor_pb2.MethodOptions.IDEMPOTENT
    if idempotency != expected:
        schemas.report(where, "idempotency_level is NO_SIDE_EFFECTS where the verb reads, else IDEMPOTENT")
    if verb not in READING and not is_repeatable(schemas, method.input_type):
        schemas.report(where, f"{method.input_type.name} has no required request_id in the format UUID4")


def is_repeatable(schemas, request):
    """Whether a request, or each of its entries, has a request_id as it should be."""
    field = request.fields_by_name.get("request_id")
    if field is None:
        return any((entry.is_repeated or entry.containing_oneof) and entry.message_type
                   and is_repeatable(schemas, entry.message_type)
                   for entry in request.fields if entry.message_type != request)
    info = schemas.option(field, "google.api.field_info")
    behaviour = schemas.option(field, "google.api.field_behavior")
    required = schemas.pool.FindEnumTypeByName("google.api.FieldBehavior").values_by_name["REQUIRED"].number
    return info is not None and value_name(info, "format") == "UUID4" and required in behaviour


def check_shape(schemas, method):
    where, response = method.full_name, method.output_type
    if response.name != f"{method.name}Response" and schemas.resource(response) is None:
        schemas.report(where, f"{response.name} is neither {method.name}Response nor a resource")
    request = method.input_type
    if method.name.startswith("List") and "cursor" not in request.fields_by_name:
        for message, field in ((request, "page_size"), (request, "page_token"), (response, "next_page_token")):
            if field not in message.fields_by_name:
                schemas.report(where, f"{message.name} has no {field}")


def check_message(schemas, message, kinds):
    kind = schemas.resource(message)
    for field in message.fields:
        where = field.full_name
        if kind is not None and kind.type != HISTORY:
            number = HEADER.get(field.name, field.number)
            if field.number != number:
                schemas.report(where, f"in a resource this field has number {number}, not {field.number}")
            if field.number in HEADER.values() and field.name not in HEADER and field.number < 9:
                schemas.report(where, f"number {field.number} is kept for the same field in every resource")
        reference = schemas.option(field, "google.api.resource_reference")
        if reference is not None and (name := reference.type or reference.child_type) not in kinds | {"*"}:
            schemas.report(where, f'the reference names "{name}", which is no kind of resource here')


def check_feed(schemas):
    """Personal data must not be within reach of the change feed."""
    waiting, seen = [schemas.pool.FindMessageTypeByName(FEED)], set()
    while waiting:
        message = waiting.pop()
        if message.full_name in seen:
            continue
        seen.add(message.full_name)
        for field in message.fields:
            rule = schemas.option(field, "redsail.v1.privacy")
            if rule is not None and value_name(rule, "data_class") in PERSONAL:
                schemas.report(field.full_name, f"personal data within reach of {FEED}; use a side message")
            if field.message_type:
                waiting.append(field.message_type)


def check_files(schemas):
    for file in schemas.protos:
        for option in ("java_package", "java_outer_classname", "java_multiple_files", "go_package"):
            if not file.options.HasField(option):
                schemas.report(file.name, f"option {option} is missing")
        for extension in file.extension:
            if extension.number not in EXTENSIONS:
                schemas.report(f"{file.name}: {extension.name}", "in-house extensions have numbers 50000 to 99999")
        for location in file.source_code_info.location:
            element = element_at(file, location.path)
            if element is None or element.name.endswith("_UNSPECIFIED"):
                continue
            if not CHINESE.search(location.leading_comments):
                schemas.report(f"{file.name}:{location.span[0] + 1}", f"the comment on {element.name} has no Chinese term")


def element_at(file, path):
    """The declaration at a source path, or None for parts of one."""
    element = file
    for number, index in zip(path[::2], path[1::2]):
        field = element.DESCRIPTOR.fields_by_number[number]
        if not field.is_repeated or field.message_type is None or "name" not in field.message_type.fields_by_name:
            return None
        element = getattr(element, field.name)[index]
    return element if path and len(path) % 2 == 0 else None


def main():
    schemas = Schemas(sys.argv[1])
    resources = [resource for message in schemas.messages() if (resource := schemas.resource(message)) is not None]
    kinds = {resource.type for resource in resources} | {"redsail/Change"}
    if len(kinds) != len(resources) + 1:
        schemas.report("resources", "two messages are the same kind of resource")
    for method in schemas.methods():
        check_rule(schemas, method, kinds)
        check_shape(schemas, method)
    for message in schemas.messages():
        check_message(schemas, message, kinds)
    check_feed(schemas)
    check_files(schemas)
    for problem in schemas.problems:
        print(f"proto-rules: {problem}", file=sys.stderr)
    sys.exit(1 if schemas.problems else 0)


if __name__ == "__main__":
    main()
