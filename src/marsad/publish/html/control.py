"""The rows of who holds which place: since when, on whose word, and how old that word is."""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.model.claim import Claim
from marsad.model.picture import Holding
from marsad.publish import words
from marsad.publish.captions import chain
from marsad.publish.edition import Edition
from marsad.publish.html.refs import Notes, Ref

STALE_DAYS = 30


@dataclass(frozen=True)
class HoldingRow:
    """Who holds a place, since when, on whose word."""

    place: str
    holder: str
    state: str
    share: str
    since: str
    claimed_by: str
    contested_by: str
    newest: str
    age: str
    ended: str
    ref: Ref | None


def holdings(edition: Edition, notes: Notes) -> list[HoldingRow]:
    """Current holdings by place, then those that ended."""

    def key(h: Holding) -> tuple[bool, str, str, str]:
        return (h.to is not None, words.where(h.place).removeprefix("the ").lower(), str(h.from_), h.id)

    return [_holding(edition, notes, h) for h in sorted(edition.picture.holdings, key=key)]


def _holding(edition: Edition, notes: Notes, h: Holding) -> HoldingRow:
    age = h.age_days if h.age_days is not None else (edition.picture.as_of - h.as_of).days if edition.picture.as_of and h.as_of else None
    state = {"held": "held", "contested": "contested", "unknown": "holder unknown"}[h.state]
    against = {who for i in h.contradicted_by if (c := edition.claim.get(i)) for who in _holders(c)} - {h.holder}
    return HoldingRow(
        place=words.where(h.place),
        holder=_holder(edition, h),
        state=state + (", by fire" if h.means == "fire" else f", by {h.means}" if h.means else ""),
        share=f"{words.count(h.share)} %" if h.share is not None else "",
        since=words.short_date(h.from_) or "not told",
        claimed_by=words.listed(edition.say_each(h.sources[:3]) or _roots(edition, h.claims))
        + (" (the holder's own word)" if h.claimed_by_party else ""),
        contested_by=words.listed(edition.say_each(sorted(against))) or _held_inside(edition, h),
        newest=words.short_date(h.as_of),
        age=f"no word for {age} days" if age is not None and age > STALE_DAYS and h.to is None else "",
        ended=words.short_date(h.to),
        ref=notes.ref((*h.claims, *h.contradicted_by)),
    )


def _held_inside(edition: Edition, h: Holding) -> str:
    """What of a contested place others are said to hold: "west Hawija is said to be held by Islamic State"."""
    said = (r.replace(" is held by ", " is said to be held by ") for r in h.reasons if " is held by " in r)
    return "; ".join(map(edition.say, said)) if h.state == "contested" else ""


def _holder(edition: Edition, h: Holding) -> str:
    """The holder's name; that nobody is named where the reports only say "the units" or "fighters"."""
    if h.holder is None:
        return "not known"
    return f"not named (“{edition.say(h.holder)}”)" if edition.unnamed(h) else edition.say(h.holder)


def _holders(claim: Claim) -> set[str]:
    return {a.name or a.text for a in claim.actors if a.role == "holder"}


def _roots(edition: Edition, claims: Sequence[str]) -> list[str]:
    return sorted({chain(c.sources, edition.report[c.report], edition.mask) for i in claims if (c := edition.claim.get(i))})[:3]
