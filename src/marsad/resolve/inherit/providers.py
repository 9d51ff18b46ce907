"""Who gave the aid of a list: the agency before the colon of its line, or in the heading above its bullets."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from marsad.grammar.draft import Draft
from marsad.model.claim import Claim, ClaimActor
from marsad.model.mention import ActorMention
from marsad.model.passage import Passage
from marsad.model.report import Field
from marsad.reading.passages import bullet_mark, is_heading

GIVEN = ("aid_delivered", "site_opened")
LABELLED = re.compile(r"(?: \([A-Z][\w-]{1,11}\))?(?::|\s[–—-])\s")  # behind the agency's name: ": ", " (MSF) – "
ALONE = re.compile(r"(?: ?\([A-Z][\w-]{1,11}\))?[: ]*\Z")


def helped_by(
    drafts: Sequence[Draft], claims: Sequence[Claim], passages: Mapping[Field, Sequence[Passage]], actors: Sequence[ActorMention]
) -> list[Claim]:
    """The claims; aid and sites of which nobody is told to give them are those of the agency that the line or its heading names."""
    bodies = [a for a in actors if a.kind == "humanitarian" and a.name and not a.adjectival]
    if not bodies:
        return list(claims)
    headed = dict(_headed(passages["text"], bodies)) if "text" in passages else {}
    done: list[Claim] = []
    for draft, claim in zip(drafts, claims, strict=True):
        if claim.type in GIVEN and not claim.actors:
            body = _label(draft.passage, bodies) or headed.get(draft.passage.index)
            if body is not None:
                provider = ClaimActor(role="provider", text=body.text, name=body.name, kind=body.kind, id=body.id)
                claim = msgspec.structs.replace(claim, actors=(provider,))
        done.append(claim)
    return done


def _label(passage: Passage, bodies: Sequence[ActorMention]) -> ActorMention | None:
    """The agency with which a line begins, set off by a colon or a dash."""
    at = passage.start + bullet_mark(passage.text)
    first = next((a for a in bodies if a.field == passage.field and a.start == at), None)
    return first if first is not None and LABELLED.match(passage.text, first.end - passage.start) else None


def _headed(passages: Sequence[Passage], bodies: Sequence[ActorMention]) -> Iterator[tuple[int, ActorMention]]:
    """The bullets below a heading that says nothing but an agency's name, each with it."""
    above: ActorMention | None = None
    for passage, following in pairwise((*passages, *passages[-1:])):
        if is_heading(passage, following):
            name = next((a for a in bodies if a.field == passage.field and a.start == passage.start), None)
            above = name if name is not None and ALONE.match(passage.text, name.end - passage.start) else None
        elif passage.kind != "bullet":
            above = None
        elif above is not None:
            yield passage.index, above
