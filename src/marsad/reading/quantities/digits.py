"""Numbers in digits, with any mark between thousands."""

import re

INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}")
MARKS = re.compile(r"\D")


def value_of(raw: str, *, scaled: bool = False) -> float | None:
    """The number that the digits write, None where they write none; `scaled` where a word such as "million" follows."""
    if raw.isdigit():
        if raw[0] == "0" and len(raw) > 1:
            return None
        return float(int(raw)) if len(raw) <= 15 else None
    parts = MARKS.split(raw)
    marks = MARKS.findall(raw)
    if len(raw) > 24:
        return None
    thousands = len(parts[0]) <= 3 and parts[0] not in ("0", "00", "000")
    if len(set(marks)) == 1 and thousands and all(len(p) == 3 for p in parts[1:]) and not (scaled and len(parts) == 2 and marks[0] in ".٫"):
        return float(int("".join(parts)))
    if INDIAN.fullmatch(raw):
        return float(int("".join(parts)))
    if len(marks) == 1:
        decimal = marks[0] in ".٫" or (marks[0] == "," and len(parts[1]) == 1)
        return float(f"{int(parts[0])}.{_ascii(parts[1])}") if decimal else None
    grouped = len(set(marks[:-1])) == 1 and marks[-1] != marks[0] and all(len(p) == 3 for p in parts[1:-1])
    return float(f"{int(''.join(parts[:-1]))}.{_ascii(parts[-1])}") if grouped and thousands else None


def _ascii(digits: str) -> str:
    return "".join(str(int(d)) for d in digits)
