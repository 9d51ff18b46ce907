"""Puts right what the parser mistakes now and then; enters a tree, leaves one of the same words."""

from marsad.model.syntax import Tree
from marsad.reading.mend.aid import with_aid
from marsad.reading.mend.and_clauses import with_and_clauses
from marsad.reading.mend.bare_names import with_named_subjects
from marsad.reading.mend.by_whom import with_those_done_to
from marsad.reading.mend.companions import with_companions
from marsad.reading.mend.costs import with_costs
from marsad.reading.mend.deeds import with_deeds, with_deeds_done, with_doing, with_those_displaced, with_those_hurt
from marsad.reading.mend.described import with_described_subjects
from marsad.reading.mend.fates import with_fates
from marsad.reading.mend.harm import with_harm
from marsad.reading.mend.homes import with_homes
from marsad.reading.mend.late_verbs import with_late_verbs
from marsad.reading.mend.lists import with_whole_lists
from marsad.reading.mend.objects import with_objects
from marsad.reading.mend.parts import with_wholes
from marsad.reading.mend.put_in import with_sayings_apart
from marsad.reading.mend.rates import with_rates
from marsad.reading.mend.relatives import with_relative_clauses
from marsad.reading.mend.second_clauses import with_second_clauses
from marsad.reading.mend.strays import with_own_heads
from marsad.reading.mend.subordinate import with_subordinate_clauses
from marsad.reading.mend.titles import with_titled_names
from marsad.reading.mend.told import with_told_clauses
from marsad.reading.mend.verbless import with_verbs
from marsad.reading.mend.whole_subjects import with_whole_subjects

MENDS = (
    with_deeds,
    with_doing,
    with_deeds_done,
    with_those_displaced,
    with_those_hurt,
    with_named_subjects,
    with_described_subjects,
    with_whole_subjects,
    with_those_done_to,
    with_relative_clauses,
    with_late_verbs,
    with_objects,
    with_titled_names,
    with_fates,
    with_harm,
    with_companions,
    with_wholes,
    with_rates,
    with_whole_lists,
    with_own_heads,
    with_sayings_apart,
    with_homes,
    with_verbs,
    with_costs,
    with_told_clauses,
    with_second_clauses,
    with_subordinate_clauses,
    with_and_clauses,
    with_aid,
)  # in this order: a clause needs its verb before a second one is sought


def mended(tree: Tree) -> Tree:
    """The tree with each mistake of a known shape put right; the same object where there is none."""
    tokens = tree.tokens
    for mend in MENDS:
        tokens = mend(tokens)
    return tree if tokens is tree.tokens else Tree(tree.text, tokens)
