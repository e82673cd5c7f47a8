/// Nothing came from the server in the time that it had to answer a PING.
struct KeepaliveTimeout: Error, CustomStringConvertible {
  var description: String { "the server did not answer a keepalive PING in time" }
}
