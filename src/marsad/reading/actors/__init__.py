"""Finds the words that name actors: forces, groups, governments, agencies, monitors, media, persons, people."""

from collections import Counter
from re import Match
from typing import Any

import msgspec

from marsad.model.mention import ActorMention
from marsad.model.report import Field
from marsad.reading.actors.lexicon import STRONG, Entry, common_words, lexicon
from marsad.reading.actors.patterns import classes, find
from marsad.reading.actors.persons import fill_offices, last_name, short_names
from marsad.reading.actors.units import LOWER, Units, units_of_text

MONTHLIKE = frozenset("may april june august march".split())


def read_actors(text: str, *, field: Field = "text") -> list[ActorMention]:
    """The actors named in the text, in text order; generic words and short names are still to be resolved."""
    reader = _Reader(text, field)
    find(reader.units.codes, reader.accept)
    kept = _believed(reader.found, reader.countries())
    kept = fill_offices(text, kept)
    return sorted(kept + short_names(reader.units, kept, field), key=lambda m: (m.start, m.end))


def state_force(code: str, core: str, kind: str) -> tuple[str, str, str | None]:
    """Canonical name, kind and id of a state's forces."""
    words = f"{lexicon().adjective(code)} {core}"
    known = lexicon().by_alias.get(words.lower())
    if known is not None and known.kind in ("state force", "police", "government"):
        return known.name, known.kind, known.id
    return words, kind, f"state:{code}:{core}".replace(" ", "-")


def _believed(found: list[ActorMention], countries: Counter[str]) -> list[ActorMention]:
    """The mentions without short names that nothing else in the text supports."""
    full = {m.id for m in found if m.id and not _weak(m)}
    entries = lexicon().entries
    kept = []
    for m in found:
        if _weak(m) and m.id not in full:
            entry = entries.get(m.id or "")
            if entry is not None and not any(countries[code] for code in entry.country):
                continue
        kept.append(m)
    return kept


def _weak(m: ActorMention) -> bool:
    word = m.text.split()[0].strip("'’")
    return m.kind == "armed group" and len(word) <= 4 and word.isupper() and word.lower() not in STRONG


