"""Finds the words that name actors: forces, groups, governments, agencies, monitors, media, persons, people."""

from collections import Counter
from re import Match

from marsad.model.mention import ActorMention
from marsad.model.report import Field
from marsad.reading.actors.groups import GroupRows
from marsad.reading.actors.lexicon import actor_words, lexicon
from marsad.reading.actors.patterns import find
from marsad.reading.actors.people import PersonRows
from marsad.reading.actors.persons import fill_offices, short_names
from marsad.reading.actors.states import StateRows, state_force

__all__ = ["read_actors", "state_force"]


class _Reader(PersonRows, StateRows, GroupRows):
    """Turns the rows of units that patterns find into mentions."""

    def accept(self, name: str, match: Match[str]) -> int:
        """Adds what the pattern of this name found, and answers the unit behind it, or 0 when it is refused."""
        return int(getattr(self, "_" + name.replace(" ", "_"))(match))


def read_actors(text: str, *, field: Field = "text") -> list[ActorMention]:
    """The actors named in the text, in text order; generic words and short names are still to be resolved."""
    reader = _Reader(text, field)
    find(reader.units.codes, reader.accept)
    kept = _believed(reader.found, reader.countries())
    kept = fill_offices(text, kept)
    return sorted(kept + short_names(reader.units, kept, field), key=lambda m: (m.start, m.end))


def _believed(found: list[ActorMention], countries: Counter[str]) -> list[ActorMention]:
    """The mentions without short names that nothing else in the text supports."""
    ends = {m.text.split()[-1].lower() for m in found if not m.generic}
    full = {m.id for m in found if m.id and not _weak(m)}
    entries = lexicon().entries
    kept = []
    for m in found:
        if _weak(m) and m.id not in full:
            entry = entries.get(m.id or "")
            if entry is not None and not any(countries[code] for code in entry.country):
                continue
        if m.generic and m.kind == "group":
            end = m.text.split()[-1].lower()
            if end in actor_words("echoes") and end not in ends:
                continue
        kept.append(m)
    return kept


def _weak(m: ActorMention) -> bool:
    word = m.text.strip("'’")
    return (
        m.kind in ("armed group", "state force", "police", "coalition")
        and len(word) <= 3
        and word.isupper()
        and word.lower() not in actor_words("strong")
    )
