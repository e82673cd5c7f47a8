/// The server accepted the connection but did not send its settings in time.
struct HandshakeTimeout: Error, CustomStringConvertible {
  var description: String { "the server did not send its HTTP/2 settings in time" }
}
