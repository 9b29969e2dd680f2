"""Words without brackets → one party, by the first rule that fits.

office = words holding an office's head noun before the first preposition, [complement], [rank], [name]
body   = words holding a body's head noun or an acronym before the first preposition, [complement], [name]
name   = the longest run of words at the end that the vocabulary does not know
"""

from telegrams.values.titles.drafts import (
    BARE_PLACE,
    HEADS,
    Core,
    PartyDraft,
    first_stop,
    head_noun,
    inside,
    is_topic,
    oddity,
    read_office,
    seat,
    unpossessed,
)
from telegrams.values.titles.names import NAMES, name_start
from telegrams.values.titles.offices import inner_cost
from telegrams.values.titles.persons import read_name_first
from telegrams.values.titles.vocabulary import POSSESSIVES, WordClass, vocabulary
from telegrams.values.titles.words import Stretch

_PLAIN = (
    WordClass.OFFICE,
    WordClass.BODY,
    WordClass.MODIFIER,
    WordClass.TOPIC,
    WordClass.KIND,
    WordClass.LOWER,
)
_UNLIKE = (WordClass.TOPIC, WordClass.KIND, WordClass.LOWER, WordClass.DATE, WordClass.QUOTE)
_ARTICLES = frozenset(("the", "a", "an"))
_UNKNOWN = frozenset((*NAMES, WordClass.PLACE, WordClass.MODIFIER))
_DESCRIBED = 0.2
"""What it costs to take unknown words for a body or office."""
_SERVED = (WordClass.OFFICE, WordClass.RANK, WordClass.HONORIFIC)
_ADJOINED = (WordClass.OFFICE, WordClass.MODIFIER, WordClass.PLACE)
_CODE = [WordClass.ACRONYM, WordClass.NUMBER]
_DISTRICTS = frozenset(("dc", "d.c"))
_WHOLE_NAME = 3


def read_core(core: Stretch, draft: PartyDraft, *, closed: bool) -> None:
    """Read a party without brackets and opening words by the first rule that fits."""
    whole = Core(core, name_start(core), core.zone(), closed, draft)
    for rule in _RULES:
        if rule(whole):
            return


def _as_place(core: Core) -> bool:
    """`Lima`, `Washington, DC`, `the United Nations`."""
    span, draft = core.span, core.draft
    district = span.key(span.end - 1) in _DISTRICTS and span.before(span.end - 1).is_place()
    if not district and not span.is_place():
        return False
    if span.phrase in vocabulary().organisations:
        draft.organisation = unpossessed(span)
    else:
        draft.place, draft.cost = unpossessed(span), BARE_PLACE
    return True


def _as_supplied(core: Core) -> bool:
    """`[Government of] Peru`, `[Ministry of] Trade`: the bracket holds the head noun."""
    span, draft = core.span, core.draft
    head = inside(span.before(span.start + 1)) if span.first is WordClass.BRACKET and len(span) > 1 else None
    if head is None or head.first not in HEADS or head.last is not WordClass.PREPOSITION:
        return False
    if head.first is WordClass.BODY:
        draft.organisation = unpossessed(span)
    else:
        draft.role = unpossessed(span)
    return True


def _as_name(core: Core) -> bool:
    """`Ann Lee`; `his Wife` is an office."""
    span, draft = core.span, core.draft
    if core.name != span.start:
        return False
    if span.start > 0 and span.words.keys[span.start - 1] in POSSESSIVES:
        draft.role = unpossessed(span)
        return True
    if _tells(span):
        return True
    if span.words.owners.isdisjoint(span.before(span.end - 1)):
        draft.name = unpossessed(span)
        draft.cost = 0.0 if span.first in (*NAMES, WordClass.BRACKET) else 0.5
    return True


def _tells(span: Stretch) -> bool:
    """`Holm Complains`: a sentence, not a name."""
    addressed = span.start > 0 and span.words.classes[span.start - 1] is WordClass.HONORIFIC
    return len(span) > 1 and not addressed and span.key(span.end - 1) in vocabulary().headline_verbs


