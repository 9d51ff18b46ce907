"""The shapes that expressions of time take in English, as patterns over classes of words."""

from functools import lru_cache

from marsad.reading.wordlists import word_list, words_of
from marsad.reading.wordpatterns import HYPHENS, WordPatterns

PRESENT_REF, PAST_REF, FUTURE_REF = "PRESENT_REF", "PAST_REF", "FUTURE_REF"

HEDGE = (
    "((a little|slightly)? (more|less|fewer|longer) than | at (least|most) | up to | close to | as (many|much|long|little) as | ABOUT DOT?)"
)
COUNT = "(num=(half (a|an) | CARD HY CARD | CARD CARD | (CARD|a) and (a)? half | (INT|CARD) to (INT|CARD) | (INT|CARD) HY (INT|CARD) | INT | CARD))"
VAGUE = "(vague=((a|the)? (few|couple|handful|number|matter) of? | several | many | some | countless | COMING ))"
MONTH = "mon=(MONTH | ABBR DOT?)"
MONTH2 = "(MONTH | ABBR DOT?)"
YEAR = "year:YEAR"
REFYEAR = "of (the|that|this)? refyear=(same|very|that|this|last|previous|preceding|following|next) year | refyear=(this|last|next) year | of refyear=(that|the) year"
OF_REFYEAR = f"(COMMA? ({REFYEAR}))"
MOD = "((EARLY|LATE) ((in|on)? (the)?) | MID (HY|in|of)? (the)?)"
EDGE = "((the|its|their)? (very|latter|early|later)? (EDGE|part|half) of (the)?)"
PART = "(((EARLY|LATE) (in|on|HY)?)? (the|this)? (EARLY|LATE|mid HY)? (part:DAYPART|hours) (hours)? (of|on) (the)? )"
WD = "(wd:WEEKDAY (COMMA|DOT){0,2} (the)?)"
TAIL = "(COMMA? (in the|at)? part2:DAYPART)"
AMPM = "(am | pm | (a|p) DOT m DOT?)"
BC = "(BC | b DOT? c DOT?)"
CA = "((ca|c|circa|about|around) DOT?)"

