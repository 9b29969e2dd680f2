"""Words that begin with a person's name: `A. Smith in Lagos`, `Ann Smith Secretary of the League`."""

from telegrams.values.titles.drafts import Core, PartyDraft, head_noun, oddity, seat
from telegrams.values.titles.names import NAMES, name_start
from telegrams.values.titles.offices import inner_cost
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch

_MUTUAL = frozenset(("between", "among", "with", "against", "toward", "towards"))
"""What a matter has and a person has not: `Rivalry between Peru and Chile`."""


def read_name_first(whole: Core) -> bool:
    """`A. Smith in Lagos`, `A. Smith of the Planning Staff`, `Ann Smith Secretary of the League`."""
    core, zone, draft = whole.span, whole.zone, whole.draft
    if core.first not in (*NAMES, WordClass.BRACKET):
        return False
    classes = core.words.classes
    stop = core.start
    while stop < core.end and classes[stop] in (*NAMES, WordClass.QUOTE, WordClass.BRACKET):
        stop += 1
    if stop + 1 == zone.end and stop + 1 < core.end and _is_family_name(core, stop):
        stop += 1
    if stop == zone.end and stop < core.end:
        _read_behind_name(core, stop, draft)
        return True
    if not core.words.owners.isdisjoint(core.before(stop)):
        return False
    if stop - core.start < 2 or stop >= zone.end or head_noun(core.part(stop, zone.end)) is None:
        return False
    if name_start(core.after(stop)) < core.end:
        return False
    if core.words.classes[head_noun(core.part(stop, zone.end)) or stop] is WordClass.BODY:
        draft.organisation = core.text
        draft.cost += inner_cost(core.after(stop), closed=False)
        return True
    if core.end == stop + 1 and core.key(stop).endswith(("s", "men")):
        draft.role, draft.plural = core.text, True
        return True
    draft.name, draft.role = core.before(stop).text, core.after(stop).text
    draft.cost += inner_cost(core.after(stop), closed=False)
    return True


def _read_behind_name(core: Stretch, stop: int, draft: PartyDraft) -> None:
    """Read the place or body behind a name that ends at `stop`; in a body is where somebody met."""
    key, rest = core.key(stop), core.after(stop + 1).without_article()
    headed = head_noun(rest) is not None
    if key == "of" and headed and core.words.classes[core.start - 1 : core.start] == [WordClass.ARTICLE]:
        draft.organisation, draft.cost = core.text, draft.cost + inner_cost(rest, closed=False)
        return
    draft.name = core.before(stop).text
    known = rest.place()
    if (known and key in ("in", "at")) or (key == "in" and not headed):
        end = known.end if known else next((at for at in rest if rest.words.classes[at] not in NAMES), rest.end)
        draft.place = rest.before(end).text or None
        draft.cost += 0.0 if end == rest.end else 0.6
    elif key in ("of", "from") and headed:
        draft.organisation, draft.place = rest.text, seat(rest, embassy=False)
        draft.cost += inner_cost(rest, closed=False) + oddity(rest) + (0.5 if key == "from" else 0.0)
    elif key in _MUTUAL:
        draft.name = None
    elif key not in ("in", "at"):
        draft.cost += 1.5


def _is_family_name(core: Stretch, at: int) -> bool:
    """`Ann T. French of …`, `Ann Lord of …`: a word of the vocabulary behind given names."""
    return core.key(at) in vocabulary().family_names or core.part(at - 1, at).text.endswith(".")
