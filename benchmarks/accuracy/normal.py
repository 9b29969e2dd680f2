"""Normal forms of words: what does not count as a difference between a label and an answer.

The maintainers' scorers of the FRUS set compare in the same forms, so that the figures agree.
"""

import re
import unicodedata

_FOLD = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "‑": "-", "\u00a0": " "})
_DASHES = re.compile("-+")
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"[a-z0-9½]+")
_QUALIFIER = re.compile(r"[~?%\[\]{}]")
_ARTICLES = {"the", "a", "an"}
_HONORIFICS = {"mr", "mrs", "miss", "dr", "m", "sir", "lord", "count", "baron", "senor", "comrade", "cde"} | {
    "general",
    "colonel",
    "admiral",
    "captain",
}


def without_blanks(text: str) -> str:
    """The characters of a text that are no blanks; case, dashes and quotation marks do not count."""
    return _BLANKS.sub("", _DASHES.sub("-", text.translate(_FOLD).replace("...", "…"))).casefold()


def words_of(text: str) -> list[str]:
    """The words of a text without accents, articles and apostrophes, in lower case."""
    plain = _DASHES.sub("-", " ".join(text.split()).translate(_FOLD))
    folded = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return [word for word in _WORD.findall(folded.casefold().replace("'", "")) if word not in _ARTICLES]


def words_of_party(*parts: str | None) -> set[str]:
    """The words that say who a party is, without forms of address."""
    return {word for part in parts if part for word in words_of(part)} - _HONORIFICS


def day_or_span(edtf: str) -> str:
    """An EDTF string without qualifiers; a span of one day is that day."""
    ends = [_QUALIFIER.sub("", end)[:10] for end in edtf.split("/")]
    return ends[0] if len(set(ends)) == 1 else "/".join(ends)
