"""`marsad grammar`: how a sentence is read, and what a card says."""

import datetime
import hashlib

import typer

app = typer.Typer(help="Show how a sentence is read, or what a card says.", no_args_is_help=True)


@app.command("read")
def read_sentence(sentence: str, published: str = typer.Option("", help="ISO date of the report that the sentence stands in.")) -> None:
    """Mentions, syntax, the cards tried and where each stopped, and the claims, for a sentence or a short text."""
    from marsad.claims.read import Explained
    from marsad.flow import read_one
    from marsad.grammar.explain import describe_mentions, describe_tree, describe_tried
    from marsad.model.report import Report

    digest = hashlib.sha256(sentence.encode()).hexdigest()
    date = datetime.date.fromisoformat(published) if published else None
    explained: list[Explained] = []
    reading = read_one(Report(id=digest[:16], text=sentence, sha256=digest, published=date), explained)
    for line in describe_mentions(reading.mentions):
        typer.echo(line)
    for one in explained:
        typer.echo(f"\n{one.passage.text}")
        for line in describe_tree(one.tree):
            typer.echo(f"  {line}")
        for tried in one.tried:
            typer.echo(f"  card {describe_tried(tried)}")
        for draft, hedge in one.drafts:
            word = f" ({hedge.word})" if hedge.word else ""
            typer.echo(f"  {draft.card.id}: {'no claim' if hedge.drop else hedge.status}{word}")
    if not explained and not reading.claims:
        typer.echo("no passage holds a trigger with words that could fill its roles: nothing was parsed")
    for claim in reading.claims:
        typer.echo(f"\nclaim {claim.id} {claim.kind}/{claim.type} {claim.status} by {claim.card}")
        typer.echo(f"  evidence {claim.evidence.text!r}")
        if claim.quantity:
            q = claim.quantity
            typer.echo(f"  count    {q.low} / {q.best} / {q.high} {q.unit} {q.measure}{' per ' + q.per if q.per else ''}")
        for place in claim.places:
            typer.echo(f"  {place.role:<8} {place.text!r} -> {place.name or 'unresolved'} {place.method or ''}")
        for actor in claim.actors:
            typer.echo(f"  {actor.role:<8} {actor.text!r} -> {actor.name or 'unresolved'}")
        for source in claim.sources:
            typer.echo(f"  {source.role:<8} {source.text!r} -> {source.name or source.person or 'unnamed'}")
        typer.echo(f"  time     {claim.time.start} .. {claim.time.end} {claim.time.text or ''}")


@app.command("show")
def show_card(card: str) -> None:
    """What a card says: trigger, roles, claim, the sentences it reads and those it does not."""
    from marsad.grammar.explain import describe_card
    from marsad.grammar.load import load_grammar

    found = load_grammar().by_id.get(card)
    if found is None:
        known = [name for name in load_grammar().by_id if card in name]
        typer.echo(f"no card {card!r}; {'did you mean: ' + ', '.join(known) if known else 'see marsad grammar list'}", err=True)
        raise typer.Exit(2)
    for line in describe_card(found):
        typer.echo(line)


@app.command("list")
def list_cards() -> None:
    """Every card, one a line."""
    from marsad.grammar.load import load_grammar

    grammar = load_grammar()
    for card in (*grammar.cards, *grammar.columns):
        typer.echo(f"{card.id:<40} {card.kind}/{card.claim.type:<16} {card.says}")
