"""Generic words and short names of a report get the canonical name of whom the report means by them, or stay as they are."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

import msgspec

from marsad.model.mention import ActorMention, PlaceMention
from marsad.model.report import Report
from marsad.reading.actors import state_force
from marsad.reading.actors.lexicon import actor_words, fighter_sorts, force_cores, lexicon
from marsad.reading.actors.persons import last_name
from marsad.reading.actors.units import units_of_text

MANY = 3  # countries named so often tell where the report plays
FACING = re.compile(r"\s+(?:and|against|with|versus)\s+(?:the\s+)?(?:[\w-]+\s+)?", re.IGNORECASE)
LOYAL = re.compile(  # "forces loyal to the former president" are not the state's; those "loyal to the government" are
    r"\s+(?:loyal|faithful|allied|aligned|affiliated|linked|opposed|hostile|sympathetic)\s+(?:to|with)\s+"
    r"(?:the\s+)?(?!(?:government|state|regime|junta|president)\b)",
    re.IGNORECASE,
)
LED = re.compile(r"\b[A-Z][\w-]{1,24}-(?:led|dominated)\s\Z")
LED_REACH = 40  # characters before a word in which its leaders stand
BESIDE = 40  # characters in which a group named right after is the other side
NEAR = 500  # characters within which the last one named is meant
BACKERS = frozenset("US GB FR RU DE".split())  # named in reports on wars elsewhere
LED_COALITIONS = {"IQ": "us-led-coalition", "SY": "us-led-coalition", "YE": "saudi-led-coalition"}

# which sorts of group a word may stand for; the empty word stands for a group of no known sort
FITTING = {
    "any": frozenset(["jihadist", "guerrilla", "rebel", "separatist", "cartel", ""]),
    "jihadist": frozenset(["jihadist"]),
    "rebel": frozenset(["rebel", "separatist", "guerrilla", ""]),
    "militia": frozenset(["militia"]),
    "guerrilla": frozenset(["guerrilla", "rebel", "separatist", ""]),
    "separatist": frozenset(["separatist", "rebel"]),
    "cartel": frozenset(["cartel"]),
    "group": frozenset(["jihadist", "guerrilla", "rebel", "separatist", "cartel", "militia", ""]),
}
# said of somebody new unless an article points back
INDEFINITE = re.compile(
    r"(?:gunm[ae]n|attackers?|assailants?|bombers?|suicide attackers?|armed (?:men|individuals)|snipers?|kidnappers|hijackers|bandits"
    r"|criminals|gangs?|gang members|(?:armed|terrorist|militant|insurgent) groups?|foreign fighters|mercenaries|infiltrators|fighters?"
    r"|hitmen|cartels?|pirates|traffickers|drug traffickers)$",
    re.IGNORECASE,
)
NEVER = re.compile(
    r"\b(?:foreign|tribal|allied|local|volunteers?|southern|northern|eastern|western|ethnic|rival|pro-government|pro-regime|other|criminals?|drug|cattle)\b",
    re.IGNORECASE,
)
OTHERS = re.compile(rf"\b(?:{'|'.join(sorted(actor_words('others')))})\s+(?:[\w-]+\s+){{0,2}}\Z", re.IGNORECASE)
OTHERS_REACH = 40  # characters before the noun in which such a word stands
FROM_LAND = re.compile(r"\s+(?:from|of)\s+(?:the\s+)?(?=[A-Z])")
WITHDRAWN = re.compile(rf"\b(?:{'|'.join(sorted(actor_words('withdrawing')))})\b", re.IGNORECASE)
SIDE = 250  # characters back in which another country's force leaves it open whose soldiers are meant
OWN_NOUNS = frozenset("army navy police military gendarmerie marines".split())
SCENES = frozenset("settlement neighbourhood admin1 admin2 site camp crossing region".split())  # where things happen, unlike a country
POINTING = re.compile(r"\b(?:the|these|those|this|that|such|its|their)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)


def resolve_actors(report: Report, mentions: Sequence[ActorMention], places: Sequence[PlaceMention] = ()) -> list[ActorMention]:
    """The mentions, with names where the report decides them; the others keep their words and no name."""
    resolver = _Resolver(report, mentions, places)
    return [resolver.resolved(m) for m in mentions]


class _Resolver:
    """What one report says about its actors."""

    def __init__(self, report: Report, mentions: Sequence[ActorMention], places: Sequence[PlaceMention]) -> None:
        self.report = report
        self.shift = len(report.title or "") + 2
        self.groups = [(self._at(m), m) for m in mentions if m.kind == "armed group" and m.name and not m.generic]
        self.groups.sort(key=lambda g: g[0])
        self.counts = Counter(m.name for _, m in self.groups)
        self.bodies = sorted(
            (
                (self._at(m), m)
                for m in mentions
                if m.name and not m.generic and m.kind in ("humanitarian", "monitor", "organisation", "armed group")
            ),
            key=lambda g: g[0],
        )
        self.all = sorted(((self._at(m), m) for m in mentions if m.name and not m.generic and m.kind != "person"), key=lambda g: g[0])
        self.coalitions = sorted(
            ((self._at(m), m) for m in mentions if m.kind == "coalition" and m.name and not m.generic), key=lambda g: g[0]
        )
        self.persons = {last_name(m.person): m for m in reversed(mentions) if m.kind == "person" and m.person and " " in m.person}
        self.named = [m for m in mentions if m.kind == "person" and m.person]
        self.countries = self._countries(mentions)
        self.scenes = Counter(p.country for p in places if p.country and p.lat is not None and p.kind in SCENES)
        self.country_counts = Counter(code for _, code in self.countries)

    def _at(self, m: ActorMention) -> int:
        """Where a mention stands when the title is read before the text."""
        return m.start if m.field == "title" else m.start + self.shift

    def _countries(self, mentions: Sequence[ActorMention]) -> list[tuple[int, str]]:
        shared = lexicon().shared  # a name that groups of several countries bear tells of none of them
        found = [(self._at(m), m.country) for m in mentions if m.country and m.kind != "person" and m.text.lower() not in shared]
        cities: list[tuple[int, str]] = []
        for text, shift in ((self.report.title or "", 0), (self.report.text, self.shift)):
            units = units_of_text(text)
            for i, marks in enumerate(units.marks):
                code = marks.get("STATE") or marks.get("NAT") or marks.get("NATS")
                if code:
                    found.append((units.start(i) + shift, code))
                elif "CITY" in marks:
                    cities.append((units.start(i) + shift, marks["CITY"]))
        named = {code for _, code in found}
        # a town that bears the name of a far capital does not bring that capital's country into the report
        return sorted(found + [city for city in cities if len(found) < MANY or city[1] in named])

    def resolved(self, m: ActorMention) -> ActorMention:
        """The mention with what the report says about it."""
        if m.kind == "person":
            return self._person(m)
        if not m.generic or m.name:
            return self._of_country(m)
        if m.kind != "government" and LED.search(self.report.kept(m.field), max(0, m.start - LED_REACH), m.start):
            return m  # "Tuareg-led forces" are none of those named before
        if m.kind != "government" and LOYAL.match(self.report.kept(m.field), m.end):
            return m
        if m.kind == "armed group":
            return self._named(m, self._group(m, self._sort(m)))
        if m.kind == "coalition":
            return self._named(m, self._coalition(m))
        if m.kind in ("state force", "police", "government"):
            return self._forces(m)
        if m.kind == "group":
            return self._named(m, self._body(m))
        return m

    def _of_country(self, m: ActorMention) -> ActorMention:
        """Of several groups with one name the one whose country the report tells of."""
        same = lexicon().shared.get(m.text.lower().replace("’", "'"))
        if not same or m.generic:
            return m
        best = max(same, key=lambda entry: max((self.country_counts[code] for code in entry.country), default=0))
        country = best.country[0] if len(best.country) == 1 else None
        return msgspec.structs.replace(m, name=best.name, kind=best.kind, id=best.id, country=country)

    def _named(self, m: ActorMention, other: ActorMention | None) -> ActorMention:
        if other is None:
            return m
        return msgspec.structs.replace(m, name=other.name, kind=other.kind, id=other.id, country=other.country)

    def _person(self, m: ActorMention) -> ActorMention:
        if m.generic and m.title:
            holder = self._holder(m, m.title.lower())
            return (
                m
                if holder is None
                else msgspec.structs.replace(m, name=holder.name, person=holder.person, org=holder.org, country=holder.country)
            )
        if not m.person or " " in m.person:
            return m
        full = self.persons.get(m.person)
        if full is None:
            return m
        return msgspec.structs.replace(
            m, name=full.name, person=full.person, title=full.title or m.title, org=m.org or full.org, country=m.country or full.country
        )

    def _holder(self, m: ActorMention, office: str) -> ActorMention | None:
        """The person who is named with this office: the last one before, else the only one."""
        holders = [p for p in self.named if p.title and office in p.title.lower()]
        before = [p for p in holders if self._at(p) < self._at(m)]
        return before[-1] if before else holders[0] if len({p.person for p in holders}) == 1 else None

    def _sort(self, m: ActorMention) -> str:
        words = m.text.lower().split()
        for k in range(len(words)):
            sort = fighter_sorts().get(" ".join(words[k:]))
            if sort:
                return sort
        return "any"

    def _points_back(self, m: ActorMention) -> bool:
        return bool(POINTING.search(self.report.kept(m.field)[max(0, m.start - 30) : m.start]))

    def _group(self, m: ActorMention, sort: str) -> ActorMention | None:
        if NEVER.search(m.text) or (INDEFINITE.search(m.text) and "enemy" not in m.text.lower() and not self._points_back(m)):
            return None
        fitting = FITTING[sort]
        entries = lexicon().entries
        known = [(at, g) for at, g in self.groups if (entries[g.id].sort if g.id and g.id in entries else "") in fitting]
        names = {g.name for _, g in known}
        if not known:
            return None
        here = self._at(m)
        before = [(at, g) for at, g in known if at < here]
        if len(names) == 1:
            return known[0][1] if before or m.field == "title" or self._points_back(m) else None
        near = [(at, g) for at, g in before if here - at < NEAR]
        if not near:
            (name, count), *rest = Counter(g.name for _, g in known).most_common()
            return next(g for _, g in known if g.name == name) if before and count >= 3 * sum(n for _, n in rest) else None
        last = near[-1][1]
        top = max(self.counts[g.name] for _, g in near)
        return last if 2 * self.counts[last.name] >= top else None

    def _coalition(self, m: ActorMention) -> ActorMention | None:
        before = [c for at, c in self.coalitions if at < self._at(m)]
        if before:
            return before[-1]
        for code, _ in self.country_counts.most_common(2):
            entry = lexicon().entries.get(LED_COALITIONS.get(code, ""))
            if entry is not None:
                return msgspec.structs.replace(m, name=entry.name, id=entry.id, country=None)
        return self.coalitions[0][1] if self.coalitions else None

    def _body(self, m: ActorMention) -> ActorMention | None:
        here = self._at(m)
        end = m.text.split()[-1].lower()
        if end in actor_words("echoes"):
            return next((b for at, b in reversed(self.all) if at < here and b.text.split()[-1].lower() == end), None)
        armed = re.search(r"armed|militant|terror|rebel|insurgent|jihad|extremist|islamist|separatist|guerrilla", m.text, re.IGNORECASE)
        if armed:
            return self._group(m, "group")
        near = [b for at, b in self.bodies if here - NEAR < at < here]
        if re.search(r"humanitarian|aid|relief|charity|agency", m.text, re.IGNORECASE):
            near = [b for b in near if b.kind == "humanitarian"]
        elif re.search(r"monitor|rights|watchdog|observatory", m.text, re.IGNORECASE):
            near = [b for b in near if b.kind == "monitor"]
        if re.search(r"movement|faction|outfit", m.text, re.IGNORECASE):
            near = [b for b in near if b.kind in ("armed group", "organisation")]
        return near[-1] if near else None

    def _forces(self, m: ActorMention) -> ActorMention:
        named = self._same_noun(m)
        if named is not None:
            return self._named(m, named)
        code = self._country(m)
        if m.kind == "state force" and code is not None:
            code = self._of_land(m, code)
        if code is None:
            return m
        if m.kind == "government":
            known = lexicon().by_alias.get(f"{lexicon().adjective(code)} government".lower())
            name = known.name if known else f"{lexicon().adjective(code)} government"
            id_: str | None = known.id if known else f"state:{code}:government"
            return msgspec.structs.replace(m, name=name, id=id_, country=code)
        name, kind, id_ = state_force(code, self._core(m), m.kind or "state force")
        return msgspec.structs.replace(m, name=name, kind=kind, id=id_, country=code)

    def _of_land(self, m: ActorMention, code: str) -> str | None:
        """The country of a force, if the words around it do not say that it is another's."""
        text = self.report.kept(m.field)
        noun = m.end - len(m.text.split()[-1])
        if OTHERS.search(text, max(0, noun - OTHERS_REACH), noun) and "government" not in m.text.lower():
            return None
        behind = FROM_LAND.match(text, m.end)
        lands = {c for at, c in self.countries if behind and at == behind.end() + (0 if m.field == "title" else self.shift)}
        if lands:
            gone = WITHDRAWN.search(text, max(0, m.start - OTHERS_REACH), m.start) is not None
            return None if gone else lands.pop()  # "the withdrawal of troops from Iraq": those of another land
        before = [o for at, o in self.all if 0 < self._at(m) - at < SIDE and o.kind == "state force" and o.country]
        return None if before and before[-1].country in BACKERS and before[-1].country != code else code

    def _same_noun(self, m: ActorMention) -> ActorMention | None:
        """The force last named by the noun that stands here alone: after "the Yugoslav army" that is "the army"."""
        if m.kind not in ("state force", "police") or not self._points_back(m):
            return None
        noun = m.text.split()[-1].lower()
        if noun not in OWN_NOUNS or (" " in m.text and noun != "army"):
            return None
        here = self._at(m)
        before = [o for at, o in self.all if at < here and o.kind == m.kind and o.text.split()[-1].lower() == noun and " " in o.text]
        return before[-1] if before else None

    def _faces(self, m: ActorMention, group: ActorMention) -> bool:
        """Whether a group is named right behind as the other side: "fighting between the army and the M23"."""
        if group.field != m.field or not m.end < group.start < m.end + BESIDE:
            return False
        return bool(FACING.fullmatch(self.report.kept(m.field)[m.end : group.start]))

    def _core(self, m: ActorMention) -> str:
        words = m.text.lower().split()
        core = next((c for k in range(len(words)) if (c := force_cores().get(" ".join(words[k:])))), "forces")
        if core == "police" and "federal" in words:
            return "federal police"
        if core == "forces" and words[0] in ("government", "regime", "pro-government", "loyalist"):
            core = "government forces"
        return "forces" if core in ("peacekeepers", "artillery") else core

    def _country(self, m: ActorMention) -> str | None:
        """The country whose forces or government a word means: the one told of where it stands, if that is plain."""
        if not self.countries:
            return None
        ranked = self.country_counts.most_common()
        top, most = ranked[0]
        hosts = {code for code, _ in ranked if code not in BACKERS} or {top}
        if top in BACKERS and most > 2 * sum(n for code, n in ranked if code != top):
            hosts = {top}
        if "regime" in m.text.lower() and "SY" in hosts:
            return "SY"
        here = self._at(m)
        opponent = next((g for _, g in self.groups if g.country and g.country not in BACKERS and self._faces(m, g)), None)
        if opponent is not None:
            return opponent.country
        place = bisect_left(self.countries, (here, ""))
        near = [code for _, code in self.countries[max(0, place - 20) : place] if code in hosts]
        scene, times = self.scenes.most_common(1)[0] if self.scenes else (None, 0)
        if scene is not None and near and times >= 2 and 2 * times > self.scenes.total() and self.scenes[near[-1]] == 0:
            return scene
        if near:
            return near[-1]
        left = [(code, n) for code, n in ranked if code in hosts]
        if len(left) == 1 or left[0][1] >= 2 * left[1][1]:
            return left[0][0]
        return None
