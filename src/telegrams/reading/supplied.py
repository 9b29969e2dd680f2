"""What kind of supplied words stand in a bracket: by the words in it and those beside it.

    expansion   they complete a word, an abbreviation or a name: Com[rade], MVD [Ministry of the Interior],
                Mao [Zedong], [Patrick] Sample
    identity    they name who is meant by a pseudonym: Filippov [Stalin]; or a town by its other name: Mukden [Shenyang]
    term        they give the word of the original: guidelines [ukazaniya]
    word        they go on with the sentence, or nothing tells which of these they are: [and], [North] Ruritania

The shapes of words tell initials, a family-first name, a Slavic surname, a word of a Slavic language or of Chinese; no
list of persons does.
"""

import re
from typing import NamedTuple

from telegrams.facts.family_first import is_family_first
from telegrams.facts.names import FORMS_OF_ADDRESS
from telegrams.facts.offices import NO_NAMES, OFFICES
from telegrams.facts.places import CITIES
from telegrams.facts.running import running_words
from telegrams.model.inline import SuppliedKind
from telegrams.values.patterns import compiled

_NO_NAMES = NO_NAMES | OFFICES | FORMS_OF_ADDRESS
_LEADING = running_words("leading")
_ENDINGS = running_words("ending")
_NAME_WORD = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[-'’][^\W\d_]+)*|(?:[^\W\d_a-z]\.)+")
_INITIALS = re.compile(r"[^\W\d_a-z]\.(?: ?[^\W\d_a-z]\.)*")
_SLAVIC_SURNAME = re.compile(r".{2,20}(?:[eo]va?|ina?|sk(?:ii|iy|y|aya)|enko)", re.IGNORECASE)
_PATRONYMIC = re.compile(r".{2,20}(?:[oe]vich|[oe]vna|ich)")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z](?:\([a-z]\)|/[a-z]/)?")
_OTHER_SCRIPT = r"[\u0370-\u1fff\u3040-\ud7ff\uf900-\ufaff]"
_SLAVIC = re.compile(r"[a-z]*(?:zh|kh|shch|tsiy|skii|iya|iye|nost'?|stvo|nyy|nyi|aya|oye|ykh)[a-z']*|[a-z]{3,}'")
_SYLLABLE = r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeiou]|ai|ei|ui|ao|ou|iu|ie|ia|ua|uo|iao|uai)(?:ng?)?"
_SYLLABLES = re.compile(rf"(?:{_SYLLABLE}){{1,3}}")
_FEWEST_SYLLABIC_WORDS = 3
_LONGEST_ABBREVIATION = 5
_LONGEST_END = 3
_ABBREVIATED = re.compile(rf"(?<![^\W_])([^\W\d_]{{1,{_LONGEST_ABBREVIATION}}})(\.?)\Z")
_LETTERS_ADDED = re.compile(r"[^\W\d_]{2,40}\??")
_LETTERS = re.compile(r"[^\W\d_]*")


class _Place(NamedTuple):
    """Words in a bracket and the words beside it."""

    inner: str
    before: str
    after: str

    @property
    def words(self) -> list[str]:
        return self.inner.split()

    @property
    def nearest(self) -> str:
        """The word right before the bracket, where a blank alone parts them."""
        return self.before.rstrip(" ").rpartition(" ")[2] if self.before.endswith(" ") else ""

    @property
    def next(self) -> str:
        """The word right behind the bracket, where a blank alone parts them."""
        return self.after[1:].partition(" ")[0].rstrip(',.;:!?)’”"') if self.after.startswith(" ") else ""


def supplied_kind(inner: str, before: str, after: str) -> SuppliedKind:
    """The kind of supplied words, by the text before and behind their bracket."""
    place = _Place(inner.rstrip("?").strip(" "), before, after)
    if _completes_a_word(place) or _completes_an_abbreviation(place):
        return "expansion"
    if not place.inner.isascii() and compiled(_OTHER_SCRIPT).search(place.inner):
        return "term"
    words = place.words
    if words and all(map(_is_name, words)):
        return _kind_of_name(place)
    return "term" if _is_term(place) else "word"


