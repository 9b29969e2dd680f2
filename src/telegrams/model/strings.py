"""The string types of the model: what a value may hold.

A value never holds white space that is layout (line feeds, tabs, runs of blanks) and never a character
that XML 1.0 cannot carry (production [2] Char: most of C0, U+FFFE, U+FFFF, lone surrogates). Such
characters live in `Layout`, escaped. The patterns are part of the published JSON Schema.
"""

from typing import Annotated

from pydantic import StringConstraints

_CHARACTER = r"[^\u0000-\u0020\uFFFE\uFFFF]"

Line = Annotated[str, StringConstraints(pattern=rf"^{_CHARACTER}+(?: {_CHARACTER}+)*$")]
"""One line of text: not empty, no blank at either end, single blanks inside, no control characters."""

Run = Annotated[str, StringConstraints(pattern=rf"^(?: |(?: ?{_CHARACTER}+(?: {_CHARACTER}+)* ?))$")]
"""A run of text inside a line: like `Line`, but a single blank may stand at either end."""

Token = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,199}$")]
"""A short machine-readable name, such as a rule's name."""

RecordId = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,12}$")]
"""The archive's record number, such as `111779`."""

LanguageTag = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag, such as `ru` or `zh-Hant`."""

ClockTime = Annotated[str, StringConstraints(pattern=r"^[0-2][0-9]:[0-5][0-9](?:/[0-2][0-9]:[0-5][0-9])?$")]
"""A local time `hh:mm`, or a span of time `hh:mm/hh:mm`."""

PublicationDate = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$")]
"""A day, month or year: `2026-05-01`, `2026-05`, `2026`."""

_URI_CHARACTER = r"(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})"

URI_PATTERN = (
    rf"^https?://[A-Za-z0-9.-]{{1,253}}(?::[0-9]{{1,5}})?"
    rf"(?:[/?]{_URI_CHARACTER}{{0,1000}})?(?:#{_URI_CHARACTER}{{0,500}})?$"
)

_POINTER = (
    r"(?:#[A-Za-z_][A-Za-z0-9._-]*"
    rf"|https?://[A-Za-z0-9.-]{{1,253}}(?::[0-9]{{1,5}})?(?:[/?]{_URI_CHARACTER}*)?(?:#{_URI_CHARACTER}*)?)"
)

Pointers = Annotated[str, StringConstraints(pattern=rf"^{_POINTER}(?: {_POINTER})*$")]
"""Addresses, or identifiers of the same TEI file behind `#`, parted by blanks."""

_FILE = r"[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*(?:#[A-Za-z_][A-Za-z0-9._-]*)?"

FilePointers = Annotated[str, StringConstraints(pattern=rf"^(?:{_POINTER}|{_FILE})(?: (?:{_POINTER}|{_FILE}))*$")]
"""The same, or names of files: `scans/p2.jpg`."""

Uri = Annotated[str, StringConstraints(pattern=URI_PATTERN)]
"""An http(s) address of ASCII characters, as authority files give them: `https://www.wikidata.org/entity/Q1`."""
