"""Whether a report tells of organised violence at all: ordinary news uses the same verbs ("fled", "took", "campaign").

A claim that only war reports make is kept where a force of its own is named in it, or where the report's words show a
conflict. Deaths, injuries, attacks, abductions and arrests are kept either way: they are what they are.
"""

import re
from collections.abc import Sequence

from marsad.grammar.words import WordList
from marsad.model.claim import Claim
from marsad.model.report import Report

WORD = re.compile(r"[^\W\d_]+")
ARMED = {"armed group", "state force", "coalition"}
CIVIL = {("event", "attack"), ("event", "abduction"), ("event", "arrest"), ("event", "execution"), ("event", "sexual_violence")}
ENOUGH = 3  # different words of conflict in a report of any length ...
FLED = 100  # people; a household counts as four of them here and nowhere else
NEEDY = 1000
SHORT = 60  # ... or one in so few words


def tells_of_conflict(report: Report, words: WordList) -> bool:
    """Whether the report's own words show organised violence or its victims."""
    found = [w.lower() for w in WORD.findall(f"{report.title or ''} {report.text}")]
    single = {w for w in found if w in words} | {" ".join(pair) for pair in zip(found, found[1:], strict=False) if pair in words.pairs}
    return len(single) >= ENOUGH or (bool(single) and len(found) <= SHORT) or (len(single) >= 2 and len(found) <= 4 * SHORT)


def speaks_for_itself(claim: Claim) -> bool:
    """Whether a claim is of a size that peace does not bring: hundreds who fled, thousands besieged or in need."""
    q = claim.quantity
    size = max(q.low or 0, q.best or 0) * (4 if q.unit == "household" else 1) if q and q.unit in ("person", "household") else 0
    if claim.kind == "displacement":
        return size >= FLED
    return claim.kind == "population" and claim.type != "resident" and size >= NEEDY


def relevant(claims: Sequence[Claim], conflict: bool) -> list[Claim]:
    """The claims that may stand in such a report."""
    return [
        c
        for c in claims
        if conflict
        or c.kind == "casualty"
        or (c.kind, c.type) in CIVIL
        or speaks_for_itself(c)
        or any(a.kind in ARMED and a.name for a in c.actors)
    ]
