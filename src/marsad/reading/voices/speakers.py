"""Who a source is: person, office and body from its words, or from whom the report named before."""

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from marsad.model.mention import ActorMention, Span, Speaker
from marsad.reading.voices.cues import pronouns, words
from marsad.reading.voices.offices import offices
from marsad.reading.wordlists import word_list

_NAME = r"[A-Z][\w’'.-]*(?:\s+(?:al|el|bin|ibn|de|la|van|von|der|da|du|of)(?:[- ]|(?=\s))|\s+[A-Z][\w’'.-]*|\s+[“\"][\w.]+[”\"])*"
_NAME_ALONE = re.compile(rf"(?:{_NAME})$")
_PLAIN = r"[A-Z][a-z’'-]+(?:\s+(?:al|bin|ibn|de|van|von)[- ]|\s+)(?:[A-Z]\.\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?"
_NAME_OF_BODY = re.compile(rf"({_PLAIN})\s+(?:of|from|with|at)\s+((?:the\s+)?[\w’' -]{{3,60}})$")
_ARTICLE = re.compile(r"^(?:the|a|an|one|another|some|several|many|his|her|its|their|this|that)\s+", re.IGNORECASE)
_BODIES = frozenset(["humanitarian", "monitor", "media", "government", "state force", "coalition", "police", "organisation", "armed group"])
_FAR = 2500  # characters back within which a pronoun or an office finds its person
_BESIDE = 300  # characters back to the body that "it" stands for: about a sentence
_OPENING = re.compile(r"(?:\A|[.!?”\"]\s|\n)\s*(?:[Tt]he\s)?\Z")
_RECENT = 60  # speakers looked back at, however long the report


