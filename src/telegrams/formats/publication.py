"""What the caller says of the edition: publisher, licence, address, date of publication; checked and put in form."""

import datetime
import re

from telegrams.errors import WriteError
from telegrams.model.strings import URI_PATTERN

UNPUBLISHED = "Unpublished automatic conversion"
"""Who publishes, where nobody is named."""

_DAY = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_FREE = r"https?://creativecommons\.org/(?:licenses/by/[1-4]\.0|publicdomain/zero/1\.0)(?:/[a-z.]{0,20}){0,3}"
_CC_BY = r"(?i)cc[ -]by(?:[ -](?P<version>[1-4]\.0))?(?: international)?"
_CC_ZERO = r"(?i)cc[ -]?0(?:[ -]1\.0)?(?: universal)?"
# Patterns are compiled when they are first needed: most runs need none.


def option_words(value: str | None) -> str:
    """The words with single blanks between them; characters that XML cannot carry are left out."""
    words = " ".join((value or "").split())
    return "".join(
        each for each in words if each >= " " and each not in "\ufffe\uffff" and not "\ud800" <= each < "\ue000"
    )


def is_address(value: str) -> bool:
    """Whether the value is an http(s) URL that every XML validator takes for `xs:anyURI`."""
    return bool(re.fullmatch(URI_PATTERN, value))


def address(pointers: str) -> str | None:
    """The first http(s) address among pointers separated by blanks."""
    return next((each for each in pointers.split() if is_address(each)), None)


def licence_address(licence: str) -> str | None:
    """The address of CC BY or CC0, given as address or as name (`CC BY`, `CC BY 4.0`, `CC0`); None for any other."""
    given = option_words(licence)
    if re.fullmatch(_FREE, given):
        return given
    if found := re.fullmatch(_CC_BY, given):
        return f"https://creativecommons.org/licenses/by/{found['version'] or '4.0'}/"
    return "https://creativecommons.org/publicdomain/zero/1.0/" if re.fullmatch(_CC_ZERO, given) else None


def is_publication_date(given: str) -> bool:
    """Whether it is a day, month or year of the calendar."""
    try:
        datetime.date.fromisoformat((given + "-01-01")[:10])
    except ValueError:
        return False
    return bool(re.fullmatch(_DAY, given))


def publication_date(given: str) -> str:
    """The date as it was given. Raises `WriteError` unless it is a day, month or year of the calendar."""
    if not is_publication_date(given):
        raise WriteError(f"{given!r} is no date of publication: give YYYY-MM-DD, YYYY-MM or YYYY with --published")
    return given
