"""Sentences that the end of a page cut in two → one passage again (format.md 6.5).

The archive's newer texts show the end of a page by nothing but a blank line. Two passages are one where the first does
not end its sentence and

    small letter    the second begins with a small letter              `the control and of` / `guarantees for Cuba`
    open word       the first ends with a word that something must follow       `the Department of` / `State`
                    or in the middle of a name or a date        `Comrade Wanda` / `Kowalik`, `on 5` / `May 1960`
    open bracket    the first opens a bracket, and the second closes it         `(who spoke` / `Russian well)`
    open sentence   both are running text                     `it would only weaken` / `German ties with the West`

A capital letter goes on with a sentence as a name only: `The`, `He` or `When` begin a new one. Headings, list items,
rows of tables, labels and speakers begin something new; a salutation or a compliment ends it.
The two passages alone decide, so that the canonical text is joined again in the same places.
"""

import re
from collections.abc import Callable

from telegrams.facts.calendar import ENGLISH_MONTHS
from telegrams.facts.names import FORMS_OF_ADDRESS
from telegrams.facts.offices import OFFICES
from telegrams.facts.places import PEOPLES
from telegrams.facts.rules import inference
from telegrams.facts.running import running_words
from telegrams.model.body import OpenerRole
from telegrams.model.inference import Inference

from .formulas import Formula, closer_formula
from .passages import INFERRED_PAGE, LINE, PAGE, PAGE_NUMBER, Passage, ends_sentence, is_marked

_LEADING = running_words("leading")
_VERBS = running_words("verb")
_TITLES = running_words("title")
_ENDS_OF_TITLES = tuple(_TITLES)
_FULL_LINE = 60
_SHORTEST_SENTENCE = 80
_SHORTEST_REST = 40
_LONGEST_FORMULA = 60
_MARKED = re.compile(r"--|—|\(?[0-9A-Za-z]{1,3}\)\.")
_LONGEST_WORD = 16
_CAPITALISED = re.compile(r"[A-Z][a-z]+\b")
_LABEL_WORD = r"(?:[^\W\d_a-z][\w.’'/&-]{0,30}|of|the|and|for|\([^()]{1,40}\))"
_LABEL = re.compile(rf"{_LABEL_WORD}(?: {_LABEL_WORD}){{0,6}} ?:")
_WORDS = re.compile(r"[a-z]+")
_LIST = re.compile(r"; (?:and|or|but)$")
_LAST_WORD = re.compile(r"(?<!\S)[a-z]+$")
_TITLE = re.compile(r"(?:^|[\s(])([^\W\d_a-z][^\W\d_]{0,10})\.$")

_LONGEST_NAME = 60
_ARTICLES = ("the", "a", "an")
_BEFORE_NAMES = frozenset({"by", "with", "from", "to", "and", "as", "between", "for"})
_BEFORE_COUNTS = (" at least", " at most", " nearly", " almost", " approximately", " some", " only")
_GENITIVES = ("'s", "’s")
_DAY = re.compile(r" [0-3]?[0-9]$")
_DAY_AND_YEAR = re.compile(r"(?:[0-3]?[0-9],? )?(?:1[5-9]|20)[0-9]{2}(?![0-9])")
_COUNT = re.compile(r"[0-9][0-9.,]{0,12}(?: (?:million|billion|percent)|%)? [a-z]{3}")
_NAME_GOES_ON = re.compile(r"[^\W\d_a-z][\w.'’-]*,? (?:[^\W\d_a-z][\w.'’-]* )?[a-z(]")
_POINT_LABEL = re.compile(r"(?:,|;|\band) \((?:[a-z]|[ivx]{2,4}|[0-9]{1,2})\)$")
_NOUNS_OF_PEOPLES = ("ese", "ss", "sh", "ch", "s")

SMALL_LETTER = inference("blank-line-in-sentence")
OPEN_WORD = inference("blank-line-behind-open-word")
OPEN_SENTENCE = inference("blank-line-in-open-sentence")


def join_pages(passages: list[Passage], formula: Callable[[str], Formula[OpenerRole] | None]) -> list[Passage]:
    """Join the sentences that a page break cut; elsewhere `page` stays. `formula` tells the lines of an opening."""
    paged = any(passage.page for passage in passages)
    groups: list[list[Passage]] = []
    for passage in passages:
        last = groups[-1][-1] if groups else None
        if last and _runs_on(last, passage, paged=paged) and not _is_formal(last.text, passage.text, formula):
            groups[-1].append(passage)
        else:
            groups.append([passage])
    return [group[0] if len(group) == 1 else _joined(group) for group in groups]


def rule_of_break(before: str, after: str) -> Inference:
    """By which rule the text before and behind an inferred page break was joined."""
    if after[0].islower():
        return SMALL_LETTER
    return OPEN_WORD if _is_cut(before, after) else OPEN_SENTENCE


