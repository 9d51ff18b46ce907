"""What the word on a part or a province means for the places around and inside it."""

from collections import defaultdict
from collections.abc import Sequence

from marsad.model.picture import Contradiction
from marsad.reconcile.families import side
from marsad.reconcile.holding import SAME_TIME_DAYS, Period, clash
from marsad.reconcile.observed import stands
from marsad.reconcile.where import Places
from marsad.reconcile.words import day_words, place_name


def spread(periods: dict[str, list[Period]], places: Places) -> list[Contradiction]:
    """A province said to be cleared ends what its towns were said to be held as; a part in other hands makes its whole contested."""
    found: list[Contradiction] = []
    inner: dict[str, list[Period]] = defaultdict(list)
    wholes = {key for key, several in periods.items() if several}
    for several in periods.values():
        for period in several:
            for area in places.outer(period.where):
                if area.key in wholes:
                    inner[area.key].append(period)
    for several in periods.values():
        _share_out(several, [period for period in several if period.share is not None])
    for key in sorted(inner):
        _clear(periods[key], inner[key])
        for whole, part in _share_out(periods[key], inner[key]):
            if _news(whole, part):
                found.append(clash("holders", whole, part, f"{place_name(part.where.picture)} is said to be in other hands"))
    return found


def _clear(area: Sequence[Period], towns: Sequence[Period]) -> None:
    for cleared in area:
        if cleared.former is None or cleared.as_of is None or cleared.share is not None:
            continue
        loser = _former_side(cleared)
        day = cleared.start or cleared.as_of
        for town in towns:
            if town.side != loser or not town.open or town.as_of is None:
                continue
            ids = {seen.said.id for seen in cleared.seen}
            if town.as_of == cleared.as_of and town.where.base == cleared.where.base and _insists(town):
                continue
            if town.as_of <= cleared.as_of:
                town.end = day
                town.extra |= ids
                town.note(f"{place_name(cleared.where.picture)} was said to be cleared as of {day_words(cleared.as_of, year=True)}")
            else:
                town.against.extend(cleared.seen)
                town.state = "contested"
                town.note(f"{place_name(cleared.where.picture)} had been said to be cleared on {day_words(cleared.as_of, year=True)}")


def _insists(part: Period) -> bool:
    """True where somebody says that it is still held on the day on which the whole is said to be taken."""
    return any(seen.day == part.as_of and seen.type == "held" and stands(seen.said.claim) for seen in part.seen)


def _share_out(area: Sequence[Period], inside: Sequence[Period]) -> list[tuple[Period, Period]]:
    found: list[tuple[Period, Period]] = []
    for whole in area:
        if whole.holder is None or whole.share is not None or whole.vague:
            continue
        for part in inside:
            if (
                part.where.base != whole.where.base
                or part.holder is None
                or part.vague
                or part.side == whole.side
                or not _overlap(whole, part)
                or _settled(whole, part)
            ):
                continue
            whole.state = "contested"
            share = f"{part.share:g} percent of " if part.share is not None else ""
            whole.note(f"{share}{place_name(part.where.picture)} is held by {part.holder}")
            found.append((whole, part))
    return found


def _settled(whole: Period, part: Period) -> bool:
    """True where a later word on the whole ended what was said of the part."""
    return part.end is not None and whole.as_of is not None and part.as_of is not None and part.as_of < part.end <= whole.as_of


def _news(whole: Period, part: Period) -> bool:
    """True where both are news of about one day, the whole was taken, and the part was said to be held after it: not both can be so."""
    if whole.as_of is None or part.as_of is None or not any(seen.type == "gained" for seen in whole.seen):
        return False
    return -1 <= (part.as_of - whole.as_of).days <= SAME_TIME_DAYS


def _overlap(one: Period, other: Period) -> bool:
    """True where the two periods can be true on one day."""
    if one.as_of is None or other.as_of is None:
        return False
    newest = min(one.as_of, other.as_of)
    for period, rival in ((one, other), (other, one)):
        begun = rival.start or min((seen.day for seen in rival.seen if seen.day), default=None)
        if period.end is not None and (period.end < newest or (begun is not None and period.end <= begun)):
            return False
    return True


def _former_side(cleared: Period) -> str | None:
    return side(cleared.former) if cleared.former else None
