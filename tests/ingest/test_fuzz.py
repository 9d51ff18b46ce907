import time

import pytest

from ingest.mutants import SEEDS, mutants, outcome

SIZE = 5_000


def fuzz(kind, number, seed):
    """Nothing is raised, nothing takes long, and every input comes to something."""
    vanished = 0
    for content in mutants(kind, number, seed):
        began = time.monotonic()
        reports, aside = outcome(content, kind)
        assert time.monotonic() - began < 10, content
        vanished += reports + aside == 0
    return vanished


@pytest.mark.slow
@pytest.mark.parametrize("kind", SEEDS)
def test_damaged_inputs_are_read_or_set_aside(kind):
    assert fuzz(kind, SIZE, seed=1) == 0


@pytest.mark.soak
@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("kind", SEEDS)
def test_two_hundred_thousand_damaged_inputs(kind, part):
    assert fuzz(kind, 50_000, seed=2 + part) == 0
