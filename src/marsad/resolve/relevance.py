"""Whether a report tells of organised violence at all: ordinary news uses the same verbs ("fled", "took", "campaign").

A claim that only war reports make is kept where a force of its own is named in it, or where the report's words show a
conflict. Deaths, injuries, attacks, abductions and arrests are kept either way: they are what they are; the dead of a
report on an earthquake or a flood are no victims of violence, and those who left their homes in it flee none.
"""

from collections.abc import Sequence

from marsad.claims.certainty.disaster import tells_of_disaster
from marsad.grammar.card import BLOWS, CIVIL
from marsad.model.claim import Claim
from marsad.model.passage import Passage
from marsad.model.report import Report
from marsad.reading.gate import ARMED, MANY

HARM = {("casualty", "killed"), ("casualty", "injured"), ("casualty", "casualties")}
LEFT = {("displacement", "displaced"), ("displacement", "evacuated")}  # refugees fled before, from what they fled
HOUSEHOLD = 4  # people, here and nowhere else
FLED = HOUSEHOLD * MANY  # people
NEEDY = 1000


def speaks_for_itself(claim: Claim) -> bool:
    """Whether a claim is of a size that peace does not bring: hundreds who fled, thousands besieged or in need."""
    q = claim.quantity
    size = max(q.low or 0, q.best or 0) * (HOUSEHOLD if q.unit == "household" else 1) if q and q.unit in ("person", "household") else 0
    if claim.kind == "response":
        return any(a.kind == "humanitarian" for a in claim.actors) or any(x.kind == "humanitarian" for x in claim.sources)
    if claim.kind == "displacement":
        return size >= FLED or (q is not None and q.unit == "percent")
    return claim.kind == "population" and claim.type != "resident" and size >= NEEDY


def relevant(claims: Sequence[Claim], conflict: bool, report: Report, passages: Sequence[Passage] = ()) -> list[Claim]:
    """The claims that may stand in such a report; beside people killed or hurt, what killed them in the same passage may too."""
    if not claims:
        return []
    disaster = not conflict and tells_of_disaster(f"{report.title or ''} {report.text}")
    harmed = [] if disaster else [c.evidence for c in claims if (c.kind, c.type) in HARM and c.status != "denied"]
    bloody = [(p.field, p.start, p.end) for p in passages if any(e.field == p.field and p.start <= e.start < p.end for e in harmed)]
    return [
        c
        for c in claims
        if conflict
        or (c.kind == "casualty" and not disaster)
        or (c.kind, c.type) in CIVIL
        or (speaks_for_itself(c) and not (disaster and (c.kind, c.type) in LEFT))
        or any(a.kind in ARMED and a.name for a in c.actors)
        or (c.type in BLOWS and any(f == c.evidence.field and start <= c.evidence.start < end for f, start, end in bloody))
    ]
