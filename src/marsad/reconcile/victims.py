"""How many people an incident killed and injured: a range for civilians, fighters and those not told apart."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from marsad.model.claim import Quantity
from marsad.model.picture import CountRange, VictimCount, VictimGroups
from marsad.reconcile import value
from marsad.reconcile.said import Said

CLAUSE = 40  # characters between victims who are told in one breath
_OWN = re.compile(r"\b[A-Z][a-z]{2,30}\b")  # words that say whose the victims are
GROUPS = {True: "civilian", False: "fighter", None: "unknown"}


def victims(said: Iterable[Said], kind: str) -> VictimCount | None:
    """The people of one kind (killed, injured) that the standing claims tell of; None where no number is told."""
    told = [one for one in said if one.claim.kind == "casualty" and one.claim.type == kind and _number(one) is not None]
    standing = newest(told)
    wholes = [one for one in standing if one.part_of is None]
    if not wholes and not standing:
        return None
    by_group = {name: _group(_of_group(standing, name)) for name in GROUPS.values()}
    total = _add([_across([_total(several) for several in _by_root(group)]) for group in _peoples(wholes or standing)]) or CountRange()
    return VictimCount(low=total.low, best=total.best, high=total.high, by=VictimGroups(**by_group))


def _peoples(said: Sequence[Said]) -> list[list[Said]]:
    """Victims told apart by whose they are ("South African soldiers", "Malawian peacekeepers") are not two counts of the same people."""
    groups: dict[frozenset[str], list[Said]] = defaultdict(list)
    for one in said:
        groups[frozenset(_OWN.findall((one.claim.victims or "").partition(" ")[2]))].append(one)
    keys = sorted(groups, key=sorted)
    apart = all(keys) and all(a.isdisjoint(b) for n, a in enumerate(keys) for b in keys[:n])
    return [groups[key] for key in keys] if apart else [list(said)]


def _of_group(said: Sequence[Said], name: str) -> list[Said]:
    """The claims of one group: its wholes, or its parts where only those are told ("17 people, among them five children")."""
    mine = [one for one in said if GROUPS[one.claim.civilian] == name]
    return [one for one in mine if one.part_of is None] or mine


def newest(said: Sequence[Said]) -> list[Said]:
    """Of each root and kind of victim, only what its latest report says."""
    latest: dict[tuple[str, str, bool | None], str] = {}
    for one in said:
        key = (one.root.name, one.claim.type, one.claim.civilian)
        latest[key] = max(latest.get(key, ""), _day(one))
    return [one for one in said if _day(one) == latest[one.root.name, one.claim.type, one.claim.civilian]]


def _day(one: Said) -> str:
    return one.published.isoformat() if one.published else ""


def _number(one: Said) -> Quantity | None:
    quantity = one.claim.quantity
    if one.claim.status == "denied":
        return Quantity(text=quantity.text if quantity else "none", low=0, best=0, high=0, unit="person")
    if quantity is None or value.point(quantity) is None or quantity.unit == "percent":
        return None
    return quantity


def _group(said: Sequence[Said]) -> CountRange | None:
    return _add([_across([_sum_distinct(several) for several in _by_root(group)]) for group in _peoples(said)]) if said else None


def _by_root(said: Sequence[Said]) -> list[list[Said]]:
    roots: dict[str, list[Said]] = defaultdict(list)
    for one in sorted(said, key=lambda o: o.order):
        roots[one.root.name].append(one)
    return list(roots.values())


def _total(said: Sequence[Said]) -> CountRange:
    """One root's total: the number not told apart, or the sum of its groups where that is more."""
    groups: dict[bool | None, list[Said]] = defaultdict(list)
    for one in said:
        groups[one.claim.civilian].append(one)
    apart = _add([_sum_distinct(groups[key]) for key in (True, False) if key in groups])
    together = _sum_distinct(groups[None]) if None in groups else None
    if together is None or apart is None:
        return together or apart or CountRange()
    return max(together, apart, key=lambda count: count.best or count.low or count.high or 0.0)


def _sum_distinct(said: Sequence[Said]) -> CountRange:
    """Different victims of one sentence add up; the same victims told twice do not."""
    sums: list[CountRange] = []
    for sentence in _sentences(said):
        kinds: dict[str, list[Said]] = defaultdict(list)
        for one in sentence:
            kinds[one.claim.victims or ""].append(one)
        exact = [min(several, key=lambda o: (value.exactness(_quantity(o)), o.order)) for several in kinds.values()]
        added = _add([_range(_quantity(one)) for one in exact])
        if added is not None:
            sums.append(added)
    return max(sums, key=lambda count: (count.best or count.low or count.high or 0.0, str(count)))


def _sentences(said: Sequence[Said]) -> list[list[Said]]:
    """The claims of each report by the sentence in which they stand, as far as their distance tells."""
    groups: list[list[Said]] = []
    for one in sorted(said, key=lambda o: (o.report.id, o.claim.evidence.field, o.claim.evidence.start, o.id)):
        last = groups[-1][-1] if groups else None
        if last is not None and _one_breath(last, one):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _one_breath(one: Said, other: Said) -> bool:
    first, second = one.claim.evidence, other.claim.evidence
    return (one.report.id, first.field) == (other.report.id, second.field) and second.start - first.end <= CLAUSE


def _quantity(one: Said) -> Quantity:
    quantity = _number(one)
    assert quantity is not None
    return quantity


def _range(quantity: Quantity) -> CountRange:
    return CountRange(low=quantity.low, best=quantity.best, high=quantity.high)


def _add(counts: Sequence[CountRange]) -> CountRange | None:
    if not counts:
        return None
    return CountRange(low=_plus([c.low for c in counts]), best=_plus([c.best for c in counts]), high=_plus([c.high for c in counts]))


def _plus(numbers: Sequence[float | None]) -> float | None:
    return None if None in numbers else sum(number for number in numbers if number is not None)


def _across(counts: Sequence[CountRange]) -> CountRange:
    """The hull of what the roots say; a best number only where they agree."""
    as_said = [Quantity(text="", low=c.low, best=c.best, high=c.high) for c in counts]
    low, high = value.hull(as_said)
    agreed = all(value.agree(one, as_said[0]) for one in as_said[1:])
    exact = min(as_said, key=value.exactness)
    return CountRange(low=low, best=exact.best if agreed else None, high=high)
