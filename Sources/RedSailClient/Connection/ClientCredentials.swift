/// How a client and its server recognise each other, and whether others can read what they say.
public enum ClientCredentials: Sendable {
  /// Neither: anyone on the way can read and change everything. For a server on the same machine.
  case plaintext
}