class Cast(msgspec.Struct):
    """Who was named and who has spoken so far in one field of a report."""

    text: str
    actors: Sequence[ActorMention]
    starts: list[int]
    spoken: list[Speaker] = []

    def within(self, span: Span) -> list[ActorMention]:
        """The actors whose mention begins in this span."""
        k = bisect_left(self.starts, span.start)
        found = []
        while k < len(self.actors) and self.actors[k].start < span.end:
            found.append(self.actors[k])
            k += 1
        return found

    def speaker(self, span: Span) -> Speaker:
        """Who these words stand for."""
        text = self.text[span.start : span.end]
        low = text.lower().strip(" ,.")
        blank = Speaker(role="speaker", text=text, start=span.start, end=span.end)
        if low in pronouns():
            return self._pronoun(blank, low)
        found = self._described(blank, span) or self._from_actors(blank, span) or self._office(blank, low, span.start)
        if found is None:
            found = self._named(blank, text) or blank
        if found.name is None and found.person is None and found.kind is None:
            anonymous = any(w in words("anonymous") for w in re.findall(r"[a-z]+", low))
            found = msgspec.structs.replace(found, kind="anonymous" if anonymous else None)
        return found

    def _from_actors(self, blank: Speaker, span: Span) -> Speaker | None:
        inside = self.within(span)
        if not inside:
            return None
        head_end = self._head_end(span)
        person = next((m for m in inside if m.kind == "person" and m.person), None)
        bodies = [m for m in inside if m.kind in _BODIES and m.name and not m.generic]
        if person is not None and (person.start <= head_end or self._before_is_title(span, person)):
            org = person.org or next((b.name for b in bodies if b.start > person.end), None)
            return msgspec.structs.replace(
                blank, name=person.name or person.person, person=person.person, title=person.title, org=org, kind="person"
            )
        first = bodies[0] if bodies else next((m for m in inside if m.kind in _BODIES and m.name), None)
        if first is None:
            unnamed = inside[0] if inside[0].kind in _BODIES and inside[0].start <= span.start + 4 else None
            return msgspec.structs.replace(blank, kind=unnamed.kind) if unnamed and not self._person_like(span) else None
        if len(bodies) > 1 and bodies[1].start <= first.end + 2 and bodies[1].kind == first.kind and ":" in (first.id or ":"):
            first = bodies[1]
        text = self.text[span.start : span.end]
        name = self._named(blank, text)
        if name is not None and name.person and first.start > span.start + 2:
            return msgspec.structs.replace(name, org=first.name)
        head = re.findall(r"[a-z]+", self.text[span.start : head_end].lower())
        if head and head[-1] in words("anonymous") and (first.end < head_end or first.start >= head_end):
            return msgspec.structs.replace(blank, name=first.name, org=first.name, kind="anonymous")
        return msgspec.structs.replace(blank, name=first.name, org=first.name, kind=first.kind)

    def _person_like(self, span: Span) -> bool:
        """Whether the head of the phrase is one person or several: "an army colonel"."""
        head = re.findall(r"[a-z]+", self.text[span.start : self._head_end(span)].lower())
        return bool(head) and head[-1] in words("anonymous") and head[-1] != "authorities"

    def _head_end(self, span: Span) -> int:
        """Where the first part of the phrase ends: before its first comma or preposition."""
        match = re.search(r",|\s(?:of|for|in|at|from|on|to|with|who|that|which)\s", self.text[span.start : span.end])
        return span.start + match.start() if match else span.end

    def _before_is_title(self, span: Span, person: ActorMention) -> bool:
        """Whether the person stands behind a description and a comma: "the head of the council, X"."""
        between = self.text[span.start : person.start].rstrip()
        return between.endswith(",") and person.end >= span.end - 2

    def _described(self, blank: Speaker, span: Span) -> Speaker | None:
        name = described_body(self.text[span.start : span.end])
        return msgspec.structs.replace(blank, name=name, org=name, kind="humanitarian") if name else None

    def _named(self, blank: Speaker, text: str) -> Speaker | None:
        """A person or body by capitals alone: the part between commas that is a name and nothing else."""
        parts = [p.strip() for p in text.split(",")]
        belongs = _NAME_OF_BODY.match(parts[0])
        if belongs and belongs[1].split()[0].lower() not in words("no_name") and belongs[1].split()[-1].lower() not in offices():
            return msgspec.structs.replace(blank, name=belongs[1], person=belongs[1], org=belongs[2], kind="person")
        for k, part in enumerate(parts):
            if part.split() and part.split()[-1].lower() in offices():
                continue
            if (
                _NAME_ALONE.match(part)
                and 1 < len(part.split()) <= 5
                and not part.isupper()
                and part.split()[0].lower() not in words("no_name") | words("anonymous")
            ):
                others = [p for n, p in enumerate(parts) if n != k and p]
                return msgspec.structs.replace(blank, name=part, person=part, title=others[0] if others else None, kind="person")
        if _NAME_ALONE.match(parts[0]) and parts[0].split()[0].lower() not in words("anonymous"):
            earlier = next((s for s in reversed(self.spoken) if s.person and s.person.split()[-1] == parts[0].split()[-1]), None)
            if earlier is not None:
                return msgspec.structs.replace(
                    blank, name=earlier.name, person=earlier.person, title=earlier.title, org=earlier.org, kind=earlier.kind
                )
            return msgspec.structs.replace(blank, name=parts[0])
        return None

    def _office(self, blank: Speaker, low: str, at: int) -> Speaker | None:
        """ "the general", "the foreign secretary", "the group": who was named with that office, or spoke before."""
        bare = _ARTICLE.sub("", low)
        if bare == low or len(bare.split()) > 4:
            return None
        if low.startswith(("a ", "an ", "one ", "another ", "some ", "several ", "many ")):
            return None
        wanted = word_list("reporting")["ranks"].get(bare, bare)
        for m in reversed(self.actors[: bisect_left(self.starts, at)]):
            if (
                m.kind == "person"
                and m.person
                and m.title
                and (bare in m.title.lower() or wanted in m.title.lower().split(".")[0].split() or f"{wanted}." in m.title.lower())
            ):
                return msgspec.structs.replace(blank, name=m.name or m.person, person=m.person, title=m.title, org=m.org, kind="person")
        tail = bare.split()[-1]
        called = blank.text.split()[-1]
        short = tail in words("short_bodies")
        for m in reversed(self.actors[: bisect_left(self.starts, at)] if short or called.istitle() else ()):
            own = m.text.split()
            inner = called.istitle() and m.kind in _BODIES and called in own[:-1]  # "the Observatory"
            if (inner or (short and own[-1].lower() == tail)) and m.name and not m.generic and at - m.end < _FAR:
                return msgspec.structs.replace(blank, name=m.name, org=m.name, kind=m.kind)
        last = next((s for s in reversed(self.spoken) if s.kind is not None), None)
        if last is None or last.start is None or at - last.start > _FAR:
            return None
        if tail in words("documents"):
            same = next((s for s in reversed(self.spoken) if tail in s.text.lower().split()), None)
            return msgspec.structs.replace(same, text=blank.text, start=blank.start, end=blank.end) if same else None
        person = next((s for s in reversed(self.spoken) if s.person and s.title and tail in s.title.lower()), None)
        if person is not None:
            return msgspec.structs.replace(person, text=blank.text, start=blank.start, end=blank.end)
        if tail in words("anonymous"):
            same = next((s for s in reversed(self.spoken[-6:]) if tail in s.text.lower()), None)
            if same is None and last.person and len(bare.split()) == 1:
                same = last
            return msgspec.structs.replace(same, text=blank.text, start=blank.start, end=blank.end) if same else None
        if tail in words("spoken_bodies"):
            same = next((s for s in reversed(self.spoken) if s.name and s.kind in _BODIES), None)
            return msgspec.structs.replace(same, text=blank.text, start=blank.start, end=blank.end) if same else None
        return None

    def _pronoun(self, blank: Speaker, low: str) -> Speaker:
        at = blank.start or 0
        recent = [s for s in self.spoken[-_RECENT:] if s.start is not None and at - s.start < _FAR]
        who = pronouns()[low]
        found: Speaker | None = None
        if who in ("he", "she"):
            found = next((s for s in reversed(recent) if s.kind in ("person", "anonymous") or s.person), None)
            named = self._person_before(at)
            if named is not None and (found is None or (found.start or 0) < named.start):
                found = Speaker(
                    role="speaker",
                    text=blank.text,
                    name=named.name or named.person,
                    person=named.person,
                    title=named.title,
                    org=named.org,
                    kind="person",
                )
        elif who == "it":
            found = next((s for s in reversed(recent) if not s.person and _is_body(s)), None)
            body = self._body_before(at)
            if body is not None and (found is None or (found.start or 0) < body.start):
                found = msgspec.structs.replace(blank, name=body.name, org=body.name, kind=body.kind)
        elif who == "they":
            found = next((s for s in reversed(recent) if not s.person), None)
        if found is None:
            return blank
        unnamed = found.text if found.text.lower() not in pronouns() else None  # "it" is "the ministry", whatever its name
        return msgspec.structs.replace(found, role="speaker", text=blank.text, name=found.name or unnamed, start=blank.start, end=blank.end)

    def _body_before(self, at: int) -> ActorMention | None:
        """The body that the sentence before begins with: "The agency runs a camp there. It added that"."""
        for m in reversed(self.actors[: bisect_left(self.starts, at)]):
            if at - m.end > _BESIDE:
                return None
            if m.kind in _BODIES and m.name and not m.adjectival and _OPENING.search(self.text[max(0, m.start - 8) : m.start]):
                return m
        return None

    def _person_before(self, at: int) -> ActorMention | None:
        for m in reversed(self.actors[: bisect_left(self.starts, at)]):
            if at - m.end > 700:
                return None
            if m.kind == "person" and m.person:
                return m
        return None


