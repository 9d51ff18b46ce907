"""The word list: the inflected forms of common English words and the parts that each can play."""

from __future__ import annotations

import gzip
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

import lemminflect

UPOS = {"noun": "NOUN", "verb": "VERB", "adj": "ADJ", "adv": "ADV"}
LETTERS = {
    "NN": "N", "NNS": "S", "VB": "V", "VBP": "V", "VBZ": "Z", "VBD": "D", "VBN": "P", "VBG": "G",
    "JJ": "J", "JJR": "C", "JJS": "T", "RB": "R", "RBR": "C", "RBT": "T", "RBS": "T",
}  # fmt: skip


# verbs of war that the list lacks: without their parts "torched" is read as a noun
OWN = {
    "torch": "NV", "torches": "SZ", "torched": "DP", "torching": "GNS",
    "demine": "V", "demines": "Z", "demined": "DP", "demining": "GNS",
    "airdrop": "NV", "airdrops": "SZ", "airdropped": "DP", "airdropping": "G",
}  # fmt: skip


def inflections() -> list[tuple[str, str, str]]:
    """Every form, tag and lemma of lemminflect's word list; names are left out."""
    packed = files("lemminflect") / "resources" / "infl_lu.csv.gz"
    found: list[tuple[str, str, str]] = []
    for line in gzip.decompress(packed.read_bytes()).decode().splitlines():
        lemma, kind, _ = line.split(",", 2)
        if lemma.isalpha() and lemma.islower() and kind in UPOS:
            forms = lemminflect.getAllInflections(lemma, upos=UPOS[kind])
            if "VBD" in forms:
                forms.setdefault("VBN", forms["VBD"])
            found.extend((form, tag, lemma) for tag, written in forms.items() for form in written)
    return found


def parts(inflected: list[tuple[str, str, str]]) -> dict[str, str]:
    """The letters of each form, in alphabetical order."""
    letters: dict[str, set[str]] = defaultdict(set)
    for form, tag, _ in inflected:
        if tag in LETTERS:
            letters[form.lower()].add(LETTERS[tag])
    for form, own in OWN.items():
        letters[form] |= set(own)
    return {form: "".join(sorted(found)) for form, found in sorted(letters.items())}


def write(path: Path, found: dict[str, str]) -> None:
    """The list, packed, the same bytes each time."""
    text = "".join(f"{form} {letters}\n" for form, letters in found.items())
    path.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
