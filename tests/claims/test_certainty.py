"""How surely a claim is told: the words over and beside the predicate decide, the same for every kind."""

import pytest

from marsad.flow import read_one
from marsad.model.report import Report

CASES = [
    ("Rebels captured Kidal.", "control", {"asserted"}),
    ("Rebels may have captured Kidal.", "control", {"possible"}),
    ("Rebels reportedly captured Kidal.", "control", {"alleged"}),
    ("Rebels claimed to have captured Kidal.", "control", {"alleged"}),
    ("Rebels have not captured Kidal.", "control", {"denied"}),
    ("Rebels are expected to capture Kidal.", "control", {"expected"}),
    ("Rebels plan to capture Kidal.", "control", {"planned"}),
    ("Rebels failed to capture Kidal.", "control", {"denied"}),
    ("The army denied that rebels had captured Kidal.", "control", {"denied"}),
    ("If rebels capture Kidal, the road to Gao will be cut.", "control", set()),
    ("Have rebels captured Kidal?", "control", set()),
    ("An estimated 7,000 people fled Bambari.", "displacement", {"estimated"}),
    ("Some 7,000 people are believed to have fled Bambari.", "displacement", {"estimated"}),
    ("Up to 7,000 people could flee Bambari.", "displacement", {"possible"}),
    ("Residents accused soldiers of killing 15 villagers in Baga.", "casualty", {"alleged"}),
    ("Monitors accused the army of looting homes and killing 15 villagers.", "casualty", {"alleged"}),
    ("Soldiers killed 15 villagers in Baga.", "casualty", {"asserted"}),
    ("Jets are thought to have bombed Marib.", "event", {"estimated", "alleged"}),
]


@pytest.mark.parametrize(("text", "kind", "statuses"), CASES, ids=[text for text, _, _ in CASES])
def test_status(text: str, kind: str, statuses: set[str]) -> None:
    found = {c.status for c in read_one(Report(id="r", text=text, sha256="0" * 64)).claims if c.kind == kind}
    assert found <= statuses
    assert bool(found) == bool(statuses)
