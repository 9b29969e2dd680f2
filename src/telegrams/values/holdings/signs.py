"""What tells a holding from a printed source, where no verb does."""

import re

from .vocabulary import words

_WORDS = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_CAPITAL = "A-ZÀ-ÖØ-ÞĀČĆĎĐĘĚĢĶĻŁŃŇŐŘŚŠŤŪŮŰŹŻŽА-Я"
_SMALL = "a-zß-öø-ÿāčćďđęěģķļłńňőřśšťūůűźżžа-я"
_LETTER = _CAPITAL + _SMALL
_INITIALS = rf"[{_CAPITAL}][{_SMALL}]{{0,4}}[{_CAPITAL}][{_LETTER}]{{0,8}}(?:-[{_CAPITAL}][{_LETTER}]{{0,9}})?"
ABBREVIATION = re.compile(rf"{_INITIALS}(?: {_INITIALS}){{0,3}}(?![\w’'-])")
"""One to four words of initials: `AVP RF`, `BArch`, `TsAMO RF`, `SAPMO-BArch`."""

BRACKETED = re.compile(rf"\(({_INITIALS}(?:[ -]{_INITIALS}){{0,3}})\)")
"""The same in brackets behind a name."""

_FIRST = re.compile(rf"{_INITIALS}(?: {_INITIALS}){{0,3}}(?=[,:]| [fFdoOф]\w{{0,4}}[. ]|[ /]\d|$)")
_RECORD_GROUP = re.compile(r"RG[ -]?\d")
_FILE = re.compile(
    r"(?:^|[ ,(])(?:fonds? |opis |delo |papka |listy? |f\. ?\d|op\. ?\d|ф\. ?\d|оп\. ?\d|rg[ -]?\d|record group )"
)
_CALL = re.compile(
    r"(?:^|, )(?:file|folder|box|boxes|doboz|dossier|dosar|teczka|sygn|carton|reel|bundle|inv|caja)\b[^,]{0,20}\d"
)
_INITIALS_PART = re.compile(rf", {_INITIALS}(?: {_INITIALS}){{0,3}}(?=,|$)")
_QUOTES = frozenset('"“«„')
_FIGURE = re.compile(r"\d")
_NOUNS = words("repository_nouns.txt")
_COMPOUNDS = ("archiv", "archive", "archives", "archiwum", "levéltár", "bibliothek")
_CUSTODIANS = words("custodian_nouns.txt")
_PRINTED = words("publication_words.txt")
_PRINTED_PHRASES = tuple(entry for entry in _PRINTED if " " in entry or "-" in entry)
_VOLUME = re.compile(r"\bvol(?:s?\.|ume) |\d{1,4} ?\((?:\w{3,9} )?\d{4}\)|\bissue \d")
_PAGES = re.compile(r"\bpp?\. ?\d")


def is_abbreviation_first(text: str, at: int = 0) -> bool:
    """Whether the text begins with an archive's abbreviation that a comma, a colon, a number or a file unit follows."""
    return text[at : at + 1].isupper() and _FIRST.match(text, at) is not None and not _RECORD_GROUP.match(text, at)


def is_repository(text: str) -> bool:
    """Whether a word of the text is the head noun of an archive or library."""
    found = _WORDS.findall(text.lower())
    return not _NOUNS.isdisjoint(found) or any(word.endswith(_COMPOUNDS) for word in found) or _is_records_office(found)


def _is_records_office(found: list[str]) -> bool:
    return "records" in found and ("office" in found or "administration" in found)


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
    if _FILE.search(small) or is_repository(text) or BRACKETED.search(text) or _CALL.search(small):
        return True
    if not first or _is_series(small):
        return False
    return is_custodian(text) or (_FIGURE.search(text) is not None and _INITIALS_PART.search(text) is not None)


def looks_like_publication(text: str) -> bool:
    """Whether a clause without a verb names a printed source, by series, volume or pages; not by imprints."""
    if not _FIGURE.search(text):
        return False
    small = text.lower()
    return _is_series(small) or _PAGES.search(small) is not None


def _is_series(small: str) -> bool:
    if not _PRINTED.isdisjoint(_WORDS.findall(small)) or any(phrase in small for phrase in _PRINTED_PHRASES):
        return True
    return _VOLUME.search(small) is not None
