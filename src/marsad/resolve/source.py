"""The chain of attribution of a claim: who told the reporter, and on whom they rely."""

import re
from collections.abc import Sequence

import msgspec

from marsad.grammar.draft import Draft, Filler
from marsad.model.claim import ClaimSource
from marsad.model.mention import Attribution, Speaker
from marsad.reading.wordlists import word_set

SCENES = ("at", "near")
# What is reported with these words is the writer's own knowledge; they only tell how somebody takes it.
STANCES = word_set("reporting", "stances") | {"claim responsibility"}
APPOSED_CHARGE = re.compile(r",\s(?:an?|the)\s(?:[a-z]+\s)?(?:charge|accusation|allegation|claim)s?\b[^,.;:]*\Z", re.IGNORECASE)
DENIALS = word_set("reporting", "denials") | {"deny"}


def with_sources(draft: Draft, attributions: Sequence[Attribution]) -> tuple[Draft, tuple[ClaimSource, ...]]:
    """A draft without the places that only belong to those who tell it, and who they are."""
    told = [a for a in attributions if a.field == draft.passage.field]
    says_so = draft.card.kind == "responsibility"  # who denies or blames says so by that very verb
    if draft.status == "asserted" and not says_so:  # "denied a part in the blast that killed 14": that it killed them is told by the report
        told = [a for a in told if a.lemma not in DENIALS]
    own = draft.trigger_span.start  # "the Red Cross, which has delivered aid outside Zintan" is told of who speaks
    spans = [a.source for a in told if a.source is not None and not a.source.start <= own < a.source.end]
    kept = tuple(
        f
        for f in draft.fillers
        if f.role not in SCENES or not any(s.start <= f.span.start and f.span.end <= s.end for s in spans)  # "officials in Nairobi said"
    )
    links = chain(told, draft.trigger_span.start, draft.trigger_span.end, says_so)
    if draft.card.claim.type == "denied" and (not links or _apposed(draft)):
        links = tuple(_own_words(f) for f in draft.fillers if f.role == "agent")[:1] or links
    return msgspec.structs.replace(draft, fillers=kept), links


def _apposed(draft: Draft) -> bool:
    """Whether a denial stands beside what others say: "accused the rebels of looting the town, a charge they denied"."""
    return APPOSED_CHARGE.search(draft.passage.text, 0, draft.trigger_span.start - draft.passage.start) is not None


def _own_words(denier: Filler) -> ClaimSource:
    """Who denies something, as the one who says so."""
    actor = denier.actor
    name, kind = (actor.name, actor.kind) if actor is not None else (None, None)
    return ClaimSource(role="speaker", text=denier.text, name=name, org=name, kind=kind)


def chain(attributions: Sequence[Attribution], start: int, end: int, says_so: bool = False) -> tuple[ClaimSource, ...]:
    """The sources of what is told at these offsets, nearest to the reporter first; empty where the report says it itself.

    With `says_so` also those whose own verb of saying it is.
    """
    around = [
        a
        for a in attributions
        if a.speakers and (a.lemma not in STANCES or a.quoted) and (_contains(a, start, end) or (says_so and _says(a, start)))
    ]
    around.sort(key=lambda a: (_depth(a, around), -(a.content.end - a.content.start) if a.content else 0, a.start))
    links: list[ClaimSource] = []
    for attribution in around:
        for speaker in attribution.speakers:
            link = _link(speaker, first=not links)
            if not any(_same(link, other) for other in links):
                links.append(link)
    return tuple(links)


def _says(attribution: Attribution, start: int) -> bool:
    """Whether a verb is the one of saying, also behind its auxiliary: "has accused"; "was claimed by" is no saying."""
    cue = attribution.cue
    return cue is not None and (cue.start == start or (cue.start < start < cue.end and attribution.lemma != "claim"))


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
