"""Counts told by what is left of a whole: "all but 300 of the 20,000 inhabitants", "not one of the villagers"."""

from typing import NamedTuple

from marsad.reading.quantities.cores import Core, core_at
from marsad.reading.quantities.lexicon import Lexicon
from marsad.reading.quantities.nouns import PEOPLED, Counted, counted
from marsad.reading.wordpatterns import Words

WHOLE_REACH = 8  # words from "of" to the number of all
EXCEPTING = (["all", "but"], ["all", "except"], ["everyone", "but"])
STOPS = frozenset(".,;:()")


class Rest(NamedTuple):
    """What is left of a whole: the number, where the words for it begin and end, the number of all where one is told."""

    core: Core
    first: int
    last: int
    what: Counted
    whole: Core | None


def rest_of(words: Words, core: Core, first: int, what: Counted, lex: Lexicon) -> Rest | None:
    """What is left of a whole but for the count whose words begin at `first`; None where no people are told of so."""
    if words.lows[max(0, first - 2) : first] not in EXCEPTING or core.percent or what.unit not in PEOPLED:
        return None
    whole = _whole(words, core, lex)
    if whole is None or whole.best is None or (core.high or core.low or 0.0) >= whole.best:
        share = core._replace(low=50.0, best=None, high=100.0, percent=True, spelled_range=True)
        return Rest(share, first - 2, core.last, Counted(None, "percent", core.last), None)
    low, best, high = (None if part is None else whole.best - part for part in (core.high, core.best, core.low))
    left = core._replace(low=low, best=best, high=high, spelled_range=core.spelled_range or best is None)
    counted_now = counted(words, whole, lex) or what
    return Rest(left, first - 2, max(counted_now.last, whole.last), counted_now, whole)


def not_one(words: Words, core: Core) -> Core:
    """Zero for "not one" and "not even one"; the count as it was elsewhere."""
    i = core.first
    if core.best != 1 or words.lows[core.last : core.last + 1] in (["but"], ["only"], ["in"]):
        return core
    first = i - 2 if words.lows[max(0, i - 2) : i] == ["not", "even"] else i - 1
    if first < 0 or words.lows[first] != "not" or words.lows[i] != "one":
        return core
    return Core(first, core.last, 0.0, 0.0, 0.0)


def _whole(words: Words, core: Core, lex: Lexicon) -> Core | None:
    """The number of all of whom some are left out: of "all but 300 of the town's 20,000 people" the 20,000."""
    k = core.last
    if words.lows[k : k + 1] != ["of"]:
        return None
    for at in range(k + 1, min(len(words), k + WHOLE_REACH)):
        if words.lows[at] in STOPS:
            return None
        if words.lows[at][0].isdigit() or words.lows[at] in lex.cardinals:
            return core_at(words, at, lex)
    return None
