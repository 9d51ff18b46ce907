"""One owner writes to a store; the lock is the system's, so that it falls with the process however that ends."""

import fcntl
import os
import sys
from pathlib import Path
from types import TracebackType

from marsad.errors import StoreBusy


class Owner:
    """Holds the store for writing; a context."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.handle = -1

    def __enter__(self) -> "Owner":
        self.handle = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self.handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            owner = os.pread(self.handle, 300, 0).decode("utf-8", "replace").strip()
            os.close(self.handle)
            raise StoreBusy(str(self.folder), owner or "another process") from fault
        os.ftruncate(self.handle, 0)
        os.pwrite(self.handle, f"process {os.getpid()} ({Path(sys.argv[0]).name} {' '.join(sys.argv[1:2])})".encode(), 0)
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        os.ftruncate(self.handle, 0)
        os.close(self.handle)
