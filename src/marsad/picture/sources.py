"""How much of the picture rests on which publisher and on which root."""

from collections import defaultdict
from collections.abc import Sequence

from marsad.model.claim import Claim
from marsad.model.picture import Reconciled, SourceLine
from marsad.model.report import Report
from marsad.reconcile.independence import Rewrites, own_name, root_of
from marsad.reconcile.said import published


def source_lines(reports: Sequence[Report], claims: Sequence[Claim], reconciled: Reconciled) -> list[SourceLine]:
    """One line for each publisher and each root, those with most claims first."""
    rewrites = Rewrites(reports, ())
    by_id = {report.id: report for report in reports}
    printed: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        printed[own_name(report)].add(report.id)
    rooted: dict[str, int] = defaultdict(int)
    newest = {name: [by_id[one] for one in ids] for name, ids in printed.items()}
    for claim in claims:
        if claim.report in by_id:
            name = root_of(claim, rewrites.original(claim.report)).name
            rooted[name] += 1
            newest.setdefault(name, []).append(by_id[claim.report])
    figures: dict[str, list[str]] = defaultdict(list)
    for figure in reconciled.figures:
        for name in figure.sources:
            figures[name].append(figure.id)
    lines = [
        SourceLine(
            name=name,
            role="publisher and root" if name in printed and name in rooted else "publisher" if name in printed else "root",
            reports=tuple(sorted(printed.get(name, ()))),
            copies=sum(1 for one in printed.get(name, ()) if by_id[one].copy_of),
            claims=rooted.get(name, 0),
            figures=tuple(sorted(figures.get(name, ()))),
            newest=max((day for report in newest.get(name, ()) if (day := published(report))), default=None),
        )
        for name in {*printed, *rooted}
    ]
    return sorted(lines, key=lambda line: (-line.claims, line.name))
