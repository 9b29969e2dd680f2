"""Amendments of a header ⇄ the differences of two trees: one as it was read, one as this package writes it.

Both are without the text, and stand in an element of no meaning, which holds what stands beside `TEI`. A difference is
an amendment, unless what differs is still as this package wrote it: then something that it follows from was changed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from zlib import crc32

from lxml import etree

from telegrams.formats.xml import NAMESPACE
from telegrams.model.amendments import Amendment, AttributeChange, Insertion, Renaming, Replacement
from telegrams.model.inline import Carried

from .association import TARGET
from .description import (
    TEXT,
    attributes_in,
    described_in,
    is_element,
    is_keyed,
    own_values,
    own_words,
    values_of,
)
from .markup import carried_of, node_of
from .reader import name_of

_ID = f"{NAMESPACE}id"
_KNOWN_BY_ID = frozenset({"person", "org", "place", "category"})
"""Elements that are told apart by their identifiers alone."""
_Inside = tuple[tuple[str, str, str], ...]


def keyed(element: etree._Element) -> list[tuple[str, etree._Element]]:
    """The child elements, each with the step that leads to it."""
    seen: Counter[str] = Counter()
    found = []
    for child in described_in(element):
        if is_keyed(child):
            step = _step(child) if is_element(child) else f"?{TARGET}"
            seen[step] += 1
            found.append((step if seen[step] == 1 else f"{step}:{seen[step]}", child))
    return found


def _step(element: etree._Element) -> str:
    name, given = name_of(element), element.get(_ID)
    return f"{name}#{given}" if given and name != "TEI" else _kind(element)


def _kind(element: etree._Element) -> str:
    kind = element.get("type", "")
    return f"{name_of(element)}.{kind}" if kind.isalnum() else name_of(element)


class Sayings:
    """What each element of some trees says with all inside it, as a number: equal where they say the same."""

    def __init__(self, *trees: etree._Element | None) -> None:
        self._known: dict[etree._Element, int] = {}
        for tree in trees:
            if tree is not None:
                self._say(tree)

    def __getitem__(self, node: etree._Element) -> int:
        return self._known[node]

    def _say(self, node: etree._Element) -> int:
        if is_element(node):
            own = tuple((value.name, value.words) for value in own_values(node, ""))
            said: tuple[object, ...] = (node.tag, own, *map(self._say, described_in(node)))
        else:
            said = all_of(node)
        self._known[node] = hash(said)
        return self._known[node]


def pairs(
    found: etree._Element, ours: etree._Element, sayings: Sayings
) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The child elements that are the same: by identifier, else by all they hold, else by type, else by name.

    An instruction is the same where it says the same.
    """
    left, right = (dict.fromkeys(filter(is_keyed, described_in(each))) for each in (found, ours))
    keys: tuple[Callable[[etree._Element], object], ...] = (_identifier, sayings.__getitem__, _anonymous, _nameless)
    for key in keys:
        waiting: dict[object, list[etree._Element]] = defaultdict(list)
        for child in reversed(right):
            waiting[key(child)].append(child)
        for child in list(left):
            if (same := key(child)) and waiting[same]:
                partner = waiting[same].pop()
                del left[child], right[partner]
                yield child, partner


def _identifier(element: etree._Element) -> str | None:
    return element.get(_ID) if is_element(element) else None


def _anonymous(element: etree._Element) -> str | None:
    return _kind(element) if is_element(element) and name_of(element) not in _KNOWN_BY_ID else None


def _nameless(element: etree._Element) -> str | None:
    """Its name alone, of what has got another type."""
    return name_of(element) if is_element(element) and name_of(element) not in _KNOWN_BY_ID else None


def all_of(element: etree._Element) -> _Inside:
    """All that an element says, whatever its white space."""
    path = name_of(element) if is_element(element) else ""
    return tuple((value.path, value.name, value.words) for value in values_of(element, path))


def digest_of(element: etree._Element) -> str:
    """A digest of all that an element says."""
    return f"{crc32(repr(all_of(element)).encode()):08x}"