PATTERNS: dict[str, str] = {
    "clock_at": "at (about|around|approximately|exactly)? four:FOUR (hours|hrs|h|ZONE)?",
    # dates with numbers only
    "iso": "year:YEAR HY m:TWO HY day:TWO",
    "slashed": "a:TWO SLASH b:TWO SLASH c:ANYYEAR",
    "dotted": "whole:DOTDATE",
    # before Christ
    "bc": f"{EDGE}? {MOD}? (sometime? after)? {CA}? (({MONTH2}|season:SEASON) of?)? (the)? n:INT (S0)? {BC}",
    "bc_century": f"{EDGE}? (the)? {MOD}? (INT TH | ORD) century {BC}",
    # days
    "day_range_dmy": f"(the)? day:DAY TH? (HY|to|and|or|until|till|through|SLASH) (the)? day2:DAY TH? of? {MONTH} (COMMA? {YEAR} | {OF_REFYEAR})?",
    "day_pair_mdy": f"{MONTH} (the)? day:DAY TH? and (the)? day2:DAY TH? (?!OTHERWORD)",
    "day_range_mdy": f"{MONTH} (the)? day:DAY TH? ((HY|SLASH) day2:DAY TH? (COMMA? {YEAR})? | (to|and|or|through|until|till) (the)? day3:DAY TH? COMMA? year3:YEAR)",
    "dmy": f"{PART}? {WD}? (the)? day:DAY TH? of? HY? {MONTH} HY? COMMA? ({YEAR} | APOS two:TWO | {OF_REFYEAR})",
    "mdy": f"{PART}? {WD}? {MONTH} (the)? day:DAY TH? COMMA? (of)? ({YEAR} | {OF_REFYEAR})",
    "wire": f"day:DAY {MONTH} two:TWO (?!OTHERWORD)",
    "dm": f"{PART}? {WD}? (the)? day:DAY TH? (of)? HY? {MONTH} {TAIL}?",
    "md": f"{PART}? {WD}? {MONTH} (the)? day:DAY TH? {TAIL}?",
    # months
    "month_year": f"({EDGE}|{MOD})? {MONTH} (COMMA|of|in|APOS)? ({YEAR} | {OF_REFYEAR})",
    "month_rel": f"({EDGE}|{MOD})? (the)? rel:REL {MONTH}",
    "month_each": f"(each|every) {MONTH}",
    "month": f"({EDGE}|{MOD})? (month of)? {MONTH}",
    # seasons
    "season_year": f"({EDGE}|{MOD})? (the|that)? (EARLY|LATE|MID HY?)? season:SEASON (COMMA|of|in|APOS)? ({YEAR} (HY|SLASH) (TWO|YEAR) | {YEAR} | {OF_REFYEAR})",
    "year_season": f"({MOD})? {YEAR} season:SEASON",
    "season_rel": f"({EDGE}|{MOD})? (the)? rel:REL season:SEASON",
    "season": f"({EDGE}|{MOD})? (the)? (EARLY|LATE|MID HY?)? season:SEASON",
    "season_kind": "(the)? (dry|wet|rainy|monsoon|harvest|campaigning) season",
    # years, decades, centuries
    "decade": f"({EDGE}|{MOD})? (the)? {MOD}? (year:YEAR | APOS two:TWO) (APOS)? S0",
    "decade_word": f"({EDGE}|{MOD})? (the)? {MOD}? word:DECADE",
    "century": f"({EDGE}|{MOD})? (the)? {MOD}? (n:INT TH | ord:ORD) HY? century",
    "half_year": f"(the)? half:HALF half (of) (the)? ({YEAR} | (rel:REL)? year)",
    "year_range": f"((the)? years)? {YEAR} (HY|SLASH) (year2:YEAR | two:TWO)",
    "year": f"({EDGE}|{MOD})? ((the)? year)? {YEAR}",
    "year_short": f"({EDGE}|{MOD})? APOS two:TWO",
    # parts of a first or last stretch: a duration
    "stretch": f"(the)? (first|last|final|opening|closing|initial) (({COUNT}|{VAGUE}) OTHERWORD?)? unit:UNIT of (the)? ({MOD}? {MONTH} COMMA? {YEAR}? | {YEAR} | war | conflict | siege | campaign | invasion | offensive | battle)",
    # clock times
    "clock": f"((about|around|approximately)? h:TWO COLON mi:TWO (COLON TWO)? (hrs|hours|h)? {AMPM}? ZONE?)",
    "clock_dot": f"h2:CLOCK (hrs|hours|h)? {AMPM} ZONE?",
    "clock_hour": f"h:TWO ({AMPM} | o APOS clock) ZONE?",
    "clock_four": "four:FOUR (hours|hrs|h|ZONE)",
    # days of the week
    "weekday_set": "(every|each) wd:WEEKDAY | (on|DAYPARTS)? wds:WEEKDAYS",
    "weekday": f"({PART} | part:DAYPART | (EARLY|LATE) (on)?)? ((the|this|that)? rel:REL)? wd:WEEKDAY (part2:DAYPART)?",
    "weekend": "(the)? rel:REL weekend | (over|at)? the weekend",
    # spoken from today
    "day_before_yesterday": "(the)? day (before|after) deictic:TODAY",
    "today": f"((EARLY|LATE|later|earlier) (on)?)? ({PART} | part:DAYPART)? deictic:TODAY (part2:DAYPART)?",
    "daypart_rel": "((EARLY|LATE) (in|on)? (the)? | (EARLY|LATE) HY? )? (the)? (rel:REL|a|one) (EARLY|LATE|mid HY)? part:DAYPART (hours)?",
    "present": "(at | at the | the) present (time)? | (the)? time being | these days | (modern|present) HY? day | at? the moment | (up)? to date | to this day | this (time|moment|date|day)",
    "unit_long": "a? unit:UNIT HY long",
    # from today or from the time told of
    "ago": f"{HEDGE}? {HEDGE}? (a|an|{COUNT}|{VAGUE}) (OTHERWORD)? unit:UNIT AGO",
    "offset": f"{HEDGE}? {HEDGE}? (a|an|{COUNT}|{VAGUE})? unit:UNIT dir:SHIFT",
    "day_next": "(the)? (rel:FOLLOWING|rel2:PREVIOUS) unit:UNIT1 | the unit2:UNIT1 (rel3:FOLLOWING|AFTERWORD|rel4:BEFOREWORD)",
    "span_rel": f"(the|these|those)? (rel:REL|COMING) ({HEDGE})? (more than)? ({COUNT}|{VAGUE}) unit:UNIT | (the)? {COUNT} rel2:REL unit2:UNIT",
    "span_vague": "(in|over|during|within)? (the|these|those)? (recent|COMING|past|last|next|previous|preceding|following|subsequent|intervening|final|early) unit:UNITS",
    "unit_rel": f"({EDGE}|{MOD})? (the|this|that)? rel:REL (same)? (calendar)? unit:UNIT1",
    "unit_edge": f"({EDGE} | MODS (in)? the | MODS in the) unit:UNIT1 | unit:UNIT1 APOS S0 end",
    # how often
    "every": f"(each|every) (other|single|passing)? ({COUNT})? unit:UNIT",
    "per": "(per|SLASH) unit:UNIT1",
    "set": "word:SET",
    # how long
    "age_word": f"(age|aged|ages) (of)? {COUNT}",
    "age": f"{HEDGE}? {COUNT} (HY)? unit:UNIT (HY)? (old | of age)",
    "half_unit": f"{HEDGE}? ({COUNT} unit:UNIT and a half | a unit:UNIT and a half | unit:UNIT1 HY and HY a HY half)",
    "compound": f"{COUNT} HY unit:UNIT1 (HY? (long))?",
    "duration": f"{HEDGE}? {HEDGE}? (a|an|{COUNT}|{VAGUE}) (more|whole|full|single|further|OTHERWORD)? unit:UNIT (HY? long)?",
    "plain_units": "(the|those|these)? unit:UNITS",
    # refs
    "past": "the past | (in)? the distant past",
    "future": "(the)? (near|distant|foreseeable)? future",
    "same_time": "(the)? (same|that|the) (time|period|moment|point) | (this|that|the) period",
    "ref": "word:REF",
    # holidays
    "holiday": f"(christmas|xmas) (eve|day|night)? {YEAR}? | new year (APOS S0) (eve|day) {YEAR}? | thanksgiving (day)? | (the)? (holy month of)? ramadan | eid al? HY? (fitr|adha) | easter (sunday|monday|week|day)? {YEAR}?",
    "daypart": "((EARLY|LATE|mid) HY?)? part:DAYPART",
    # a bare day of the month told of
    "day_only": "the day:DAY TH (?=(COMMA|DOT|PREP|CLOSE|SEMI))",
}


