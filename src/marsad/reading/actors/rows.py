"""Rows of units that patterns found become mentions: what every kind of row needs."""

from collections import Counter
from re import Match
from typing import Any

from marsad.model.mention import ActorMention
from marsad.model.report import Field
from marsad.reading.actors.lexicon import actor_words
from marsad.reading.actors.patterns import classes
from marsad.reading.actors.units import Units, units_of_text


class Rows:
    """The units of a text and the mentions found in them so far."""

    def __init__(self, text: str, field: Field) -> None:
        self.field = field
        self.units: Units = units_of_text(text)
        self.found: list[ActorMention] = []

    def countries(self) -> Counter[str]:
        """How often each country is named or its adjective used."""
        count: Counter[str] = Counter()
        for marks in self.units.marks:
            for mark in ("STATE", "NAT", "NATS", "CITY"):
                if mark in marks:
                    count[marks[mark]] += 1
        return count

    def add(self, i: int, j: int, **values: Any) -> int:
        """A mention of the units from i up to j, without an article before or a possessive behind."""
        units = self.units
        while j > i + 1 and units.low(j - 1) in ("'", "’", "s", "-", ",", "."):
            if units.low(j - 1) == "." and units.end(j - 1) == units.end(j - 2) + 1:
                break
            j -= 1
        start, end = units.start(i), units.end(j - 1)
        self.found.append(ActorMention(start=start, end=end, text=units.words.text[start:end], field=self.field, **values))
        return j

    def mark(self, i: int, name: str) -> Any:
        """The value of a mark of unit i."""
        return self.units.marks[i].get(name) if 0 <= i < len(self.units.marks) else None

    def before_noun(self, j: int) -> bool:
        """Whether what ends before unit j stands before a noun: "IS-held", "Taliban attack"."""
        units = self.units
        if j >= len(units.first):
            return False
        if units.low(j) in ("-", "‑", "‐") and units.end(j) < len(units.words.text) and units.start(j) == units.end(j - 1):
            return units.words.text[units.end(j)].isalpha()
        if not self.mark(j, "ACT") or units.start(j) > units.end(j - 1) + 1:
            return False
        if units.low(j).endswith("s") and units.low(j) in actor_words("verblike"):
            return not (self.mark(j + 1, "THE") or (j + 1 < len(units.first) and not units.low(j + 1).isalpha()) or self.capital(j + 1))
        return True

    def capital(self, i: int) -> bool:
        """Whether unit i is capitalised where that means something."""
        return i < len(self.units.first) and self.units.codes[i] in classes()["CAPITAL"] and not self.units.words.upper

    def found_at(self, i: int) -> bool:
        """Whether unit i lies in the mention found last."""
        return bool(self.found) and self.found[-1].end >= self.units.end(i)

    def is_noun(self, what: int, j: int) -> bool:
        """Whether "the military" or "police" ends its phrase here."""
        units = self.units
        if j >= len(units.first):
            return True
        low = units.low(j)
        if low in ("military",) and units.low(what) != low:
            return True
        if units.low(what) == "military" and self.mark(what - 1, "THE") is None:
            return False
        follows = units.marks[j]
        if units.low(what) in ("police", "army"):
            return not (follows.keys() & {"HEAD", "OFFICE"} and self.capital(j)) and not self.mark(j, "RANK")
        return (
            bool(follows.keys() & {"FUNC", "LOC", "AND", "DOT", "COMMA", "OF", "FOR", "POSS", "QUOTE", "THE"})
            or low.endswith("ed")
            or not low.isalpha()
        )

    def modified(self, match: Match[str], core: str) -> str:
        """What the name of forces says, with the words before them: "security forces"."""
        words = {self.units.low(k) for k in range(*match.span("mods"))}
        if core in ("forces", "army") and words & {"security"}:
            return "security forces"
        if core == "forces" and words & {"government", "regime", "pro-government", "pro-regime", "loyalist"}:
            return "government forces"
        if core == "forces" and words & {"special", "elite"}:
            return "special forces"
        if core == "forces" and "armed" in words:
            return "armed forces"
        if core == "police" and "federal" in words:
            return "federal police"
        return core
