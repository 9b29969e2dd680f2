"""What protects a piece of a statement from being cut: brackets, quotation marks, abbreviations."""

import re

from telegrams.values.patterns import compiled

from .vocabulary import words

HIDDEN = "\0"
"""Stands for a character inside brackets or quotation marks in masked text."""

_PROTECTED = re.compile(r"""\([^()]*\)|\[[^\[\]]*\]|"[^"]*"|“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]""")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8});")
_CLOSING_ENTITY = r"&(?:quot|rdquo|raquo|#34|#8221|#187);"
_QUOTED_BY_ENTITIES = (
    rf"&(?:quot|ldquo|bdquo|laquo|#34|#822[02]|#171);(?:[^&]|(?!{_CLOSING_ENTITY})&){{0,400}}{_CLOSING_ENTITY}"
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_OPENING = re.compile(r'[(\["“«„]')
_IMPRINT = re.compile(r"(?:1[5-9]|20)\d\d(?:[-–/]\d{1,4})?[^\w]{0,3}$")
_NAME_END = re.compile(r"(?:[A-Z]\. ?[A-Z]|\b(?:al|Jr|Sr|Inc|Ltd))\.$")
_ABBREVIATIONS = words("abbreviations")


def mask(text: str) -> str:
    """The text with everything inside brackets and quotation marks hidden; every character keeps its place.

    Only pairs hide anything, the innermost ones where brackets nest, so that an open bracket hides nothing. Of an
    entity of HTML (`&amp;`) only the first character shows: its semicolon parts nothing.
    """
    if "&" in text:
        text = _ENTITY.sub(_all_but_first_hidden, compiled(_QUOTED_BY_ENTITIES).sub(_all_but_first_hidden, text))
    if not _OPENING.search(text):
        return text
    return _PROTECTED.sub(lambda pair: pair[0][0] + HIDDEN * (len(pair[0]) - 2) + pair[0][-1], text)


def _all_but_first_hidden(found: re.Match[str]) -> str:
    return found[0][0] + HIDDEN * (len(found[0]) - 1)


def imprints(text: str) -> list[int]:
    """Where imprints begin: `(Moscow: Nauka, 2005)`, `(Warsaw, 1999)` — brackets with a place and a year at the end.

    ::

        imprint := "(" place [":" publisher] "," year ")"
    """
    found = []
    for pair in _BRACKETS.finditer(text):
        inside = pair[1]
        if inside[:1].isupper() and _IMPRINT.search(inside) and (":" in inside or "," in inside):
            found.append(pair.start())
    return found


def stop_ends_sentence(masked: str, stop: int) -> bool:
    """Whether the full stop at `stop` ends a sentence: no initial, no abbreviation stands before it."""
    word = masked[masked.rfind(" ", 0, stop) + 1 : stop + 1].lstrip("([“\"'")
    if len(word) == 2 and word[0].isalpha():
        return False
    return word[-3:-2] != "." and word.casefold() not in _ABBREVIATIONS


def trimmed_end(masked: str, start: int, end: int) -> int:
    """The end of `masked[start:end]` without closing punctuation; the full stop of `D.C.` and paired brackets stay."""
    while end > start and not masked[end - 1].isalnum():
        last = masked[end - 1]
        if last in ")]>":
            loose = masked[end - 2 : end - 1] not in (HIDDEN, "(", "[")
        elif last == ".":
            loose = _NAME_END.search(masked, max(start, end - 6), end) is None
        else:
            loose = last in " ,;:"
        if not loose:
            break
        end -= 1
    return end


def trimmed(text: str) -> str:
    """The text without blanks and punctuation at its ends, by the rule of `trimmed_end`."""
    if text[:1].isalnum() and text[-1].isalnum():
        return text
    return text[: trimmed_end(mask(text), 0, len(text))].lstrip(" ,;:.")
