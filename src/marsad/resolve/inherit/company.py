"""What a claim takes from the claims beside it apart from the place: agent of a list, day of a deed, who was counted."""

import datetime
import re
from collections.abc import Sequence

import msgspec

from marsad.grammar.card import BLOWS
from marsad.grammar.draft import Draft
from marsad.model.claim import Claim, ClaimActor, ClaimTime
from marsad.model.mention import Attribution, Mentions, TimeMention
from marsad.model.report import Report
from marsad.resolve.entries import Entries
from marsad.resolve.sections import Sections
from marsad.resolve.whole_war import is_toll_so_far

BARE = re.compile(
    r"(?:(?:at least|more than|about|some|another|the|a)\s+)?(?:[\d,.]+|[a-z]+(?:-[a-z]+)?)(?:\s+(?:others|more|other))?"
    r"(?:\s+(?:dead|killed|wounded|injured|deaths|fatalities|casualties))?",
    re.IGNORECASE,
)
STRIKES_NEAR = re.compile(
    r"(?:Near|In|Outside|Close to|In the vicinity of|(?:North|South|East|West)[a-z]*[ ]of)[ ](?:[\w'’-]+[ ]){0,3}[\w'’-]+,[ ]"
    r"(?:(?:an?|one|two|[a-z]+|\d+)[ ])(?:air[ ]?)?strikes?\b"
)
ALSO = re.compile(r"(?:\s+(?:were|was|people|persons|dead))?,?\s+(?:and|AND)\s+")
MONTH = 31  # days: a longer stretch dates no single deed
RECENT = 12  # claims looked back at for a shared day
APART = re.compile(r"[;:“”\"]|\b(?:who|whom|which|that|when|after|before|since|until|while|where|because|but|if)\b", re.IGNORECASE)
COMPARED = re.compile(r"\d from (?:\w+ ){0,2}\d|\b(?:compared|than|versus|(?:up|down|rising|risen|fallen) from)\b", re.IGNORECASE)
SAID_ON = 12  # characters between a word of saying and its day
STATES = ("held", "sheltering", "refugee", "resident", "remaining", "trapped", "in_need", "site_capacity", "access")
TOLD_AS_DONE = ("asserted", "alleged", "estimated")
HAPPENED = ("event", "control", "casualty")
ATTACKS = (*sorted(BLOWS), "execution", "armed_clash")  # what "the attack" may come back to
SO_FAR = re.compile(r"\b(?:so far|to date)\b", re.IGNORECASE)
OPENING = 8  # characters: "On Sunday", "Early on Sunday"
SO_FAR_REACH = 12
PERFECT = re.compile(r"\b(?:has|have)\b")
LASTING = ("armed_clash", "encirclement", "offensive")
KNOWN = re.compile(r"\b(?:the|this|that)\s(?:[a-z]+\s)?\Z", re.IGNORECASE)
KNOWN_REACH = 20  # characters before the noun of a deed in which the article stands
DOERS = ("agent", "holder")


def listed(drafts: Sequence[Draft], claims: Sequence[Claim], sections: Sections) -> list[Claim]:
    """Items of a list, also those that stand as sentences, take the agent and the day from the sentence that introduces the list.

    "Near Zintan, two strikes destroyed a depot" is told of whose strikes the sentence before tells, and when.
    """
    done: list[Claim] = []
    for draft, claim in zip(drafts, claims, strict=True):
        item = draft.passage.kind == "bullet" or (claim.type == "air_strike" and STRIKES_NEAR.match(draft.passage.text) is not None)
        if item and claim.kind == "event" and not any(a.role == "agent" for a in claim.actors):
            before = ((drafts[k].passage, done[k]) for k in range(len(done) - 1, -1, -1))
            alike = ((p, c) for p, c in before if (c.kind, c.type) == (claim.kind, claim.type) and _agents(c))
            lead = next((c for p, c in alike if p.kind != "bullet" or sections.within(p, draft.passage)), None)
            if lead is not None:
                when = lead.time if claim.time.text is None and lead.time.text is not None else claim.time
                claim = msgspec.structs.replace(claim, actors=claim.actors + _agents(lead), time=_by_context(when, claim.time))
        done.append(claim)
    return done


def _by_context(time: ClaimTime, own: ClaimTime) -> ClaimTime:
    """A time, marked as another's where it is not the claim's own."""
    return own if time is own else msgspec.structs.replace(time, method="context")