def _as_unknown(core: Core) -> bool:
    """`the Porte`, `the Danish Okhrana`: no name has an article; `a Housewife`, `the Danes` are offices."""
    span, draft = core.span, core.draft
    article = span.words.keys[span.start - 1] if span.start > 0 else ""
    people = article == "the" and span.classes == [WordClass.PLACE] and not span.is_place()
    unknown = people or (span.last is WordClass.NAME and _UNKNOWN.issuperset(span.classes))
    if article not in _ARTICLES or not unknown:
        return False
    draft.plural = people or span.key(span.end - 1).endswith("s")
    if draft.plural or article != "the":
        draft.role = unpossessed(span)
    else:
        draft.organisation = unpossessed(span)
    draft.cost = _DESCRIBED
    return True


def _as_nothing(core: Core) -> bool:
    """An article in front of the first preposition parts two things, `NSDM 12` is a paper: no party."""
    return WordClass.ARTICLE in core.zone.classes[1:] or core.span.classes == _CODE


def _as_described(core: Core) -> bool:
    """`The Changé in Denmark (Lee)`, `the Kin of Ann Lee`: an unknown word with an article is an office, not a name."""
    span = core.span
    described = span.start > 0 and span.words.classes[span.start - 1] is WordClass.ARTICLE
    complemented = core.closed or span.key(core.zone.end) == "of"
    if (
        not described
        or not complemented
        or span.first is not WordClass.NAME
        or len(core.zone) > 1
        or core.zone.end == span.end
    ):
        return False
    read_office(span, span.start, span.end, core.draft, closed=core.closed)
    return True


def _as_given(core: Core) -> bool:
    """`Young Ki Lee`: one word of the vocabulary in front of a whole name."""
    span = core.span
    if not span.start + 1 == core.name < span.end or span.first is not WordClass.MODIFIER or len(span) < _WHOLE_NAME:
        return False
    core.draft.name, core.draft.cost = span.text, 0.3
    return True


def _as_office(core: Core) -> bool:
    """`Ambassador to Chile Ann Lee`, `Trade Council of the Republic`."""
    span, name, closed = core.span, core.name, core.closed
    head = _head_of(core)
    if head is None or (not closed and is_topic(span, name)):
        return False
    inside = WordClass.PREPOSITION in span.words.classes[head + 1 : name] or span.words.breaks[name - 1]
    if name < span.end and ((closed and inside) or _is_served(span.part(head + 1, name))):
        name = span.end
    read_office(span, head, name, core.draft, closed=closed)
    return True


def _is_served(office: Stretch) -> bool:
    """`Secretary of Premier` in front of a name: whose secretary it is; not `Secretary of State`."""
    at, classes = office.end - 1, office.words.classes
    if not office or classes[at] not in _SERVED or office.key(at).endswith(("s", "men")):
        return False
    while at > office.start and classes[at] is not WordClass.RANK and classes[at - 1] in _ADJOINED:
        at -= 1
    return at > office.start and classes[at - 1] is WordClass.PREPOSITION


def _as_final_head(core: Core) -> bool:
    """`the Republic of Ruritania's Government`, `the Republic of Peru Delegation`: the head stands last."""
    span = core.span
    if core.name < span.end or span.last not in HEADS or span.has(*_UNLIKE) or span.first is WordClass.PREPOSITION:
        return False
    if span.last is WordClass.BODY:
        core.draft.organisation = unpossessed(span)
    else:
        core.draft.role = unpossessed(span)
    core.draft.cost += inner_cost(span, closed=core.closed)
    return True


def _head_of(core: Core) -> int | None:
    span, zone = core.span, core.zone
    stop = first_stop(span) if core.closed else span.end
    zone = _owned_zone(core) or zone
    head = head_noun(zone.before(min(core.name, stop)))
    if head is not None and _is_final_office(span, core.name):
        return core.name - 1
    return head


def _owned_zone(core: Core) -> Stretch | None:
    """Whose office it is may have an `of`: `Department of State's Agent`; not `Council of People's Deputies`."""
    span = core.span
    if not span.words.owners:
        return None
    owner = max((at for at in span.words.owners if at in span.before(core.name - 1)), default=-1)
    zone = span.after(owner + 1).zone()
    plural = zone.key(zone.end - 1).endswith(("s", "men"))
    return zone if owner >= core.zone.end and zone.last is WordClass.OFFICE and not plural else None


