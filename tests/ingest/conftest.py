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
