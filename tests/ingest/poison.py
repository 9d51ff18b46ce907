"""A child that dies of what it reads: `python -m ingest.poison`."""

import os
import signal
import socket
import time

import msgspec

from marsad.ingest.child import serve
from marsad.ingest.opener import Request, answers


def poisoned(request):
    name = msgspec.msgpack.decode(request, type=Request).name
    if "segv" in name:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "hang" in name:
        time.sleep(60)
    while "spin" in name:
        pass
    if "memory" in name:
        bytearray(4_000_000_000)
    if "network" in name:
        socket.create_connection(("127.0.0.1", 9))
    if "half" in name:
        yield next(answers(request))
        os._exit(3)
    print("noise on standard output")
    yield from answers(request)


if __name__ == "__main__":
    serve(poisoned)
