"""What changed, as an Atom feed (RFC 4287): one entry for each change, under the lasting id of what changed."""

import datetime
from xml.sax.saxutils import escape

from marsad.model.picture import Change
from marsad.publish import words
from marsad.publish.edition import Edition
from marsad.publish.html.evidence import anchor

PAGE = "situation.html"
_NO_DAY = datetime.date(1970, 1, 1)


def feed_text(edition: Edition) -> str:
    """The feed; the same edition gives the same text, byte for byte."""
    day = edition.picture.as_of or _NO_DAY
    stamp = _stamp(day)
    since = f"What changed since {words.date(edition.since)}" if edition.since else "What changed"
    entries = "".join(_entry(edition, change, stamp) for change in told(edition))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<id>urn:marsad:situation:{edition.content_hash}</id>\n"
        f"<title>{_text(edition.title or 'Situation report')}: {_text(since)}</title>\n"
        f"<updated>{stamp}</updated>\n"
        "<author><name>marsad</name></author>\n"
        "<subtitle>Machine-extracted; not verified by the sources named.</subtitle>\n"
        f"{entries}</feed>\n"
    )


def told(edition: Edition) -> list[Change]:
    """The changes with a lasting id, each id once: what changed most comes first."""
    found: dict[str, Change] = {}
    for change in edition.changes:
        if lasting := change.after or change.before:
            found.setdefault(lasting, change)
    return list(found.values())


def _entry(edition: Edition, change: Change, stamp: str) -> str:
    said = edition.say(change.words).removeprefix(f"{change.kind}: ")
    claims = [c for i in change.claims if (c := edition.claim.get(i))]
    link = f'<link rel="alternate" href="{PAGE}#{_text(anchor(claims[0].id))}"/>\n' if claims else ""
    sentences = "\n".join(f"“{edition.say(c.evidence.text)}”" for c in claims[:5])
    return (
        "<entry>\n"
        f"<id>urn:marsad:{_text(change.after or change.before or '')}</id>\n"
        f"<title>{_text(f'{change.kind}: {said}')}</title>\n"
        f"<updated>{stamp}</updated>\n"
        f'{link}<category term="{_text(change.kind)}"/><category term="{_text(change.subject)}"/>\n'
        f'<content type="text">{_text(sentences or said)}</content>\n'
        "</entry>\n"
    )


def _stamp(day: datetime.date) -> str:
    """The hour of an edition is not known: midnight of its day."""
    return f"{day.isoformat()}T00:00:00Z"


def _text(value: str) -> str:
    """Text of others is text: nothing of it is markup, and no character that XML forbids stays."""
    kept = "".join(c for c in value if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff"))
    return escape(kept, {'"': "&quot;"})
