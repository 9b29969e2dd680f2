"""Which passages are headings, where no mark says so (format.md 6.4).

    capitals    a passage in capitals that does not end with a stop
    centred     a short centred line that begins with a capital
    numbered    a numbered line without a stop or a verb, over running text     `1. Bilateral issues`
    short       a short line like that, without a number                        `Bilateral issues`
    division    the word for a part of a text and its number                    `Article IV`, `Part Two: Trade`

A line of a list, a name, an office, a place or a date is none: only over running text do few words head something.
"""

import re
from collections.abc import Sequence
from types import MappingProxyType

from telegrams.facts.calendar import CARDINALS, ORDINALS, ROMAN_NUMBERS
from telegrams.facts.places import CITIES
from telegrams.facts.running import running_words
from telegrams.values.patterns import compiled

from .closing import Context, read_closing
from .formulas import opener_formula
from .passages import LINE, Passage, ends_sentence, is_remark
from .points import read_point
from .signatures import is_letterhead

_LONGEST = 240
_LONGEST_LINE, _LONGEST_BARE = 90, 60
_RUNNING, _SEARCHED = 50, 400
_FEWEST_LETTERS = 4
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_VERBS = running_words("verb")
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LINE = re.compile(r"[^\W\d_a-z][^\n\f\v:;!?=|\[\]<>_*]{1,88}(?<=[\w)\"”'’])")
_LONG_WORD = re.compile(r"[^\W\d_]{5}")
_POSTCODE = re.compile(r",?(?: [A-Z]\. ?[A-Z]\.)?(?: [0-9]{5})?$")
_FIGURE = re.compile(r"\d")
_ABBREVIATION = re.compile(r"\b([^\W\d_]{1,5})\.")
_TITLES = running_words("title")
_DIVISIONS = "|".join(each for word in sorted(running_words("division")) for each in (word.title(), word.upper()))
_NUMBERS = "|".join((*ORDINALS, *CARDINALS))
_DIVISION = (
    rf"(?:{_DIVISIONS}) (?:[IVXLC]{{1,6}}|[0-9]{{1,3}}[a-z]?|(?i:{_NUMBERS}))"
    r"(?:[.:]? ?[–—-]? ?\"?[^\W\d_a-z][^\n\f\v:;!?=|]{2,80}(?<![.,]))?"
)
_FIRST = frozenset(("1", "a", "i"))
_PREVIOUS = MappingProxyType(
    {
        **{str(number + 1): str(number) for number in range(1, 100)},
        **dict(zip(_ALPHABET[1:], _ALPHABET, strict=False)),
        **dict(zip(_ALPHABET[1:].lower(), _ALPHABET.lower(), strict=False)),
    }
)


def heading_rule(passages: Sequence[Passage], index: int, context: Context) -> str | None:
    """The name of the rule by which the passage at `index` is a heading; none where it is no heading."""
    passage = passages[index]
    text = passage.text
    if len(text) > _LONGEST or text[-1] in ".,;:" or sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        return None
    if text.isupper():
        return None if _is_formal(passages, index) else "heading-capitals"
    if passage.align == "center" and text[0].isupper():
        return None if _is_signed(passage, context) else "heading-centred"
    if LINE in text or passage.align or index + 1 == len(passages):
        return None
    if compiled(_DIVISION).fullmatch(text) and not _has_verb(text):
        return "heading-division"
    point = read_point(text, context.series)
    if point and _ends_list(passages, index, point[1], context):
        return None
    line = text[len(point[0]) :].lstrip(" ") if point else text
    longest = _LONGEST_LINE if point else _LONGEST_BARE
    if (
        len(line) > longest
        or not _LINE.fullmatch(line)
        or _has_verb(line)
        or not _is_over(passages, index, line, context)
    ):
        return None
    if point:
        return "heading-numbered"
    alone = not index or ends_sentence(passages[index - 1].text) or len(passages[index - 1].text) <= _LONGEST_LINE
    if (
        opener_formula(line)
        or not alone
        or _FIGURE.search(line)
        or "," in line
        or _has_initial(line)
        or _is_signed(passage, context)
    ):
        return None
    return "heading-short"


def _is_over(passages: Sequence[Passage], index: int, line: str, context: Context) -> bool:
    """Whether a line stands over running text, or over a first numbered heading: `I. Trade` over `A. Tin`."""
    following = passages[index + 1]
    if _heads(line, following):
        return True
    first = read_point(following.text, context.series)
    if index + 2 >= len(passages) or not first or first[1].lower() not in _FIRST:
        return False
    own = read_point(passages[index].text, context.series)
    if own and _kind(own[1]) == _kind(first[1]):
        return False
    below = following.text[len(first[0]) :].lstrip(" ")
    return _LINE.fullmatch(below) is not None and not _has_verb(below) and _heads(below, passages[index + 2])


def _kind(number: str) -> str:
    return "figures" if number.isdigit() else "roman" if number.upper() in ROMAN_NUMBERS else "letters"


def _ends_list(passages: Sequence[Passage], index: int, number: str, context: Context) -> bool:
    """Whether a point stands right behind the one before it, which is no text of its own: a list goes on."""
    item = passages[index - 1].text if index else ""
    before = read_point(item, context.series)
    if (
        not before
        or is_remark(item[len(before[0]) :].lstrip(" "))
        or (len(item) > _LONGEST_LINE and ends_sentence(item))
    ):
        return False
    return before[1] == _PREVIOUS.get(number.lower() if before[1].islower() else number)


def _is_formal(passages: Sequence[Passage], index: int) -> bool:
    """Whether words in capitals are no heading: an opening line, a document's sign, or a letterhead over no text."""
    text = passages[index].text
    known = opener_formula(text)
    if known and (known.role in ("sender", "addressee") or not known.rule.endswith("-begins")):
        return True
    if _FIGURE.search(text) and not _LONG_WORD.search(text):
        return True
    letterhead = all(is_letterhead(line) or _POSTCODE.sub("", line).title() in CITIES for line in text.split(LINE))
    return letterhead and not (index + 1 < len(passages) and _heads(text, passages[index + 1]))


def _has_initial(line: str) -> bool:
    """Whether a line has an initial or the abbreviated title of a name."""
    words = [match[1] for match in _ABBREVIATION.finditer(line)]
    return any(len(word) == 1 or word.lower() in _TITLES for word in words)


def _has_verb(line: str) -> bool:
    return not _VERBS.isdisjoint(_WORDS.findall(line))


def _heads(line: str, following: Passage) -> bool:
    """Whether what follows is running text that a line may head: a sentence, or a list of points with sentences."""
    text = following.text
    if following.align or text[0] in "#>|" or len(text) < max(_RUNNING, 2 * len(line)):
        return False
    return _has_verb(text[:_SEARCHED].lower())


def _is_signed(passage: Passage, context: Context) -> bool:
    """Whether a line is a name with initials or an office, or a date: it may stand over a text and does not head it."""
    closing = read_closing(passage, context)
    return closing is not None and (closing.sure or closing.formula.rule == "closer-office")
