"""Numbers that the words around make part of a name, or that count only in company."""

from marsad.reading.ages import is_put_in_age
from marsad.reading.quantities.cores import JOINED, NONE_WORDS, Core
from marsad.reading.quantities.hedges import Hedge
from marsad.reading.quantities.lexicon import Lexicon
from marsad.reading.quantities.nouns import PEOPLED, Counted
from marsad.reading.quantities.rates import SENTENCE_END
from marsad.reading.times.checks import opens_with_year
from marsad.reading.wordlists import word_set
from marsad.reading.wordpatterns import Words

PARENTS = word_set("numbers", "parents")
CHANNELS = ("phone", "telephone")
LONGEST_SHORTENED = 4  # letters of a word shortened with a full stop: "para. 5"


def is_named(words: Words, core: Core, lex: Lexicon) -> bool:
    """Whether the number is part of a name, of a ratio, of a phone number, or a mark of a list."""
    i = core.first
    if core.digits and (_marks_list(words, core) or _is_glued(words, core) or _phone(words, core) or _lettered(words, core, lex)):
        return True
    if _aged(words, i, lex) or _of_parent(words, i) or _owns(words, core):
        return True
    if _is_ratio(words, core, lex) or (core.digits and opens_with_year(words, i)):
        return True
    if i == 0:
        return False
    at = i - 2 if _is_shortened(words, i) else i - 1
    if words.lows[at] in CHANNELS and words.lows[at - 1] == "by" and not core.digits:
        return False  # "said by phone four people had died"
    return words.lows[at] in lex.always_numberers or (words.lows[at] == "no" and words.raws[at] != "no" and core.digits)


def _is_shortened(words: Words, i: int) -> bool:
    """Whether a word shortened with a full stop stands before: "No. 5", "tel. 555"; a longer word ends its sentence."""
    return i > 1 and words.lows[i - 1] == "." and len(words.lows[i - 2]) <= LONGEST_SHORTENED


def _marks_list(words: Words, core: Core) -> bool:
    marked = words.lows[core.last : core.last + 1] in (["."], [")"])
    return marked and (core.best or 0) < 100 and words.text[: words.starts[core.first]].rstrip(" \t")[-1:] in ("", "\n")


def _is_glued(words: Words, core: Core) -> bool:
    """Whether letters before, or marks around, make the digits part of something else: `M-16`, `4/5`, `10:30`."""
    i, last = core.first, core.last
    if i > 0 and words.glued(i):
        before = words.lows[i - 1]
        if (before.isalpha() and before not in CURRENCY_LETTERS) or before in "#/@_*=°":
            return True
        if i > 1 and words.glued(i - 1) and (before in JOINED or (before in ".:" and words.lows[i - 2][0].isalnum())):
            return True
    return last + 1 < len(words) and words.glued(last) and words.lows[last] in NAME_MARKS and words.glued(last + 1)


def _is_ratio(words: Words, core: Core, lex: Lexicon) -> bool:
    """`one in five`, and the second number of `10 out of 12`."""
    i = core.first
    if core.percent:
        return False
    if i > 1 and ((words.lows[i - 1] == "in" and words.lows[i - 2] in ("one", "1")) or words.lows[i - 2 : i] == ["out", "of"]):
        return True
    return core.best == 1 and words.lows[core.last : core.last + 1] == ["in"] and _is_small(words, core.last + 1, lex)


def _is_small(words: Words, k: int, lex: Lexicon) -> bool:
    return k < len(words) and (words.lows[k] in lex.cardinals or (words.raws[k].isdigit() and len(words.raws[k]) < 4))


def _lettered(words: Words, core: Core, lex: Lexicon) -> bool:
    """Whether letters that are no unit are glued to the digits: `60s`, `4x4`, `2AA`."""
    k = core.last
    if k >= len(words) or not words.glued(k) or not words.lows[k].isalpha():
        return False
    return (
        words.lows[k] not in lex.measures
        and words.lows[k] not in lex.percent
        and words.lows[k] not in ("sq", "square")
        and len(words.lows[k]) < 5
    )


def _of_parent(words: Words, i: int) -> bool:
    """Whether the number is of somebody's children, who are not told of: "a mother of three"."""
    return i > 1 and words.lows[i - 1] == "of" and words.lows[i - 2] in PARENTS


def _owns(words: Words, core: Core) -> bool:
    """Whether a couple is only told of as an owner: "the couple's three children"."""
    return words.lows[core.first] == "couple" and core.last + 1 < len(words.lows) and words.lows[core.last] in ("'", "’")


def _aged(words: Words, i: int, lex: Lexicon) -> bool:
    """Whether the number is an age put in, or a later one of `aged 5, 7 and 9`, `aged five and nine`."""
    k = i - 1
    while k > 0 and i - k < 9 and (_is_age(words, k, lex) or words.lows[k] in (",", "and", "to", "between", "from")):
        k -= 1
    numbers = _is_age(words, k + 1, lex) or words.lows[k + 1] in ("between", "from")  # "the aged and five children"
    return (words.lows[k] in ("aged", "ages", "age") and numbers) or (
        words.raws[i].isdigit() and is_put_in_age(words.text, words.starts[i])
    )


def _is_age(words: Words, k: int, lex: Lexicon) -> bool:
    return words.raws[k].isdigit() or words.lows[k] in lex.cardinals


