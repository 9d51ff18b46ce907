"""Keys under which a place is found: one folded to plain letters, and one of consonants alone for romanised Arabic."""

import re
from functools import lru_cache

from anyascii import anyascii

_MARKS = re.compile("['`´‘’ʻʼʾʿ\\u02be\\u02bf.]")
_BREAKS = re.compile(r"[^a-z0-9]+")
_ABBREVIATED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "port"}
ARTICLES = frozenset(
    {"al", "el", "ar", "as", "ash", "at", "ad", "adh", "an", "az", "ath", "er", "es", "esh", "et", "ed", "en", "ez", "ul", "ur", "us"}
)
_LONG_ARTICLE = re.compile(r"\b(?:e|a|u)(?:l|r|s|sh|t|d|dh|n|z|th) ")
_JOINED_ARTICLE = re.compile(r"^[ea](?=(ll|rr|ss|tt|dd|nn|zz)[a-z]{2})(?:l|r|s|t|d|n|z)")
_SOUNDS = (
    ("tch", "c"),
    ("sh", "c"),
    ("ch", "c"),
    ("kh", "x"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("ou", "u"),
    ("ck", "k"),
    ("q", "k"),
    ("p", "b"),
    ("v", "f"),
    ("j", "j"),
)
_VOWELS = re.compile(r"[aeiouy]")
_GLIDE = re.compile(r"w(?![aeiouy])|(?<=[aeiouy])w(?=[aeiouy]?w)")
_TWICE = re.compile(r"([a-z])\1+")
_FINAL_H = re.compile(r"(?<=[aeiou])h\b")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """The name in plain lower-case letters, words parted by single spaces, saints and mounts spelt out."""
    if not name.isascii():
        name = anyascii(name)
    words = _BREAKS.sub(" ", _MARKS.sub("", name.lower())).split()
    return " ".join(_ABBREVIATED.get(w, w) for w in words)


def without_article(key: str) -> str:
    """The key without an Arabic article at its head."""
    head, _, rest = key.partition(" ")
    return rest if rest and head in ARTICLES else key


@lru_cache(maxsize=16384)
def consonant_key(name: str) -> str | None:
    """What different romanisations of one Arabic name share, or None where too little of the name is left."""
    words = [w for w in name_key(name).split() if w not in ARTICLES]
    bare = " ".join(words)
    out = []
    for word in bare.split():
        word = _JOINED_ARTICLE.sub("", word)
        word = _FINAL_H.sub("", word)
        for long, short in _SOUNDS:
            word = word.replace(long, short)
        word = _TWICE.sub(r"\1", word)
        word = _GLIDE.sub("", word)
        word = _VOWELS.sub("", word)
        out.append(_TWICE.sub(r"\1", word))
    key = "".join(out)
    return key if len(key) >= 3 or (len(key) == 2 and len(bare) >= 5) else None
