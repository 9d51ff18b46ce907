"""All that one situation report or export is made of, with its claims and reports by id."""

import datetime
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from marsad.model.claim import Claim
from marsad.model.mention import Mentions
from marsad.model.picture import Change, Figure, Holding, Incident, Picture
from marsad.model.report import Report, SetAside
from marsad.picture import changes, picture_at
from marsad.picture.at import known_by
from marsad.publish import words
from marsad.publish.mask import Mask
from marsad.publish.private import mask_for
from marsad.publish.safe import plain
from marsad.reconcile import infer_dates


@dataclass(frozen=True)
class Edition:
    """A picture with the claims and reports it rests on; `internal` editions withhold nothing."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    picture: Picture
    changes: tuple[Change, ...] = ()
    since: datetime.date | None = None  # the date that `changes` compares with
    set_aside: tuple[SetAside, ...] = ()
    mentions: Mapping[str, Mentions] = field(default_factory=dict)
    built: datetime.date | None = None
    internal: bool = False
    title: str | None = None
    issue: int | None = None

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """Claims by id."""
        return {c.id: c for c in self.claims}

    @cached_property
    def report(self) -> dict[str, Report]:
        """Reports by id."""
        return {r.id: r for r in self.reports}

    @cached_property
    def things(self) -> tuple[Figure | Holding | Incident, ...]:
        """Holdings, incidents and figures of the picture together."""
        return (*self.picture.holdings, *self.picture.incidents, *self.picture.figures)

    @cached_property
    def mask(self) -> Mask:
        """What this edition withholds."""
        return mask_for(self.claims, self.mentions, self.reports, internal=self.internal)

    @cached_property
    def content_hash(self) -> str:
        """One hash over the inputs, whatever their order."""
        return hashlib.sha256("\n".join(sorted(r.sha256 for r in self.reports)).encode()).hexdigest()

    def say(self, text: str | None) -> str:
        """Text of others, fit to show: on one line, without hidden marks, masked where the edition is public."""
        return self.mask.text(_ANONYMOUS.sub("a source not named", _UNNAMED.sub(self._report_words, plain(text))))

    def say_each(self, names: Sequence[str]) -> list[str]:
        """Names of sources and parties, each as `say` shows it."""
        return [self.say(name) for name in names]

    def unnamed(self, holding: Holding) -> bool:
        """True where no claim behind the holding gives its holder more than a common noun ("the units")."""
        actors = [a for i in holding.claims if (c := self.claim.get(i)) for a in c.actors if holding.holder in {a.text, a.name}]
        return bool(actors) and all(a.name is None for a in actors)

    def _report_words(self, found: re.Match[str]) -> str:
        """A report without a publisher, in words that a reader can follow."""
        report = self.report.get(found[1])
        return f"a report of {words.date(report.published)}" if report and report.published else "an undated report"


_UNNAMED = re.compile(r"unnamed publisher \((\S{1,100})\)")
_ANONYMOUS = re.compile(r"a source not named \(\S{1,100}\)")  # the report's id keeps such sources apart, and tells a reader nothing
WEEK = datetime.timedelta(days=7)


def edition_of(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    *,
    mentions: Mapping[str, Mentions] | None = None,
    set_aside: Sequence[SetAside] = (),
    as_of: datetime.date | None = None,
    since: datetime.date | None = None,
    built: datetime.date | None = None,
    internal: bool = False,
    title: str | None = None,
    issue: int | None = None,
) -> Edition:
    """The edition of all that was out by the date; what changed is told since the date given, else over about a week."""
    picture = picture_at(as_of, reports, None, claims, set_aside)
    dated, known = known_by(picture.as_of, infer_dates(reports, claims), claims)
    since = since or _week_before(dated, picture.as_of)
    earlier = picture_at(since, reports, None, claims, set_aside) if since else None
    return Edition(
        reports=tuple(dated),
        claims=tuple(known),
        picture=picture,
        changes=tuple(changes(earlier, picture)) if earlier else (),
        since=since,
        set_aside=tuple(set_aside),
        mentions=mentions or {},
        built=built,
        internal=internal,
        title=title,
        issue=issue,
    )


def _week_before(reports: Sequence[Report], as_of: datetime.date | None) -> datetime.date | None:
    """The newest day of publication a week or more before, else the oldest day before."""
    days = sorted({r.published for r in reports if r.published and as_of and r.published < as_of})
    if not days or as_of is None:
        return None
    return max((d for d in days if d <= as_of - WEEK), default=days[0])
