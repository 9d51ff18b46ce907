import os

import pytest

from ingest.reading import split
from marsad.ingest import read_inputs


@pytest.fixture
def folder(tmp_path):
    for name in ("a.txt", "b/c.txt", "b/d.txt", ".hidden.txt", ".git/x.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Words of {name}.")
    return tmp_path / "in"


def paths(*inputs):
    return [report.path for report in split(read_inputs([str(one) for one in inputs]))[0]]


def test_a_folder_is_read_whole_without_hidden_files(folder):
    assert paths(folder) == ["in/a.txt", "in/b/c.txt", "in/b/d.txt"]


def test_a_file_named_twice_is_read_once(folder):
    assert paths(folder / "a.txt", folder, folder / "b" / ".." / "a.txt") == ["in/a.txt", "in/b/c.txt", "in/b/d.txt"]


def test_globs(folder):
    assert paths(folder / "b" / "*.txt") == ["c.txt", "d.txt"]
    assert paths(folder / "**" / "*.txt") == ["a.txt", "b/c.txt", "b/d.txt"]


def test_the_order_and_the_working_folder_change_nothing(folder, monkeypatch):
    one = list(read_inputs([str(folder / "a.txt"), str(folder / "b")]))
    monkeypatch.chdir(folder / "b")
    assert list(read_inputs([".", "../a.txt"])) == one


def test_what_is_not_there_is_set_aside(folder):
    reports, aside = split(read_inputs([str(folder / "none.txt"), str(folder / "*.zzz"), str(folder / "a.txt")]))
    assert len(reports) == 1
    assert sorted(one.reason for one in aside) == ["matches no file", "no such file"]


def test_links_in_a_folder_and_pipes_are_not_followed(folder):
    (folder / "link.txt").symlink_to("/etc/passwd")
    (folder / "up").symlink_to("/etc")
    os.mkfifo(folder / "pipe")
    reports, aside = split(read_inputs([str(folder)]))
    assert len(reports) == 3
    assert sorted(one.input.rsplit("/", 1)[-1] for one in aside) == ["link.txt", "pipe", "up"]


def test_a_file_that_may_not_be_opened_is_set_aside(folder):
    (folder / "a.txt").chmod(0)
    if os.access(folder / "a.txt", os.R_OK):
        pytest.skip("root may open everything")
    assert "cannot be" in split(read_inputs([str(folder)]))[1][0].reason


def test_the_same_words_in_two_files_are_two_reports(folder):
    (folder / "z.txt").write_text("Words of a.txt.")
    first, *_, last = split(read_inputs([str(folder)]))[0]
    assert last.id == f"{first.id}-2"


@pytest.mark.parametrize(
    "name", ["a b.txt", "-x.txt", "ünï.txt", "a\nb.txt", "$(x).txt", "a;b.txt", "' or 1.txt", "%2e%2e.txt", "\u202etxt.exe"]
)
def test_odd_names_are_names(tmp_path, name):
    (tmp_path / name).write_text("Five fled.")
    assert paths(tmp_path) == [f"{tmp_path.name}/{name}"]