def changed_pairs(
    found: etree._Element, ours: etree._Element, sayings: Sayings
) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The elements that are the same, at any depth, and do not say the same."""
    for there, here in pairs(found, ours, sayings):
        if sayings[there] != sayings[here]:
            yield there, here
            yield from changed_pairs(there, here, sayings)


class Comparison:
    """Compares what was read with what is written; what is `complete` has all that this version writes."""

    def __init__(self, sayings: Sayings, *, complete: bool) -> None:
        self._sayings = sayings
        self._complete = complete

    def compare(
        self, found: etree._Element, ours: etree._Element, before: etree._Element | None, place: str = ""
    ) -> Iterator[Amendment]:
        """The amendments that make `found` of `ours`; the two are the same element.

        What is as it would have been written `before` some fact was changed is none.
        """
        if self._sayings[found] == self._sayings[ours]:
            return
        if own_words(found) or own_words(ours):
            yield from self._mixed(found, ours, before, place)
        else:
            yield from self._attributes(found, ours, before, place)
            yield from self._children(found, ours, before, place)

    def _mixed(
        self, found: etree._Element, ours: etree._Element, before: etree._Element | None, place: str
    ) -> Iterator[Amendment]:
        """Of an element with words: it is another one, or differs in its attributes alone."""
        inside = _inside(found)
        if inside == _inside(ours) or (before is not None and inside == _inside(before)):
            yield from self._attributes(found, ours, before, place)
        else:
            yield from _made(Replacement, place=place, carried=found, instead=digest_of(ours))

    def _attributes(
        self, found: etree._Element, ours: etree._Element, before: etree._Element | None, place: str
    ) -> Iterator[Amendment]:
        there, here = attributes_in(found), attributes_in(ours)
        for name in sorted({*there, *here}):
            value, instead = there.get(name), here.get(name)
            if value != instead and (before is None or value != before.get(name)):
                short = name.replace(NAMESPACE, "xml:")
                yield from _made(AttributeChange, place=place, name=short, value=value, instead=instead)

    def _children(
        self, found: etree._Element, ours: etree._Element, before: etree._Element | None, place: str
    ) -> Iterator[Amendment]:
        """In the order of what this package writes, so that children that are only moved change nothing."""
        keys = {child: step for step, child in keyed(ours)}
        partners = dict(pairs(found, ours, self._sayings))
        earlier = {} if before is None else {mine: other for other, mine in pairs(before, ours, self._sayings)}
        there = {mine: child for child, mine in partners.items()}
        for child, step in keys.items():
            if child not in there and child.tag != TEXT and self._complete and child in earlier:
                yield from _made(Replacement, place=_below(place, step), instead=digest_of(child))
        gone = Counter(self._sayings[each] for each in _unmatched(before, set(earlier.values())))
        added: dict[str, list[etree._Element]] = defaultdict(list)
        after = ""
        for child in described_in(found):
            if (partner := partners.get(child)) is not None:
                after = keys[partner]
            elif is_element(child) and gone[self._sayings[child]]:
                gone[self._sayings[child]] -= 1
            elif child.tag != TEXT:
                added[after].append(child)
        yield from _insertions(place, "", added[""])
        for mine, step in keys.items():
            if mine in there:
                yield from self.compare(there[mine], mine, earlier.get(mine), _below(place, step))
            yield from _insertions(place, step, added[step])


def _insertions(place: str, after: str, added: Iterable[etree._Element]) -> Iterator[Amendment]:
    for each in added:
        yield from _made(Insertion, place=place, after=after, carried=each)


def _unmatched(before: etree._Element | None, matched: set[etree._Element]) -> Iterator[etree._Element]:
    for child in () if before is None else described_in(before):
        if is_element(child) and child not in matched:
            yield child


def _below(place: str, step: str) -> str:
    return f"{place}/{step}" if place else step


def _inside(element: etree._Element) -> _Inside:
    """All that an element says but in its own attributes."""
    values = values_of(element, name_of(element))
    return tuple((each.path, each.name, each.words) for each in values if each.element is not element or not each.name)


def _made(
    kind: Callable[..., Amendment], carried: etree._Element | None = None, **fields: str | None
) -> Iterator[Amendment]:
    """The amendment; none where it cannot be carried, which is then found by comparing the outcome."""
    try:
        yield kind(**fields) if carried is None else kind(carried=carried_of(carried), **fields)
    except ValueError:
        return


def amend(ours: etree._Element, amendments: Iterable[Amendment]) -> list[Amendment]:
    """Changes the tree that this package writes; what is returned are the amendments that have a place in it."""
    known = {"": ours} | dict(_places(ours))
    last: dict[str, etree._Element] = {}
    made: list[Amendment] = []
    replaced: list[tuple[etree._Element, etree._Element, Replacement]] = []
    for each in amendments:
        if isinstance(each, Renaming):
            made.append(each)
        elif (element := known.get(each.place)) is None:
            continue
        elif isinstance(each, Insertion):
            where = _below(each.place, each.after)
            last[where] = _insert(element, last.get(where, known.get(where) if each.after else None), each.carried)
            made.append(each)
        elif isinstance(each, AttributeChange):
            made += [each] if _set(element, each) else []
        elif (parent := element.getparent()) is not None and digest_of(element) == each.instead:
            replaced.append((parent, element, each))
            made.append(each)
    for parent, element, replacement in replaced:
        _replace(parent, element, replacement.carried)
    return made


def _places(element: etree._Element, place: str = "") -> Iterator[tuple[str, etree._Element]]:
    for step, child in keyed(element):
        yield _below(place, step), child
        yield from _places(child, _below(place, step))


def _insert(parent: etree._Element, before: etree._Element | None, carried: Carried) -> etree._Element:
    node = node_of(carried)
    if before is None:
        node.tail = parent.text if len(parent) else None
        parent.insert(0, node)
    else:
        node.tail = before.tail
        before.addnext(node)
    return node


def _set(element: etree._Element, change: AttributeChange) -> bool:
    name = change.name.replace("xml:", NAMESPACE, 1) if change.name.startswith("xml:") else change.name
    if element.get(name) != change.instead:
        return False
    if change.value is None:
        del element.attrib[name]
    else:
        element.set(name, change.value)
    return True


def _replace(parent: etree._Element, element: etree._Element, carried: Carried | None) -> None:
    if carried is None:
        parent.remove(element)
        return
    node = node_of(carried)
    node.tail = element.tail
    parent.replace(element, node)
