"""What is known of one report of speech on the way to an attribution."""

import msgspec

from marsad.model.mention import Span
from marsad.reading.voices.cues import Cue


class Told(msgspec.Struct):
    """One report of speech: spans in the field, and the cue's lemma."""

    cue: Span
    lemma: str
    source: Span | None = None
    content: Span | None = None
    quoted: bool = False
    colon: bool = False  # what is said follows in the next passages


class Verb(msgspec.Struct):
    """A reporting verb with its subject, as indices of words, before it is known what is said."""

    i: int
    start: int
    end: int
    cue: Cue
    source: tuple[int, int] | None
    inverted: bool = False
    inherited: bool = False  # the subject is that of the verb before
    passive: bool = False
