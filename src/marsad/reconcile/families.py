"""The table of agencies, bodies and sides: one name for each, and who speaks for whom."""

import re
from functools import cache
from pathlib import Path

import msgspec

from marsad.languages import load_yaml
from marsad.reconcile.where import fold

SYNDICATION = Path(__file__).resolve().parent.parent / "data" / "sources" / "syndication.yml"
# "Sudanese army", "Philippine federal police": small letters, so that the proper names of groups ("Free Syrian Army") stay their own
_STATE = re.compile(
    r"([A-Z][\w.'-]{1,20}(?: [A-Z][\w.'-]{1,20})?) (?:[a-z-]{2,20} ){0,3}"
    r"(?:army|forces|force|troops|soldiers|military|police|policemen|gendarmerie|navy|marines|government|authorities|regime|ministry|guards?|commandos)$"
)


@cache
def body(name: str) -> str:
    """The one name of an agency or a body, whatever the spelling."""
    return _names().get(fold(name), name)


@cache
def is_body(name: str) -> bool:
    """True for an agency or a body that counts for itself, as no newspaper does."""
    table, known = _table(), fold(body(name))
    bodies = {fold(one) for one in table["bodies"]}
    return known in bodies or known in {fold(one) for members in table["families"].values() for one in members}


@cache
def family(name: str) -> str | None:
    """The larger body for a part of which this one speaks."""
    return _members("families").get(fold(body(name)))


@cache
def side(name: str) -> str:
    """The side on which an armed actor fights: members hold a place for it, and a state's army, police and ministries are one."""
    sides, known = _members("sides"), body(name)
    found = sides.get(fold(known))
    if found is None and (state := _STATE.match(known)):
        forces = f"{state[1]} forces"
        return sides.get(fold(forces), forces)
    return found or known


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return msgspec.convert(load_yaml(SYNDICATION), dict[str, dict[str, list[str]]])


@cache
def _names() -> dict[str, str]:
    table = _table()
    return {fold(alias): name for part in ("agencies", "bodies") for name, aliases in table[part].items() for alias in (name, *aliases)}


@cache
def _members(part: str) -> dict[str, str]:
    table = _table()[part]
    pairs = ((member, name) for name, members in table.items() for member in (name, *members))
    return {fold(member): name for member, name in pairs if part == "sides" or member != name}
