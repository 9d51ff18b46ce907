"""What `more than`, `up to`, `about`, `or more` do to a number."""

from typing import NamedTuple

from marsad.reading.quantities.cores import JOINED, Core, phrase_at
from marsad.reading.quantities.lexicon import Lexicon
from marsad.reading.quantities.nouns import Counted
from marsad.reading.wordpatterns import Words

SMALL_FOR_PLACE_HEDGES = 10
ROSE = frozenset("go goes went gone going climbed crept moved shot".split())
HANDED = frozenset("hand hands handed handing".split())
OPENING = frozenset("a an the his her its their another one two three four five six seven eight nine ten".split())  # "nine plus the bomber"


class Hedge(NamedTuple):
    """What the words before a number do to it, and where they begin."""

    first: int
    effects: frozenset[str]
    more: bool


def bounds(core: Core, effects: frozenset[str]) -> tuple[float | None, float | None, float | None, bool]:
    """Lowest, best and highest number, and whether it is approximate, with the hedges at work."""
    low, best, high = core.low, core.best, core.high
    approximate = core.approximate or "about" in effects or "estimate" in effects
    if core.spelled_range and "max" in effects and not core.percent:
        return None, best, high, approximate
    if core.spelled_range or (low != high and low is not None):
        return low, best, high, approximate
    if "max" in effects or "under" in effects:
        return None, best, high, approximate
    if "min" in effects:
        return low, best, None, approximate
    return low, best, high, approximate


def hedge_before(words: Words, core: Core, floor: int, lex: Lexicon) -> Hedge:
    """The hedges that stand before the number, back to the end of the count before it."""
    first = core.first
    effects: set[str] = set()
    more = False
    for _ in range(4):
        if first == floor or first == 0:
            break
        step = _phrase_before(words, first, floor, lex)
        if step is None:
            break
        phrase, effect = step
        if phrase == ("up", "to") and first - len(phrase) > 0 and words.lows[first - len(phrase) - 1] in ROSE:
            break  # "the toll has gone up to 88"
        if phrase == ("over",) and first > 1 and words.lows[first - 2] in HANDED:
            break  # "handed over 40 prisoners"
        if (
            effect in ("min", "under")
            and len(phrase) == 1
            and phrase[0] in ("over", "under", "below", "above")
            and (core.best or 0) < SMALL_FOR_PLACE_HEDGES
        ):
            break
        more = more or phrase in lex.more_before
        first -= len(phrase)
        effects.add(effect)
    if first < core.first and effects == {"plain"} and not more:
        first = core.first
    while first < core.first and words.lows[first] in SILENT:
        first += 1
    if first > floor and words.lows[first - 1] == "between" and core.low != core.high and core.best is not None:
        first -= 1
    return Hedge(first, frozenset(effects), more)


SILENT = frozenset({"the", "these", "those", "all", "its", "his", "their"})


def _phrase_before(words: Words, first: int, floor: int, lex: Lexicon) -> tuple[tuple[str, ...], str] | None:
    for phrase, effect in lex.hedges.get(words.lows[first - 1], ()):
        at = first - len(phrase)
        if at >= floor and phrase_at(words, at, phrase):
            return phrase, effect
    return None


def hedge_behind(words: Words, core: Core, what: Counted, lex: Lexicon) -> tuple[int, frozenset[str]]:
    """Where the mention ends, and what `or more`, `-plus`, `more` behind the number or the noun do."""
    effects: set[str] = set()
    last = what.last
    for at in {core.last, what.last}:
        if at >= len(words):
            continue
        if words.lows[at] == "+" and words.glued(at):
            effects.add("min")
            last = max(last, at + 1)
            continue
        k = at + 1 if words.lows[at] in JOINED and words.glued(at) and at + 1 < len(words) else at
        for phrase, effect in lex.after.get(words.lows[k], ()):
            behind = words.lows[k + len(phrase) : k + len(phrase) + 1]
            further = bool(behind) and (behind[0][:1].isdigit() or phrase == ("plus",) and behind[0] in OPENING)
            if phrase_at(words, k, phrase) and behind != ["than"] and not further:  # "212 and over 1,000", "nine plus the bomber"
                effects.add(effect)
                last = max(last, k + len(phrase))
                break
        if at == core.last and k + 1 < len(words) and words.lows[k] == "odd" and k > at:
            effects.add("about")
    return last, frozenset(effects)
