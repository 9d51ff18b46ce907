"""Copies of a store: made while it is written to, put back only where everything in them is true."""

import datetime
import os
import shutil
import tarfile
from pathlib import Path

from marsad.errors import StoreDamaged, UsageError
from marsad.store.ledger import Ledger, sync_folder
from marsad.store.store import ABOUT, Backup, Store


def backup(store: Store, target: Path) -> None:
    """The file holds the ledger as acknowledged until now, and the store knows of it; a writer is not waited for: the ledger only grows."""
    if target.exists():
        raise UsageError(f"{target} exists already; name another file")
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    try:
        with unfinished.open("wb") as file:
            with tarfile.open(fileobj=file, mode="w") as archive:
                archive.add(store.folder / ABOUT, ABOUT)
                for path in store.ledger.segments():
                    _add(archive, path)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
        sync_folder(target.absolute().parent)
    finally:
        unfinished.unlink(missing_ok=True)
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    store.remember_backup(Backup(str(target.absolute()), now))


def restore(source: Path, folder: Path) -> Store:
    """A store as it was when the backup was made, checked before it is put in place."""
    if folder.exists():
        raise UsageError(f"{folder} exists already; name another folder, or move it away first")
    unfinished = folder.with_name(f"{folder.name}.{os.getpid()}.tmp")
    try:
        _unpack(source, unfinished)
        store = Store.open(unfinished)
        store.ledger.mend()
        if found := next(store.ledger.damages(), None):
            raise StoreDamaged(f"{source}: {found}")
        store.rebuild()
        unfinished.replace(folder)
        sync_folder(folder.absolute().parent)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return Store.open(folder)


def _add(archive: tarfile.TarFile, path: Path) -> None:
    """The segment as long as it is now, even where it grows meanwhile."""
    with path.open("rb") as segment:
        entry = archive.gettarinfo(str(path), f"ledger/{path.name}", segment)
        entry.size = os.fstat(segment.fileno()).st_size
        archive.addfile(entry, segment)


def _unpack(source: Path, folder: Path) -> None:
    """Only what a backup holds is taken out, under names of our own."""
    (folder / "ledger").mkdir(parents=True)
    try:
        with tarfile.open(source, "r:") as archive:
            for entry in archive:
                name = Path(entry.name).name
                if not entry.isreg() or not (entry.name == ABOUT or (name.endswith(".segment") and name[:6].isdecimal())):
                    raise StoreDamaged(f"{source} is no backup of a store: it holds {entry.name!r}")
                content = archive.extractfile(entry)
                with (folder / (ABOUT if entry.name == ABOUT else f"ledger/{name}")).open("wb") as out:
                    shutil.copyfileobj(content, out)  # type: ignore[arg-type]
                    out.flush()
                    os.fsync(out.fileno())
    except (tarfile.TarError, EOFError) as fault:
        raise StoreDamaged(f"{source} is no whole backup: {fault}") from fault
    if not Ledger(folder / "ledger").segments():
        (folder / "ledger").mkdir(exist_ok=True)