def _phone(words: Words, core: Core) -> bool:
    """Whether the number stands in a row of numbers, as those of telephones do."""
    i = core.first
    first = i
    while first > 0 and i - first < 6 and (words.raws[first - 1].isdigit() or words.lows[first - 1] in JOINED):
        first -= 1
    last = i
    while last < len(words) and last - i < 8 and (words.raws[last].isdigit() or words.lows[last] in JOINED):
        last += 1
    if (first, last) == (core.first, core.last) and len(words.raws[first]) <= 3:
        return False  # thousands set apart by spaces
    row = [raw for raw in words.raws[first:last] if raw.isdigit()]
    signed = first > 0 and words.lows[first - 1] == "+"
    dialled = len(row) >= 2 and any(raw[0] == "0" for raw in row) or (first > 0 and words.lows[first - 1] == ")" and len(row) == 2)
    return signed or dialled or (len(row) >= 3 and not all(len(raw) == 3 for raw in row[1:])) or len(row) >= 5


def times_follow(words: Words, core: Core, blocked: frozenset[int]) -> bool:
    """`thousands of years`, `hundreds of days` count time."""
    k = core.last
    if k < len(words) and words.lows[k] == "of":
        k += 1
        return k in blocked and words.lows[k] in ("years", "days", "hours", "weeks", "months", "minutes", "seconds", "centuries")
    return (
        k in blocked
        and not core.percent
        and words.lows[k] in ("years", "days", "hours", "weeks", "months", "minutes", "seconds", "decades")
    )


def in_company(words: Words, core: Core, what: Counted, lex: Lexicon) -> tuple[Core, Counted | None]:
    """Words that count only in company: one, no, none, both, several."""
    low = words.lows[core.first]
    if words.lows[max(0, core.first - 2) : core.first] == ["all", "but"]:
        return core, None  # "all but a handful of the villages": those who are left out
    if low in NONE_WORDS or low == "both":
        return core, _none(words, core, what, lex)
    if core.last - core.first == 1 and low == "one":
        before = words.lows[core.first - 1] if core.first > 0 else ""
        if before == "no":
            return core, None
        if before in ("the", "every", "any", "each", "this", "that", "another") and what.noun is None:
            return core, None
        known = what.noun is not None and words.lows[what.noun] in lex.nouns or what.unit in ("percent", *lex.measures.values())
        harmed = what.noun is None and what.unit == "person"
        dies = (
            core.last < len(words)
            and words.lows[core.last] in ("was", "is", "has", "died")
            and words.lows[core.last + 1 : core.last + 2]
            and words.lows[core.last + 1] in ONE_HARMED
        )
        undergone = what.noun is None and before in HARMING and words.lows[core.last : core.last + 1] != ["another"]  # "killing one and"
        if not (known or harmed or dies or undergone):
            return core, None
        return core, what._replace(unit="person") if (dies or undergone) and not known else what
    if low in ("several", "a", "couple") and (core.spelled_range or core.approximate) and what.noun is None and core.best != 12:
        return core, None
    return core, what


def _none(words: Words, core: Core, what: Counted, lex: Lexicon) -> Counted | None:
    """`no civilians`, `none of the passengers`, `both soldiers`: only people and what happens to them."""
    following = words.lows[core.last] if core.last < len(words) else ""
    if (
        what.noun is not None
        and words.lows[what.noun] in lex.nouns
        and (what.unit in PEOPLED or words.lows[core.first] == "both")
        and what.noun - core.last <= 3
        and not (words.lows[core.first] == "both" and "and" in words.lows[what.noun + 1 : what.noun + 2])  # "both men and women"
    ):
        return what if following not in ("longer", "one", "doubt", "matter") else None
    if words.lows[core.first] == "none" and following in ("was", "were", "of", "have", "had", "has"):
        return what._replace(last=core.last)
    return None


CURRENCY_LETTERS = frozenset({"us", "usd", "eur", "gbp"})
NAME_MARKS = frozenset({"/", ":", "°", "_", "@"})
ONE_HARMED = word_set("numbers", "one_harmed")
HARMING = word_set("numbers", "harming")


def is_stray(words: Words, core: Core, what: Counted, hedge: Hedge, lex: Lexicon) -> bool:
    """A bare number behind a name, in a list of marks, or between the commas of an age."""
    if what.unit is not None or what.noun is not None or hedge.effects - {"plain"} or not core.digits and core.best != 1:
        return False
    i, lows = core.first, words.lows
    before = lows[i - 1] if i > 0 else "\n\n"
    after = lows[core.last] if core.last < len(words) else "\n\n"
    if before.isspace() and after in ".)":
        return True
    if _is_shortened(words, i):
        before = lows[i - 2]
    if (
        before in lex.numberers
        or after == "block"
        or (after.isalpha() and words.raws[core.last][0].isupper() and any(w in lex.streets for w in lows[core.last + 1 : core.last + 4]))
    ):
        return True
    small = (core.best or 0) < 120
    if small and after == ")" and before.isalpha() or before in JOINED and i > 1 and len(lows[i - 2]) == 1:
        return True
    if small and before in ",(" and after in ",);." and i > 1 and words.raws[i - 2][0].isupper():
        return True
    return (
        i > 1
        and (core.best or 0) < 1000
        and not words.upper
        and words.raws[i - 1][0].isupper()
        and before not in HARMING  # "Car Bomb Kills 20"
        and lows[i - 2] not in SENTENCE_END
        and not lows[i - 2].isspace()
    )
