"""The archive's web page of 2013 to 2021, copied as text → the header's parts and the lines of the text.

::

    page := head* "get citation" summary* [citation] ["share document" [URL]] ["VIEW DOCUMENT IN" item*] [support] text
                                                                                          (format.md 1.3)

The page shows its title in capitals; where the citation has the same letters, the title is that of the citation.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from telegrams.facts.web_lines import WebSign
from telegrams.values.blanks import MARKS
from telegrams.values.citations import parse_citation
from telegrams.values.languages import parse_contents_item

from .head import HeadPart, head_date, head_parts, letters
from .header import HEAD_LINES, Header, Section, section_of
from .labels import is_furniture, label_of, web_sign
from .lines import BLANK, Line, paragraph_lines

_ADDRESS = re.compile(r"https?://\S+")
_LONGEST = 40
"""How many lines stand at most between `get citation` and `share document`."""


def read_older_page(lines: Sequence[Line], texts: Sequence[Line]) -> Header | None:
    """The header of such a page; none where the text is none. `texts` are the lines with words in them."""
    cite = next((at for at, line in enumerate(texts[: 2 * HEAD_LINES]) if web_sign(line) == "cite"), None)
    if cite is None or any(line.text.lstrip(MARKS).startswith("**") or label_of(line) for line in texts[:cite]):
        return None
    cited, end = _citation(texts, cite + 1)
    summary, citation = texts[cite + 1 : cited], list(texts[cited:end])
    if _signs(texts, end, "share"):
        address = [line for line in texts[end + 1 : end + 2] if _ADDRESS.fullmatch(line.text)]
        citation += address
        end += 1 + len(address)
    contents: list[Line] = []
    if _signs(texts, end, "versions"):
        contents = list(takewhile(lambda line: parse_contents_item(line.text), texts[end + 1 :]))
        end += 1 + len(contents)
    above = [line for line in texts[:cite] if not _is_button(line)]
    support = [line for line in above if web_sign(line) == "support"]
    if _signs(texts, end, "support"):
        support.append(texts[end])
        end += 1
    parts = head_parts([each for line in above if line not in support for each in (line, BLANK)])
    sections = [
        section_of("credits", support),
        section_of("summary", summary),
        Section(section_of("citation").label, [citation] if citation else []),
    ]
    return Header(_cased(parts, citation), sections, contents, paragraph_lines(lines, texts[end:]))


def _signs(texts: Sequence[Line], at: int, sign: WebSign) -> bool:
    return any(web_sign(line) == sign for line in texts[at : at + 1])


def _is_button(line: Line) -> bool:
    return is_furniture(line.text.strip(MARKS)) or web_sign(line) == "buttons"


def _citation(texts: Sequence[Line], begin: int) -> tuple[int, int]:
    """Where the citation begins, and where it ends: at the next sign of the page, else with its line.

    Rule: it names the archive, or has title and date. Where none stands there, what stands above the next sign is the
    summary; without a sign either, all is the text.
    """
    near = range(begin, min(len(texts), begin + _LONGEST))
    end = next((at for at in near if web_sign(texts[at]) in ("share", "versions")), None)
    for at in range(begin, near.stop if end is None else end):
        citation = parse_citation(texts[at].text)
        if citation.publisher or citation.title:
            return at, end or at + 1
    return (begin, begin) if end is None else (end, end)


def _cased(parts: Sequence[HeadPart], citation: Sequence[Line]) -> list[HeadPart]:
    """The parts of the head, with a title in capitals as the citation writes it."""
    cited = parse_citation(" ".join(line.text for line in citation)).title if citation else None
    titles = [part for part in parts if not head_date(part.text)]
    title = " ".join(part.text for part in titles)
    if not cited or letters(title) != letters(cited) or title == cited or not _is_in_capitals(title):
        return list(parts)
    known = HeadPart(cited, citation[0].start, citation[-1].end)
    return [part for part in parts if part not in titles] + [known]


def _is_in_capitals(title: str) -> bool:
    """Whether nearly all letters are capitals: style leaves some small ones (`JELEń`)."""
    return sum(map(str.isupper, title)) > 2 * sum(map(str.islower, title))
