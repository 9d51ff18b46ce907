"""Whether a report tells of organised violence at all: ordinary news uses the same verbs ("fled", "took", "campaign").

A claim that only war reports make is kept where a force of its own is named in it, or where the report's words show a
conflict. Deaths, injuries, attacks, abductions and arrests are kept either way: they are what they are.
"""

import re
from collections.abc import Sequence

from marsad.grammar.words import WordList
from marsad.model.claim import Claim
from marsad.model.report import Report

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
ARMED = {"armed group", "state force", "coalition"}
CIVIL = {("event", "attack"), ("event", "abduction"), ("event", "arrest"), ("event", "execution"), ("event", "sexual_violence")}
ENOUGH = 3  # different words of conflict in a report of any length ...
SHORT = 60  # ... or one in so few words


def tells_of_conflict(report: Report, words: WordList) -> bool:
    """Whether the report's own words show organised violence or its victims."""
    found = [w.lower() for w in WORD.findall(f"{report.title or ''} {report.text}")]
    single = {w for w in found if w in words}
    return len(single) >= ENOUGH or (bool(single) and len(found) <= SHORT) or (len(single) >= 2 and len(found) <= 4 * SHORT)


def relevant(claims: Sequence[Claim], conflict: bool) -> list[Claim]:
    """The claims that may stand in such a report."""
    return [
        c
        for c in claims
        if conflict or c.kind == "casualty" or (c.kind, c.type) in CIVIL or any(a.kind in ARMED and a.name for a in c.actors)
    ]
