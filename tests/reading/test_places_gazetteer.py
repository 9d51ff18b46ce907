"""The compiled gazetteer and what users add to it."""

import time
import zipfile
from pathlib import Path

import pytest
import yaml

from marsad.data.places.dump import compile_dump
from marsad.data.places.gazetteer import PACKAGED, Entry, Gazetteer, GazetteerFile, compile_gazetteer, load_package_gazetteer, user_folder
from marsad.data.places.keys import name_key
from marsad.errors import UsageError

LINE = "{id}\t{name}\t{plain}\t{more}\t{lat}\t{lon}\tP\tPPL\tIQ\t\t13\t\t\t\t{people}\t\t\tAsia/Baghdad\t2024-01-01"


def dump_of(folder: Path, *lines: str) -> Path:
    path = folder / "IQ.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("IQ.txt", "\n".join(lines))
    return path


def test_opens_in_a_moment_and_names_its_sources() -> None:
    begin = time.process_time()
    found = load_package_gazetteer().find("mosul")
    assert time.process_time() - begin < 0.3
    assert any(p.country == "IQ" and p.population > 1_000_000 for p in found)
    notice = GazetteerFile(PACKAGED).notice
    assert "GeoNames" in notice
    assert "CC BY 4.0" in notice


@pytest.mark.parametrize(
    "key",
    ["mosul", "al mawsil", "kubaysa", "tal afar", "hawija", "raqqa", "deir ez zor", "donbas", "darfur", "tigray", "sinai", "sahel", "gaza strip", "west bank",
     "kurdistan region", "euphrates", "omdurman", "bucha", "ghouta", "mindanao", "chechnya", "morazan", "antioquia", "ayacucho", "rakhine", "north kivu"],
)  # fmt: skip
def test_places_of_the_wars_are_there(key: str) -> None:
    assert load_package_gazetteer().find(key)


@pytest.mark.parametrize("key", ["of", "march", "said", "hospital"])
def test_alternate_names_that_are_words_are_not(key: str) -> None:
    assert all(not p.alternate for p in load_package_gazetteer().find(key) if p.kind == "settlement")


def test_what_is_compiled_is_found(tmp_path: Path) -> None:
    entries = [
        Entry(
            name="Überhausen",
            kind="settlement",
            lat=1.5,
            lon=-2.25,
            country="XX",
            population=9,
            names=("uberhausen",),
            alternates=("hausen",),
        )
    ]
    path = tmp_path / "a.places"
    path.write_bytes(compile_gazetteer(entries, {"hausen": 1}, "ours"))
    gazetteer = Gazetteer([path])
    (place,) = gazetteer.find("uberhausen")
    assert (place.name, place.lat, place.lon, place.population, place.alternate) == ("Überhausen", 1.5, -2.25, 9, False)
    assert gazetteer.find("hausen")[0].alternate
    assert gazetteer.flags("hausen") == 1
    assert gazetteer.find("nowhere") == ()


def test_other_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "b.places"
    path.write_bytes(b"not a gazetteer at all")
    with pytest.raises(ValueError, match="not a compiled gazetteer"):
        GazetteerFile(path)


def test_dump_adds_places_and_alternate_names(tmp_path: Path) -> None:
    dump = dump_of(
        tmp_path,
        LINE.format(id=7, name="Tall Nūr", plain="Tall Nur", more="Tel Noor,تل نور", lat=35.5, lon=43.5, people=300),
        LINE.format(id=390188, name="Al Ḩawījah", plain="Al Hawijah", more="Haweejaa", lat=35.32, lon=43.77, people=0),
        "torn line",
    )
    compiled = compile_dump(dump, load_package_gazetteer())
    assert (compiled.places, compiled.unread) == (2, 1)
    path = tmp_path / "IQ.places"
    path.write_bytes(compiled.content)
    gazetteer = Gazetteer([path])
    assert gazetteer.find("tel noor")[0].id == "geonames:7"
    assert gazetteer.find("haweejaa")[0].name == "Hawija"


def test_dump_without_places_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        compile_dump(dump_of(tmp_path, "nothing"), load_package_gazetteer())


def test_user_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MARSAD_DATA", str(tmp_path))
    assert user_folder() == tmp_path / "places"
    monkeypatch.delenv("MARSAD_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert user_folder() == tmp_path / "marsad" / "places"


@pytest.mark.parametrize("path", sorted(PACKAGED.parent.glob("world_*.yml")), ids=lambda p: p.stem)
def test_compiled_file_holds_what_the_lists_say(path: Path) -> None:
    gazetteer = load_package_gazetteer()
    for place in yaml.safe_load(path.read_text(encoding="utf-8")):
        same = (place["name"], place["kind"], place.get("country", ""))
        found = [p for p in gazetteer.find(name_key(place["name"])) if (p.name, p.kind, p.country) == same]
        assert found, f"{place['name']}: run scripts/build_gazetteer.py"
        assert (round(found[0].lat, 2), round(found[0].lon, 2)) == (round(place["at"][0], 2), round(place["at"][1], 2))


def test_every_list_says_what_it_is() -> None:
    for path in PACKAGED.parent.glob("*.yml"):
        head = path.read_text(encoding="utf-8")[:600]
        assert head.startswith("# ")
        assert "Source:" in head
        assert "Licence:" in head
