import socket
import ssl
import threading
import time
from pathlib import Path

import pytest

from ingest.reading import split
from marsad.errors import FetchRefused
from marsad.ingest import fetch as module
from marsad.ingest import read_inputs
from marsad.ingest.fetch import allowed, fetch

PUBLIC = "93.184.216.34"
TLS = Path(__file__).parent / "tls"  # a key for these tests alone, of x.example, till 2126
FORBIDDEN_ADDRESSES = [
    *("127.0.0.1", "127.1.2.3", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
    *("192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
    *(
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "::ffff:7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
    ),
    *("fe80::1", "fe80::1%eth0", "fd00::1", "fc00::1", "ff02::1", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1", "100::1"),
    *("2001:0:7f00:1::1", "fec0::1", "", "localhost", "nonsense", "1", "0x7f000001"),
]
FORBIDDEN_URLS = [
    *(
        "file:///etc/passwd",
        "gopher://x.example/",
        "ftp://x.example/a",
        "data:text/plain,a",
        "javascript:alert(1)",
        "dict://x.example:11211/",
    ),
    *("//x.example/a", "x.example", "", "http://", "http:///path", "https://:443/", "http://user@x.example/", "http://user:pw@x.example/"),
    *(
        "http://x.example@127.0.0.1/",
        "http://127.0.0.1:80@x.example/",
        "http://x.example:22/",
        "http://x.example:443/",
        "https://x.example:80/",
    ),
    *(
        "http://x.example:99999/",
        "http://x.example:a/",
        "http://x.example\\@127.0.0.1/",
        "http://x.example/ a",
        "http://x.example/\r\nHost: y",
    ),
    *(
        "http://x..example/",
        "http://-x.example/",
        "http://x_y!.example/",
        "http://[::1",
        "http://[::g]/",
        "http://" + "a" * 3000,
        "http://\x00x/",
    ),
    *(
        "http://127。0。0。1/",
        "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
        "http://0177.0.0.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://0/",
    ),
    *(
        "http://localhost/",
        "http://localhost./",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[fd00::1]/",
    ),
    *("http://169.254.169.254/latest/meta-data/", "http://[64:ff9b::a9fe:a9fe]/", "http://10.1.1.1/", "http://192.168.0.1/"),
]


@pytest.fixture
def connections(monkeypatch):
    """Every address that a socket was asked to connect to."""
    made = []
    monkeypatch.setattr(
        socket.socket, "connect", lambda self, address: made.append(address) or (_ for _ in ()).throw(OSError("no network"))
    )
    return made


@pytest.mark.parametrize("address", FORBIDDEN_ADDRESSES)
def test_private_and_reserved_addresses_are_never_reached(address, connections):
    assert not allowed(address)
    with pytest.raises(FetchRefused):
        fetch("http://x.example/", resolve=lambda host, port: [address])
    assert connections == []


@pytest.mark.parametrize("url", FORBIDDEN_URLS)
def test_addresses_that_must_not_be_asked_for(url, connections):
    with pytest.raises(FetchRefused):
        fetch(url)
    assert connections == []


def test_one_private_address_among_public_ones_is_enough(connections):
    with pytest.raises(FetchRefused, match="private"):
        fetch("http://x.example/", resolve=lambda host, port: [PUBLIC, "127.0.0.1"])
    assert connections == []


def test_the_name_is_looked_up_once_and_the_checked_address_is_used(connections):
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    with pytest.raises(FetchRefused):
        fetch("http://x.example/", resolve=lambda host, port: next(answers))
    assert connections == [(PUBLIC, 80)]


class FlipFlop:
    """A resolver that answers with the open internet and with the house next door by turns."""

    def __init__(self, inside):
        self.answers = [PUBLIC, inside]
        self.asked = 0

    def __call__(self, host, port, *rest, **named):
        self.asked += 1
        address = self.answers[(self.asked - 1) % 2]
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [(family, socket.SOCK_STREAM, 6, "", (address, port))]


@pytest.mark.parametrize("address", [one for one in FORBIDDEN_ADDRESSES if one[:1].isdigit() or ":" in one])
def test_a_resolver_that_changes_its_answer_leads_nowhere_else(address, connections, monkeypatch):
    resolver = FlipFlop(address)
    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    for _ in range(4):
        with pytest.raises(FetchRefused):
            fetch("http://x.example/")
    assert resolver.asked == 4, "each try asks once"
    assert connections == [(PUBLIC, 80), (PUBLIC, 80)], "the answers that led inside were refused, the others used as they were checked"


class Server:
    """Answers one connection after another with given bytes."""

    def __init__(self, *answers, drip=0.0, tls=False):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH) if tls else None
        if self.context:
            self.context.load_cert_chain(TLS / "certificate.pem", TLS / "key.pem")
        self.asked = []
        self.drip = drip
        threading.Thread(target=self._serve, args=(answers,), daemon=True).start()

    def _serve(self, answers):
        for answer in answers:
            connection, _ = self.listener.accept()
            if self.context:
                try:
                    connection = self.context.wrap_socket(connection, server_side=True)
                except OSError:  # the other side does not trust us
                    continue
            with connection:
                self.asked.append(connection.recv(65536))
                try:
                    for at in range(0, len(answer), 1 if self.drip else len(answer) or 1):
                        connection.sendall(answer[at : at + 1] if self.drip else answer)
                        time.sleep(self.drip)
                except OSError:
                    return

    def connect(self, address, port, seconds):
        return socket.create_connection(self.listener.getsockname(), timeout=seconds)

    def fetch(self, url="http://x.example/a?b=c", resolve=lambda host, port: [PUBLIC]):
        return fetch(url, resolve=resolve, connect=self.connect)


def answer(body=b"", status="200 OK", **headers):
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status}\r\n{lines}Connection: close\r\n\r\n".encode() + body


def test_fetches_a_page_without_cookies_or_credentials(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    server = Server(answer(b"Five fled."))
    assert server.fetch() == (b"Five fled.", "http://x.example/a?b=c")
    assert server.asked[0].startswith(b"GET /a?b=c HTTP/1.1\r\nHost: x.example\r\n")
    assert b"ookie" not in server.asked[0]
    assert b"uthorization" not in server.asked[0]


def test_fetches_over_tls_from_a_host_that_is_vouched_for(monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "certificate.pem"))
    server = Server(answer(b"Five fled."), tls=True)
    assert server.fetch("https://x.example/a") == (b"Five fled.", "https://x.example/a")
    assert server.asked[0].startswith(b"GET /a HTTP/1.1\r\nHost: x.example\r\n")


@pytest.mark.parametrize(("trusted", "host"), [(False, "x.example"), (True, "y.example")])
def test_a_host_that_nobody_vouches_for_is_not_asked(monkeypatch, trusted, host):
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "certificate.pem"))
    server = Server(answer(b"Five fled."), tls=True)
    with pytest.raises(FetchRefused, match="certificate"):
        server.fetch(f"https://{host}/a")
    assert server.asked == []


