"""Forces, governments and ministries of states, and states themselves."""

import re
from re import Match

from marsad.reading.actors.lexicon import actor_words, lexicon
from marsad.reading.actors.patterns import classes
from marsad.reading.actors.rows import Rows


def state_force(code: str, core: str, kind: str) -> tuple[str, str, str | None]:
    """Canonical name, kind and id of a state's forces."""
    core = "forces" if core == "artillery" else core
    words = f"{lexicon().adjective(code)} {core}"
    known = lexicon().by_alias.get(words.lower())
    if known is not None and known.kind in ("state force", "police", "government"):
        return known.name, known.kind, known.id
    return words, kind, f"state:{code}:{core}".replace(" ", "-")


class StateRows(Rows):
    """What to do with rows that name a state's forces, its government or itself."""

    def _led(self, match: Match[str]) -> int:
        i, j = match.span()
        code = self.mark(match.start("who"), "NAT") or self.mark(match.start("who"), "STATE")
        if code is None or not self.mark(match.start("what"), "COAL"):
            if code is None or self.units.low(match.start("who") + 2) != "led":
                return 0
        entry = lexicon().by_alias.get(f"{lexicon().adjective(code)}-led coalition".lower())
        name = entry.name if entry else f"{lexicon().adjective(code)}-led coalition"
        return self.add(i, j, name=name, kind="coalition", id=entry.id if entry else None, country=code, adjectival=self.before_noun(j))

    def _aligned(self, match: Match[str]) -> int:
        """ "Turkish-backed rebels" are called by these words, not by the state that stands behind them."""
        i, j = match.span()
        if (
            self.units.low(match.start("who") + 2) == "armed"
            or self.units.codes[i] in classes()["PLAIN"]
            and "GOV" not in self.units.marks[i]
        ):
            return 0
        if "GOV" in self.units.marks[i]:
            return self.add(i, j, kind="state force", generic=True, adjectival=self.before_noun(j))
        words = self.units.text(i, j)
        entry = lexicon().by_alias.get(words.lower())
        kind, id_ = (entry.kind, entry.id) if entry else ("armed group", None)
        return self.add(i, j, name=entry.name if entry else words, kind=kind, id=id_, adjectival=self.before_noun(j))

    def _state(self, match: Match[str]) -> int:
        i, j = match.span()
        what = match.start("what")
        if match.group("who") is None:
            return 0
        who = match.start("who")
        code = self.mark(who, "NAT") or self.mark(who, "STATE")
        if (
            self.mark(who, "STATE")
            and match.end("who") - who == 1
            and re.sub(r"[ .]", "", self.units.low(who)) not in actor_words("short_states")
        ):
            return 0
        marks = self.units.marks[what]
        low = self.units.low(what)
        generic_country = not code
        if "FORCE" in marks:
            core, kind = marks["FORCE"]
            core = self.modified(match, core)
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
            own = self.units.text(who, j), "media" if marks["GOV"] == "media" else "government", None
            name, kind, id_ = self._government(code, marks["GOV"], low) if code else own
        else:
            name, kind, id_ = self.units.text(i, j), "people", None
        start = match.start("who")
        adjectival = self.before_noun(j)
        return self.add(start, j, name=name, kind=kind, id=id_, country=code or None, adjectival=adjectival)

    def _demonym(self, who: int, code: str) -> str:
        named = not code or (self.mark(who, "STATE") is None and not self.units.words.upper)
        return self.units.text(who, who + 1) if named else lexicon().adjective(code)

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
        if not gov and not self.capital(head):
            return 0
        if not gov and low not in ("ministry", "department", "embassy", "ministries", "army", "police"):
            return 0
        code = self.mark(match.start("who"), "NAT") or self.mark(match.start("who"), "STATE")
        words = [self.units.text(k, k + 1) for k in range(match.end("who"), j) if self.units.low(k) not in ("'", "’", "s")]
        lead = lexicon().adjective(code) if code else self.units.text(i, i + 1)
        kind = "state force" if low == "army" else "police" if low == "police" else "government"
        return self.add(i, j, name=f"{lead} {' '.join(words)}", kind=kind, country=code or None)

    def _country(self, match: Match[str]) -> int:
        i = match.start()
        units = self.units
        before = i - 1
        while before >= 0 and (self.mark(before, "THE") or units.low(before) in actor_words("compass")):
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

    def _adjective(self, match: Match[str]) -> int:
        i = match.start()
        code = self.mark(i, "NAT")
        if not code or (match.end() > i + 1 and match.group("mods") and self.mark(i + 1, "PEOPLE")):
            return 0
        if self.units.low(match.end()) in actor_words("no_actor_before"):
            return 0
        return self.add(
            i, i + 1, name=lexicon().countries.get(code, code), kind="government", country=code, id=f"state:{code}", adjectival=True
        )


def _plural(low: str) -> str:
    return low if low.endswith(("s", "men", "people", "police")) else low + "s"
