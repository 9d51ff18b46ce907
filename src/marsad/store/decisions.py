"""What people decided about claims: ledger records that attach to the words, so that they outlive a better reading of them."""

import datetime
import hashlib
from collections.abc import Iterable

import msgspec

from marsad import __version__
from marsad.errors import UsageError
from marsad.model.claim import Claim
from marsad.store.contents import Folded
from marsad.store.record import Decision, Verdict, encode
from marsad.store.store import Store


class Standing(msgspec.Struct, frozen=True):
    """The newest decision about some words, and the claim that stands on them now."""

    decision: Decision
    claim: str | None  # None where nothing is read in these words any more
    recheck: bool  # the claim is not what the person saw

    @property
    def rejects(self) -> bool:
        """Whether the claim is out of the picture: rejected, and still what the person saw."""
        return self.decision.verdict == "rejected" and not self.recheck


def decide(
    store: Store, claim: str, verdict: Verdict, *, by: str, reason: str = "", now: datetime.datetime, request: str | None = None
) -> Decision:
    """The decision is in the ledger; the same request again changes nothing. The caller owns the store."""
    folded = store.folded()
    found = [one for kept in folded.kept.values() for one in kept.claims if one.id == claim or one.id.startswith(claim)]
    if len(found) != 1:
        raise UsageError(f"no claim {claim} in {store.folder}" if not found else f"{len(found)} claims begin with {claim}; name one whole")
    about = found[0]
    made = Decision(
        id=request or hashlib.sha256(f"{about.id}{verdict}{by}{now.isoformat()}".encode()).hexdigest()[:16],
        claim=about.id,
        report=about.report,
        field=about.evidence.field,
        start=about.evidence.start,
        end=about.evidence.end,
        seen=fingerprint(about),
        verdict=verdict,
        reason=reason,
        by=by,
        at=now.isoformat(timespec="seconds"),
        reader=__version__,
    )
    if made.id not in {decision.id for decision in folded.decisions}:
        store.ledger.append([encode(made)])
    return made


def standings(folded: Folded) -> list[Standing]:
    """What is decided now, in the order of the ledger; a decision that was undone is gone."""
    newest: dict[tuple[str, str, int, int, str], Decision] = {}
    for decision in folded.decisions:
        newest[decision.report, decision.field, decision.start, decision.end, decision.claim] = decision
    return [
        _standing(decision, folded.kept[decision.report].claims)
        for decision in newest.values()
        if decision.verdict != "undone" and decision.report in folded.kept
    ]


def fingerprint(claim: Claim) -> str:
    """The same for claims that say the same; which card made it and what the checks think do not count."""
    same = msgspec.structs.replace(claim, card="", warnings=())
    return hashlib.sha256(msgspec.json.encode(same)).hexdigest()[:16]


def _standing(decision: Decision, claims: Iterable[Claim]) -> Standing:
    """The claim of the same id, else the one on the same words, else the one on most of them."""
    ranked = sorted(((_nearness(decision, claim), claim.id, claim) for claim in claims), key=lambda one: one[:2], reverse=True)
    if not ranked or ranked[0][0] <= 0:
        return Standing(decision, None, recheck=True)
    claim = ranked[0][2]
    return Standing(decision, claim.id, recheck=fingerprint(claim) != decision.seen)


def _nearness(decision: Decision, claim: Claim) -> float:
    if claim.id == decision.claim:
        return 2.0
    evidence = claim.evidence
    if evidence.field != decision.field:
        return 0.0
    shared = min(evidence.end, decision.end) - max(evidence.start, decision.start)
    return shared / (max(evidence.end, decision.end) - min(evidence.start, decision.start) or 1)
