"""What an item must keep beside the CSL schema, so that styles and Zotero print it right.

The schema takes month 13, a letter without an archive (which Chicago and APA then leave out), a recipient of a
manuscript (which Zotero makes an author) and a translator without an author (whom styles print first).
"""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from .tables import is_test_host

_TYPES = frozenset({"personal_communication", "manuscript"})
_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,99}")
_VARIABLE_IN_NOTE = re.compile(r"^[A-Za-z_ -]{1,40}:", re.MULTILINE)
_LISTS = frozenset({"author", "recipient", "translator"})
_SEASONS = range(1, 5)
_URL = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def violations(item: Mapping[str, Any]) -> list[str]:
    """The rules that a CSL-JSON item breaks, each in words; none for a good item."""
    letter = item.get("type") == "personal_communication"
    url = str(item.get("URL", ""))
    checks = (
        (bool(_IDENTIFIER.fullmatch(str(item.get("id", "")))), "id is missing or is not a plain key"),
        (item.get("type") in _TYPES, "type is neither personal_communication nor manuscript"),
        (not letter or "archive" in item or "URL" in item, "personal_communication needs archive or URL"),
        (letter or "recipient" not in item, "recipient needs type personal_communication"),
        ("author" in item or "translator" not in item, "translator needs an author"),
        (not _VARIABLE_IN_NOTE.search(str(item.get("note", ""))), "a line of note reads as a variable"),
        (not _stray_lists(item), f"list values: {', '.join(_stray_lists(item))}"),
        ("URL" not in item or bool(_URL.match(url)), "URL is not http or https"),
        (not is_test_host(url), "URL points to a test host"),
    )
    return [reason for kept, reason in checks if not kept] + _date_violations(item.get("issued"))


def _stray_lists(item: Mapping[str, Any]) -> list[str]:
    return [name for name, value in item.items() if isinstance(value, list) and name not in _LISTS]


def _date_violations(date: object) -> list[str]:
    if date is None:
        return []
    parts = date.get("date-parts") if isinstance(date, dict) else None
    if not isinstance(date, dict) or not isinstance(parts, list) or len(parts) not in (1, 2):
        return ["issued has no date-parts"]
    bad = [f"no such date: {part}" for part in parts if not _is_date(part)]
    return bad if "season" not in date or date["season"] in _SEASONS else [*bad, "no such season"]


def _is_date(parts: object) -> bool:
    if not isinstance(parts, list) or not 1 <= len(parts) <= 3 or not all(type(part) is int for part in parts):
        return False
    try:
        datetime.date(*(*parts, 1, 1)[:3])
    except (ValueError, OverflowError):
        return False
    return True