def _runs_on(first: Passage, second: Passage, *, paged: bool) -> bool:
    """Whether `second` goes on with the sentence that `first` began.

    Where a form feed parts them, a comma at the end of a long first passage is enough. Where form feeds part other
    passages of the text (`paged`), a blank line is seldom the end of a page, and a small letter not enough.
    """
    if first.align or second.align or first.text[0] in "#|":
        return False
    before, after = first.text.rpartition(LINE)[2], second.text
    # Most passages end their sentence, which is quicker told than what they begin with.
    ended = ends_sentence(before) and not _ends_with_title(before) and not _ends_with_label(before)
    if ended or is_marked(after) or PAGE_NUMBER.fullmatch(first.text):
        return False
    if _LIST.search(before[-_LONGEST_WORD:]) or _MARKED.match(after):
        return False
    if after[0].islower():
        return second.page or not paged or _is_running(before, _SHORTEST_SENTENCE)
    if second.page and before[-1] == "," and len(first.text) >= _FULL_LINE:
        return True
    if _is_date(before, after) or (_has_open_bracket(before) and ")" in after.partition("(")[0]):
        return True
    if _begins_anew(after):
        return False
    return _is_cut(before, after) or (_is_open_sentence(before) and _is_running(after, _SHORTEST_REST))


def _is_cut(before: str, after: str) -> bool:
    """Whether words end with one that something must follow, or in the middle of a name or before a number."""
    if after[0].isdigit():
        counted = _COUNT.match(after) is not None
        return (counted and before.endswith(_BEFORE_COUNTS)) or (
            _ends_open(before) and (counted or not before[-1].isalpha())
        )
    in_name = _ends_in_name(before, after) or (before.endswith(_GENITIVES) and before[-3:-2].isalpha())
    return (in_name and _is_running(before, _SHORTEST_REST)) or _ends_open(before) or _ends_with_label(before)


def _is_date(before: str, after: str) -> bool:
    """Whether a date is cut in two: `on 5` / `May 1960`, `in May` / `5, 1960`."""
    if _DAY.search(before[-_LONGEST_WORD:]):
        return after.partition(" ")[0].rstrip(",.") in ENGLISH_MONTHS
    return _DAY_AND_YEAR.match(after) is not None and before.rpartition(" ")[2] in ENGLISH_MONTHS


def _ends_in_name(before: str, after: str) -> bool:
    """Whether words end with an office, the adjective of a people, or one name behind a form of address.

    `by Ambassador` / `Kowalik came`, `the Soviet` / `Politburo and`; not `by the Ambassador`, nor `with the Chinese`.
    """
    *_, third, second, last = ("", "", *before[-_LONGEST_NAME:].split(" "))
    if not last[:1].isupper() or not _NAME_GOES_ON.match(after) or after.partition(" ")[0].lower() in OFFICES:
        return False
    if second[:1].isupper():
        return second.rstrip(".").lower() in FORMS_OF_ADDRESS and last.isalpha() and third != "the"
    if last in PEOPLES:
        return second in _ARTICLES and not last.endswith(_NOUNS_OF_PEOPLES)
    return last.lower() in OFFICES and second in _BEFORE_NAMES


def _ends_with_label(before: str) -> bool:
    """Whether words end with the label of the point that follows: `no deadline, (b)`"""
    return before.endswith(")") and _POINT_LABEL.search(before[-_LONGEST_WORD:]) is not None


def _has_open_bracket(before: str) -> bool:
    return before.rfind("(") > before.rfind(")")


def _ends_open(before: str) -> bool:
    """Whether words end with one that something must follow: an article, a preposition, a title of a name."""
    word = _LAST_WORD.search(before[-_LONGEST_WORD:])
    return (word is not None and word[0] in _LEADING) or _ends_with_title(before)


def _ends_with_title(before: str) -> bool:
    """Whether words end with an abbreviated title of a name: `Mr.`, `Gen.`"""
    # A full stop ends nearly every passage, and the pattern is slow.
    if not before.endswith(".") or not before[-_LONGEST_WORD:-1].lower().endswith(_ENDS_OF_TITLES):
        return False
    title = _TITLE.search(before[-_LONGEST_WORD:])
    return title is not None and title[1].lower() in _TITLES


def _is_open_sentence(before: str) -> bool:
    """Whether words are running text that breaks off behind a word, a figure or a comma."""
    return (before[-1].isalnum() or before[-1] == ",") and _is_running(before, _SHORTEST_SENTENCE)


def _is_running(text: str, shortest: int) -> bool:
    """Whether words are running text: so long at least, and with a verb or a pronoun."""
    return len(text) >= shortest and not _VERBS.isdisjoint(_WORDS.findall(text[:400]))


def _begins_anew(after: str) -> bool:
    """Whether a capital begins something of its own: a sentence, an item of a list, a label, a speaker, a heading."""
    head = after.partition(LINE)[0]
    word = _CAPITALISED.match(head)
    if word and (word[0].lower() in _LEADING or word[0].lower() in _VERBS):
        return True
    return after[-1] in ";:" or head.isupper() or _LABEL.match(head) is not None


def _is_formal(before: str, after: str, formula: Callable[[str], Formula[OpenerRole] | None]) -> bool:
    """Whether one of two passages stays alone: a salutation, a compliment, the name of a form, an opening line before
    another."""
    if len(after) <= _LONGEST_FORMULA and closer_formula(after) and after[-1] != ".":
        return True
    opening = formula(before)
    return opening is not None and (
        opening.role == "salutation" or opening.rule == "opener-form-is" or formula(after) is not None
    )


def _joined(group: list[Passage]) -> Passage:
    pieces = [group[0].text]
    for passage in group[1:]:
        pieces += PAGE if passage.page else INFERRED_PAGE, passage.text
    return group[0]._replace(text="".join(pieces), end=group[-1].end)
