"""What a claim takes from the claims beside it apart from the place: agent of a list, day of a deed, who was counted."""

import re
from collections.abc import Sequence

import msgspec

from marsad.grammar.draft import Draft
from marsad.model.claim import Claim, ClaimActor
from marsad.resolve.sections import Sections

BARE = re.compile(
    r"(?:(?:at least|more than|about|some|another|the)\s+)?(?:[\d,.]+|[a-z]+(?:-[a-z]+)?)(?:\s+(?:others|more|other))?"
    r"(?:\s+(?:dead|killed|wounded|injured|deaths|fatalities|casualties))?",
    re.IGNORECASE,
)
RECENT = 12  # claims looked back at for a shared day
HAPPENED = ("event", "control", "casualty")
DOERS = ("agent", "holder")


def listed(drafts: Sequence[Draft], claims: Sequence[Claim], sections: Sections) -> list[Claim]:
    """Items of a list take the agent from the sentence that introduces the list: "Near Zintan, two strikes destroyed a depot"."""
    done: list[Claim] = []
    for draft, claim in zip(drafts, claims, strict=True):
        if draft.passage.kind == "bullet" and claim.kind == "event" and not any(a.role == "agent" for a in claim.actors):
            before = ((drafts[k].passage, done[k]) for k in range(len(done) - 1, -1, -1))
            alike = ((p, c) for p, c in before if (c.kind, c.type) == (claim.kind, claim.type) and _agents(c))
            lead = next((c for p, c in alike if p.kind != "bullet" or sections.within(p, draft.passage)), None)
            if lead is not None:
                claim = msgspec.structs.replace(claim, actors=claim.actors + _agents(lead))
        done.append(claim)
    return done


def _agents(claim: Claim) -> tuple[ClaimActor, ...]:
    return tuple(a for a in claim.actors if a.role == "agent")


def same_victims(drafts: Sequence[Draft], claims: Sequence[Claim]) -> list[Claim]:
    """ "Two soldiers were killed and four wounded": a bare number is of the people counted before it in the sentence."""
    done: list[Claim] = []
    for draft, claim in zip(drafts, claims, strict=True):
        if claim.kind == "casualty" and claim.civilian is None and done and BARE.fullmatch(claim.victims or ""):
            before, other = drafts[len(done) - 1], done[-1]
            if other.kind == "casualty" and before.passage == draft.passage and other.civilian is not None:
                claim = msgspec.structs.replace(claim, civilian=other.civilian)
        done.append(claim)
    return done


def timed(drafts: Sequence[Draft], claims: Sequence[Claim], sections: Sections) -> list[Claim]:
    """What happened without a date shares the day of the deed told just before by the same actor."""
    done: list[Claim] = []
    for draft, claim in zip(drafts, claims, strict=True):
        if claim.time.text is None and claim.kind in HAPPENED and claim.type != "held" and claim.status == "asserted":
            recent = range(len(done) - 1, max(-1, len(done) - 1 - RECENT), -1)
            near = (k for k in recent if not sections.apart(drafts[k].passage, draft.passage))
            before = next((done[k] for k in near if _same_story(draft, claim, drafts[k], done[k])), None)
            if before is not None:
                claim = msgspec.structs.replace(claim, time=msgspec.structs.replace(before.time, method="context"))
        done.append(claim)
    return done


def _same_story(draft: Draft, claim: Claim, other_draft: Draft, other: Claim) -> bool:
    if not 0 <= draft.passage.index - other_draft.passage.index <= 1 or other.kind not in HAPPENED or not _on_a_day(other):
        return False
    if draft.passage == other_draft.passage:
        return True
    mine = [a for a in claim.actors if a.role in DOERS and a.name]
    names, ids = {a.name for a in mine}, {a.id for a in mine if a.id}
    theirs = [a for a in other.actors if a.role in DOERS]
    return any((a.name and a.name in names) or (a.id and a.id in ids) for a in theirs) or (not mine and claim.kind == "casualty")


def _on_a_day(claim: Claim) -> bool:
    return claim.time.text is not None and claim.time.start is not None and claim.time.start == claim.time.end
