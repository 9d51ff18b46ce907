"""A store: one folder with the ledger, the index and who owns it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import duckdb
import msgspec

from marsad import __version__
from marsad.errors import StoreBusy, StoreDamaged, StoreNewer, UsageError
from marsad.model.claim import Claim
from marsad.model.mention import ActorMention, Attribution, Mentions, PlaceMention, QuantityMention, TimeMention
from marsad.model.picture import Figure, Holding, Incident
from marsad.model.report import Report, SetAside
from marsad.publish.jsonl import write_lines
from marsad.store import index
from marsad.store.contents import Contents, Folded, fold, reconciled
from marsad.store.ledger import Ledger
from marsad.store.lock import Owner

SCHEMA = 1
ABOUT = "store.json"
INDEX = "index.duckdb"
BACKUPS = "backups.jsonl"
REMADE = "the index was made anew from the ledger"
T = TypeVar("T")


class About(msgspec.Struct, frozen=True):
    """What the folder says of itself."""

    schema: int
    made_by: str = ""


class Backup(msgspec.Struct, frozen=True):
    """A copy of the store that was made."""

    path: str
    date: str


class Store:
    """A store that exists and is of this version."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ledger = Ledger(folder / "ledger")
        self.index = folder / INDEX

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """The store in the folder."""
        about = about_of(folder)
        if about is None:
            raise UsageError(f"{folder} is no store; `marsad ingest INPUT... --store {folder}` makes one")
        if about.schema > SCHEMA:
            raise StoreNewer(f"{folder} was written by a later version (schema {about.schema}; this one knows {SCHEMA}): use that version")
        if about.schema < SCHEMA:
            raise StoreDamaged(f"{folder} has schema {about.schema}: run `marsad migrate --store {folder}`, which makes a backup first")
        return cls(folder)

    @classmethod
    def open_or_make(cls, folder: Path) -> "Store":
        """The store in the folder, made where there is none."""
        if about_of(folder) is None:
            if folder.exists() and any(folder.iterdir()):
                raise UsageError(f"{folder} is a folder with other files in it; name another for the store")
            (folder / "ledger").mkdir(parents=True, exist_ok=True)
            write_lines(folder / ABOUT, [msgspec.json.encode(About(SCHEMA, __version__))])
        return cls.open(folder)

    def own(self) -> Owner:
        """A context in which this process alone writes."""
        return Owner(self.folder)

    def folded(self) -> Folded:
        """The state that the ledger holds."""
        return fold(self.ledger.read())

    def rebuild(self) -> Contents:
        """The index is made anew from the ledger; the caller owns the store."""
        self.ledger.mend()
        position = self.position()
        folded = self.folded()
        contents = reconciled(folded)
        index.build(contents, self.index, {"position": position, "made_by": __version__, "records": str(folded.records)})
        return contents

    def position(self) -> str:
        """Where the ledger ends."""
        segments = self.ledger.segments()
        return f"{segments[-1].name} {segments[-1].stat().st_size}" if segments else "empty"

    def index_position(self) -> str | None:
        """Where the ledger ended when the index was made; None where there is no index that opens, "" where it has other tables."""
        try:
            about = index.about(self.index)
        except index.UNREADABLE:
            return None
        return about.get("position") if about.get("made_as") == index.MADE_AS else ""

    def ready(self) -> str | None:
        """The index is up to date where this process may make it so; otherwise what the reader should know."""
        position = self.index_position()
        if position == self.position():
            return None
        try:
            with self.own():
                self._make_anew(unreadable=position is None)
        except StoreBusy as fault:
            if position is None:
                raise
            return f"{fault.owner} is writing; this is the state before"
        return REMADE if position is None else None

    def ask(self, question: Callable[[duckdb.DuckDBPyConnection], T]) -> tuple[T, str | None]:
        """The answer of the index, and what the reader should know; an index that turns out to be damaged is made anew first."""
        try:
            with index.connect(self.index) as connection:
                return question(connection), None
        except index.UNREADABLE:
            with self.own():
                self._make_anew(unreadable=True)
        with index.connect(self.index) as connection:
            return question(connection), REMADE

    def _make_anew(self, *, unreadable: bool) -> None:
        """An index from the ledger; one that cannot be read is kept beside it, never deleted."""
        if unreadable and self.index.exists():
            self.index.replace(self.folder / f"{INDEX}.unreadable")
        self.rebuild()

    def contents(self) -> Contents:
        """Everything in the store as the index has it."""
        (lines, rejected), _ = self.ask(_all_lines)
        return Contents(
            reports=tuple(msgspec.json.decode(line, type=Report) for line in lines["reports"]),
            mentions=_mentions(lines["mentions"]),
            claims=tuple(msgspec.json.decode(line, type=Claim) for line in lines["claims"]),
            figures=tuple(msgspec.json.decode(line, type=Figure) for line in lines["figures"]),
            holdings=tuple(msgspec.json.decode(line, type=Holding) for line in lines["holdings"]),
            incidents=tuple(msgspec.json.decode(line, type=Incident) for line in lines["incidents"]),
            set_aside=tuple(msgspec.json.decode(line, type=SetAside) for line in lines["set_aside"]),
            rejected=rejected,
        )

    def backups(self) -> list[Backup]:
        """The copies of this store that were made, whoever owned it then: `redact` names them."""
        path = self.folder / BACKUPS
        return [msgspec.json.decode(line, type=Backup) for line in path.read_bytes().splitlines()] if path.exists() else []

    def remember_backup(self, made: Backup) -> None:
        """The store knows of one more copy; a line of a file of its own, so that no owner has to be waited for."""
        handle = os.open(self.folder / BACKUPS, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            os.write(handle, msgspec.json.encode(made) + b"\n")
            os.fsync(handle)
        finally:
            os.close(handle)

    def free_bytes(self) -> int:
        """What is left on the disk."""
        return shutil.disk_usage(self.folder).free


def is_store(folder: Path) -> bool:
    """Whether the folder says that it is a store."""
    return (folder / ABOUT).is_file()


def about_of(folder: Path) -> About | None:
    """What the folder says of itself, or None where it says nothing."""
    if not folder.is_dir() or not (folder / ABOUT).exists():
        return None
    try:
        return msgspec.json.decode((folder / ABOUT).read_bytes(), type=About)
    except msgspec.DecodeError as fault:
        raise StoreDamaged(f"{folder / ABOUT} cannot be understood: {fault}") from fault


def _all_lines(connection: duckdb.DuckDBPyConnection) -> tuple[dict[str, list[str]], frozenset[str]]:
    """The lines of every table, and the ids of rejected claims."""
    lines = {table: [row[0] for row in connection.execute(f"SELECT line FROM {table}").fetchall()] for table in index.TABLES}  # noqa: S608
    return lines, frozenset(row[0] for row in connection.execute("SELECT id FROM claims WHERE rejected").fetchall())


def _mentions(lines: list[str]) -> dict[str, Mentions]:
    """Mentions as they were exported; what speakers an attribution has stands in its own fields."""
    found: dict[str, dict[str, list[object]]] = {}
    for line in lines:
        fields = msgspec.json.decode(line)
        report, kind = fields.pop("report"), fields.pop("type")
        cls, group = _GROUPS[kind]
        found.setdefault(report, {}).setdefault(group, []).append(msgspec.convert(fields, cls))
    return {report: Mentions(**{group: tuple(mentions) for group, mentions in groups.items()}) for report, groups in found.items()}  # type: ignore[arg-type]


_GROUPS: dict[str, tuple[type[msgspec.Struct], str]] = {
    "place": (PlaceMention, "places"),
    "time": (TimeMention, "times"),
    "quantity": (QuantityMention, "quantities"),
    "actor": (ActorMention, "actors"),
    "attribution": (Attribution, "attributions"),
}
