"""The sections of a report: a heading or label that names a place governs what stands under it, and nothing is inherited across it."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import zip_longest

import msgspec

from marsad.model.mention import PlaceMention
from marsad.model.passage import Passage
from marsad.model.report import Field
from marsad.reading.passages import bullet_mark, entry_clock, is_heading
from marsad.resolve.entries import ENDS, LABEL_ENDS, Entries

OF_THE_WHOLE = frozenset(  # headings of what concerns no one section
    "overview,regional overview,global,key figures,in brief,other news,elsewhere,background,funding,contacts,contact,about us".split(",")
)
TOPIC_WORDS = 4  # a longer line may be a caption
NO_HEADING = frozenset({"continent", "relative", "road", "sea"})
JOINS = re.compile(r"(?:,|/|[ ]and|,[ ]and|[ ]&)[ ]?|[ ]\(")
BESIDE = re.compile(r"[^\W\d_]+")
STRUCTURE = frozenset(
    """
    and the of in for at a situation update updates overview region province governorate state oblast district city area
    department county prefecture territory key figures humanitarian response needs highlights glance
    """.split()
)


class Section(msgspec.Struct, frozen=True):
    """One stretch of a report, with the places that its heading names; a labelled paragraph lies within its `outer` section."""

    number: int
    places: tuple[PlaceMention, ...] = ()
    outer: int = 0


class Sections:
    """Which section each passage of a report stands in."""

    def __init__(self, passages: Mapping[Field, Sequence[Passage]], places: Sequence[PlaceMention], entries: Entries) -> None:
        self._entries = entries
        self._of: dict[tuple[Field, int], Section] = {}
        self._since: dict[tuple[Field, int], int] = {}
        self._count = 0
        for field, own in passages.items():
            self._cut(own, sorted((m for m in places if m.field == field and _can_head(m)), key=lambda m: m.start))

    def of(self, passage: Passage) -> Section:
        """The section that the passage stands in."""
        return self._of.get((passage.field, passage.index), Section(0))

    def apart(self, one: Passage, other: Passage) -> bool:
        """Whether nothing may be taken from one of the passages for the other."""
        return one.field != other.field or self.of(one).number != self.of(other).number

    def within(self, one: Passage, other: Passage) -> bool:
        """Whether both stand under the same heading, labels apart."""
        return one.field == other.field and self.of(one).outer == self.of(other).outer

    def since(self, passage: Passage) -> int:
        """Where the words begin that can tell more of what the passage says: its bullet, else its section."""
        return self._since.get((passage.field, passage.index), 0)

    def _new(self, places: tuple[PlaceMention, ...] = (), within: Section | None = None) -> Section:
        self._count += 1
        return Section(self._count, places, within.outer if within else self._count)

    def _cut(self, passages: Sequence[Passage], named: Sequence[PlaceMention]) -> None:
        section, nested, below = self._new(), False, False
        labelled: tuple[int, Section] | None = None
        paragraph = number = begun = 0
        opened = False
        starts = [m.start for m in named]
        for passage, following in zip_longest(passages, passages[1:]):
            heading = is_heading(passage, following)
            inside = named[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
            record = self._entries.heads_record(passage)
            held = tuple(inside) if heading and (record or _bare(passage, inside)) else ()
            if held or record:
                section, nested = self._new(held), False
            elif entry_clock(passage.text) and passage.kind != "header":
                section = self._new()
            elif heading and passage.text.strip(" :").lower() in OF_THE_WHOLE:
                section, nested = self._new(), False
            elif heading and below:
                nested = True  # "Libya", "Displacement": the heading below one of a place is a part of its section
            elif heading and section.places and not nested and passage.text.count(" ") < TOPIC_WORDS:
                section = self._new()
            below = bool(held)
            told = passage.kind in ("body", "bullet") and not heading
            begins = self._entries.begins(passage)
            label = _label(passage, inside, begins) if told and (opened or begins) else ()  # what opens the report is its dateline
            opened |= told
            if label or begins:
                labelled = (passage.paragraph, self._new(label or section.places, section))
            own = labelled[1] if labelled is not None and labelled[0] == passage.paragraph else section
            alone = passage.kind == "bullet" and passage.paragraph != paragraph
            begun = passage.start if own.number != number or alone else begun
            paragraph, number = passage.paragraph, own.number
            self._of[passage.field, passage.index] = own
            self._since[passage.field, passage.index] = begun


def _can_head(mention: PlaceMention) -> bool:
    return mention.lat is not None and not mention.anaphor and not mention.adjectival and mention.kind not in NO_HEADING


def _bare(passage: Passage, held: Sequence[PlaceMention]) -> bool:
    """Whether a heading says nothing but places: it governs what stands under it, where a caption or a link would not."""
    rest, at = "", passage.start
    for mention in held:
        rest += passage.text[at - passage.start : mention.start - passage.start] + " "
        at = max(at, mention.end)
    rest += passage.text[at - passage.start :]
    return bool(held) and all(word.lower() in STRUCTURE for word in BESIDE.findall(rest))


def _label(passage: Passage, named: Sequence[PlaceMention], begins: int) -> tuple[PlaceMention, ...]:
    """The places before the colon or dash with which a paragraph or bullet begins, behind its day if any: "Goma, North Kivu: ..."."""
    found: list[PlaceMention] = []
    at = passage.start + (begins or bullet_mark(passage.text))
    for mention in named:
        if mention.start < at:
            continue
        joined = JOINS.fullmatch(passage.text[at - passage.start : mention.start - passage.start]) if found else mention.start == at
        if not joined:
            break
        found.append(mention)
        at = mention.end
    ends = LABEL_ENDS.match(passage.text, at - passage.start) or (begins and ENDS.match(passage.text, at - passage.start))
    return tuple(found) if found and ends else ()
