"""Where a number leads: the anchors and note numbers of the claims behind it."""

from collections.abc import Iterable
from dataclasses import dataclass

from marsad.publish.edition import Edition
from marsad.publish.html.evidence import anchor

_MOST = 24


@dataclass(frozen=True)
class Ref:
    """The evidence of one number or mark: the first anchor, all anchors, and the notes to print."""

    href: str
    anchors: str
    notes: tuple[int, ...]
    total: int

    @property
    def printed(self) -> str:
        """The notes as they stand behind a sentence."""
        more = f" +{self.total - 4}" if self.total > 4 else ""
        return ", ".join(str(n) for n in self.notes[:4]) + more


@dataclass(frozen=True)
class Notes:
    """Note numbers by claim id."""

    edition: Edition
    numbers: dict[str, int]

    def ref(self, claims: Iterable[str]) -> Ref | None:
        """The claims' evidence, None where no claim of them is in the edition."""
        known = [i for i in dict.fromkeys(claims) if i in self.numbers]
        if not known:
            return None
        shown = known[:_MOST]
        return Ref(anchor(shown[0]), " ".join(anchor(i) for i in shown), tuple(self.numbers[i] for i in shown), len(known))
