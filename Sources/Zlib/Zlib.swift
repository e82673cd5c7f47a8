/// Compression of whole messages with the zlib library, without state between them.
public enum Zlib {}
