"""A process of our own that does what may hang, crash or eat memory, so that it costs one document and not the run."""

import os
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import BinaryIO

MEMORY = 1_000_000_000  # bytes of addresses; spaces mapped by libraries count too
SECONDS = 30.0  # of processor for one answer: another program's load costs no document
PATIENCE = 4  # times as long by the clock without a sign of life, for what hangs without working
LENGTH = struct.Struct(">I")
REQUEST = struct.Struct(">Id")  # how long it is, and the seconds for each answer


class Died(Exception):
    """The process ended or was ended; the message says how."""


class Child:
    """A process that answers requests; it is started when first needed and again after it died. A context."""

    def __init__(self, module: str, *, seconds: float = SECONDS, patience: float = PATIENCE, memory: int = MEMORY) -> None:
        self.module, self.seconds, self.patience, self.memory = module, seconds, patience, memory
        self.process: subprocess.Popen[bytes] | None = None

    def ask(self, request: bytes, seconds: float | None = None) -> Iterator[bytes]:
        """The answers, until the process says that there are no more; `Died` where it does not live to say so."""
        allowed = seconds or self.seconds
        process = self.started()
        pipe_in, pipe_out = process.stdin, process.stdout
        assert pipe_in is not None
        assert pipe_out is not None
        try:
            pipe_in.write(REQUEST.pack(len(request), allowed) + request)
            pipe_in.flush()
            while answer := self._answer(pipe_out, self.patience * allowed):
                yield answer
        except (BrokenPipeError, EOFError) as fault:
            raise Died(self._ending(allowed)) from fault
        except TimeoutError as fault:
            self.end()
            raise Died(f"no answer for {self.patience * allowed:.0f} seconds") from fault
        except GeneratorExit:
            self.end()  # half an answer is still in the pipe
            raise

    def reply(self, answer: bytes) -> None:
        """One byte back to the process, which asked for it with its last answer."""
        assert self.process is not None
        assert self.process.stdin is not None
        self.process.stdin.write(answer)

    def end(self) -> None:
        """There is no process any more."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self.end()

    def started(self) -> "subprocess.Popen[bytes]":
        """The process; it loads what it needs while nothing has been asked of it yet."""
        if self.process is None or self.process.poll() is not None:
            self.process = subprocess.Popen(  # noqa: S603 - ourselves
                [sys.executable, "-P", "-m", self.module, str(self.memory)],  # -P: no module is taken from the working folder
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                start_new_session=True,  # an interrupt is the parent's to handle
            )
        return self.process

    def _answer(self, pipe: BinaryIO | object, seconds: float) -> bytes:
        ends = time.monotonic() + seconds
        size = LENGTH.unpack(_exactly(pipe, LENGTH.size, ends))[0]
        return _exactly(pipe, size, ends)

    def _ending(self, allowed: float) -> str:
        """How the process ended."""
        assert self.process is not None
        code = self.process.wait()
        self.process = None
        if code == -signal.SIGPROF:
            return f"it took more than {allowed:.0f} seconds of processor"
        if code < 0:
            return f"ended by signal {-code} ({signal.Signals(-code).name})"
        return f"ended with code {code}"


def _exactly(pipe: object, size: int, ends: float) -> bytes:
    parts, missing = [], size
    handle = pipe.fileno()  # type: ignore[attr-defined]
    while missing:
        if not select.select([handle], [], [], max(0.0, ends - time.monotonic()))[0]:
            raise TimeoutError
        part = os.read(handle, min(missing, 1_000_000))
        if not part:
            raise EOFError
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def ask_parent(question: bytes) -> bytes:
    """The byte that the parent replies to an answer that is a question."""
    _say(question)
    return sys.stdin.buffer.read(1)


OUT: list[BinaryIO] = []  # in a child: where its answers go


def _say(answer: bytes) -> None:
    OUT[0].write(LENGTH.pack(len(answer)) + answer)
    OUT[0].flush()


def serve(answer: Callable[[bytes], Iterator[bytes]], load: Callable[[], None] = lambda: None) -> None:
    """Answers requests until the parent closes the pipe, having loaded what they need: what a child's module calls."""
    OUT.append(os.fdopen(os.dup(1), "wb"))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints must not get between answers
    _limit(int(sys.argv[1]))
    sys.addaudithook(_refuse)
    load()
    pipe = sys.stdin.buffer
    while head := pipe.read(REQUEST.size):
        size, seconds = REQUEST.unpack(head)
        signal.setitimer(signal.ITIMER_PROF, seconds)  # its signal ends the process, whatever a library is doing
        for one in answer(pipe.read(size)):
            signal.setitimer(signal.ITIMER_PROF, seconds)
            _say(one)
        signal.setitimer(signal.ITIMER_PROF, 0)
        _say(b"")


def _limit(memory: int) -> None:
    """Bounds on this process, where the system has them; the parent's patience bounds it everywhere."""
    import resource

    for what, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, memory)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # macOS knows the name and refuses
            continue


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """A parser has no business with the network or with other programs."""
    if event in ("socket.connect", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"):
        raise PermissionError(f"{event} inside a reader: {arguments!r:.100}")
