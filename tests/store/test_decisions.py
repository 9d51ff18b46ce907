import datetime

import msgspec
import pytest

from marsad.errors import UsageError
from marsad.store.check import faults
from marsad.store.decisions import decide, standings
from marsad.store.record import Reading, encode
from marsad.store.redact import redact
from store.made import fill

NOW = datetime.datetime(2020, 1, 2, tzinfo=datetime.UTC)


@pytest.fixture
def store(tmp_path):
    return fill(tmp_path / "crisis.marsad", range(4))


def decided(store, verdict="rejected", claim="c-n1", **more):
    with store.own():
        made = decide(store, claim, verdict, by="ada", reason="not stated", now=NOW, **more)
        store.rebuild()
    return made


def reread(store, **changed):
    """The claim of report n1 read again, changed."""
    before = store.folded().kept["n1"]
    claims = tuple(msgspec.structs.replace(claim, **changed) for claim in before.claims) if changed else ()
    with store.own():
        store.ledger.append([encode(Reading(report="n1", mentions=before.mentions, claims=claims, reader="later"))])
        store.rebuild()


def test_a_rejected_claim_stays_listed_and_leaves_the_picture(store):
    assert any("c-n1" in figure.claims for figure in store.contents().figures)
    decided(store)
    contents = store.contents()
    assert "c-n1" in {claim.id for claim in contents.claims}
    assert "c-n1" not in {claim.id for claim in contents.counted}
    assert not any("c-n1" in figure.claims for figure in contents.figures)
    assert list(faults(store)) == []


def test_the_newest_decision_counts_and_can_be_undone(store):
    decided(store)
    decided(store, "accepted")
    assert [one.decision.verdict for one in standings(store.folded())] == ["accepted"]
    decided(store, "undone")
    assert standings(store.folded()) == []
    assert len(store.folded().decisions) == 3, "every decision stays in the ledger"


def test_the_same_request_again_is_harmless(store):
    decided(store, request="r1")
    decided(store, request="r1")
    assert len(store.folded().decisions) == 1


def test_a_claim_that_is_not_there_cannot_be_decided(store):
    with pytest.raises(UsageError, match="no claim"):
        decided(store, claim="nothing")
    with pytest.raises(UsageError, match="4 claims begin"):
        decided(store, claim="c-n")


def test_a_better_reading_of_the_same_claim_is_to_be_checked_again(store):
    decided(store)
    reread(store, card="another", warnings=("odd",))
    assert not standings(store.folded())[0].recheck, "how it was found is not what it says"
    reread(store, status="alleged")
    (one,) = standings(store.folded())
    assert (one.claim, one.recheck) == ("c-n1", True)
    assert "c-n1" in {claim.id for claim in store.contents().counted}, "a decision about other words rejects nothing"


def test_a_claim_with_another_id_on_the_same_words_keeps_the_decision_in_view(store):
    decided(store)
    reread(store, id="c-new")
    (one,) = standings(store.folded())
    assert (one.claim, one.recheck) == ("c-new", True)


def test_a_claim_that_is_read_no_more_leaves_its_decision_to_be_checked(store):
    decided(store)
    reread(store)
    (one,) = standings(store.folded())
    assert (one.claim, one.recheck) == (None, True)


def test_decisions_outlive_a_rebuild_a_backup_and_a_restore(store, tmp_path):
    from marsad.store.copying import backup, restore

    decided(store)
    backup(store, tmp_path / "b.tar")
    again = restore(tmp_path / "b.tar", tmp_path / "again.marsad")
    assert standings(again.folded()) == standings(store.folded())
    assert again.contents().rejected == {"c-n1"}


def test_what_was_decided_about_a_removed_report_goes_with_it(store):
    decided(store)
    with store.own():
        redact(store, "n1", "asked", "key", NOW.date())
    assert not any(b"not stated" in path.read_bytes() for path in store.folder.rglob("*") if path.is_file())
