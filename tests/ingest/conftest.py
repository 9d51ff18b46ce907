import sys

import pytest


class Watched:
    """Files opened and connections made while a test runs."""

    def __init__(self):
        self.events = []
        self.on = False

    def __call__(self, event, arguments):
        if self.on and event in ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"):
            self.events.append((event, str(arguments[0] if event == "open" else arguments)))

    def outside(self, folder):
        """What was not the test's own folder and not a module being loaded."""
        harmless = (str(folder), sys.prefix, sys.base_prefix, "/usr/lib/python", "src/marsad")
        return [(event, what) for event, what in self.events if not any(part in what for part in harmless)]


WATCHED = Watched()
sys.addaudithook(WATCHED)


@pytest.fixture
def watched():
    WATCHED.events.clear()
    WATCHED.on = True
    yield WATCHED
    WATCHED.on = False


class _Everything:
    def __contains__(self, kind):
        return True


@pytest.fixture(autouse=True)
def _in_this_process(request, monkeypatch):
    """Parsers run here, where the tests can watch them; `test_apart` shows the process that they run in otherwise."""
    if not request.module.__name__.endswith("test_apart"):
        monkeypatch.setattr("marsad.ingest.apart.PLAIN", _Everything())