def _agents(claim: Claim) -> tuple[ClaimActor, ...]:
    return tuple(a for a in claim.actors if a.role == "agent")


def same_victims(drafts: Sequence[Draft], claims: Sequence[Claim], report: Report) -> list[Claim]:
    """ "Two soldiers were killed and four wounded": a bare number is of the people counted before it in the sentence."""
    done: list[Claim] = []
    for draft, claim in zip(drafts, claims, strict=True):
        if claim.kind == "casualty" and claim.civilian is None and done and BARE.fullmatch(claim.victims or ""):
            wholes = [n for n in range(len(done)) if not drafts[n].part] or [0]  # "killed three, including two airmen, and hurt 37"
            before, other = drafts[wholes[-1]], done[wholes[-1]]
            if other.kind == "casualty" and before.passage == draft.passage and other.civilian is not None:
                claim = msgspec.structs.replace(claim, civilian=other.civilian)
        done.append(claim)
    return [_named_after(n, drafts, done, report) for n in range(len(done))]


def _named_after(n: int, drafts: Sequence[Draft], claims: Sequence[Claim], report: Report) -> Claim:
    """ "Killed three and wounded four soldiers": a bare number with an "and" behind it is of the people counted next."""
    claim = claims[n]
    if claim.kind != "casualty" or claim.civilian is not None or not BARE.fullmatch(claim.victims or ""):
        return claim
    m = next((k for k in range(n + 1, len(claims)) if claims[k].kind == "casualty"), n)
    joined = ALSO.match(report.kept(claim.evidence.field), claim.evidence.end)
    if m == n or joined is None or drafts[m].passage != drafts[n].passage or drafts[m].part:
        return claim
    beside = claims[m].civilian is not None and claim.evidence.end < claims[m].evidence.start <= joined.end()
    return msgspec.structs.replace(claim, civilian=claims[m].civilian) if beside else claim


def dated(drafts: Sequence[Draft], claims: Sequence[Claim], report: Report, mentions: Mentions) -> list[Claim]:
    """What happened takes the one day that its sentence names beside it: "On Saturday shells fell, leaving nine dead"."""
    done: list[Claim] = []
    for draft, claim in zip(drafts, claims, strict=True):
        told = draft.verbal or claim.kind in ("casualty", "displacement")  # "the battle" goes on for longer than a day
        told = told and not is_toll_so_far(draft, claim)
        if told and claim.time.text is None and not draft.told and claim.type not in STATES and claim.status in TOLD_AS_DONE:
            day = _day_of_sentence(draft, report, mentions)
            if day is not None:
                claim = msgspec.structs.replace(
                    claim, time=ClaimTime(text=day.text, start=day.value_start, end=day.value_end, method=day.method)
                )
        done.append(claim)
    return done


def _day_of_sentence(draft: Draft, report: Report, mentions: Mentions) -> TimeMention | None:
    """The one day or short stretch named in the sentence, where neither the telling nor another clause has it for its own."""
    passage, at = draft.passage, draft.trigger_span.start
    inside = [m for m in mentions.times if m.field == passage.field and passage.start <= m.start < passage.end and m.kind != "duration"]
    if len(inside) != 1 or inside[0].relation not in ("on", "during") or not _short(inside[0].value_start, inside[0].value_end):
        return None
    day = inside[0]
    if day.start in draft.elsewhen and draft.card.kind != "casualty":
        return None  # "the town, which fell in May, was shelled"; but "a bomb that went off on Monday killed six"
    holding = [a.content for a in mentions.attributions if a.field == passage.field and a.content and a.content.start <= at < a.content.end]
    if any(not c.start <= day.start < c.end for c in holding) or any(_tells_when(a, day) for a in mentions.attributions):
        return None
    between = report.kept(passage.field)[min(day.end, at) : max(day.start, at)]
    if at < day.start:  # "were killed when a bomb went off on Monday"
        between = between.replace("when", "", 1)
    return None if APART.search(between) or COMPARED.search(between) else day


def entered(drafts: Sequence[Draft], claims: Sequence[Claim], entries: Entries) -> list[Claim]:
    """What an entry of a chronology tells without a day is of the entry's day, what it tells of how things stand is as of it."""
    done: list[Claim] = []
    for draft, claim in zip(drafts, claims, strict=True):
        day = entries.day(draft.passage)
        if (
            day is not None
            and claim.time.text is None
            and not draft.told
            and claim.status in TOLD_AS_DONE
            and not is_toll_so_far(draft, claim)
        ):
            start = None if claim.type in STATES else day.value_start
            claim = msgspec.structs.replace(claim, time=ClaimTime(text=day.text, start=start, end=day.value_end, method="context"))
        done.append(claim)
    return done


