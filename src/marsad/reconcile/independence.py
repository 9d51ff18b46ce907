"""Sources at the root of the chain of attribution: who first said it, and which of them are really one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marsad.model.claim import Claim, ClaimSource
from marsad.model.report import Report
from marsad.reconcile.families import body, family, is_body
from marsad.reconcile.reasons import Reason
from marsad.reconcile.where import fold

_QUOTED = re.compile(r"[\"“«]([^\"“”«»]{40,600})[\"”»]")
_WORDS = 6
OPENERS = frozenset(
    "the a an his her their its some several local two three four residents officials witnesses activists medics doctors police".split()
)
PRONOUNS = frozenset("he she it they we i who some others one".split())
EXACT_DIGITS = 4  # two outlets that print so exact a number in their own voice have it from one count


@dataclass(frozen=True, slots=True)
class Root:
    """Who first said it: a body, a person, or the publisher in its own voice."""

    name: str
    own: bool  # the report's own voice
    original: str  # id of the report that said it first


def root_of(claim: Claim, original: Report) -> Root:
    """The last link of the chain; the publisher where the report speaks in its own voice."""
    if not claim.sources:
        return Root(own_name(original), True, original.id)
    cited = [source for source in claim.sources if source.role == "cited"]
    name = _body((cited or list(claim.sources))[-1])
    if name.lower() in PRONOUNS:
        name = f"a source not named ({original.id})"
    return Root(name, False, original.id)


def own_name(report: Report) -> str:
    """The publisher's name, or words for a report that names none."""
    return body(report.publisher) if report.publisher else f"unnamed publisher ({report.id})"


def chain(claim: Claim, report: Report) -> str:
    """The chain of attribution in words: "UN OCHA, citing IOM", or the publisher for its own voice."""
    if not claim.sources:
        return own_name(report)
    names = [_link(source) for source in claim.sources]
    return ", citing ".join(dict.fromkeys(names))


class Rewrites:
    """Which reports are one text: copies, rewrites with the same sentence, prints of the same quotation."""

    def __init__(self, reports: Sequence[Report], claims: Iterable[Claim]) -> None:
        self._reports = {report.id: report for report in reports}
        self._original = {report.id: self._first(report) for report in reports}
        self._sentence: dict[str, str] = {}
        for claim in sorted(claims, key=lambda c: (self._age(c.report), c.id)):
            words = _sentence(claim.evidence.text)
            if words and not claim.sources and claim.report in self._original:
                self._sentence.setdefault(words, self._original[claim.report])
        self._quotes = {report.id: frozenset(_quotations(report.text)) for report in reports}
        self._shared = self._shared_quotes()

    def original(self, report: str) -> Report:
        """The report that this one repeats, or itself."""
        return self._reports[self._original[report]]

    def first_print(self, claim: Claim) -> Report:
        """The report that printed the claim's sentence first, where a long sentence stands in several."""
        found = None if claim.sources else self._sentence.get(_sentence(claim.evidence.text))
        return self._reports[found] if found else self.original(claim.report)

    def share_quotation(self, one: str, other: str) -> bool:
        """True where both reports print the same long quotation."""
        return bool(self._shared.get(one, frozenset()) & self._shared.get(other, frozenset()))

    def _first(self, report: Report) -> str:
        seen = {report.id}
        while report.copy_of and report.copy_of in self._reports and report.copy_of not in seen:
            report = self._reports[report.copy_of]
            seen.add(report.id)
        return report.id

    def _age(self, report: str) -> tuple[str, str]:
        known = self._reports.get(report)
        return (known.published.isoformat() if known and known.published else "9999", report)

    def _shared_quotes(self) -> dict[str, frozenset[str]]:
        owners: dict[str, set[str]] = defaultdict(set)
        for report, quotes in self._quotes.items():
            for quote in quotes:
                owners[quote].add(self._original[report])
        shared = {quote for quote, reports in owners.items() if len(reports) > 1}
        return {report: quotes & shared for report, quotes in self._quotes.items() if quotes & shared}


@dataclass(frozen=True, slots=True)
class Counted:
    """Independent roots of some claims, and why others were not counted beside them."""

    roots: tuple[str, ...]
    reasons: tuple[str, ...]


def count_roots(said: Sequence[tuple[Root, str, str | None]], rewrites: Rewrites) -> Counted:
    """The independent roots of claims that say one thing.

    Each claim is given as its root, its report and, where its number has three digits or more, the number's words.
    """
    named = {root.name for root, _, _ in said if not root.own}
    reasons: list[str] = []
    kept = {name for name in named if not _covered(name, named, reasons)}
    exact = {number for root, _, number in said if not root.own and number}
    attributed_in = {root.original for root, _, _ in said if not root.own}
    own: dict[str, str] = {}
    counted_alone: set[str | None] = set()
    for root, _, number in sorted(said, key=lambda item: (not is_body(item[0].name), item[0].original, item[0].name, item[1])):
        if not root.own:
            continue
        if root.original in attributed_in:
            reasons.append(f"{Reason.OWN_VOICE_RESTATES} ({root.name})")
        elif number and number in exact:
            reasons.append(f"{Reason.EXACT_NUMBER_UNSOURCED} ({root.name})")
        elif number and len(number.rstrip("0.")) >= EXACT_DIGITS and number in counted_alone:
            reasons.append(f"{Reason.EXACT_NUMBER_TWICE} ({root.name})")
        elif any(rewrites.share_quotation(root.original, other) for other in (*own.values(), *attributed_in) if other != root.original):
            reasons.append(f"{Reason.SAME_QUOTATION} ({root.name})")
        elif root.name not in own:
            own[root.name] = root.original
            counted_alone.add(number)
    return Counted(tuple(sorted({*kept, *own})), tuple(dict.fromkeys(sorted(reasons))))


def _covered(name: str, named: set[str], reasons: list[str]) -> bool:
    """True where a more exact source of the same family is counted."""
    members = sorted(other for other in named if family(other) == name)
    if members:
        reasons.append(f"{Reason.SAME_FAMILY} ({name}: {', '.join(members)})")
    return bool(members)


def _body(source: ClaimSource) -> str:
    named = source.org or source.name or source.person
    if named:
        return body(named)
    first = source.text.split(" ", 1)[0].lower()
    return source.text[:1].lower() + source.text[1:] if first in OPENERS else source.text


def _link(source: ClaimSource) -> str:
    if source.person and source.org:
        return f"{source.person} ({body(source.org)})"
    return body(source.name or source.org or source.text)


def _sentence(text: str) -> str:
    words = fold(text) if len(text) < 600 else ""
    return words if words.count(" ") + 1 >= _WORDS else ""


def _quotations(text: str) -> Iterable[str]:
    return (fold(match[1]) for match in _QUOTED.finditer(text))
