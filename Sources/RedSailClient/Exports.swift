// One import is enough for a user of the SDK: its functions take and return the messages of the schema (RedSailAPI), their
// well-known types (ProtobufRuntime), and the options and errors of calls (RPCCore). Swift has no other way to pass a
// module's declarations on; swift-nio's `NIO` module does the same with its parts.
@_exported public import ProtobufRuntime
@_exported public import RPCCore
@_exported public import RedSailAPI
