"""Sentences of the situation report, in the field's shape: who says, number, what, from or in where, since when, as of when.

In goes a claim (and the figure that it leads); out come pieces of a sentence, of which some lead to their evidence.
Every hedge of the claim is kept.
"""

import datetime
import re
from dataclasses import dataclass

from marsad.claims.kinds import VERBS
from marsad.model.claim import Claim, ClaimSource
from marsad.model.report import Report
from marsad.publish import words
from marsad.publish.mask import NAME, Mask
from marsad.publish.private import head, is_private
from marsad.publish.safe import plain


@dataclass(frozen=True)
class Piece:
    """Words of a caption; where `claims` are given, they lead to the evidence."""

    text: str
    claims: tuple[str, ...] = ()


Caption = tuple[Piece, ...]

ROLE_WORDS = {"origin": "from", "destination": "in", "at": "in", "near": "near", "target": "in", "toward": "towards"}
NOUNS = {"person": ("person", "people"), "household": ("family", "families"), "percent": ("percent", "percent")}
WITH_ARTICLE = {"UN", "United Nations", "ICRC", "SDF", "Syrian Observatory for Human Rights", "Government of Iraq", "Red Cross"}
PRONOUNS = frozenset("he she it they we i you one who".split())
NUMERALS = frozenset("hundred thousand million billion dozen score".split())
HEDGES = {"alleged": "allegedly", "doubted": "reportedly"}


def caption(claim: Claim, report: Report, mask: Mask, *, as_of: datetime.date | None = None, claims: tuple[str, ...] = ()) -> Caption:
    """The claim as one sentence: "According to the UN, citing IOM, 28,400 people had been displaced from west Mosul since …, as of …"."""
    lead = f"According to {chain(claim.sources, report, mask)}, "
    number = quantity_words(claim)
    pieces = [Piece(lead), *_denial(claim), Piece(number, claims or (claim.id,)), Piece(" " + _what(claim))]
    end = as_of or claim.time.end or report.published
    tail = _since(claim, mask) or _since_words(claim, report, mask)
    if end and not (claim.quantity and claim.quantity.measure == "incident" and claim.time.start) and not tail.startswith(" on "):
        tail += f", as of {words.date(end)}"
    if claim.status == "doubted":
        tail += ", which the report itself doubts"
    return (*pieces, Piece(tail + "."))


def _denial(claim: Claim) -> tuple[Piece, ...]:
    told = not claim.negated or (claim.type, "denied") in VERBS
    return () if told else (Piece("it is not the case that "),)


def chain(sources: tuple[ClaimSource, ...], report: Report, mask: Mask) -> str:
    """Who says so, and whom they cite; the report itself where nobody is named."""
    known = [s for s in sources if s.name or s.person or s.text.lower() not in PRONOUNS]
    speakers = [speaker(s, mask) for s in known if s.role == "speaker"]
    cited = [speaker(s, mask) for s in known if s.role == "cited"]
    if not speakers and cited:
        speakers, cited = cited[:1], cited[1:]
    if not speakers:
        return publisher(report)
    return speakers[0] + "".join(f", citing {name}" for name in cited if name != speakers[0])


def publisher(report: Report) -> str:
    """Who printed the report, in words."""
    return plain(report.publisher) or ("a report of " + words.date(report.published) if report.published else "an undated report")


def speaker(source: ClaimSource, mask: Mask) -> str:
    """The source as named to the public: a body, an official with their office, or the role of a private person."""
    if is_private(source) and not mask.internal:
        role = mask.text(head(plain(source.title))) or "a private person"
        return f"{role} {NAME}"
    body = plain(source.name or source.org or _lowered(source.text))
    if source.person:
        title = plain(source.title)
        person = plain(source.person)
        held = f"{title} {person}" if title and title.lower() not in person.lower() else person
        return f"{held} ({plain(source.org)})" if source.org and source.org.lower() not in held.lower() else held
    return f"the {body}" if body in WITH_ARTICLE else mask.text(body)


def _lowered(text: str) -> str:
    """Words that name nobody, as they stand within a sentence: "security sources", "a municipal official"."""
    first, _, rest = text.partition(" ")
    common = bool(rest) and first[1:].islower() and not any(word[:1].isupper() for word in rest.split())
    return f"{first.lower()} {rest}" if common or first in ("A", "An", "The") else text


def quantity_words(claim: Claim) -> str:
    """The number in the source's own words, with its noun where the words leave it out."""
    if claim.quantity is None:
        return {"displacement": "people", "population": "people", "casualty": "people"}.get(claim.kind, "an unknown number")
    said = plain(claim.quantity.text)
    said = said[:1].lower() + said[1:] if said[:1].isupper() and not said[:2].isupper() else said
    said = said.replace("as high as ", "as many as ", 1) if said.startswith("as high as ") else said  # of people, not of a total
    said = f"an {said}" if said.startswith("estimated ") else said
    one, many = NOUNS.get(claim.quantity.unit or "", (claim.quantity.unit or "", f"{claim.quantity.unit or ''}s"))
    noun = one if claim.quantity.best == 1 else many
    last = said.split()[-1].lower() if said else ""
    bare = bool(said) and (not any(c.isalpha() for c in last) or last in NUMERALS)
    if bare and claim.quantity.unit == "percent" and "%" not in said:
        said = f"{said} percent"
    elif last.removesuffix("s") in NUMERALS and last not in NUMERALS and noun:
        said = f"{said} of {many}"
    elif bare and noun and "%" not in said:
        said = f"{said} {noun}"
    if claim.status == "estimated" and "estimate" not in said:
        said = f"an estimated {said}" if said[:1].isdigit() else f"{said} (an estimate)"
    if claim.quantity.measure == "rate" and claim.quantity.per and not _says_rate(said, claim.quantity.per):
        said = f"{said} a {claim.quantity.per}" if claim.quantity.per != "hour" else f"{said} an hour"
    return said


