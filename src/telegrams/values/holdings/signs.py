"""What tells a holding from a printed source, where no verb does."""

import re

from .vocabulary import words

_WORDS = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_INITIALS = r"(?:[A-Z][A-Za-z]{0,4}[A-Z][A-Za-z]{0,5}|[А-Я][а-я]{0,3}[А-Я][А-Яа-я]{0,5})(?:-[A-Z][A-Za-z]{0,4}[A-Z][A-Za-z]{0,5})?"
ABBREVIATION = re.compile(rf"{_INITIALS}(?: {_INITIALS}){{0,3}}(?![\w’'-])")
"""One to four words of initials: `AVP RF`, `BArch`, `TsAMO RF`, `SAPMO-BArch`."""

BRACKETED = re.compile(rf"\(({_INITIALS}(?:[ -]{_INITIALS}){{0,3}})\)")
"""The same in brackets behind a name."""

_FIRST = re.compile(rf"{_INITIALS}(?: {_INITIALS}){{0,3}}(?=[,:]| [fFdoOф]\w{{0,4}}[. ]|[ /]\d|$)")
_FILE = re.compile(r"(?:^|[ ,(])(?:fonds?|opis|delo|papka|listy?|[fF]\. ?\d|[oO]p\. ?\d|ф\. ?\d|оп\. ?\d|RG ?\d|Record Group)", re.IGNORECASE)
_CALL = re.compile(r"(?:file|folder|box|boxes|doboz|dossier|dosar|teczka|sygn|carton|reel|bundle|inv|cx|caja)\b[^,]{0,20}\d", re.IGNORECASE)
_SERIES = re.compile(r"\d|\bpp?\b")
_NOUNS = words("repository_nouns.txt")
_COMPOUNDS = ("archiv", "archive", "archives", "archiwum", "levéltár", "bibliothek")
_CUSTODIANS = words("custodian_nouns.txt")
_PRINTED = words("publication_words.txt")
_PRINTED_PHRASES = tuple(entry for entry in _PRINTED if " " in entry)
_VOLUME = re.compile(r"\bvols?\. |\bpp?\. ?\d|\bno\. ?\d|\d{1,4} ?\(\d{4}\)", re.IGNORECASE)


def is_abbreviation_first(text: str, at: int = 0) -> bool:
    """Whether the text begins with an archive's abbreviation that a comma, a colon, a number or a file unit follows."""
    return _FIRST.match(text, at) is not None


def is_repository(text: str) -> bool:
    """Whether a word of the text is the head noun of an archive or library."""
    found = _WORDS.findall(text.casefold())
    return not _NOUNS.isdisjoint(found) or any(word.endswith(_COMPOUNDS) for word in found) or _is_records_office(found)


def _is_records_office(found: list[str]) -> bool:
    return "records" in found and ("office" in found or "administration" in found)


def is_custodian(text: str) -> bool:
    """Whether a word of the text names a body that may hold papers without being called an archive."""
    return not _CUSTODIANS.isdisjoint(_WORDS.findall(text.casefold()))


def looks_like_holding(text: str, first: bool) -> bool:
    """Whether a clause without a verb names an archive or units of a file; `first`: it opens the statement."""
    if is_abbreviation_first(text) or _FILE.search(text) or is_repository(text) or BRACKETED.search(text):
        return True
    if _CALL.search(text):
        return True
    return first and is_custodian(text) and not looks_like_publication(text)


def looks_like_publication(text: str) -> bool:
    """Whether a clause without a verb names a printed source: an imprint was looked for before, here series and volumes."""
    if not _SERIES.search(text):
        return False
    small = text.casefold()
    if not _PRINTED.isdisjoint(_WORDS.findall(small)) or any(phrase in small for phrase in _PRINTED_PHRASES):
        return True
    return _VOLUME.search(text) is not None
