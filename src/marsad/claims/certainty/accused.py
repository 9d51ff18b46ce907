"""What somebody is accused of: "accused soldiers of burning huts", "suspected of a raid"."""

from marsad.claims.certainty.hedge import Hedge
from marsad.grammar.clause import is_verbal
from marsad.grammar.noun import is_bare
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import WordList


def accused(s: Sentence, trigger: int, words: dict[str, WordList]) -> Hedge | None:
    """What somebody is accused of: "accused soldiers of burning huts and killing farmers", wherever the parse hangs the deed."""
    node = s.tokens[trigger].head if s.relation(trigger) == "conj" else trigger
    if not is_verbal(s, node) and s.relation(node) == "obj":  # "accused of carrying out a raid"
        node = s.tokens[node].head
    elif s.relation(node) == "amod" and s.tokens[node].tag == "VBG":  # "accused of attacking civilians", taken for civilians who attack
        noun = s.tokens[node].head
        above = s.tokens[noun].head
        above = above if s.lower(above) in words["accusing"] else s.tokens[above].head
        return Hedge("alleged", s.lower(above)) if s.lower(above) in words["accusing"] and s.case(noun) == "of" else None
    elif not is_verbal(s, node) and (s.case(node) in ("of", "for") or (s.case(node) == "with" and is_bare(s, node))):  # "accused of a raid"
        above = s.tokens[node].head
        above = above if s.lower(above) in words["accusing"] else s.tokens[above].head
        return Hedge("alleged", s.lower(above)) if s.lower(above) in words["accusing"] else None
    if not is_verbal(s, node) or not any(s.lower(m) in ("of", "for", "with") for m in s.kids(node, "mark", "case")):
        return None
    above = s.tokens[node].head
    accusing = next((v for v in (above, s.tokens[above].head) if s.lower(v) in words["accusing"] or s.lower(v) in words["alleging"]), None)
    return Hedge("alleged", s.lower(accusing)) if accusing is not None and accusing != trigger else None
