"""What is said about the copy rather than by the paper: `Unsigned`, `Part II`, `with Enclosures`, `Second Draft`."""

from functools import cache

from telegrams.facts import entries
from telegrams.facts.calendar import CARDINALS, ENGLISH_MONTHS
from telegrams.facts.languages import LANGUAGE_OF_NAME
from telegrams.values.titles.designations import Extent
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch

_EXTENTS: dict[str, Extent] = {
    **dict.fromkeys(("excerpt", "excerpts", "extract", "extracts", "fragment", "fragments"), "excerpt"),
    **dict.fromkeys(("draft", "drafts"), "draft"),
}
_COUNTED = 2
"""`Two Enclosures`, `Second Version`."""
_COUNTS = frozenset(("no", "nos", "number", "of", "and", "-", "–"))


def extent_of(word: str) -> Extent | None:
    """`excerpt` or `draft` for the words that say so."""
    return _EXTENTS.get(word)


@cache
def _remarks() -> tuple[frozenset[str], frozenset[str]]:
    """The words that make a remark, and those for what is enclosed."""
    return frozenset(entries("titles/remarks")), frozenset(entries("enclosures"))


def is_about_copy(words: Stretch) -> bool:
    """Rule: [with] copy to … | with [count] enclosure | (enclosure | part) figure | adjective version | remark [time].

    Behind a remark may stand a day or a language: `Received 3 May`, `Translated from French`.
    """
    (remarks, enclosures), paper = _remarks(), vocabulary().paper
    if len(words) == 1:
        return words.phrase in remarks or words.phrase in enclosures
    first, following = words.key(words.start), words.after(words.start + 1)
    if not paper.distributed.isdisjoint(words.keys[:2]) and "to" in words.keys[1:3]:
        return True
    if first == "with":
        return following.key(following.end - 1) in enclosures and len(following) <= _COUNTED
    if first in enclosures or (first in paper.parts and following):
        return all(_is_figure(following, at) for at in following)
    if following.key(following.end - 1) in paper.versions and len(words) == _COUNTED:
        return first in vocabulary().ordinals or first in vocabulary().kind_adjectives or first in LANGUAGE_OF_NAME
    if first in paper.undone:
        return len(following) == 1 and following.phrase in remarks
    return first in remarks and _tells_no_party(following)


def _is_figure(words: Stretch, at: int) -> bool:
    """`3`, `II`, `A`, `3-5`, `No.`"""
    text = words.words.text[words.words.starts[at] : words.words.ends[at]]
    return words.key(at) in (*_COUNTS, *CARDINALS) or any(map(str.isdecimal, text)) or text.isupper()


def _tells_no_party(words: Stretch) -> bool:
    """Whether the words behind a remark name nobody."""
    return not any(
        found in (WordClass.NAME, WordClass.OFFICE, WordClass.BODY)
        and words.key(at).capitalize() not in ENGLISH_MONTHS
        and words.key(at) not in LANGUAGE_OF_NAME
        for at, found in zip(words, words.classes, strict=True)
    )
