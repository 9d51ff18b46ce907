"""What a claim leaves unsaid and its neighbours say: the place of a count, the day of an event, who was counted.

A claim inherits from what stands nearest before it in its own section: its sentence, then the sentences before, then the
heading. What is inherited keeps its own words and says so in its reason.
"""

from collections.abc import Mapping, Sequence

from marsad.grammar.draft import Draft
from marsad.model.claim import Claim
from marsad.model.mention import Mentions
from marsad.model.passage import Passage
from marsad.model.report import Field, Report
from marsad.resolve.entries import Entries
from marsad.resolve.inherit.company import dated, entered, listed, same_victims, timed
from marsad.resolve.inherit.places import Places
from marsad.resolve.inherit.providers import helped_by
from marsad.resolve.sections import Sections


def inherit(
    report: Report,
    passages: Mapping[Field, Sequence[Passage]],
    drafts: Sequence[Draft],
    claims: Sequence[Claim],
    mentions: Mentions,
) -> list[Claim]:
    """The claims, with what they leave unsaid taken from their neighbours where these decide it."""
    entries = Entries(report, passages, mentions.times)
    sections = Sections(passages, mentions.places, entries)
    claims = listed(drafts, claims, sections)
    claims = Places(report, sections, drafts, claims, mentions).placed()
    claims = helped_by(drafts, claims, passages, mentions.actors)
    claims = dated(drafts, claims, report, mentions)
    claims = entered(drafts, claims, entries)
    return same_victims(drafts, timed(drafts, claims, sections, report, mentions), report)
