"""Why a sentence was read as it was, in words: mentions, syntax, the cards tried and where each stopped."""

from collections.abc import Iterator

from marsad.grammar.card import Card
from marsad.grammar.match import Tried
from marsad.model.mention import Mentions
from marsad.model.syntax import Tree


def describe_mentions(mentions: Mentions, field: str = "text") -> Iterator[str]:
    """One line a mention."""
    for p in mentions.places:
        if p.field == field:
            where = f"{p.name} {p.lat}, {p.lon} ({p.method}, {p.radius_km} km)" if p.lat is not None else "unresolved"
            yield f"place      {p.text!r}: {where}"
    for t in mentions.times:
        if t.field == field:
            yield f"time       {t.text!r}: {t.value} [{t.value_start} .. {t.value_end}] {t.relation}"
    for q in mentions.quantities:
        if q.field == field:
            yield f"quantity   {q.text!r}: {q.low} / {q.best} / {q.high} {q.unit or ''}{' per ' + q.per if q.per else ''}"
    for a in mentions.actors:
        if a.field == field:
            yield f"actor      {a.text!r}: {a.name or 'unresolved'} ({a.kind})"
    for v in mentions.attributions:
        if v.field == field:
            yield f"says       {', citing '.join(s.name or s.text for s in v.speakers) or 'nobody named'} ({v.lemma})"


def describe_tree(tree: Tree) -> Iterator[str]:
    """One line a token: word, tag, relation and governor."""
    width = max((len(t.text) for t in tree.tokens), default=0)
    for t in tree.tokens:
        governor = "-" if t.head == t.i else tree.tokens[t.head].text
        yield f"{t.text:<{width}}  {t.tag:<5} {t.dep:<12} {governor}"


def describe_tried(tried: Tried) -> str:
    """What became of one card."""
    return f"{tried.card} ({tried.trigger}): {'stopped, ' + tried.stopped if tried.stopped else 'filled'}"


def describe_card(card: Card) -> Iterator[str]:
    """A card as a reader would want to see it."""
    yield f"{card.id}: {card.says}"
    yield f"  trigger  {', '.join(card.trigger)}"
    for name, role in card.roles.items():
        needed = ", required" if role.is_required else ""
        count = f", count {role.count}" if role.count != "none" else ""
        never = f", never {' or '.join(role.never)}" if role.never else ""
        yield f"  {name:<14} is {', '.join(role.is_)}; must be {' or '.join(role.must)}{never}{count}{needed}"
    yield f"  claim    {card.kind}/{card.claim.type}"
    for example in card.examples:
        yield f"  reads    {example}"
    for other in card.not_:
        yield f"  not      {other.text} ({other.why})"
    for gap in card.gaps:
        yield f"  gap      {gap.text} ({gap.why})"
