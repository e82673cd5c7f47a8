"""google.protobuf.BytesValue by hand: what the payloads of these tests look like on the wire."""


def encode(data: bytes) -> bytes:
    if not data:
        return b""
    length, prefix = len(data), b"\x0a"
    while length > 127:
        prefix += bytes([length & 127 | 128])
        length >>= 7
    return prefix + bytes([length]) + data


def decode(message: bytes) -> bytes:
    if not message:
        return b""
    assert message[0] == 0x0A, message[:8]
    size, shift, position = 0, 0, 1
    while True:
        byte = message[position]
        size |= (byte & 127) << shift
        position, shift = position + 1, shift + 7
        if byte < 128:
            break
    assert len(message) == position + size
    return message[position:]
