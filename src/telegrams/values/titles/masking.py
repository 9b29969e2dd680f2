"""Text → its shape: lower case, with what stands in quotes and brackets made opaque."""

import re

FILL = "\x01"
"""Stands for every character inside quotes or brackets."""
DATE = "\x02"
"""Stands for every character of a date."""

_MARKS = re.compile("[()\\[\\]\"'“”„«»‘’]")
_GLUED_DASH = re.compile("(?<=[^\\W\\d_]{2}|.\\d)[.][—–](?=\\w|[(\\[])")
"""The stop of a sentence in old print: `No. 24.—Mr. Lee to …`."""
_OPENING = {"(": "round", "[": "square", '"': "double", "“": "double", "„": "double", "«": "double"}
_CLOSING = {")": "round", "]": "square", '"': "double", "”": "double", "»": "double", "“": "double"}
_ONE_PAIR = (["(", ")"], ["[", "]"])
_SINGLE = "'‘’"


def lowered(text: str) -> str:
    """`text` in lower case, character by character, so that offsets stay the same."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def _single_role(text: str, at: int) -> str:
    """What a single quotation mark at this offset can be: `open`, `close`, `weak` (maybe a possessive) or nothing."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if (not before or before in " ([") and after not in ("", " "):
        return "open"
    if before and before != " " and (not after or after in " ,.;:)]!?"):
        possessive = before in "sz" and after == " " and text[at + 2 : at + 3].isalpha()
        return "weak" if possessive else "close"
    return ""


class _Scan:
    """One walk over the marks of a text: at most one quotation or bracket is open at a time, with its depth."""

    def __init__(self, text: str, dead: set[str], start: int) -> None:
        self.text, self.dead, self.start = text, dead, start
        self.open_kind, self.open_at, self.depth, self.weak = "", -1, 0, -1
        self.closed_at = -1
        """Where a single quotation that holds another one was closed last."""
        self.spans: list[tuple[int, int]] = []

    def run(self) -> None:
        for match in _MARKS.finditer(self.text, self.start):
            self._mark(match[0], match.start())
        if self.open_kind == "single" and max(self.closed_at, self.weak) > 0:
            self._close(self.closed_at if self.closed_at > 0 else self.weak)

    def _mark(self, char: str, at: int) -> None:
        if char in _SINGLE:
            self._single(at)
        elif self.open_kind in ("round", "square"):
            if _OPENING.get(char) == self.open_kind:
                self.depth += 1
            elif _CLOSING.get(char) == self.open_kind:
                self.depth -= 1
                if not self.depth:
                    self._close(at)
        elif self.open_kind == "double":
            if _CLOSING.get(char) == "double":
                self._close(at)
        elif not self.open_kind and (kind := _OPENING.get(char)) and kind not in self.dead:
            self.open_kind, self.open_at, self.depth = kind, at, 1

    def _single(self, at: int) -> None:
        role = _single_role(self.text, at)
        if role == "open" and not self.open_kind and "single" not in self.dead:
            self.open_kind, self.open_at, self.weak, self.depth, self.closed_at = "single", at, -1, 1, -1
        elif self.open_kind == "single" and role == "open":
            self.depth += 1
        elif self.open_kind == "single" and role == "close":
            self.depth, self.closed_at = self.depth - 1, at
            if not self.depth:
                self._close(at)
        elif self.open_kind == "single" and role == "weak" and self.weak < 0:
            self.weak = at

    def _close(self, at: int) -> None:
        self.spans.append((self.open_at, at + 1))
        self.open_kind = ""


def protected(text: str) -> list[tuple[int, int]]:
    """The outermost quotations and brackets as (start, end), marks included, in order.

    A mark without a partner counts as a plain character. A single mark opens after a blank and closes before a
    blank or a stop; between `s` and a blank it is rather a possessive (`Workers' Party`) while a better one follows.
    """
    return _scan(text)[0]


def unclosed(text: str) -> int | None:
    """Where the first bracket or double quotation mark without a partner stands."""
    return next((at for at in _scan(text)[1] if text[at] not in _SINGLE), None)


def _scan(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """The protected spans, and where the marks without a partner stand (the first of each sort)."""
    spans: list[tuple[int, int]] = []
    lone: list[int] = []
    dead: set[str] = set()
    marks = _MARKS.findall(text)
    if marks in _ONE_PAIR:
        return [(text.index(marks[0]), text.index(marks[1]) + 1)], lone
    open_kind = "?" if marks else ""
    start = 0
    while open_kind:
        scan = _Scan(text, dead, start)
        scan.run()
        spans += scan.spans
        open_kind = scan.open_kind
        if open_kind:
            lone.append(scan.open_at)
            dead.add(open_kind)
            start = scan.open_at + 1
    return spans, lone


def shape(text: str, spans: list[tuple[int, int]]) -> str:
    """`text` in lower case; in the spans `FILL` between the marks, quotation marks as `«` and `»`."""
    low = lowered(text)
    if ".—" in low or ".–" in low:
        low = _GLUED_DASH.sub("; ", low)
    if not spans:
        return low
    pieces, done = [], 0
    for start, end in spans:
        quoted = low[start] not in "(["
        pieces += [low[done:start], "«" if quoted else low[start], FILL * (end - start - 2)]
        pieces.append("»" if quoted else low[end - 1])
        done = end
    return "".join([*pieces, low[done:]])
