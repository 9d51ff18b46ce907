import math

import msgspec
import pytest

from marsad.publish.html.chart_map import chart_map
from marsad.publish.html.evidence import numbers
from marsad.publish.html.map.base import base, clip
from marsad.publish.html.map.layers import layer, unpack
from marsad.publish.html.map.marks import label, marks
from marsad.publish.html.map.view import Spot, View, distance_km, inverse, mercator, view_of
from marsad.publish.html.refs import Notes
from publish.made import large_edition, small_edition

MOSUL, ERBIL = Spot(36.335, 43.119), Spot(36.191, 44.009)


def test_latitudes_come_back() -> None:
    assert all(math.isclose(inverse(mercator(lat)), lat, abs_tol=1e-9) for lat in (-70, -1, 0, 33.3, 60))


def test_a_kilometre_on_the_map_is_a_kilometre_on_the_ground() -> None:
    view = view_of([MOSUL, ERBIL], 900, 600)
    assert view is not None
    drawn = math.dist(view.xy(MOSUL.lon, MOSUL.lat), view.xy(ERBIL.lon, ERBIL.lat))
    assert drawn == pytest.approx(view.km(distance_km(MOSUL, ERBIL), 36.26), rel=0.01)


def test_all_places_of_the_crisis_are_in_view_and_a_far_one_is_not() -> None:
    view = view_of([MOSUL, ERBIL, Spot(33.4, 43.3), Spot(36.17, -115.14)], 900, 600)
    assert view is not None
    assert view.shows(ERBIL.lon, ERBIL.lat)
    assert not view.shows(-115.14, 36.17)


def test_nothing_to_show_is_no_view() -> None:
    assert view_of([], 900, 600) is None


def test_steps_unpack() -> None:
    assert unpack(bytes([2, 4, 1, 0]), 1) == [(1.0, 2.0), (0.0, 2.0)]


def test_the_ground_of_a_map_has_all_its_layers() -> None:
    view = view_of([MOSUL, ERBIL], 900, 600)
    assert view is not None
    ground = base(view)
    assert ground.land
    assert ground.rivers
    assert ground.province
    assert ground.scale_words.endswith("km")
    assert any(t.words.endswith("° E") for t in ground.texts)


def test_every_layer_is_on_the_earth() -> None:
    for name in ("countries", "provinces", "rivers"):
        found = layer(name)  # type: ignore[arg-type]
        assert found.lines
        assert all(-180.01 * found.quantum <= x.box[0] <= x.box[2] <= 180.01 * found.quantum for x in found.lines)


def test_a_polygon_is_cut_at_the_edges() -> None:
    square = [(-2.0, -2.0), (2.0, -2.0), (2.0, 2.0), (-2.0, 2.0)]
    cut = clip(square, (-1, -1, 1, 1))
    assert {(abs(x), abs(y)) for x, y in cut} == {(1.0, 1.0)}


@pytest.mark.parametrize("edition", [small_edition(), large_edition()], ids=["small", "large"])
def test_marks_and_names_keep_clear_of_each_other(edition: object) -> None:
    found = chart_map(edition, Notes(edition, numbers(edition)))  # type: ignore[arg-type]
    assert found is not None
    for sheet in found.sheets:
        seats = {(p.x, p.y) for p in sheet.drawing.placed if p.event} | {(p.x, p.y) for p in sheet.drawing.placed if p.control}
        ordered = sorted(seats)
        assert all(math.dist(a, b) > 14 for i, a in enumerate(ordered) for b in ordered[i + 1 :])


def test_a_disc_has_the_true_radius_and_a_moved_mark_remembers_its_place() -> None:
    edition = small_edition()
    found = chart_map(edition, Notes(edition, numbers(edition)))
    assert found is not None
    sheet = found.sheets[0]
    province = next(d for d in sheet.drawing.discs if "Deir ez-Zor" in d.words)
    assert province.r == pytest.approx(sheet.view.km(90, 35.33), rel=0.001)
    for placed in sheet.drawing.placed:
        thing = placed.control or placed.event
        assert thing is not None
        assert (placed.true_x, placed.true_y) == pytest.approx(sheet.view.xy(thing.lon, thing.lat))


def test_what_was_denied_or_only_planned_is_no_glyph() -> None:
    found = marks(small_edition())
    assert found is not None
    assert not [e for e in found.events if "looting" in e.words.lower()]


def test_of_rings_about_one_point_only_the_largest_is_drawn() -> None:
    found = marks(small_edition())
    assert found is not None
    rings = [(f.lat, f.lon) for f in found.flows if f.to is None and f.place == "Hawija" and f.last > found.days]
    assert len(rings) == len(set(rings))


def test_parties_have_letters_of_their_own() -> None:
    found = marks(large_edition())
    assert found is not None
    letters = [p.letters for p in found.parties]
    assert len(letters) == len(set(letters))


def test_a_view_knows_its_edges() -> None:
    view = View(100, 100, 40.0, mercator(36.0), 10.0)
    west, south, east, north = view.box
    assert west < 40 < east
    assert south < 36 < north + 3


@pytest.mark.parametrize(
    ("low", "best", "high", "unit", "said"),
    [
        (28_000, 28_400, 28_400, "person", "28,400"),
        (33_000, 33_000, None, "person", "≥ 33,000"),
        (None, 78_000, 78_000, "person", "≤ 78,000"),
        (24, None, 99, "household", "24–99 households"),
        (1_200_000, 1_200_000, 1_200_000, "person", "1.2 m"),
    ],
)
def test_a_label_keeps_the_bounds_of_its_figure(low: float | None, best: float | None, high: float | None, unit: str, said: str) -> None:
    figure = next(f for f in small_edition().picture.figures if f.kind == "displacement")
    assert label(msgspec.structs.replace(figure, low=low, best=best, high=high, unit=unit)) == said
