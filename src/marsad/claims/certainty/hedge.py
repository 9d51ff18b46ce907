"""What the words around a draft make of it."""

import msgspec

from marsad.model.claim import Status


class Hedge(msgspec.Struct, frozen=True):
    """A status and the word that gives it; `drop` where the words make no claim."""

    status: Status = "asserted"
    word: str = ""
    drop: bool = False