def _tells_when(attribution: Attribution, day: TimeMention) -> bool:
    """Whether the day stands with the saying: "said on Monday"."""
    cue = attribution.cue
    return attribution.field == day.field and cue is not None and 0 <= day.start - cue.end <= SAID_ON


def timed(drafts: Sequence[Draft], claims: Sequence[Claim], sections: Sections, report: Report, mentions: Mentions) -> list[Claim]:
    """What happened without a date shares the day of the deed told just before by the same actor."""
    done: list[Claim] = []
    for draft, claim in zip(drafts, claims, strict=True):
        if (
            claim.time.text is None
            and draft.passage.kind != "row"  # a table has days of its own
            and claim.kind in HAPPENED
            and claim.type != "held"
            and claim.status == "asserted"
            and not is_toll_so_far(draft, claim)
        ):
            recent = range(len(done) - 1, max(-1, len(done) - 1 - RECENT), -1)
            opened = _opens_with_a_day(draft, claim, mentions)
            near = (k for k in recent if not sections.apart(drafts[k].passage, draft.passage))
            near = (k for k in near if not opened or drafts[k].passage == draft.passage)
            before = next((done[k] for k in near if _same_story(draft, claim, drafts[k], done[k], report)), None)
            if before is not None:
                claim = msgspec.structs.replace(claim, time=msgspec.structs.replace(before.time, method="context"))
        done.append(claim)
    return done


def _opens_with_a_day(draft: Draft, claim: Claim, mentions: Mentions) -> bool:
    """Whether the sentence of what is told opens with a day of its own: "On Sunday it was Sidon's turn: 14 people were killed"."""
    here, at = draft.passage, min(claim.evidence.start, draft.passage.start + OPENING)
    inside = (m for m in mentions.times if m.field == here.field and here.start <= m.start < at)
    return (draft.verbal or claim.kind == "casualty") and any(
        m.kind == "date" and m.relation == "on" and _short(m.value_start, m.value_end) for m in inside
    )


def _same_story(draft: Draft, claim: Claim, other_draft: Draft, other: Claim, report: Report) -> bool:
    if not 0 <= draft.passage.index - other_draft.passage.index <= 1 or other.kind not in HAPPENED or not _bounded(other, report):
        return False
    if _runs_on(draft, claim, other):
        return False
    if draft.passage == other_draft.passage:
        return claim.kind == "casualty" or other_draft.aside in (None, draft.aside)
    mine = [a for a in claim.actors if a.role in DOERS and a.name]
    names, ids = {a.name for a in mine}, {a.id for a in mine if a.id}
    theirs = [a for a in other.actors if a.role in DOERS]
    if any((a.name and a.name in names) or (a.id and a.id in ids) for a in theirs) or (not mine and claim.kind == "casualty"):
        return True
    return not mine and _comes_back(draft, claim, other)


def _runs_on(draft: Draft, claim: Claim, other: Claim) -> bool:
    """Whether a toll is one so far, or that of a fight which goes on: neither is of the day on which the fight began."""
    if claim.kind != "casualty":
        return False
    words = draft.passage.text[
        max(0, claim.evidence.start - draft.passage.start - SO_FAR_REACH) : claim.evidence.end - draft.passage.start + SO_FAR_REACH
    ]
    return SO_FAR.search(words) is not None or (other.type in LASTING and PERFECT.search(claim.evidence.text) is not None)


def _comes_back(draft: Draft, claim: Claim, other: Claim) -> bool:
    """Whether a deed is named as one that is known, right after one of its kind was told: "the attack", "that strike"."""
    if claim.kind != "event" or other.kind != "event" or draft.verbal:
        return False
    alike = claim.type == other.type or (claim.type == "attack" and other.type in ATTACKS)
    text, at = draft.passage.text, draft.trigger_span.start - draft.passage.start
    return alike and KNOWN.search(text, max(0, at - KNOWN_REACH), at) is not None


def _bounded(claim: Claim, report: Report) -> bool:
    """Whether a claim has a day, or a short stretch that does not run on to the report."""
    time = claim.time
    return time.text is not None and _short(time.start, time.end) and (time.start == time.end or time.end != report.published)


def _short(start: datetime.date | None, end: datetime.date | None) -> bool:
    return start is not None and end is not None and 0 <= (end - start).days <= MONTH
