"""Persons, offices and people of a country."""

from re import Match

from marsad.reading.actors.lexicon import Entry, actor_words, common_words
from marsad.reading.actors.patterns import classes
from marsad.reading.actors.rows import Rows

NO_NAME = frozenset(["ROLE", "HEAD", "GOV", "FIGHT", "FORCE", "LED", "MOD"])
NO_NAME_ENDINGS = ("ed", "ing", "ion", "ions", "ity", "ies", "ment", "ments", "ance", "ence", "ists", "ise", "ises", "ist", "est", "ly")


class PersonRows(Rows):
    """What to do with rows that name persons."""

    def _person(self, match: Match[str]) -> int:
        units = self.units
        i, j = match.start(), match.end()
        name_from, name_to = match.span("name")
        while name_to - 1 > name_from and (self.mark(name_to - 1, "HEAD") and not self.mark(name_to - 1, "GIVEN")):
            name_to -= 1
        title_from, title_to = match.span("title")
        single = name_to == name_from + 1
        office = "OFFICE" in units.marks[title_from] and not ({"RANK", "HONOR"} & set(units.marks[title_from]))
        lower = units.codes[title_from] in classes()["PLAIN"] and units.words.raws[units.first[title_from]].islower()
        if single and (lower or (self.mark(name_from, "HEAD") and not self.mark(name_from, "GIVEN"))):
            return 0
        if lower and single and office:
            return 0
        if self.mark(name_from, "MONTH") and not self.mark(name_from, "GIVEN"):
            return 0
        if units.words.upper:
            name_to = self._shouted_end(name_from, name_to)
            if name_to == name_from or (name_to == name_from + 1 and not self._shouted_name(name_from)):
                return 0
            i = next(k for k in range(i, title_from + 1) if k == title_from or units.marks[k])
        name = units.text(name_from, name_to)
        if name.endswith(".") and len(name.split()[-1]) > 3:
            name_to -= 1
            name = units.text(name_from, name_to)
        before = next((k for k in range(i, title_from) if units.marks[k].keys() & {"NAT", "STATE", "ACTOR"}), None)
        org, code = self._org(before)
        title = units.text(title_from, title_to).strip(" .,") if "HONOR" not in units.marks[title_from] or office else None
        pre_from = next((k for k in range(i, title_from) if units.marks[k].keys() & {"BEFORE", "MOD", "FORCE", "GOV", "ROLE"}), title_from)
        if title:
            title = units.text(pre_from, title_to)
        self.add(i, name_to, kind="person", name=name, person=name, title=title, org=org, country=code)
        return name_to if name_to < j else j

    def _shouted_end(self, first: int, behind: int) -> int:
        """Where a name ends among words that are all in capitals: before the first that is a word of the language."""
        stop = min(behind, first + 5)
        return next(
            (
                k
                for k in range(first, stop)
                if self.units.low(k) in common_words() or self.units.low(k).endswith("ly") or self.units.marks[k].keys() & NO_NAME
            ),
            stop,
        )

    def _shouted_name(self, i: int) -> bool:
        """Whether a single word in capitals behind a title looks like a name."""
        return bool(self.mark(i, "GIVEN")) or not self.units.low(i).endswith(NO_NAME_ENDINGS)

    def _chief(self, match: Match[str]) -> int:
        return self._person(match)

    def _leader(self, match: Match[str]) -> int:
        i = match.start()
        entry: Entry = self.mark(i, "LEADER")
        country = entry.country[0] if entry.country else None
        return self.add(i, i + 1, name=entry.name, kind="person", id=entry.id, country=country, person=entry.name)

    def _org(self, i: int | None) -> tuple[str | None, str | None]:
        """The body and the country that a word before a title names."""
        if i is None:
            return None, None
        entry = self.mark(i, "ACTOR")
        if isinstance(entry, Entry):
            return entry.name, entry.country[0] if len(entry.country) == 1 else None
        return None, self.mark(i, "NAT") or self.mark(i, "STATE")

    def _office(self, match: Match[str]) -> int:
        j = match.end()
        if not self.is_noun(match.start("what"), j) and self.units.low(j) not in ("said", "says", "told", "met"):
            return 0
        start = self.units.start(match.start())
        words = self.units.words.text[start : self.units.end(j - 1)]
        return self.add(match.start(), j, kind="person", generic=True, title=words)

    def _nationals(self, match: Match[str]) -> int:
        if self.units.words.upper and self.mark(match.start(), "NATS") == "":
            return 0
        return self.add(
            match.start(),
            match.end(),
            name=self.units.text(match.start(), match.end()),
            kind="people",
            country=self.mark(match.start(), "NATS") or None,
        )

    def _people(self, match: Match[str]) -> int:
        low = self.units.low(match.start("what"))
        if low in actor_words("uncertain_people"):
            return match.end()
        return self.add(match.start("what"), match.end(), name=low, kind="civilians")

    def _introduced(self, match: Match[str]) -> int:
        """A name behind which a comma and an office stand, whatever the list of given names lacks."""
        office = next((k for k in range(match.end() + 1, match.end() + 4) if self.mark(k, "ROLE")), match.end())
        several = self.units.low(office).endswith("s")  # "shells hit Bir Hafar, officials in"
        return 0 if several or self.mark(match.start() - 1, "LOC") else self._named(match)

    def _named(self, match: Match[str]) -> int:
        units = self.units
        i, j = match.span()
        if units.words.upper:
            return 0
        while j > i + 1 and "HEAD" in units.marks[j - 1] and "GIVEN" not in units.marks[j - 1]:
            return 0
        name = units.text(i, j)
        return self.add(i, j, kind="person", name=name, person=name) if j > i + 1 else 0
