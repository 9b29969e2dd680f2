"""What the caller says of the edition: publisher, licence, address, date of publication; checked and put in form."""

import datetime
import re

from telegrams.errors import WriteError
from telegrams.model.strings import URI_PATTERN

UNPUBLISHED = "Unpublished automatic conversion"
"""Who publishes, where nobody is named."""

_ADDRESS = re.compile(URI_PATTERN)
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?\Z")
_FREE = re.compile(
    r"https?://creativecommons\.org/(?:licenses/by/[1-4]\.0|publicdomain/zero/1\.0)(?:/[a-z.]{0,20}){0,3}\Z"
)
_CC_BY = re.compile(r"cc[ -]by(?:[ -](?P<version>[1-4]\.0))?(?: international)?\Z", re.IGNORECASE)
_CC_ZERO = re.compile(r"cc[ -]?0(?:[ -]1\.0)?(?: universal)?\Z", re.IGNORECASE)


def one_line(value: str | None) -> str:
    """The words with single blanks between them; characters that XML cannot carry are left out."""
    words = " ".join((value or "").split())
    return "".join(
        each for each in words if each >= " " and each not in "\ufffe\uffff" and not "\ud800" <= each < "\ue000"
    )


def is_address(value: str) -> bool:
    """Whether the value is an http(s) URL that every XML validator takes for `xs:anyURI`."""
    return bool(_ADDRESS.fullmatch(value))


def address(pointers: str) -> str | None:
    """The first http(s) address among pointers separated by blanks."""
    return next((each for each in pointers.split() if is_address(each)), None)


def licence_address(licence: str) -> str | None:
    """The address of CC BY or CC0, given as address or as name (`CC BY`, `CC BY 4.0`, `CC0`); None for any other."""
    given = one_line(licence)
    if _FREE.match(given):
        return given
    if found := _CC_BY.match(given):
        return f"https://creativecommons.org/licenses/by/{found['version'] or '4.0'}/"
    return "https://creativecommons.org/publicdomain/zero/1.0/" if _CC_ZERO.match(given) else None


def publication_date(given: str) -> str:
    """The date as it was given. Raises `WriteError` unless it is a day, month or year of the calendar."""
    try:
        datetime.date.fromisoformat((given + "-01-01")[:10])
        known = _DAY.match(given)
    except ValueError:
        known = None
    if not known:
        raise WriteError(f"{given!r} is no date of publication: give YYYY-MM-DD, YYYY-MM or YYYY with --published")
    return given