FEED = b"""<rss version="2.0"><channel><title>River Post</title><item><title>Five fled Hit</title><guid>a</guid>
<description>Some 500 people fled Hit on Friday.</description></item></channel></rss>"""


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        (
            b"<html><body><article><p>" + b"Some 500 people fled Hit on Friday. " * 9 + b"</p></article></body></html>",
            "text/html",
            "500 people",
        ),
        (FEED, "application/rss+xml", "500 people"),
    ],
)
def test_a_page_and_a_feed_are_read_from_their_addresses(monkeypatch, body, kind, words):
    server = Server(answer(body, Content_Type=kind))
    connect = socket.socket.connect
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, **named: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (PUBLIC, port))])
    monkeypatch.setattr(
        socket.socket, "connect", lambda self, at: connect(self, server.listener.getsockname() if at == (PUBLIC, 80) else at)
    )
    reports, aside = split(read_inputs([], urls=["http://x.example/news"]))
    assert aside == []
    assert [(words in one.text, one.url) for one in reports] == [(True, "http://x.example/news")]


def test_follows_a_redirect_and_checks_it():
    server = Server(answer(status="302 Found", Location="/b"), answer(b"Five fled."))
    assert server.fetch() == (b"Five fled.", "http://x.example/b")


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1/", "http://localhost/", "file:///etc/passwd", "http://x.example:22/", "http://u@x.example/"]
)
def test_a_redirect_to_a_forbidden_place_is_refused(target):
    server = Server(answer(status="302 Found", Location=target), answer(b"secret"))
    with pytest.raises(FetchRefused):
        server.fetch(resolve=lambda host, port: [PUBLIC] if host == "x.example" else ["127.0.0.1"])
    assert len(server.asked) == 1


def test_too_many_redirects_are_refused():
    server = Server(*[answer(status="301 Moved", Location=f"/{number}") for number in range(10)])
    with pytest.raises(FetchRefused, match="redirects"):
        server.fetch()


@pytest.mark.parametrize("headers", [{}, {"Content_Length": 25_000_000}])
def test_a_body_beyond_the_limit_is_refused(headers):
    with pytest.raises(FetchRefused, match="20 MB"):
        Server(answer(b"x" * 21_000_000, **headers)).fetch()


def test_a_server_that_drips_is_cut_off(monkeypatch):
    monkeypatch.setattr(module, "SECONDS", 1.0)
    began = time.monotonic()
    with pytest.raises(FetchRefused, match="too long"):
        Server(answer(b"x" * 1000), drip=0.05).fetch()
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "bad", [b"", b"nonsense", b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx", b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200]
)
def test_a_broken_answer_is_refused_or_read(bad):
    try:
        content, _ = Server(bad).fetch()
        assert len(content) < 100
    except FetchRefused:
        pass


@pytest.mark.parametrize("status", ["404 Not Found", "500 Error", "204 No Content"])
def test_an_answer_without_a_page_is_refused(status):
    with pytest.raises(FetchRefused, match="answered"):
        Server(answer(status=status)).fetch()


def test_what_was_not_fetched_is_set_aside():
    reports, aside = split(read_inputs([], urls=["http://127.0.0.1/x"]))
    assert reports == []
    assert aside[0].input == "http://127.0.0.1/x"
    assert "private" in aside[0].reason
