import xml.etree.ElementTree as ET
from dataclasses import replace

import feedparser
import msgspec

from marsad.model.picture import Change
from marsad.publish.edition import Edition
from marsad.publish.feed import feed_text, told
from publish.crisis import CHANGES
from publish.made import small_edition as made


def small_edition() -> Edition:
    """The small edition, its changes under ids."""
    return replace(made(), changes=tuple(msgspec.structs.replace(c, after=f"figure-{n}") for n, c in enumerate(CHANGES)))


ATOM = "{http://www.w3.org/2005/Atom}"


def test_each_change_is_one_entry_under_the_lasting_id_of_what_changed() -> None:
    edition = small_edition()
    read = feedparser.parse(feed_text(edition).encode())
    assert not read.bozo
    assert [e.id for e in read.entries] == [f"urn:marsad:{c.after or c.before}" for c in told(edition)]
    assert len({e.id for e in read.entries}) == len(read.entries) > 0


def test_the_feed_has_what_atom_asks_for() -> None:
    root = ET.fromstring(feed_text(small_edition()))
    for name in ("id", "title", "updated", "author"):
        assert root.find(ATOM + name) is not None
    for entry in root.iter(f"{ATOM}entry"):
        assert all(entry.find(ATOM + name) is not None for name in ("id", "title", "updated", "content"))


def test_the_same_edition_gives_the_same_feed() -> None:
    assert feed_text(small_edition()) == feed_text(small_edition())


def test_words_of_others_stay_words_in_the_feed() -> None:
    hostile = msgspec.structs.replace(CHANGES[0], words="]]><script>alert(1)</script>&\x00\x0b￾", after="figure-a", before=None)
    root = ET.fromstring(feed_text(replace(small_edition(), changes=(hostile,))))
    title = root.find(f"{ATOM}entry/{ATOM}title")
    assert title is not None
    assert "<script>" in (title.text or "")
    assert {child.tag for child in root.iter()} <= {
        ATOM + name for name in ("feed", "id", "title", "updated", "author", "name", "subtitle", "entry", "link", "category", "content")
    }


def test_what_has_no_lasting_id_is_no_entry() -> None:
    assert told(replace(small_edition(), changes=(Change(kind="new", subject="figure", words="new: 3 displaced"),))) == []