def _head_words(text: str) -> list[str]:
    """The words for somebody before what is told of them: "the governor" of "the governor of Gao"."""
    return re.split(r",|\s(?:of|for|in|at|from|who|which|with)\s", text, maxsplit=1)[0].lower().split()


def _is_body(speaker: Speaker) -> bool:
    """Whether a speaker is a body, by its kind or by the words for it: "the ministry"."""
    if speaker.kind not in (None, "anonymous", "person"):
        return True
    head = _head_words(speaker.text)
    return bool(head) and head[-1] in words("spoken_bodies")


def speaks_by_office(text: str) -> bool:
    """Whether these words name somebody by an office or a role: "the governor", "two unnamed officials"."""
    head = _head_words(text)
    return 0 < len(head) <= 6 and head[-1] in offices()


def described_body(text: str) -> str | None:
    """The agency that a description stands for: "the UN office coordinating the response"."""
    if len(text) < 150 and re.search(r"\b(?:UN|U\.N\.|United Nations)(?:['’]s)?\b", text):
        for name, pattern in _DESCRIBED:
            if pattern.search(text):
                return name
    return None


_DESCRIBED = [
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "UN OCHA",
            (
                r"\b(?:office|agency|arm|body|branch)\b.{0,40}\b(?:humanitarian|coordinat|relief)"
                r"|\b(?:humanitarian|relief|aid)\b.{0,24}\b(?:office|agency|arm|body)\b|coordination of humanitarian"
            ),
        ),
        ("UNHCR", r"\brefugee (?:agency|office|body)|\bagency for refugees|high commissioner for refugees"),
        ("IOM", r"\bmigration (?:agency|office|body)"),
        ("UNICEF", r"\bchildren['’]s (?:agency|fund)|\bchild(?:ren)? agency"),
        ("WFP", r"\bfood (?:agency|programme|program)"),
        ("WHO", r"\bhealth (?:agency|body)"),
        ("OHCHR", r"\b(?:human )?rights (?:office|agency|body|chief)"),
        ("UNMAS", r"\bmine action"),
    )
]