class _Reader:
    """Turns the rows of units that patterns find into mentions."""

    def __init__(self, text: str, field: Field) -> None:
        self.field = field
        self.units: Units = units_of_text(text)
        self.found: list[ActorMention] = []

    def countries(self) -> Counter[str]:
        """How often each country is named or its adjective used."""
        count: Counter[str] = Counter()
        for marks in self.units.marks:
            for mark in ("STATE", "NAT", "NATS"):
                if mark in marks:
                    count[marks[mark]] += 1
        return count

    def accept(self, name: str, match: Match[str]) -> int:
        """Adds what the pattern of this name found, and answers the unit behind it, or 0 when it is refused."""
        return int(getattr(self, "_" + name.replace(" ", "_"))(match))

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
        if units.low(j).endswith("s") and units.low(j) + "" in _VERBLIKE:
            return not (self.mark(j + 1, "THE") or (j + 1 < len(units.first) and not units.low(j + 1).isalpha()) or self._capital(j + 1))
        return True

    def _capital(self, i: int) -> bool:
        return i < len(self.units.first) and self.units.codes[i] in classes()["CAPITAL"] and not self.units.words.upper

    # ------------------------------------------------------------ one method for each pattern
    def _person(self, match: Match[str]) -> int:
        units = self.units
        i, j = match.start(), match.end()
        name_from, name_to = match.span("name")
        while name_to - 1 > name_from and (self.mark(name_to - 1, "HEAD") and not self.mark(name_to - 1, "GIVEN")):
            name_to -= 1
        name = units.text(name_from, name_to)
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
            name_to = next((k for k in range(name_from, min(name_to, name_from + 5)) if units.low(k) in common_words()), min(name_to, name_from + 5))
            if name_to == name_from:
                return 0
            name = units.text(name_from, name_to)
            i = next(k for k in range(i, title_from + 1) if k == title_from or units.marks[k])
        before = next((k for k in range(i, title_from) if units.marks[k].keys() & {"NAT", "STATE", "ACTOR"}), None)
        org, code = self._org(before)
        title = units.text(title_from, title_to).strip(" .,") if "HONOR" not in units.marks[title_from] or office else None
        pre_from = next((k for k in range(i, title_from) if units.marks[k].keys() & {"BEFORE", "MOD", "FORCE", "GOV", "ROLE"}), title_from)
        if title:
            title = units.text(pre_from, title_to)
        self.add(i, name_to, kind="person", name=name, person=name, title=title, org=org, country=code)
        return name_to if name_to < j else j

    def _chief(self, match: Match[str]) -> int:
        return self._person(match)

    def _org(self, i: int | None) -> tuple[str | None, str | None]:
        """The body and the country that a word before a title names."""
        if i is None:
            return None, None
        entry = self.mark(i, "ACTOR")
        if isinstance(entry, Entry):
            return entry.name, entry.country[0] if len(entry.country) == 1 else None
        return None, self.mark(i, "NAT") or self.mark(i, "STATE")

    def _led(self, match: Match[str]) -> int:
        i, j = match.span()
        code = self.mark(match.start("who"), "NAT") or self.mark(match.start("who"), "STATE")
        if code is None or not self.mark(match.start("what"), "COAL"):
            if code is None or self.units.low(match.start("who") + 2) != "led":
                return 0
        entry = lexicon().by_alias.get(f"{lexicon().adjective(code)}-led coalition".lower())
        name = entry.name if entry else f"{lexicon().adjective(code)}-led coalition"
        return self.add(i, j, name=name, kind="coalition", id=entry.id if entry else None, country=code, adjectival=self.before_noun(j))

    def _known(self, match: Match[str]) -> int:
        i, j = match.span()
        entry: Entry = self.mark(i, "ACTOR")
        tail_from, tail_to = match.span("tail")
        if entry.kind == "media" and (self.mark(i + 1, "HEAD") or self.mark(i + 2, "HEAD")) and self._capital(i + 1):
            return 0
        possessive = tail_from > i + 1 and self.units.low(tail_from - 1) == "s"
        if possessive or (tail_to > tail_from and not self._fits(entry, tail_from, tail_to)):
            tail_to = tail_from
        while tail_to == tail_from and tail_from > i + 1 and self.units.low(tail_from - 1) in ("s", "'", "’"):
            tail_from -= 1
            tail_to = tail_from
        j = tail_to
        if entry.kind == "person":
            country = entry.country[0] if entry.country else None
            return self.add(i, j, name=entry.name, kind="person", id=entry.id, country=country, person=entry.name)
        after = self.before_noun(j) if tail_to == tail_from and not possessive else False
        self.add(
            i, j, name=entry.name, kind=entry.kind, id=entry.id, country=entry.country[0] if len(entry.country) == 1 else None,
            generic=entry.generic, adjectival=after,
        )  # fmt: skip
        return j

    def _fits(self, entry: Entry, i: int, j: int) -> bool:
        """Whether the words behind a known name belong to it: "Taliban fighters", "the FARC guerrillas", but not "UN security forces"."""
        last = self.units.marks[j - 1]
        if not last.keys() & {"FIGHT", "FORCE", "ANAPHOR", "COAL"}:
            return False
        return entry.kind in ("armed group", "state force", "coalition", "police") or "ANAPHOR" in last

    def _state(self, match: Match[str]) -> int:
        i, j = match.span()
        what = match.start("what")
        if match.group("who") is None:
            return 0
        who = match.start("who")
        code = self.mark(who, "NAT") or self.mark(who, "STATE")
        if self.mark(who, "STATE") and match.end("who") - who == 1 and self.units.low(who) not in _SHORT_STATES:
            return 0
        marks = self.units.marks[what]
        low = self.units.low(what)
        generic_country = code == ""
        if "FORCE" in marks:
            core, kind = marks["FORCE"]
            core = self._modified(match, core)
            if generic_country:
                name, id_ = self.units.text(who, j), None
            else:
                name, kind, id_ = state_force(code, core, kind)
        elif "FIGHT" in marks:
            name, kind, id_ = f"{self._demonym(who, code)} {_plural(low)}", "armed group", None
            known = lexicon().by_alias.get(name.lower())
            name, id_ = (known.name, known.id) if known else (name, None)
        elif "GOV" in marks:
            if marks["GOV"] not in ("government", "ministry", "parliament", "presidency", "court", "embassy", "intelligence", "media"):
                return 0
            if marks["GOV"] == "ministry":
                return 0
            name, kind, id_ = self._government(code, marks["GOV"], low)
        else:
            name, kind, id_ = self.units.text(i, j), "people", None
        start = match.start("who")
        adjectival = self.before_noun(j)
        return self.add(start, j, name=name, kind=kind, id=id_, country=code or None, adjectival=adjectival)

    def _demonym(self, who: int, code: str) -> str:
        return self.units.text(who, who + 1) if not code or self.mark(who, "STATE") is None else lexicon().adjective(code)

    def _modified(self, match: Match[str], core: str) -> str:
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

    def _government(self, code: str, what: str, low: str) -> tuple[str, str, str | None]:
        kind = "media" if what == "media" else "government"
        if what == "government" and code:
            known = lexicon().by_alias.get(f"{lexicon().adjective(code)} government".lower())
            return (
                (known.name, known.kind, known.id)
                if known
                else (f"{lexicon().adjective(code)} government", kind, f"state:{code}:government")
            )
        return f"{lexicon().adjective(code) if code else ''} {low}".strip(), kind, f"state:{code}:{low}".replace(" ", "-") if code else None

    def _army_of(self, match: Match[str]) -> int:
        what, who = match.start("what"), match.start("who")
        code = self.mark(who, "STATE")
        marks = self.units.marks[what]
        if "FORCE" in marks:
            name, kind, id_ = state_force(code, *marks["FORCE"])
        elif marks.get("GOV") == "government" and self.units.low(what) in ("government", "regime", "authorities"):
            name, kind, id_ = self._government(code, "government", "government")
        else:
            return 0
        return self.add(match.start(), match.end(), name=name, kind=kind, id=id_, country=code)

    def _ministry(self, match: Match[str]) -> int:
        i, j = match.span()
        head = match.start("head")
        gov = self.units.marks[head].get("GOV") in ("ministry", "embassy", "parliament", "court")
        low = self.units.low(head)
        if not gov and not self._capital(head):
            return 0
        if not gov and low not in ("ministry", "department", "embassy", "ministries", "army", "police"):
            return 0
        code = self.mark(match.start("who"), "NAT") or self.mark(match.start("who"), "STATE")
        words = [self.units.text(k, k + 1) for k in range(match.end("who"), j) if self.units.low(k) not in ("'", "’", "s")]
        lead = lexicon().adjective(code) if code else self.units.text(i, i + 1)
        kind = "state force" if low == "army" else "police" if low == "police" else "government"
        return self.add(i, j, name=f"{lead} {' '.join(words)}", kind=kind, country=code or None)

    def _body(self, match: Match[str]) -> int:
        i, j = match.span()
        units = self.units
        if units.words.upper and j - i > 4:
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
        if units.low(head) in _TERRITORIES and match.group("head") is None and units.low(head - 1) not in _OFFICES:
            return 0
        if self._sentence_start(i) and units.codes[i] in classes()["PLAIN"]:
            return 0
        code = next((c for k in range(i, j) for c in [self.mark(k, "NAT") or self.mark(k, "STATE")] if c), None)
        return self.add(i, j, name=units.text(i, j), kind=kind, country=code)

    def _capital_or_number(self, i: int) -> bool:
        return self.units.words.raws[self.units.last[i]][0].isupper() or self.units.words.raws[self.units.last[i]][0].isdigit()

    def _sentence_start(self, i: int) -> bool:
        return i == 0 or self.units.words.raws[self.units.first[i] - 1] in '.!?"“:'

    def _force(self, match: Match[str]) -> int:
        what = match.start("what")
        core, kind = self.units.marks[what]["FORCE"]
        low = self.units.low(what)
        j = match.end()
        if low in (
            "military",
            "army",
            "navy",
            "police",
            "air force",
            "infantry",
            "tanks",
            "drones",
            "units",
            "bombers",
            "navy",
            "force",
            "recruits",
        ) and not self._is_noun(what, j):
            return 0
        if low in _NO_FORCE_ALONE and match.start("mods") == match.end("mods"):
            return 0
        core = self._modified(match, core)
        return self.add(self._first(match), j, kind=kind, generic=True, adjectival=self.before_noun(j))

    def _is_noun(self, what: int, j: int) -> bool:
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
            return not (follows.keys() & {"HEAD", "OFFICE"} and self._capital(j)) and not self.mark(j, "RANK")
        return (
            bool(follows.keys() & {"FUNC", "LOC", "AND", "DOT", "COMMA", "OF", "FOR", "POSS", "QUOTE", "THE"})
            or low.endswith("ed")
            or not low.isalpha()
        )

    def _first(self, match: Match[str]) -> int:
        """The first unit without modifiers that only count."""
        first = match.start("mods") if match.group("mods") else match.start("what")
        while first < match.start("what") and self.units.low(first) in _COUNTING:
            first += 1
        return first

    def _fighters(self, match: Match[str]) -> int:
        j = match.end()
        if self.units.low(match.start("what")) in _ADJECTIVES and not self._is_noun(match.start("what"), j):
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
        if "GOV" in marks and marks["GOV"] != "government":
            return 0
        low = self.units.low(what)
        if "GOV" in marks and low not in ("government", "regime", "authorities"):
            return 0
        kind = "government" if "GOV" in marks else "group"
        if kind == "group" and self.units.low(match.start() - 1) in ("a", "an"):
            return 0
        adjectival = self.before_noun(match.end()) and kind == "group"
        return self.add(match.start(), match.end(), kind=kind, generic=True, adjectival=adjectival)

    def _office(self, match: Match[str]) -> int:
        j = match.end()
        if not self._is_noun(match.start("what"), j) and self.units.low(j) not in ("said", "says", "told", "met"):
            return 0
        start = self.units.start(match.start())
        words = self.units.words.text[start : self.units.end(j - 1)]
        return self.add(match.start(), j, kind="person", generic=True, title=words)

    def _country(self, match: Match[str]) -> int:
        i = match.start()
        units = self.units
        before = i - 1
        while before >= 0 and (self.mark(before, "THE") or units.low(before) in _COMPASS):
            before -= 1
        if before >= 0:
            low = units.low(before)
            if self.mark(before, "LOC") or low in ("of", "-", "–") or units.low(i + 1 if i + 1 < len(units.first) else i) in ("-",):
                return 0
            if low == "," and before > 0 and (units.codes[before - 1] in classes()["CAPITAL"]):
                return 0
            if low == "and" and before > 1 and self.mark(before - 1, "STATE") and not self.found_at(before - 1):
                return 0
        code = self.mark(i, "STATE")
        possessive = i + 2 < len(units.first) and units.low(i + 2) == "s" and units.low(i + 1) in ("'", "’")
        return self.add(
            i, i + 1, name=lexicon().countries[code], kind="government", country=code, id=f"state:{code}", adjectival=possessive
        )

    def found_at(self, i: int) -> bool:
        """Whether unit i lies in the mention found last."""
        return bool(self.found) and self.found[-1].end >= self.units.end(i)

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

    def _adjective(self, match: Match[str]) -> int:
        i = match.start()
        code = self.mark(i, "NAT")
        if not code or (match.end() > i + 1 and match.group("mods") and self.mark(i + 1, "PEOPLE")):
            return 0
        if self.units.low(match.end()) in ("official", "officials", "leader", "leaders", "territory", "radio", "car", "truck", "media"):
            return 0
        return self.add(
            i, i + 1, name=lexicon().countries.get(code, code), kind="government", country=code, id=f"state:{code}", adjectival=True
        )

    def _people(self, match: Match[str]) -> int:
        low = self.units.low(match.start("what"))
        if low in (
            "people",
            "others",
            "workers",
            "women",
            "children",
            "families",
            "prisoners",
            "hostages",
            "victims",
            "students",
            "doctors",
        ):
            return match.end()
        return self.add(match.start("what"), match.end(), name=low, kind="civilians")

    def _named(self, match: Match[str]) -> int:
        units = self.units
        i, j = match.span()
        if units.words.upper:
            return 0
        while j > i + 1 and "HEAD" in units.marks[j - 1] and "GIVEN" not in units.marks[j - 1]:
            return 0
        name = units.text(i, j)
        return self.add(i, j, kind="person", name=name, person=name) if j > i + 1 else 0


