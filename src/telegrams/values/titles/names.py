"""Where the name of a person begins, and which words of the vocabulary are rather names."""

from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch

NAMES = (WordClass.NAME, WordClass.PARTICLE)
_GIVEN = (WordClass.MODIFIER, WordClass.OFFICE, WordClass.PLACE)
_SURNAMES = (WordClass.BODY, WordClass.MODIFIER, WordClass.OFFICE, WordClass.PLACE, WordClass.TOPIC)
_LONGEST_PLACE = 3
"""Words of a place in front of its last one: `United Arab Republic`."""
_TITLED = (WordClass.OFFICE, WordClass.RANK, WordClass.HONORIFIC)


def name_start(span: Stretch) -> int:
    """Where the name at the end begins, `, Jr.` included; the end where there is none, as behind a preposition."""
    classes, start, end = span.words.classes, span.start, span.end
    if len(span) > 1 and span.last is WordClass.PARTICLE and span.words.breaks[end - 2] == ",":
        at = name_start(span.before(end - 1))
        return at if at < end - 1 else end
    if len(span) == 2 and span.first in NAMES and span.last is WordClass.PLACE:
        return start
    at = end
    owned = end - 2 in span.words.owners
    if (
        len(span) > 1
        and classes[end - 1] is not WordClass.NAME
        and not owned
        and (_is_surname(span) if classes[end - 2] in NAMES else _is_held_by_surname(span))
    ):
        at -= 1
    while at > start and (classes[at - 1] in NAMES or (at < end and _is_inside(span, at - 1))):
        at -= 1
    if at == end or (WordClass.NAME not in classes[at:end] and (end - at > 1 or classes[at] in NAMES)):
        return end
    if at > start and classes[at - 1] in _GIVEN and _is_given_name(span, at - 1):
        at -= 1
    return at if at == start else _behind_place(span, at)


def _is_inside(span: Stretch, at: int) -> bool:
    """Whether word `at` is a nickname in quotes, or a bracket that completes a name: `Jan “Iron” Ek`, `[Ann] Lee`."""
    classes = span.words.classes
    if classes[at] is WordClass.BRACKET:
        return at == span.start or classes[at - 1] in (*NAMES, WordClass.HONORIFIC) or _is_supplied_name(span, at)
    return classes[at] is WordClass.QUOTE


def _is_supplied_name(span: Stretch, at: int) -> bool:
    """Whether a bracket holds one unknown word with a capital: `Minister [Bo] Ek`, not `Minister [Danish] Ek`."""
    word = span.part(at, at + 1).text[1:-1]
    return word.istitle() and word.isalpha() and word.lower() not in vocabulary().classes


def _behind_place(span: Stretch, at: int) -> int:
    """Where the name begins when a place, preposition or article in front of word `at` takes words from it."""
    classes, start, end = span.words.classes, span.start, span.end
    before = classes[at - 1]
    for first in range(max(start, at - _LONGEST_PLACE), at):
        if (known := span.after(first).place()).end > at:
            return known.end
    if before is WordClass.PLACE and end - at == 1 and _is_adjectival(span, at - 1):
        return end
    if before is WordClass.PREPOSITION or (before is WordClass.ARTICLE and classes[at - 2] is WordClass.PREPOSITION):
        return _behind_preposition(span, at)
    return end if before in (WordClass.LOWER, WordClass.JOINER) else at


def _is_adjectival(span: Stretch, at: int) -> bool:
    """`of the Panama` in front of one more word: a land that has no article is an adjective there."""
    classes, key = span.words.classes, span.key(at)
    named = key in vocabulary().articled or key.endswith("s") or span.part(at, at + 1).text.isupper()
    return not named and classes[at - 1] is WordClass.ARTICLE and classes[at - 2] is WordClass.PREPOSITION


def _behind_preposition(span: Stretch, at: int) -> int:
    """Where the name begins behind `in` or `of` and a place, known or not: `in Ruritania Ann Lee`."""
    classes, end = span.words.classes, span.end
    if (known := span.after(at).place()) and (known.end < end or classes[at] is not WordClass.NAME):
        return known.end
    if known or classes[at - 1] is WordClass.ARTICLE or span.key(at - 1) == "by":
        return end
    if span.key(at - 1) in ("in", "at", "to"):
        return at + 1 if at + 1 < end else end
    return at + 1 if end - at > 1 else end


def _is_given_name(span: Stretch, at: int) -> bool:
    """Whether a place in front of a name is rather a given name: `Premier Milan Ek`."""
    if span.key(at) not in vocabulary().places or span.part(at, at + 1).text.isupper():
        return False
    return at == span.start or span.words.classes[at - 1] is WordClass.OFFICE


def _is_held_by_surname(span: Stretch) -> bool:
    """Whether a last word that is also a surname follows a whole office: `President West`, `Secretary of War Lord`."""
    if span.words.keys[span.end - 1] not in vocabulary().family_names:
        return False
    before = span.before(span.end - 1)
    if before.key(before.end - 1) == "chief":
        return False
    return before.last in _TITLED or before.phrase.endswith(tuple(vocabulary().party.whole_offices))


def _is_surname(span: Stretch) -> bool:
    """Whether a last word of the vocabulary is rather a surname: `Minister Michael Foot`, `in Paris Anna Lima`."""
    classes, end = span.words.classes, span.end
    if span.key(end - 1) in vocabulary().family_names:
        return True
    if len(span) == span.classes.count(WordClass.NAME) + 1:
        return span.before(end - 1).text.endswith(".")
    if len(span) < 3:
        return False
    if classes[end - 2] is WordClass.PARTICLE:
        return True
    before = classes[end - 3]
    if span.last not in _SURNAMES:
        return False
    if before in _TITLED:
        return span.last is not WordClass.BODY
    return before is WordClass.PLACE and end - 4 >= span.start and classes[end - 4] is WordClass.PREPOSITION
