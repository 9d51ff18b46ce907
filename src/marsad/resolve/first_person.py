"""First-person words as mentions: "we" is the body that speaks, "I" the person; in a body's own statement they are the publisher's."""

import re
from collections.abc import Iterator, Sequence

from marsad.model.mention import ActorMention, Attribution, Speaker
from marsad.model.report import Field, Report
from marsad.reading.actors.lexicon import lexicon

WORDS = re.compile(r"(?<![\w’'.-])(?:[Ww]e|[Oo]ur|us|ours|I|[Mm]y|me)(?![\w’'-])|(?<![\w’'.-])(?:I|[Ww]e)(?=[’'](?:m|ve|d|ll|re)\b)")
ALONE = frozenset({"i", "my", "me"})
PUBLISHERS = frozenset({"government", "state force", "coalition", "humanitarian", "monitor", "police", "organisation"})


def first_persons(report: Report, field: Field, attributions: Sequence[Attribution]) -> list[ActorMention]:
    """Mentions for the first-person words of a field whose speaker the report names."""
    told = [a for a in attributions if a.field == field and a.content is not None and a.speakers]
    house = _house(report)
    return [m for match in WORDS.finditer(report.kept(field)) for m in _mention(match, field, told, house)]


def _mention(match: re.Match[str], field: Field, told: Sequence[Attribution], house: Speaker | None) -> Iterator[ActorMention]:
    start, end = match.span()
    around = [a for a in told if a.content is not None and a.content.start <= start and end <= a.content.end]
    inner = min(around, key=lambda a: a.content.end - a.content.start if a.content else 0, default=None)
    who = inner.speakers[0] if inner is not None else house
    if who is None:
        return
    alone = match.group().lower() in ALONE
    name = who.person if alone else who.org or (None if who.person or who.kind == "person" else who.name)
    if name is None:
        return
    kind = "person" if alone else who.kind if who.kind != "person" else None
    person = name if alone else None
    yield ActorMention(start=start, end=end, text=match.group(), field=field, name=name, kind=kind, generic=True, person=person)


def _house(report: Report) -> Speaker | None:
    """The publisher as speaker of its own statements, where it is a body that makes them; news houses speak of others."""
    known = lexicon().by_alias.get((report.publisher or "").lower())
    if known is None or known.kind not in PUBLISHERS:
        return None
    return Speaker(role="speaker", text=known.name, name=known.name, org=known.name, kind=known.kind)
