"""One page or feed by its address, only when asked for: no private networks, no proxies, no cookies, few redirects, small and quick."""

import http.client
import io
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from urllib.parse import SplitResult, urljoin, urlsplit

from marsad.errors import FetchRefused
from marsad.ingest.limits import DOCUMENT_BYTES, Oversized
from marsad.ingest.streams import read_bounded

PORTS = {"http": 80, "https": 443}
REDIRECTS = 5
SECONDS = 30.0
URL_CHARACTERS = 2_000
AGENT = "marsad"
HOST = re.compile(r"[a-z0-9](?:[a-z0-9.\-]{0,251}[a-z0-9])?", re.ASCII)
NAT64 = ipaddress.ip_network("64:ff9b::/96")
CLOSED = [
    ipaddress.ip_network(network) for network in ("fec0::/10", "5f00::/16", "3fff::/20")
]  # not global, whatever a Python version says
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]
Connect = Callable[[str, int, float], socket.socket]


def fetch(url: str, *, resolve: Resolve | None = None, connect: Connect | None = None) -> tuple[bytes, str]:
    """The bytes at the address and the address they came from in the end; `FetchRefused` where it leads to what must not be reached."""
    ends = time.monotonic() + SECONDS
    for _ in range(REDIRECTS + 1):
        answer = _get(url, ends, resolve or _resolve, connect or _connect)
        if isinstance(answer, bytes):
            return answer, url
        url = urljoin(url, answer)
    raise FetchRefused(f"more than {REDIRECTS} redirects")


def checked(url: str) -> tuple[SplitResult, str, int]:
    """The parts of an address that may be asked for: http or https, its usual port, a plain host, no user."""
    if len(url) > URL_CHARACTERS or not url.isprintable() or re.search(r"[\s\\]", url):
        raise FetchRefused("the address is too long or has characters that no address has")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as fault:
        raise FetchRefused(f"not an address: {fault}") from fault
    if parts.scheme not in PORTS:
        raise FetchRefused(f"{parts.scheme or 'no scheme'}: only http and https are fetched")
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        raise FetchRefused("the address names a user")
    if port not in (None, PORTS[parts.scheme]):
        raise FetchRefused(f"port {port}: only 80 and 443 are asked")
    return parts, _host(parts.hostname or ""), PORTS[parts.scheme]


def allowed(address: str) -> bool:
    """Whether the address is on the open internet, whatever it is wrapped in."""
    try:
        found: Address = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    inner = _unwrapped(found)
    return not any(found in network for network in CLOSED) and all(map(_is_open, inner))


def _is_open(address: Address) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _unwrapped(address: Address) -> list[Address]:
    """The addresses that packets may reach: itself, or what is inside a mapped, translated or tunnelled one."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    inner: list[Address | None] = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in NAT64:
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    if int(address) >> 32 == 0:
        inner.append(ipaddress.IPv4Address(int(address)))
    return [one for one in inner if one is not None] or [address]


def _host(written: str) -> str:
    if ":" in written:
        return written
    try:
        host = written.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError as fault:
        raise FetchRefused("the host name is none") from fault
    if not HOST.fullmatch(host):
        raise FetchRefused("the host name is none")
    return host


def _resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def _connect(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to the address itself; the usual way would look it up once more."""
    connected = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    connected.settimeout(seconds)
    try:
        connected.connect((address, port))
    except OSError:
        connected.close()
        raise
    return connected


def _get(url: str, ends: float, resolve: Resolve, connect: Connect) -> bytes | str:
    """The body, or the address that the answer sends to."""
    parts, host, port = checked(url)
    try:
        addresses = resolve(host, port)
    except OSError as fault:
        raise FetchRefused(f"{host} is not known: {fault.strerror or fault}") from fault
    if not addresses or not all(map(allowed, addresses)):
        raise FetchRefused(f"{host} leads to a private or reserved network")
    with _within(ends) as watch:
        try:
            plain = connect(addresses[0], port, max(0.1, ends - time.monotonic()))  # the address that was checked, never the name again
            watch.socket = plain
            secured = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if parts.scheme == "https" else plain
            watch.socket = secured
            body = _ask(secured, parts, host)
            if watch.expired:
                raise OSError
            return body
        except (OSError, http.client.HTTPException, Oversized) as fault:
            raise FetchRefused(f"{host}: {'took too long' if watch.expired else str(fault) or type(fault).__name__}") from fault


class _Watch:
    """Cuts a connection off when its time is over: a server that sends a byte a second cannot hold us."""

    def __init__(self, ends: float) -> None:
        self.socket: socket.socket | None = None
        self.expired = False
        self.timer = threading.Timer(max(0.0, ends - time.monotonic()), self._cut)
        self.timer.daemon = True

    def __enter__(self) -> "_Watch":
        self.timer.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.timer.cancel()
        if self.socket is not None:
            self.socket.close()

    def _cut(self) -> None:
        self.expired = True
        if self.socket is not None:
            try:
                self.socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                self.socket.close()


def _within(ends: float) -> _Watch:
    return _Watch(ends)


def _ask(connected: socket.socket, parts: SplitResult, host: str) -> bytes | str:
    connection = http.client.HTTPConnection(host)
    connection.sock = connected
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"Host": f"[{host}]" if ":" in host else host, "User-Agent": AGENT, "Accept-Encoding": "identity", "Connection": "close"}
    connection.request("GET", _quoted(target), headers=headers)
    answer = connection.getresponse()
    if answer.status in (301, 302, 303, 307, 308):
        return answer.getheader("Location") or ""
    if answer.status != 200:
        raise FetchRefused(f"{host} answered {answer.status}")
    if int(answer.getheader("Content-Length") or 0) > DOCUMENT_BYTES:
        raise Oversized(f"more than {DOCUMENT_BYTES // 1_000_000} MB")
    body = read_bounded(io.BufferedReader(answer))
    if answer.length:
        raise OSError(f"cut off: {answer.length} bytes are missing")
    return body


def _quoted(target: str) -> str:
    from urllib.parse import quote

    return quote(target, safe="/%?&=:;,+@!$'()*~-._#[]")


def read_urls(urls: list[str]) -> Iterator[tuple[str, io.BytesIO | FetchRefused]]:
    """What is at each address, or why it was not fetched."""
    for url in urls:
        try:
            content, _ = fetch(url)
            yield url, io.BytesIO(content)
        except FetchRefused as fault:
            yield url, fault
