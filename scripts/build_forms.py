"""Writes languages/<code>/forms.json: the inflected forms of every verb and noun in the word lists.

    .venv/bin/python scripts/build_forms.py [--check]

The forms come from lemminflect (MIT), at build time only; --check fails where the file is not current.
"""

import argparse
import json
import sys
from pathlib import Path

import lemminflect
import yaml

ROOT = Path(__file__).parent.parent / "src" / "marsad"
TAGS = {"verb": ("VBD", "VBG", "VBN", "VBP", "VBZ"), "noun": ("NNS",)}
OWN = {
    ("verb", "retake"): ["retook", "retaken", "retakes", "retaking"],
    ("noun", "person"): ["persons"],
    ("noun", "people"): ["peoples"],
}


def entries(language: str) -> dict[str, set[str]]:
    """First words of all lists, by part of speech."""
    found: dict[str, set[str]] = {"verb": set(), "noun": set()}
    files = [ROOT / "languages" / language / "classes.yml", *sorted(ROOT.glob(f"claims/*/words.{language}.yml"))]
    for file in files:
        for value in (yaml.safe_load(file.read_text(encoding="utf-8")) or {}).values():
            if value["pos"] in found:
                found[value["pos"]] |= {str(w).lower().split()[0] for w in value["words"]}
    return found


def forms(word: str, pos: str) -> list[str]:
    got = {f.lower() for tag in TAGS[pos] for f in lemminflect.getInflection(word, tag=tag)}
    got |= set(OWN.get((pos, word), []))
    return sorted(got - {word})


def build(language: str) -> str:
    table = {pos: {w: forms(w, pos) for w in sorted(words)} for pos, words in entries(language).items()}
    return json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--language", default="en")
    args = parser.parse_args()
    file = ROOT / "languages" / args.language / "forms.json"
    content = build(args.language)
    if args.check:
        if file.read_text(encoding="utf-8") != content:
            print(f"{file} is not current: run scripts/build_forms.py", file=sys.stderr)
            return 1
        return 0
    file.write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