def _numbers(values: dict[str, int]) -> list[str]:
    return list(values)


@lru_cache(maxsize=1)
def time_patterns() -> WordPatterns:
    """The patterns, made ready once."""
    months, times = word_list("months"), word_list("times")
    full = [names[0] for names in months["months"].values()]
    abbr = [name for names in months["months"].values() for name in names[1:]]
    weekdays = [name for names in months["weekdays"].values() for name in names]
    units: dict[str, list[str]] = times["units"]
    classes: dict[str, list[str]] = {
        "DAY": ["0day"],
        "TWO": ["0day", "0two"],
        "YEAR": ["0year"],
        "ANYYEAR": ["0day", "0two", "0year"],
        "FOUR": ["0year", "0four"],
        "INT": ["0day", "0two", "0three", "0year", "0four", "0decimal"],
        "DOTDATE": ["0dotdate"],
        "CLOCK": ["0decimal"],
        "TH": ["0th"],
        "S0": ["0s"],
        "MONTH": full,
        "ABBR": abbr,
        "WEEKDAY": [w for w in weekdays if not w.endswith("days")],
        "WEEKDAYS": [w for w in weekdays if w.endswith("days")],
        "SEASON": [name for names in months["seasons"].values() for name in names],
        "UNIT": [name for names in units.values() for name in names],
        "UNIT1": [name for names in units.values() for name in names[:1]],
        "UNITS": [names[1] for key, names in units.items() if len(names) > 1 and key not in ("S",)],
        "DAYPART": [name for names in times["dayparts"].values() for name in names],
        "DAYPARTS": [name for names in times["dayparts"].values() for name in names if name.endswith("s")],
        "EDGE": [name for names in times["edges"].values() for name in names],
        "EARLY": list(times["early"]),
        "LATE": list(times["late"]),
        "MODS": [*times["early"], *times["late"]],
        "MID": list(times["mid"]),
        "HALF": list(times["halves"]),
        "COMING": ["coming", "next"],
        "REL": [w for key in ("last", "this", "next", "previous", "following", "same", "that") for w in times[key]],
        "FOLLOWING": [*times["following"], "next"],
        "PREVIOUS": list(times["previous"]),
        "AFTERWORD": ["after"],
        "BEFOREWORD": ["before"],
        "SHIFT": [*times["after"][:4], "hence", *times["before"]],
        "AGO": list(times["ago"]),
        "ABOUT": list(times["about"]),
        "CARD": list(times["counts"]),
        "ORD": list(times["ordinals"]),
        "DECADE": list(times["decades"]),
        "SET": list(times["sets"]),
        "REF": list(times["refs"]),
        "TODAY": list(times["today"]),
        "ZONE": ["gmt", "utc", "local", "est", "edt", "pst", "cet", "zulu"],
        "BC": ["bc", "bce"],
        "DOT": ["."],
        "COMMA": [","],
        "COLON": [":"],
        "SEMI": [";"],
        "SLASH": ["/"],
        "APOS": ["'", "’", "‘"],
        "CLOSE": [")", "]"],
        "HY": list(HYPHENS),
        "PREP": list(words_of(times, "places_in_time")),
        "OTHERWORD": ["0word"],
    }
    return WordPatterns(classes, PATTERNS)
