"""Whose names are withheld: people who speak for no office and no body, as the claims, the mentions or the words themselves show.

In go claims, mentions and reports; out comes a mask. In doubt a person is private: the error then is a withheld official, not a
published witness.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from marsad.model.claim import Claim, ClaimSource
from marsad.model.mention import Mentions
from marsad.model.report import Report
from marsad.publish.mask import Mask

OFFICE = re.compile(
    r"\b(?:general|gen|colonel|col|lieutenant|lt|major|maj|captain|capt|brigadier|brig|commander|chief|head|minister|president|premier|"
    r"king|prince|sheikh|"
    r"governor|mayor|deputy|senator|ambassador|envoy|director|coordinator|spokes(?:man|woman|person)|official|secretary|"
    r"commissioner|representative|leader|"
    r"admiral|sergeant|officer|councill?or|member of parliament|mp|professor|analyst|judge|prosecutor|bishop|patriarch|"
    r"ayatollah|caliph|pope)\b",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:resident|mother|father|widow(?:er)?|housewife|farmer|shepherd|driver|teacher|student|pupil|shopkeeper|butcher|baker|fisherman|nurse|labou?rer|"
    r"worker|witness|survivor|villager|grandmother|grandfather|son|daughter|brother|sister|cousin|wife|husband|man|woman|boy|girl|child|refugee|"
    r"displaced|neighbou?r|patient|mukhtar|trader|carpenter|barber|tailor|guard|pensioner|year-old)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s(?:who|whose|which|that|with)\s")
_NAME = r"[A-Z][\w'’-]{1,30}(?: (?:al-|el-|bin |ibn )?[A-Z][\w'’-]{1,30})"
_FULL_NAME = re.compile(_NAME + r"{1,3}")
_KUNYA = re.compile(r"(?<!\w)((?:Umm|Abu|Um|Hajj|Hajji|Hajja) [A-Z][\w'’-]{1,30}(?: (?:al-)?[A-Z][\w'’-]{1,30})?)(?!\w)")
_AGED = re.compile(r"(?<!\w)(" + _NAME + r"{0,3}), (?:aged )?[1-9]\d(?=, |\.|,?[”\"])")
_DAYS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
}


def mask_for(
    claims: Iterable[Claim],
    mentions: Mapping[str, Mentions] | None = None,
    reports: Iterable[Report] = (),
    *,
    internal: bool = False,
) -> Mask:
    """A mask that knows every private person whom the claims, the mentions or the reports' own words name."""
    if internal:
        return Mask(internal=True)
    people = _People()
    for claim in claims:
        people.places.update(words for p in claim.places for words in (p.text, p.name) if words)
        for source in claim.sources:
            people.add(source.person, private=is_private(source))
            people.look(source.text)
        for actor in claim.actors:
            if actor.kind == "person":
                people.add(actor.name, private=not (actor.id or OFFICE.search(actor.text)))
    for found in (mentions or {}).values():
        people.places.update(words for p in found.places for words in (p.text, p.name) if words)
        people.bodies.update(a.text for a in found.actors if a.kind != "person")
        for person in found.actors:
            if person.kind == "person":
                office = person.id or (
                    OFFICE.search(head(f"{person.title or ''} {person.text}")) and not ROLE.search(head(person.title or ""))
                )
                people.add(person.person or person.name, private=not office)
    for report in reports:
        people.read(report.title or "")
        people.read(report.text)
    return people.mask()


@dataclass
class _People:
    """Names, and what speaks for or against withholding them."""

    private: set[str] = field(default_factory=set)
    public: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)

    def add(self, name: str | None, *, private: bool) -> None:
        """The name counts as private or public."""
        if name and name.split():
            (self.private if private else self.public).add(" ".join(name.split()))

    def look(self, source: str) -> None:
        """Names in the words for a speaker who holds no office: "a shopkeeper, Salim Nasser"."""
        if not OFFICE.search(head(source)) and ROLE.search(source):
            for found in _FULL_NAME.finditer(source):
                self.add(found[0], private=True)

    def read(self, text: str) -> None:
        """Names that the words themselves mark as a private person's: "Umm Yasir", "Salim Nasser, 34,"."""
        for pattern in (_KUNYA, _AGED):
            for found in pattern.finditer(text):
                if found[1].split()[0] not in _DAYS:
                    self.add(found[1], private=True)

    def mask(self) -> Mask:
        """The mask for these names; a place, a body or anyone in office stays."""
        kept = self.places | self.bodies | {form for name in self.public for form in _forms(name)}
        whole = " | ".join(sorted(self.public))
        names = frozenset({form for name in self.private - kept if name not in whole for form in _forms(name)} - kept)
        ordered = sorted(names, key=lambda n: (-len(n), n))
        pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(n) for n in ordered) + r")(?!\w)", re.IGNORECASE) if ordered else None
        return Mask(names=names, _pattern=pattern)


def is_private(source: ClaimSource) -> bool:
    """Whether a speaker is a person who speaks for no office and no body; whoever is told of by their life does not."""
    if not source.person:
        return False
    told = head(f"{source.title or ''} , {source.text}")
    if ROLE.search(head(source.title or "")) or not source.title and ROLE.search(told):
        return True
    return not source.org and not OFFICE.search(told)


def head(words: str) -> str:
    """The words before a clause that tells more: "a teacher" of "a teacher who walked to the army's lines"."""
    return _CLAUSE.split(words, maxsplit=1)[0]


def _forms(name: str | None) -> set[str]:
    """The full name and its last word, where that is long enough to be a name of its own."""
    words = (name or "").split()
    if not words:
        return set()
    return {" ".join(words)} | ({words[-1]} if len(words) > 1 and len(words[-1]) > 3 and words[-1][0].isupper() else set())