def abbreviated(inner: str, before: str, after: str) -> tuple[int, int] | None:
    """How many signs before a bracket and behind it are the abbreviation that it completes; None where it is none.

        abbreviation := letter{1,5} "."? "[" letter{2,} "?"? "]" letter{0,3}

    `I[van]`, `Com[rade]s`, `K.[udryavtsev]`. Not words that an editor mends: `delegatio[n]`, `want[ed]`, `in[to]`,
    `dele[ga]tion`. Letters between two brackets belong to the second: `C[ommunist]P[arty]`.
    """
    written, added = _ABBREVIATED.search(before), inner.rstrip("?")
    if written is None or not _LETTERS_ADDED.fullmatch(inner) or (written[2] and not added[0].islower()):
        return None
    if added in _ENDINGS or (len(written[1]) > 1 and written[1].lower() in _LEADING):
        return None
    behind = _LETTERS.match(after)
    end = behind.end() if behind else 0
    if after.startswith(("[", ".["), end):
        end = 0
    return (len(written[0]), end) if end <= _LONGEST_END and end < len(added) else None


def _completes_a_word(place: _Place) -> bool:
    """`Com[rade]`, `[Sov]iet`, `K.[udryavtsev]`; where words follow without a blank, it was left out by mistake."""
    if place.before[-1:].isalnum() or (place.before.endswith(".") and place.inner[:1].islower()):
        return True
    return place.after[:1].isalpha() and " " not in place.inner


def _completes_an_abbreviation(place: _Place) -> bool:
    """`MVD [Ministry of the Interior]`: capitals before the bracket, words that begin with a capital in it."""
    words = place.words
    return len(words) > 1 and words[0][:1].isupper() and _ABBREVIATION.fullmatch(place.nearest) is not None


def _is_name(word: str) -> bool:
    return word[:1].isupper() and _NAME_WORD.fullmatch(word) is not None and word.lower() not in _NO_NAMES


def _kind_of_name(place: _Place) -> SuppliedKind:
    """Names in a bracket: given names before a surname, the rest of a name, or another name of the same."""
    nearest, last = place.nearest, place.words[-1]
    named = _is_name(nearest)
    if named and place.inner in CITIES:
        return "identity"
    if _is_name(place.next) and not place.next.isupper():
        corrected = named and is_family_first(f"{nearest} {place.next}")
        return "word" if corrected else "expansion"
    if not named:
        return "word"
    both = f"{place.before.rstrip(' ').rpartition(' ')[0].rpartition(' ')[2]} {nearest}"
    known = _SLAVIC_SURNAME.fullmatch(nearest) or is_family_first(both)
    meant = _SLAVIC_SURNAME.fullmatch(last) or is_family_first(place.inner)
    if _PATRONYMIC.fullmatch(last) or _INITIALS.fullmatch(place.inner):
        return "expansion"
    if known and meant:
        return "identity"
    completes = is_family_first(f"{nearest} {place.inner}") or is_family_first(f"{both} {place.inner}")
    return "expansion" if completes else "word"


def _is_term(place: _Place) -> bool:
    """Whether words right behind a noun are of another language: by their letters, or set in italics."""
    if place.inner[:1] in ("*", "_") and place.inner[-1] == place.inner[0]:
        return True
    nearest, words = place.nearest, place.inner.lower().split()
    if not nearest.isalpha() or nearest.lower() in _LEADING:
        return False
    small = all(word[0].islower() for word in place.words)
    if small and not place.inner.isascii() and any(each.isalpha() and not each.isascii() for each in place.inner):
        return True
    if (small or len(words) == 1) and any(map(_SLAVIC.fullmatch, words)):
        return True
    return (
        small
        and len(words) >= _FEWEST_SYLLABIC_WORDS
        and all(_SYLLABLES.fullmatch(word) is not None and word not in _LEADING for word in words)
    )
