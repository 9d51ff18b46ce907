"""The chain of attribution of a claim: who told the reporter, and on whom they rely."""

from collections.abc import Sequence

from marsad.model.claim import ClaimSource
from marsad.model.mention import Attribution, Speaker
from marsad.reading.wordlists import word_list

# What is reported with these words is the writer's own knowledge; they only tell how somebody takes it.
STANCES = frozenset(word_list("reporting")["stances"].split()) | {"claim responsibility"}


def chain(attributions: Sequence[Attribution], start: int, end: int) -> tuple[ClaimSource, ...]:
    """The sources of what is told at these offsets, nearest to the reporter first; empty where the report says it itself."""
    around = [a for a in attributions if a.speakers and (a.lemma not in STANCES or a.quoted) and _contains(a, start, end)]
    around.sort(key=lambda a: (_depth(a, around), -(a.content.end - a.content.start) if a.content else 0, a.start))
    links: list[ClaimSource] = []
    for attribution in around:
        for speaker in attribution.speakers:
            link = _link(speaker, first=not links)
            if not any(_same(link, other) for other in links):
                links.append(link)
    return tuple(links)


def _depth(one: Attribution, around: Sequence[Attribution]) -> int:
    """In how many others' words this report of speech stands itself."""
    cue = one.cue
    if cue is None:
        return 0
    return sum(1 for a in around if a is not one and a.content and a.content.start <= cue.start and cue.end <= a.content.end)


def _contains(attribution: Attribution, start: int, end: int) -> bool:
    content = attribution.content
    if content is None or not (content.start <= start and end <= content.end):
        return False
    own = (attribution.source, attribution.cue)
    return not any(part is not None and part.start <= start < part.end for part in own)


def _link(speaker: Speaker, *, first: bool) -> ClaimSource:
    return ClaimSource(
        role="speaker" if first else "cited", text=speaker.text, name=speaker.name, kind=speaker.kind,
        person=speaker.person, title=speaker.title, org=speaker.org,
    )  # fmt: skip


def _same(one: ClaimSource, other: ClaimSource) -> bool:
    return (one.name or one.text.lower()) == (other.name or other.text.lower())
