"""Which language a report is in: by its letters, then by its commonest words; English rules read English only."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import msgspec

from marsad.languages import load_yaml

SAMPLE = 5_000
WORDS = Path(__file__).parent.parent / "data" / "language_words.yml"
LETTERS = re.compile(r"[^\W\d_]+")
PLAIN, FOREIGN = re.compile(r"[A-Za-z]"), re.compile(r"[^\x00-\x7f]")
SCRIPTS: tuple[tuple[str, str, int, int], ...] = (
    ("arabic", "ar", 0x0600, 0x06FF),
    ("cyrillic", "ru", 0x0400, 0x052F),
    ("hebrew", "he", 0x0590, 0x05FF),
    ("greek", "el", 0x0370, 0x03FF),
    ("devanagari", "hi", 0x0900, 0x097F),
    ("bengali", "bn", 0x0980, 0x09FF),
    ("tamil", "ta", 0x0B80, 0x0BFF),
    ("thai", "th", 0x0E00, 0x0E7F),
    ("burmese", "my", 0x1000, 0x109F),
    ("georgian", "ka", 0x10A0, 0x10FF),
    ("ethiopic", "am", 0x1200, 0x137F),
    ("armenian", "hy", 0x0530, 0x058F),
    ("khmer", "km", 0x1780, 0x17FF),
    ("kana", "ja", 0x3040, 0x30FF),
    ("hangul", "ko", 0xAC00, 0xD7AF),
    ("han", "zh", 0x4E00, 0x9FFF),
)
MARKING_LETTERS = (
    ("arabic", "ckb", "ێۆڕڵە"),
    ("arabic", "ur", "ٹڈڑےں"),
    ("arabic", "ps", "ښځډړټې"),
    ("arabic", "fa", "پچژگ"),
    ("cyrillic", "uk", "іїєґ"),
    ("cyrillic", "sr", "ђјљњћџ"),
)
MARKED = 0.004  # share of letters that only the marked language has
FEWEST = 3  # different common words that show a language
FAMILIAR = 0.08  # share of a language's commonest words below which a long text is not in it


def detect_language(text: str) -> str | None:
    """An ISO 639 code, `en` for short Latin text that nothing else explains, None where there are no letters or no language fits."""
    sample = text[:SAMPLE]
    script = _script(sample)
    if script is None:
        return None
    if script[0] != "latin":
        return _by_letters(sample.lower(), *script)
    return _by_words(sample)


def plain_code(given: str | None) -> str | None:
    """A given language as a plain code: `en-GB`, `eng` and `English` are `en`; what is not known stays as it is."""
    if not given or not given.strip():
        return None
    code = given.strip().lower().replace("_", "-").split("-")[0]
    return _names().get(code, code)


def is_english(language: str | None) -> bool:
    """Whether English rules may read it."""
    return language == "en"


def _script(sample: str) -> tuple[str, str] | None:
    if sample.isascii():
        return ("latin", "en") if LETTERS.search(sample) else None
    counts: Counter[tuple[str, str]] = Counter(_script_of(ord(letter)) for letter in FOREIGN.findall(sample) if letter.isalpha())
    counts[("latin", "en")] += len(PLAIN.findall(sample))
    if not counts.total():
        return None
    if counts[("kana", "ja")] * 10 > counts.total():
        return ("kana", "ja")
    return counts.most_common(1)[0][0]


def _script_of(point: int) -> tuple[str, str]:
    if point < 0x0370:
        return ("latin", "en")
    for name, language, first, last in SCRIPTS:
        if first <= point <= last:
            return (name, language)
    return ("latin", "en") if point < 0x2000 else ("other", "und")


def _by_letters(sample: str, script: str, language: str) -> str:
    size = sum(map(str.isalpha, sample))
    for of_script, marked, letters in MARKING_LETTERS:
        if of_script == script and sum(map(sample.count, letters)) > MARKED * size:
            return marked
    return language


def _by_words(sample: str) -> str | None:
    found = LETTERS.findall(sample.casefold())
    scores = dict.fromkeys(_common_words(), 0.0)
    for word, times in Counter(found).items():
        for language in _languages_of().get(word, ()):
            scores[language] += times / len(found)
    best = max(scores, key=lambda language: (scores[language], language == "en"))
    if len(found) < 12:
        return best if scores[best] >= 0.4 and scores["en"] < scores[best] / 2 else "en"
    if _different(best, found) < (FEWEST if _different("en", found) else FEWEST - 1):
        return "en" if len(found) < 40 or scores["en"] > 0 else None
    if scores[best] < FAMILIAR:
        return "en" if len(found) < 40 or scores["en"] > 0 else None
    return "en" if scores["en"] >= 0.8 * scores[best] else best


def _different(language: str, found: list[str]) -> int:
    return len(_common_words()[language].intersection(found))


@cache
def _content() -> dict[str, dict[str, str]]:
    return msgspec.convert(load_yaml(WORDS), dict[str, dict[str, str]])


@cache
def _common_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(common.split()) for language, common in _content()["common"].items()}


@cache
def _languages_of() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for language, common in _common_words().items():
        for word in common:
            found.setdefault(word, []).append(language)
    return found


@cache
def _names() -> dict[str, str]:
    return {name: language for language, names in _content()["names"].items() for name in names.split()}
