import pytest

from marsad.reconcile.families import body, family, side


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Iraqi Counter-Terrorism Service", "Iraqi security forces"),
        ("Iraqi federal police", "Iraqi security forces"),
        ("Sudanese army", "Sudanese forces"),
        ("Sudanese police", "Sudanese forces"),
        ("Russian air force", "Russia"),
        ("Syrian Democratic Forces", "Syrian Democratic Forces"),
        ("Free Syrian Army", "Free Syrian Army"),
        ("Rapid Support Forces", "Rapid Support Forces"),
        ("IS", "Islamic State"),
        ("somebody", "somebody"),
    ],
)
def test_sides(name, wanted):
    assert side(name) == wanted


def test_bodies_and_families():
    assert body("International Organization for Migration") == "IOM"
    assert family("IOM") == "United Nations"
    assert family("United Nations") is None