def _says_rate(said: str, per: str) -> bool:
    return per in said or {"day": "daily", "week": "weekly", "month": "monthly", "year": "annual"}.get(per, per) in said


def _what(claim: Claim) -> str:
    """The verb with the place: "had been displaced from west Mosul"."""
    measure = claim.quantity.measure if claim.quantity and claim.quantity.measure else ""
    verb = _of_the_dead(claim) or _verb(claim, measure)
    fled_to = claim.type == "displaced" and not words.claim_where(claim, "origin") and any(p.role == "destination" for p in claim.places)
    verb = "had fled" if fled_to and measure != "rate" else verb
    verb = verb.format(be="was" if claim.quantity and claim.quantity.best == 1 else "were")
    verb = _hedged(verb, claim.status)
    from_ = words.claim_where(claim, "origin")
    to = next(((p.role, words.place_words(p.name, p.part, p.text)) for p in claim.places if p.role != "origin"), None)
    phrase = verb
    if from_:
        phrase += f" from {from_}"
    if to:
        moving = claim.kind == "displacement" and (from_ or fled_to or claim.type in {"returned", "evacuated"})
        role = "to" if moving and to[0] == "destination" else ROLE_WORDS.get(to[0], "in")
        phrase += f" {role} {to[1]}"
    return phrase


def _verb(claim: Claim, measure: str) -> str:
    """The verb of the type as it is told: of what is denied, of things rather than people, by measure, or at all."""
    things = claim.quantity is not None and claim.quantity.unit not in (*NOUNS, "place", None)
    said = ("denied" if claim.negated else "", "things" if things else "", measure)
    found = next((VERBS[claim.type, key] for key in said if key and (claim.type, key) in VERBS), None)
    return found or VERBS.get((claim.type, "")) or words.kind_words(claim.type).lower()


def _of_the_dead(claim: Claim) -> str:
    """Bodies are found, deaths are reported: neither is killed."""
    last = (claim.quantity.text.split() or [""])[-1].lower() if claim.type == "killed" and claim.quantity else ""
    return {"bodies": "had been found", "corpses": "had been found", "deaths": "had been reported", "fatalities": "had been reported"}.get(
        last, ""
    )


def _hedged(verb: str, status: str) -> str:
    """The verb with the claim's hedge: "had allegedly been killed", "could be displaced"."""
    first, _, rest = verb.partition(" ")
    if status in HEDGES:
        return f"{first} {HEDGES[status]} {rest}".rstrip() if first in {"had", "were", "was"} else f"{HEDGES[status]} {verb}"
    if status == "expected":
        return _future(first, rest, verb, "{be} expected to")
    if status == "planned":
        return _future(first, rest, verb, "{be} planned to")
    if status == "possible":
        return _future(first, rest, verb, "could")
    return verb


def _future(first: str, rest: str, verb: str, modal: str) -> str:
    modal = modal.format(be="was" if first == "was" else "were")
    base = {"remained": "remain", "lived": "live", "returned": "return", "could": ""}.get(first)
    if first in {"were", "was"}:
        return f"{modal} be {rest}"
    if first == "had":
        return f"{modal} {rest.replace('been', 'be', 1)}" if rest.startswith("been") else f"{modal} have {rest}"
    if base is not None:
        return f"{modal} {base} {rest}".replace("  ", " ").strip()
    return f"{modal} have {verb}"


def _since(claim: Claim, mask: Mask) -> str:
    """The start of the count, in the report's words where it says "since"."""
    said = mask.text(plain(claim.time.text))
    measure = claim.quantity.measure if claim.quantity else None
    if measure == "stock":  # it is so on its day, whatever else the sentence dates
        return ""
    if said.lower().startswith("since"):
        start = f" ({words.date(claim.time.start)})" if claim.time.start and not any(c.isdigit() for c in said) else ""
        if claim.time.start and any(c.isdigit() for c in said):
            return f" since {words.date(claim.time.start)}"
        return f" {said[:1].lower()}{said[1:]}{start}"
    if claim.time.start is None:
        return ""
    if measure in {"cumulative", "rate"} and claim.time.start != claim.time.end:
        return f" since {words.date(claim.time.start)}"
    if claim.time.start == claim.time.end:
        return f" on {words.date(claim.time.start)}"
    return f" ({words.period(claim.time.start, claim.time.end)})" if claim.time.end else f" since {words.date(claim.time.start)}"


_SINCE = re.compile(r"\b[Ss]ince ((?:the|a|an|fighting|clashes|shelling|violence|rebels|troops|forces)\b[^,.;:()\n\"“”]{4,80})")
_RELATIVE = re.compile(
    r"(?i)\s+(?:(?:last|this|earlier this|late last|early this) (?:week|month|year|summer|winter|spring|autumn)|yesterday|today)$"
)
REACH = 100  # characters beside a count in which its sentence says since when


def _since_words(claim: Claim, report: Report, mask: Mask) -> str:
    """The event since which a total is counted, in the report's words: "since the offensive began"."""
    if claim.quantity is None or claim.quantity.measure != "cumulative" or claim.time.start is not None:
        return ""
    kept, told = report.kept(claim.evidence.field), claim.evidence
    before = re.split(r"[.!?]\s", kept[max(0, told.start - REACH) : told.start])[-1]
    found = _SINCE.search(before + re.split(r"[.!?]\s", kept[told.start : told.end + REACH])[0])
    return f" since {mask.text(plain(_RELATIVE.sub('', found[1].rstrip())))}" if found else ""


def in_words(pieces: Caption) -> str:
    """The caption as plain text."""
    return "".join(p.text for p in pieces)
