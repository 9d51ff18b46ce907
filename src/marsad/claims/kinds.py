"""All kinds of claims: what each is, its checks and its words, by name."""

from marsad.claims import casualty, control, displacement, event, population, response, responsibility
from marsad.claims.casualty import view as casualty_view
from marsad.claims.control import view as control_view
from marsad.claims.displacement import view as displacement_view
from marsad.claims.event import view as event_view
from marsad.claims.kind import ClaimKind
from marsad.claims.population import view as population_view
from marsad.claims.response import view as response_view
from marsad.claims.responsibility import view as responsibility_view
from marsad.claims.verbs import Verbs
from marsad.model.claim import Kind

KINDS: dict[Kind, ClaimKind] = {
    each.KIND.name: each.KIND for each in (displacement, population, control, event, casualty, response, responsibility)
}
VIEWS = (displacement_view, population_view, control_view, event_view, casualty_view, response_view, responsibility_view)
HEADINGS: dict[str, str] = {type_: words for view in VIEWS for type_, words in view.HEADINGS.items()}
VERBS: Verbs = {key: verb for view in VIEWS for key, verb in view.VERBS.items()}
