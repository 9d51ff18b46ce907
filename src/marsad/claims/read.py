"""Parsed passages of one report in order -> drafts with their certainty; nothing is anchored yet."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from marsad.claims.before import as_before
from marsad.claims.bracketed import with_bracketed
from marsad.claims.casualty.counts import counted_right
from marsad.claims.casualty.single import counted_single
from marsad.claims.certainty import certainty
from marsad.claims.certainty.hedge import Hedge
from marsad.claims.earlier import with_earlier
from marsad.grammar.card import BLOWS
from marsad.grammar.draft import Draft
from marsad.grammar.load import Grammar
from marsad.grammar.match import Tried, match
from marsad.grammar.people import one_per_count
from marsad.grammar.reference import Discourse
from marsad.grammar.relief import tells_of_convoy
from marsad.grammar.sentence import Sentence
from marsad.grammar.verb import THEMSELVES
from marsad.grammar.words import lists_of
from marsad.model.passage import Passage
from marsad.model.syntax import Tree
from marsad.reading.along import MentionsAlong

VIOLENCE = BLOWS | {"attack", "execution", "abduction", "looting"}
BYSTANDERS = {"monitor", "humanitarian", "media"}  # they tell of strikes: "the mission observed mortar fire"
# who has not left, or refuses to, stays
NOT = frozenset({"not", "n't", "n’t", "never", "yet to", "no longer", "refuse", "refuses", "refused", "refusing", "declined"})
NOT_DENIED = Hedge(drop=True, word="not denied")
OPEN = ("planned", "expected", "possible")


class Explained(msgspec.Struct, frozen=True):
    """What happened to one passage: the cards tried, the drafts made and what certainty did to them."""

    passage: Passage
    tree: Tree
    tried: tuple[Tried, ...]
    drafts: tuple[tuple[Draft, Hedge], ...]


def read_drafts(
    passages: Sequence[Passage],
    trees: Mapping[int, Tree],
    mentions: MentionsAlong,
    grammar: Grammar,
    is_demonym: Callable[[str], bool],
    explain: list[Explained] | None = None,
) -> list[Draft]:
    """The drafts of a report's parsed passages, each with its status; conditions, questions and bare purposes are dropped."""
    discourse = Discourse(is_demonym)
    kept: list[Draft] = []
    for passage in passages:
        if tells_of_convoy(passage.text, grammar.shared):
            discourse.relief_at = passage.index
        tree = trees.get(passage.index)
        if tree is None or not tree.tokens:
            continue
        sentence = Sentence(passage, tree, mentions.within(passage))
        tried: list[Tried] | None = [] if explain is not None else None
        hedged = _counted_once(sentence, [one for d in match(sentence, grammar, discourse, tried) for one in _hedged(sentence, d)])
        settled = [_settled(_without_bystanders(d), h) for d, h in hedged if not h.drop]
        if any(_charges(d) for d in settled):
            discourse.charged_at = passage.index
        kept += with_earlier(sentence, with_bracketed(sentence, as_before(_without_former(sentence, _without_flight(settled)), kept)))
        if explain is not None:
            explain.append(Explained(passage, tree, tuple(tried or ()), tuple(hedged)))
    return kept


def _charges(draft: Draft) -> bool:
    """Whether a draft tells of violence and who did it."""
    kind, type_ = draft.card.kind, draft.card.claim.type
    violent = type_ == "attributed" or (kind == "event" and type_ in VIOLENCE) or (kind == "casualty" and type_ == "killed")
    return violent and any(f.role == "agent" for f in draft.fillers)


def _without_flight(drafts: list[Draft]) -> list[Draft]:
    """The drafts; of people who "never left" it is told that they remain, and not again that they did not flee."""
    stayed = {d.trigger for d in drafts if d.card.claim.type == "remaining" and d.status == "asserted"}
    return [d for d in drafts if not (d.card.kind == "displacement" and d.status == "denied" and d.trigger in stayed)]


