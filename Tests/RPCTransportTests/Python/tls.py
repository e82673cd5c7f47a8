"""Shakes hands with a TLS server in several ways, by grpcio and by the ssl module; prints what came of it as JSON."""

import json
import socket
import ssl
import sys
import warnings

import grpc

import wire

target, authority, certificate, key = sys.argv[1:]
host, port = target.rsplit(":", 1)
results = {}
# Old versions are asked for on purpose.
warnings.simplefilter("ignore", DeprecationWarning)


def read(name):
    with open(name, "rb") as file:
        return file.read()


def who(**files):
    credentials = grpc.ssl_channel_credentials(**{name: read(file) for name, file in files.items()})
    with grpc.secure_channel(target, credentials) as channel:
        method = channel.unary_unary("/test.Echo/WhoAmI", wire.encode, wire.decode)
        try:
            return method(b"", timeout=30).decode().split("\n")
        except grpc.RpcError as error:
            return [error.code().name]


results["with a certificate"] = who(root_certificates=authority, private_key=key, certificate_chain=certificate)
results["without a certificate"] = who(root_certificates=authority)


def shake(name, alpn=None, newest=None):
    """The version agreed on and the first bytes of the server, or what goes wrong."""
    context = ssl.create_default_context(cafile=authority)
    context.load_cert_chain(certificate, key)
    if alpn:
        context.set_alpn_protocols(alpn)
    if newest:
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = newest
        context.set_ciphers("ALL:@SECLEVEL=0")
    try:
        with socket.create_connection((host, int(port))) as raw:
            raw.settimeout(30)
            with context.wrap_socket(raw, server_hostname="localhost") as secure:
                received = secure.recv(9)
                results[name] = [secure.version(), secure.selected_alpn_protocol() or "", received[3:4].hex()]
    except (ssl.SSLError, ConnectionError) as error:
        results[name] = [type(error).__name__]


shake("h2", ["h2"])
shake("h2 among others", ["http/1.1", "h2"])
shake("TLS 1.2", ["h2"], ssl.TLSVersion.TLSv1_2)
shake("TLS 1.1", ["h2"], ssl.TLSVersion.TLSv1_1)
shake("no ALPN")
shake("http/1.1 only", ["http/1.1"])

with socket.create_connection((host, int(port))) as plain:
    plain.settimeout(30)
    plain.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes.fromhex("000000040000000000"))
    received = b""
    try:
        while part := plain.recv(4096):
            received += part
    except ConnectionError:
        pass
    # At most a TLS alert (record type 21), never a SETTINGS frame.
    results["plaintext"] = [received[:1].hex()]
print(json.dumps(results))
