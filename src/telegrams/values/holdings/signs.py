"""What tells a holding from a printed source, where no verb does."""

import re

from telegrams.facts.bodies import nouns_of_bodies
from telegrams.facts.places import SETTLEMENTS

from .vocabulary import REPOSITORY_NOUNS, alternatives, call_words, words

_WORDS = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?(?![\w’'-])")
_BRACKETS = re.compile(r"\(([^()]{2,60})\)")
_FOLLOWING = re.compile(r"[,:]| (?:[fFdoO]|ф|Ф)\w{0,4}[. ]|[ /]\d| [RР]-?\d| [A-Z]{1,5}-[A-Z]{1,3}[ -]|$")
_RECORD_GROUP = re.compile(r"RG[ -]?\d")
_FILE = re.compile(
    r"(?:^|[ ,(])(?:fonds? |opis |delo |papka |listy? |(?:op|оп)\. ?\d|rg[ -]?\d|record group "
    r"|[fф]\. ?(?:no\. ?|[rр]-?)?\d)"
    r"|^(?:[dд]|ll?|лл?)\. ?\d"
)
_CALL = re.compile(rf"(?:^|[,:] )(?:{alternatives(call_words(alone=True))})\b[^,]{{0,20}}\d")
_QUOTES = frozenset('"“«„')
_FIGURE = re.compile(r"\d")
_NOUNS = frozenset(row.noun for row in REPOSITORY_NOUNS)
_COMPOUNDS = tuple(row.noun for row in REPOSITORY_NOUNS if row.compound)
_RECORDS = ("records office", "record office", "records administration", "records service", "records center")
_CUSTODIANS = nouns_of_bodies("custodian")
_PAPERS = words("papers_words")
_PRINTED = words("publication_words")
_PRINTED_PHRASES = tuple(entry for entry in _PRINTED if " " in entry or "-" in entry)
_VOLUME = re.compile(r"\bvol(?:s?\.|ume) |\d{1,4} ?\((?:\w{3,9} )?\d{4}\)|\bissue \d")
_PREPOSITION = re.compile(r" (?:of|on|for|from|in|to|de|des|du) ")
_PAGES = re.compile(r"\bpp?\. ?\d")


def initials_end(text: str, at: int = 0) -> int:
    """The end of one to four words of initials that begin at `at`: `AVP RF`, `SAPMO-BArch`; `at` if none do."""
    end = at
    for _ in range(4):
        token = _TOKEN.match(text, end + 1 if end > at else at)
        if token is None or not _is_initials(token[0]) or (end > at and text[end] != " "):
            break
        end = token.end()
    return end


def _is_initials(word: str) -> bool:
    """Whether a word begins with a capital and has another one soon; behind a hyphen any capital will do."""
    if not word[0].isupper():
        return False
    head, _, tail = word.partition("-")
    if len(head) > 14 or (tail and not tail[0].isupper()):
        return False
    soon = head[1:6]
    return soon != soon.lower()


def is_initials(text: str) -> bool:
    """Whether the whole text is initials."""
    return text[:1].isupper() and initials_end(text) == len(text)


def bracketed_initials(text: str) -> re.Match[str] | None:
    """The first brackets that hold nothing but initials, which are group 1."""
    if "(" not in text:
        return None
    return next((found for found in _BRACKETS.finditer(text) if is_initials(found[1])), None)


def is_abbreviation_first(text: str, at: int = 0) -> bool:
    """Whether the text begins with an archive's abbreviation that a comma, a colon, a number or a file unit follows."""
    if not text[at : at + 1].isupper() or _RECORD_GROUP.match(text, at):
        return False
    end = initials_end(text, at)
    return end > at and _FOLLOWING.match(text, end) is not None


def is_repository(text: str) -> bool:
    """Whether a word of the text is the head noun of an archive or library."""
    small = text.lower()
    found = _WORDS.findall(small)
    if not _NOUNS.isdisjoint(found):
        return True
    if "record" in small and any(phrase in small for phrase in _RECORDS):
        return True
    return any(word.endswith(_COMPOUNDS) for word in found)


def is_custodian(text: str) -> bool:
    """Whether a word of the text names a body that may hold papers without being called an archive."""
    return not _CUSTODIANS.isdisjoint(_WORDS.findall(text.lower()))


def looks_like_holding(text: str, first: bool) -> bool:
    """Whether a clause without a verb names an archive or units of a file; `first`: it opens the statement."""
    if is_abbreviation_first(text):
        return True
    small = text.lower()
    if text[:1] in _QUOTES and looks_like_publication(text):
        return False
    if _FILE.search(small) or is_repository(text) or bracketed_initials(text) or _CALL.search(small):
        return True
    if _names_series(small):
        return False
    if _VOLUME.search(small) is not None:
        name, *more = text.split(", ")
        return _is_body_or_papers(name) or (bool(more) and is_initials(more[-1]))
    if not first:
        return False
    if is_custodian(text) or not _PAPERS.isdisjoint(_WORDS.findall(small)):
        return True
    if not SETTLEMENTS.isdisjoint(text.split(", ")[1:]) and not looks_like_publication(text):
        return True
    return bool(_FIGURE.search(text) is not None and any(map(is_initials, text.split(", "))))


def head_of(name: str) -> str:
    """A name up to its first preposition: the noun it is named for is the last word."""
    return _PREPOSITION.split(name, maxsplit=1)[0]


def names_papers(text: str) -> bool:
    """Whether a clause names papers with a capital: `Records of the Senate`, not `handwritten notes`."""
    return any(word[0].isupper() and word.lower() in _PAPERS for word in _WORDS.findall(text))


def looks_like_publication(text: str) -> bool:
    """Whether a clause without a verb names a printed source, by series, volume or pages; not by imprints."""
    if not _FIGURE.search(text):
        return False
    small = text.lower()
    return _names_series(small) or _VOLUME.search(small) is not None or _PAGES.search(small) is not None


def is_volume(text: str) -> bool:
    """Whether a clause is the number of a volume, which goes on with the archive or the book named before it."""
    return _VOLUME.match(text.lower()) is not None


def _names_series(small: str) -> bool:
    return not _PRINTED.isdisjoint(_WORDS.findall(small)) or any(phrase in small for phrase in _PRINTED_PHRASES)


def _is_body_or_papers(name: str) -> bool:
    """Whether a name is that of a body or of papers: its head is, not a word behind a preposition.

    Both have volumes: `Foreign Ministry, Volume 5`, `Berg Papers, Volume 3`; `Documents of the Foreign Ministry` are
    printed, and so are `Papers Relating to …`.
    """
    noun = head_of(name).rpartition(" ")[2].lower()
    return noun in _CUSTODIANS or noun in _PAPERS