def _as_prefixed(whole: Core) -> bool:
    """`[SED] Comrade Ann Lee`, `GDR Comrade Ann Lee`: what stands in front of the form of address."""
    core, draft = whole.span, whole.draft
    if core.first is not WordClass.BRACKET and WordClass.HONORIFIC not in core.classes:
        return False
    address = next((at for at in core if core.words.classes[at] is WordClass.HONORIFIC), core.start)
    if core.first is WordClass.BRACKET:
        prefix = core.before(core.start + 1)
        address = core.start if address > core.start + 1 else address
    else:
        prefix = core.before(address)
        if prefix.has(WordClass.NAME, WordClass.PREPOSITION, WordClass.JOINER):
            return False
    if address == core.start or address + 1 >= core.end or core.words.classes[address + 1] is WordClass.JOINER:
        return False
    words = inside(prefix) if prefix.first is WordClass.BRACKET else prefix
    headed = words is None or words.has(WordClass.OFFICE, WordClass.RANK, WordClass.BODY)
    if words is None or (headed and prefix.first is not WordClass.BRACKET):
        return False
    read_core(core.after(address + 1), draft, closed=whole.closed)
    if draft.name and not draft.role:
        found = PartyDraft(words)
        read_core(words, found, closed=False)
        if found.organisation and prefix.first is WordClass.BRACKET:
            draft.organisation = words.text
        else:
            draft.role, draft.plural = words.text, found.plural
    return True


def _is_final_office(core: Stretch, name: int) -> bool:
    """`Council of Research Director Ann Lee`: the last noun is the office; not `Office of the Legal Adviser`."""
    classes, at = core.words.classes, name - 1
    if classes[at] is not WordClass.OFFICE or core.key(at).endswith(("s", "men")):
        return False
    if core.key(at - 1) == "of" or WordClass.BODY not in core.before(name).zone().classes:
        return False
    while at > core.start and classes[at - 1] in (WordClass.MODIFIER, WordClass.OFFICE):
        at -= 1
    return classes[at - 1] is not WordClass.ARTICLE


def _as_seated(whole: Core) -> bool:
    """`Secretary of State Holm in Lima`: a place behind the name is where the person is."""
    core, draft = whole.span, whole.draft
    if whole.name < core.end or whole.closed:
        return False
    for at in range(core.end - 1, core.start + 2, -1):
        if core.key(at) in ("in", "at") and _is_spot(core.after(at + 1).without_article()):
            person = core.before(at)
            start = name_start(person)
            if not core.start < start < at or core.words.classes[start - 1] is WordClass.PREPOSITION:
                return False
            if core.words.classes[start - 1] is WordClass.BODY:
                return False
            read_core(person, draft, closed=False)
            draft.core_end = core.end
            draft.place = core.after(at + 1).without_article().text
            return True
    return False


def _is_spot(goal: Stretch) -> bool:
    """A known place, or one word that may be one."""
    return goal.is_place() or goal.classes == [WordClass.NAME]


def _as_name_in_zone(whole: Core) -> bool:
    """`Ambassador Ann Lee in Rome`: the name stands in front of the preposition."""
    core, zone, draft = whole.span, whole.zone, whole.draft
    at = name_start(zone)
    if zone.end == core.end or whole.closed or not core.start < at < zone.end:
        return False
    if core.words.classes[at - 1] is WordClass.BODY or head_noun(core.before(at)) is None:
        return False
    draft.core_end = zone.end
    read_core(zone, draft, closed=False)
    rest = core.after(zone.end)
    body = rest.after(rest.start + 1).without_article()
    if rest.key(rest.start) == "of" and body.zone().last is WordClass.BODY and not draft.organisation:
        draft.organisation = body.text
    draft.place = draft.place or seat(rest, embassy=False)
    draft.cost += inner_cost(rest, closed=False) + (oddity(rest) if draft.place is None else 0.0)
    return True


_RULES = (
    _as_place,
    _as_supplied,
    _as_prefixed,
    _as_unknown,
    _as_name,
    _as_nothing,
    _as_described,
    read_name_first,
    _as_name_in_zone,
    _as_given,
    _as_seated,
    _as_office,
    _as_final_head,
)
