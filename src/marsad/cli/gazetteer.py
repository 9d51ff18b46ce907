"""`marsad gazetteer`: places of a country added from a GeoNames dump; no network."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Add places of a country from a GeoNames dump.")


@app.callback()
def gazetteer() -> None:
    """Add places of a country from a GeoNames dump; list and remove what was added."""


@app.command()
def add(dumps: Annotated[list[Path], typer.Argument(metavar="DUMP...", help="GeoNames country dumps: IQ.zip or IQ.txt.")]) -> None:
    """Compile dumps into your data folder; reading uses them from then on."""
    from marsad.cli.terminal import say
    from marsad.data.places.dump import compile_dump
    from marsad.data.places.gazetteer import load_package_gazetteer, user_folder
    from marsad.errors import UsageError

    folder = user_folder()
    known = load_package_gazetteer()
    for dump in dumps:
        if not dump.is_file():
            raise UsageError(f"{dump}: no such file")
        compiled = compile_dump(dump, known)
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{dump.stem}.places"
        part = target.with_suffix(".part")
        part.write_bytes(compiled.content)
        part.replace(target)
        left = f", {compiled.unread} lines not read" if compiled.unread else ""
        say(f"{dump.name}: {compiled.places} places{left} -> {target}")


@app.command(name="list")
def show() -> None:
    """The gazetteers in use, each with its places, its file and its notice."""
    from marsad.data.places.gazetteer import GazetteerFile, gazetteer_paths

    for path in gazetteer_paths():
        file = GazetteerFile(path)
        typer.echo(f"{len(file)}\t{path}\t{file.notice}")


@app.command()
def remove(names: Annotated[list[str], typer.Argument(metavar="NAME...", help="As in the list: IQ for IQ.places.")]) -> None:
    """Take added gazetteers out of use."""
    from marsad.data.places.gazetteer import user_folder
    from marsad.errors import UsageError

    for name in names:
        path = user_folder() / f"{Path(name).stem}.places"
        if not path.is_file():
            raise UsageError(f"{name}: not among the added gazetteers")
        path.unlink()