def _without_former(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts; who held what the same words tell was taken is the former holder ("took the villages in rebel hands")."""
    where = {id(d): _places(sentence, d) for d in drafts if d.card.kind == "control"}
    taken = [d for d in drafts if (d.card.kind, d.card.claim.type, d.status) == ("control", "gained", "asserted")]
    held = [
        d for d in drafts if (d.card.kind, d.card.claim.type) == ("control", "held") and any(where[id(t)] & where[id(d)] for t in taken)
    ]
    former = {id(t): [d for d in held if where[id(t)] & where[id(d)]] for t in taken}
    return [_from_former(d, former[id(d)]) if id(d) in former else d for d in drafts if d not in held]


def _from_former(taken: Draft, held: list[Draft]) -> Draft:
    """A taking with the former holder that those who held the place before give it."""
    if any(f.role == "former_holder" for f in taken.fillers):
        return taken
    takers = {f.head for f in taken.fillers if f.role == "holder"}
    held_by = [f for d in held for f in d.fillers if f.role == "holder" and f.head not in takers]
    former = [f._replace(role="former_holder") for f in held_by if f.text.lower() not in THEMSELVES]  # "took Zintan, which they held"
    return msgspec.structs.replace(taken, fillers=taken.fillers + tuple(former[:1]))


def _places(sentence: Sentence, draft: Draft) -> set[int]:
    """The tokens that name where a draft is so, and those that they stand beside: "their last stronghold, Zintan"."""
    named = {f.head for f in draft.fillers if f.role == "at"}
    return named | {sentence.tokens[i].head for i in named if sentence.relation(i) == "appos"}


def _without_bystanders(draft: Draft) -> Draft:
    """The draft; those who only tell of violence are not its doers."""
    if draft.card.claim.type not in VIOLENCE:
        return draft
    kept = tuple(f for f in draft.fillers if not (f.role == "agent" and f.actor is not None and f.actor.kind in BYSTANDERS))
    return msgspec.structs.replace(draft, fillers=kept)


def _settled(draft: Draft, hedge: Hedge) -> Draft:
    """The draft with its status, and with the type that its card gives to what is denied; a denial itself is asserted.

    That somebody cannot be reached is asserted too, and marked as such; and who no longer holds a place has lost it.
    """
    card, status = draft.card, hedge.status
    if (card.kind, card.claim.type, status, hedge.word) == ("control", "held", "denied", "no longer"):
        fillers = tuple(f._replace(role="former_holder") if f.role == "holder" else f for f in draft.fillers)
        lost = msgspec.structs.replace(card, claim=msgspec.structs.replace(card.claim, type="lost"))
        return msgspec.structs.replace(draft, status="asserted", card=lost, fillers=fillers)
    if status == "denied" and card.claim.denied_as is not None:
        made = msgspec.structs.replace(card.claim, type=card.claim.denied_as)
        card = msgspec.structs.replace(card, claim=made)
    if status == "denied" and card.claim.type == "denied":
        status = "asserted"
    if card.claim.type != "access":
        return msgspec.structs.replace(draft, status=status, card=card)
    denying = card.claim.denies and not card.claim.when_denied  # "barred aid workers": a denial by the words themselves
    closed = denying != (status == "denied")
    return msgspec.structs.replace(draft, status="asserted" if status == "denied" else status, card=card, out_of_reach=closed)


def _counted_once(sentence: Sentence, hedged: list[tuple[Draft, Hedge]]) -> list[tuple[Draft, Hedge]]:
    """The drafts with their hedges, without those that tell again of a count that another one claims."""
    harmed = zip(counted_right(sentence, [d for d, _ in hedged]), hedged, strict=True)
    hedged = [(d, h) for d, (_, h) in harmed if d is not None]
    claimed = [(d, h) for d, h in hedged if not h.drop]
    dropped = [d for d, h in hedged if h.drop]
    once = zip(one_per_count(sentence, [d for d, _ in claimed], dropped), claimed, strict=True)
    return [(counted_single(sentence, d), h) for d, (_, h) in once if d is not None] + [(d, h) for d, h in hedged if h.drop]


def _hedged(sentence: Sentence, draft: Draft) -> list[tuple[Draft, Hedge]]:
    """A draft with its hedge; in the place of one that needs a denial, and finds none, what else its trigger tells."""
    hedge = _certainty(sentence, draft)
    if hedge == NOT_DENIED and draft.otherwise:
        return [(d, _certainty(sentence, d)) for d in draft.otherwise]
    return [(draft, hedge)]


def _certainty(sentence: Sentence, draft: Draft) -> Hedge:
    hedge = certainty(sentence, draft)
    if draft.card.claim.type == "advance" and hedge.status == "planned" and hedge.word in lists_of("certainty")["trying"]:
        hedge = Hedge(word=hedge.word)  # "tried to enter the town": they advanced on it, whether or not they came in
    if draft.card.claim.type == "access" and hedge.status == "possible" and hedge.word == "can":
        hedge = Hedge(word=hedge.word)  # who can reach a place has access to it
    if draft.card.claim.denies and draft.card.claim.when_denied:  # "no humanitarian access": of access alone nothing is told
        return hedge if hedge.status == "denied" else NOT_DENIED
    if draft.card.claim.denies and not hedge.drop:
        if hedge.status in OPEN:  # "threatened to block aid": neither access nor its denial
            return Hedge(drop=True, word=hedge.word)
        return hedge
    if not draft.card.claim.when_denied:
        if draft.card.claim.type == "denied" and hedge.status == "denied" and hedge.word in NOT:
            return Hedge(drop=True, word=hedge.word)  # "did not deny the raid"
        return hedge
    plain = draft.card.claim.type != "remaining" or (hedge.word in NOT and not _none(draft))  # nobody stays where "nobody left"
    return Hedge(word=hedge.word) if hedge.status == "denied" and plain else NOT_DENIED


def _none(draft: Draft) -> bool:
    """Whether a draft counts none."""
    return draft.quantity is not None and draft.quantity.low == draft.quantity.high == 0
