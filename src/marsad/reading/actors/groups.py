"""Known names, bodies by their capitals, and generic words for forces, fighters, coalitions and groups."""

from re import Match

from marsad.reading.actors.lexicon import Entry, actor_words
from marsad.reading.actors.patterns import classes
from marsad.reading.actors.rows import Rows


class GroupRows(Rows):
    """What to do with rows that name groups, bodies and unnamed forces."""

    def _known(self, match: Match[str]) -> int:
        i, j = match.span()
        entry: Entry = self.mark(i, "ACTOR")
        tail_from, tail_to = match.span("tail")
        if entry.kind == "media" and (self.mark(i + 1, "HEAD") or self.mark(i + 2, "HEAD")) and self.capital(i + 1):
            return 0
        possessive = tail_from > i + 1 and self.units.low(tail_from - 1) == "s"
        if possessive or (tail_to > tail_from and not self._fits(entry, tail_to)):
            tail_to = tail_from
        while tail_to == tail_from and tail_from > i + 1 and self.units.low(tail_from - 1) in ("s", "'", "’"):
            tail_from -= 1
            tail_to = tail_from
        j = tail_to
        after = self.before_noun(j) if tail_to == tail_from and not possessive else False
        self.add(
            i, j, name=entry.name, kind=entry.kind, id=entry.id or None, country=entry.country[0] if len(entry.country) == 1 else None,
            generic=entry.generic, adjectival=after,
        )  # fmt: skip
        return j

    def _fits(self, entry: Entry, j: int) -> bool:
        """Whether the words behind a known name belong to it: "Taliban fighters", "the FARC guerrillas", but not "UN security forces"."""
        last = self.units.marks[j - 1]
        if not last.keys() & {"FIGHT", "FORCE", "ANAPHOR", "COAL"}:
            return False
        return entry.kind in ("armed group", "state force", "coalition", "police") or "ANAPHOR" in last

    def _body(self, match: Match[str]) -> int:
        i, j = match.span()
        units = self.units
        if units.words.upper and (j - i > 4 or (match.group("head") is not None and not self._shouted_body(match))):
            return 0
        while j > i and not self._capital_or_number(j - 1):
            j -= 1
        head = match.start("head") if match.group("head") is not None else next(k for k in range(j - 1, i, -1) if "HEAD" in units.marks[k])
        first = units.marks[i]
        if match.group("head") is None and j - i < 2:
            return 0
        kind = units.marks[head].get("HEAD", "organisation")
        if "ACTOR" in first and match.group("head") is None:
            return 0
        if (
            units.low(head) in actor_words("territories")
            and match.group("head") is None
            and units.low(head - 1) not in actor_words("offices")
        ):
            return 0
        if self._sentence_start(i) and units.codes[i] in classes()["PLAIN"]:
            return 0
        code = next((c for k in range(i, j) for c in [self.mark(k, "NAT") or self.mark(k, "STATE")] if c), None)
        return self.add(i, j, name=units.text(i, j), kind=kind, country=code)

    def _shouted_body(self, match: Match[str]) -> bool:
        """Whether "MINISTRY OF DEFENSE" names a body: "FRONT OF A BUILDING" does not."""
        i = match.start()
        plain = self.units.low(i) in actor_words("territories") or self.mark(i, "HEAD") != "government"
        return not plain and not self.mark(i + 2, "THE")

    def _capital_or_number(self, i: int) -> bool:
        return self.units.words.raws[self.units.last[i]][0].isupper() or self.units.words.raws[self.units.last[i]][0].isdigit()

    def _sentence_start(self, i: int) -> bool:
        return i == 0 or self.units.words.raws[self.units.first[i] - 1] in '.!?"“:'

    def _force(self, match: Match[str]) -> int:
        what = match.start("what")
        core, kind = self.units.marks[what]["FORCE"]
        low = self.units.low(what)
        j = match.end()
        if low in actor_words("checked_nouns") and not self.is_noun(what, j):
            return 0
        if low in actor_words("no_force_alone") and match.start("mods") == match.end("mods"):
            return 0
        core = self.modified(match, core)
        return self.add(self._first(match), j, kind=kind, generic=True, adjectival=self.before_noun(j))

    def _first(self, match: Match[str]) -> int:
        """The first unit without modifiers that only count."""
        first = match.start("mods") if match.group("mods") else match.start("what")
        while first < match.start("what") and self.units.low(first) in actor_words("counting"):
            first += 1
        return first

    def _fighters(self, match: Match[str]) -> int:
        j = match.end()
        if self.units.low(match.start("what")) in actor_words("adjectives") and not self.is_noun(match.start("what"), j):
            return 0
        if self.units.low(match.start() - 1) == "-" and self.units.low(match.start() - 2) == "non":
            return j
        return self.add(self._first(match), j, kind="armed group", generic=True, adjectival=self.before_noun(j))

    def _coalition(self, match: Match[str]) -> int:
        if self.units.low(match.start("what")) in ("allies", "alliance"):
            return 0
        j = match.end()
        return self.add(self._first(match), j, kind="coalition", generic=True, adjectival=self.before_noun(j))

    def _group(self, match: Match[str]) -> int:
        what = match.start("what")
        marks = self.units.marks[what]
        if "ANAPHOR" not in marks and marks["GOV"] != "government":
            return 0
        low = self.units.low(what)
        if "ANAPHOR" not in marks and low not in ("government", "regime", "authorities"):
            return 0
        kind = "group" if "ANAPHOR" in marks else "government"
        if kind == "group" and self.units.low(match.start() - 1) in ("a", "an"):
            return 0
        adjectival = self.before_noun(match.end()) and kind == "group"
        return self.add(match.start(), match.end(), kind=kind, generic=True, adjectival=adjectival)
