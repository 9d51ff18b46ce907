"""Editions of the made-up crisis."""

from functools import cache
from typing import Any

from marsad.publish.edition import Edition
from publish.crisis import CHANGES, SET_ASIDE, Desk, large, pictured, small


def edition_of_desk(desk: Desk, **more: Any) -> Edition:
    return Edition(
        reports=tuple(desk.reports), claims=tuple(desk.claims), picture=pictured(desk), changes=CHANGES, set_aside=SET_ASIDE, **more
    )


@cache
def small_edition(*, internal: bool = False) -> Edition:
    return edition_of_desk(small(), internal=internal)


@cache
def large_edition() -> Edition:
    return edition_of_desk(large())
