"""Reads the counts of a text: the number, the hedge before it, the noun and the period behind it."""

from marsad.model.mention import QuantityMention, Span
from marsad.model.report import Field
from marsad.reading.quantities.company import in_company, is_named, is_stray, times_follow
from marsad.reading.quantities.cores import Core, core_at
from marsad.reading.quantities.exceptions import Rest, not_one, rest_of
from marsad.reading.quantities.hedges import Hedge, bounds, hedge_before, hedge_behind
from marsad.reading.quantities.lexicon import Lexicon, lexicon
from marsad.reading.quantities.nouns import Counted, counted
from marsad.reading.quantities.rates import joined_counts, period_of, total_of
from marsad.reading.times.reader import scan_times
from marsad.reading.wordpatterns import Words, words_of_text


def read_quantities(text: str, *, field: Field = "text") -> list[QuantityMention]:
    """The counts of a text, in order; dates, ages, names and ranks are none."""
    words, lex = words_of_text(text), lexicon()
    blocked = _times(text)
    found: list[QuantityMention] = []
    i, floor = 0, 0
    while i < len(words):
        low = words.lows[i]
        if not (low[0].isdigit() or low in lex.starts) or i in blocked:
            i += 1
            continue
        core = core_at(words, i, lex)
        made = _mention(words, core, floor, blocked, lex, field) if core is not None else None
        if core is None or made is None:
            i = core.last if core is not None and core.digits else i + 1
            continue
        mention, last = made
        found.append(mention)
        i = floor = max(last, core.last)
    return joined_counts(found, text)


def _times(text: str) -> frozenset[int]:
    """The words that tell a time, so count nothing."""
    return frozenset(i for e in scan_times(text) for i in range(e.first, e.last))


def _mention(
    words: Words, core: Core, floor: int, blocked: frozenset[int], lex: Lexicon, field: Field
) -> tuple[QuantityMention, int] | None:
    if is_named(words, core, lex) or times_follow(words, core, blocked):
        return None
    what = counted(words, core, lex)
    if what is None:
        return None
    hedge = hedge_before(words, core, floor, lex)
    rest = rest_of(words, core, hedge.first, what, lex)
    if rest is not None:
        return _rest(words, rest, hedge, field)
    core, what = in_company(words, core, what, lex)
    if what is None:
        return None
    core = not_one(words, core)
    hedge = hedge_before(words, core, floor, lex)
    money = lex.currencies.get(words.lows[hedge.first - 1]) if hedge.first > 0 else None
    if money is not None:
        hedge = (
            hedge_before(words, core._replace(first=core.first - 1), floor, lex) if words.lows[core.first - 1] in lex.currencies else hedge
        )
        first = min(hedge.first, core.first - 1)
        what = Counted(
            what.noun if what.unit in lex.measures.values() else None,
            money,
            core.last if what.unit not in lex.measures.values() else what.last,
        )
    else:
        first = hedge.first
    if money is None and is_stray(words, core, what, hedge, lex):
        return None
    last, effects = hedge_behind(words, core, what, lex)
    effects |= hedge.effects
    unit = what.unit or total_of(words, first, lex)
    per, last = period_of(words, first, last, lex)
    low, best, high, approximate = bounds(core, effects)
    start, end = words.starts[first], words.ends[last - 1]
    mention = QuantityMention(
        start=start, end=end, text=words.text[start:end], field=field, low=low, best=best, high=high,
        approximate=approximate, unit=unit, per=per,
        noun=None if what.noun is None else Span(words.starts[what.noun], words.ends[what.noun]),
        number=Span(words.starts[core.first], words.ends[core.last - 1]),
        estimated="estimate" in effects, more=hedge.more or "more" in effects,
    )  # fmt: skip
    return mention, last


def _rest(words: Words, rest: Rest, hedge: Hedge, field: Field) -> tuple[QuantityMention, int]:
    """The count of those who are left of a whole, "all but 300 of the 20,000 inhabitants", and where its words end."""
    low, best, high, approximate = bounds(rest.core, hedge.effects - {"min", "max", "under"})
    start, end, number = words.starts[rest.first], words.ends[rest.last - 1], rest.whole or rest.core
    noun = rest.what.noun
    mention = QuantityMention(
        start=start, end=end, text=words.text[start:end], field=field, low=low, best=best, high=high, approximate=approximate,
        unit=rest.what.unit, per=None, noun=None if noun is None else Span(words.starts[noun], words.ends[noun]),
        number=Span(words.starts[number.first], words.ends[number.last - 1]), estimated="estimate" in hedge.effects,
    )  # fmt: skip
    return mention, rest.last
