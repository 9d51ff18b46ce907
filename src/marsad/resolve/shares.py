"""Which claims count a part of what another counts, as their drafts say."""

from collections.abc import Sequence

import msgspec

from marsad.grammar.draft import Draft
from marsad.model.claim import Claim


def linked(drafts: Sequence[Draft], claims: Sequence[Claim]) -> list[Claim]:
    """The claims in their order; one that counts a part names the claim of the whole, which the same word of its sentence tells."""
    done: list[Claim] = []
    for n, (draft, claim) in enumerate(zip(drafts, claims, strict=True)):
        whole = _whole(drafts, n) if draft.part else None
        done.append(claim if whole is None else msgspec.structs.replace(claim, part_of=claims[whole].id))
    return done


def kept_wholes(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, none of which names a whole that is no longer among them."""
    ids = {claim.id for claim in claims}
    return [c if c.part_of is None or c.part_of in ids else msgspec.structs.replace(c, part_of=None) for c in claims]


def _whole(drafts: Sequence[Draft], n: int) -> int | None:
    """The nearest count before a part that is told by the same word and is no part itself."""
    part = drafts[n]
    for m in range(n - 1, -1, -1):
        d = drafts[m]
        if d.passage != part.passage:
            return None
        if d.trigger == part.trigger and d.card.kind == part.card.kind and not d.part and d.quantity is not None:
            return m
    return None