def _plural(low: str) -> str:
    return low if low.endswith("s") else low + "s"


_TERRITORIES = frozenset(["department", "municipality", "governorate", "council"])
_OFFICES = frozenset(
    "state defense defence justice treasury health police fire interior agriculture education energy labor commerce security transportation city "
    "county town village district security national military revolutionary transitional shura supreme presidential sovereign governing constitutional "
    "legislative refugee leadership local sheriff".split()
)
_VERBLIKE = frozenset(
    "strikes attacks raids bombs advances controls fires shells posts retreats rules lines mortars ambushes commands drones".split()
)
_SHORT_STATES = frozenset("us u.s. uk u.k. u . s . u . k . u s".split()) | {"u . s .", "u . k .", "u . s . a ."}
_NO_FORCE_ALONE = frozenset(
    "units unit recruits conscripts tanks jets drones marines rangers bombers force officer loyalists soldier policeman".split()
)
_COUNTING = frozenset("several many some few more other additional remaining".split())
_COMPASS = frozenset("north south east west northern southern eastern western central".split())
_ADJECTIVES = frozenset(
    "militant insurgent rebel islamist jihadist extremist guerrilla guerilla separatist subversive terrorist enemy militia radical jihadi".split()
)

__all__ = ["last_name", "read_actors", "state_force"]
