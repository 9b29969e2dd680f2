"""The texts of the FRUS set (`frus/raw`) against the editors' own marking (`frus/gold.jsonl`).

What the gold holds is scored: the header's date and parties, paragraphs, page ends, datelines and signatures. A label
that an answer meets in the maintainers' sense (`normal.py`) counts as that label; any other answer is invented. Where
the gold has no sender or recipient it does not say that there is none, and nothing is scored. What the editors did not
mark is told by its shape (references, items, headings; `shapes.py`) or was labelled here (`frus_days.tsv`,
`frus_participants.tsv`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import telegrams
from benchmarks.accuracy import shapes
from benchmarks.accuracy.normal import day_or_span, without_blanks, words_of, words_of_party
from telegrams.formats.block_text import block_text
from telegrams.model import Document, Participant
from telegrams.model.body import AnyBlock, Block, Closer, Heading, ListItem, Opener, Paragraph, SourceNote
from telegrams.model.dates import HistoricalDate
from telegrams.model.inference import Inference
from telegrams.model.inline import Container, Inline
from telegrams.model.marks import Date, PageBreak, Point, TelegramReference

_DAYS = Path(__file__).parent / "frus_days.tsv"
_PARTICIPANTS = Path(__file__).parent / "frus_participants.tsv"
_PARTS = ("name", "role", "organisation", "place", "side")
_YEAR_RULE = re.compile("year-|shared-year")
PAGE = re.compile("[\f\v]")
_CONTEXT = 30
_TIME = re.compile(r"\d ?[ap]\.? ?m\b|\bnoon\b|\bmidnight\b|\d:\d\d", re.IGNORECASE)


def label(item: Mapping[str, Any]) -> str:
    """The name of the file."""
    return str(item["file"])


def expected(item: Mapping[str, Any]) -> dict[str, list[Any]]:
    """What the editors marked."""
    paragraphs = item["paragraphs"]
    return {
        "date": [item["date"]],
        "sender": _one(item["sender"] and item["sender"]["text"]),
        "recipient": _one(item["recipient"] and item["recipient"]["text"]),
        "paragraphs": list(map(without_blanks, paragraphs)),
        "page breaks": [_break_name(each) for each in item["page_breaks"]],
        "page breaks in sentences": [_break_name(each) for each in item["page_breaks"] if each["detectable"]],
        "signature": _one(item["signature"]),
        "dateline": [without_blanks(text) for text in optional(item, "dateline")],
        "place of dateline": [place] if (place := _place_in_text(item)) else [],
        "time of dateline": [True for text in optional(item, "dateline") if _TIME.search(text)],
        "days without year": [f"{words} = {edtf}" for words, edtf in _labelled_days().get(item["file"][:3], ())],
        "participants": [each[0] or each[1] for each in _labelled_participants().get(item["file"][:3], ())],
        "participants in every field": list(_labelled_participants().get(item["file"][:3], ())),
        "references by shape": [number for text in paragraphs for number in shapes.references(text)],
        "items by shape": list(map(_shortened, shapes.items(paragraphs))),
        "headings by shape": list(map(_shortened, shapes.headings(paragraphs))),
    }


def predicted(item: Mapping[str, Any]) -> dict[str, list[Any]]:
    """What the program reads in the text."""
    document = read(item)
    paragraphs = list(_paragraphs(document))
    breaks, in_sentences = _breaks(item, paragraphs)
    datelines = [block for block in document.body if isinstance(block, Opener | Closer) and block.role == "dateline"]
    head = next((each.date for block in datelines for each in block.content if isinstance(each, Date)), None)
    return {
        "date": [day_or_span(document.date.edtf)] if document.date and document.date.edtf else [],
        "sender": _party(item, document, "sender"),
        "recipient": _party(item, document, "recipient"),
        "paragraphs": _without_optional(item, [without_blanks(PAGE.sub(" ", text)) for text in paragraphs]),
        "page breaks": breaks,
        "page breaks in sentences": in_sentences,
        "signature": _signature(item, document),
        "dateline": [_dateline(item, block) for block in datelines],
        "place of dateline": _place(item, head),
        "time of dateline": [True] if head and head.time else [],
        "days without year": _completed_days(document),
        "participants": [each.name or each.role for each in _participants(document)],
        "participants in every field": [
            tuple(getattr(each, part) for part in _PARTS) for each in _participants(document)
        ],
        "references by shape": [
            each.number.lstrip("0") for each in inlines(document.body) if isinstance(each, TelegramReference)
        ],
        "items by shape": [_shortened(block_text(block)) for block in document.body if _is_item(block)],
        "headings by shape": [_shortened(block_text(block)) for block in document.body if isinstance(block, Heading)],
    }


def read(item: Mapping[str, Any]) -> Document:
    """What the program reads in the text."""
    return _read(Path(item["folder"]) / "raw" / item["file"])


@lru_cache(maxsize=1)
def _read(path: Path) -> Document:
    return telegrams.convert(path.read_bytes()).document or Document()


@lru_cache(maxsize=1)
def _labelled_days() -> dict[str, list[tuple[str, str]]]:
    """The days without a year of each text, by its number: as written, and as EDTF."""
    days: dict[str, list[tuple[str, str]]] = {}
    for line in _DAYS.read_text("utf-8").splitlines():
        if not line.startswith(("#", "file")):
            number, words, edtf = line.split("\t")
            days.setdefault(number, []).append((words, edtf))
    return days


@lru_cache(maxsize=1)
def _labelled_participants() -> dict[str, list[tuple[str | None, ...]]]:
    """Who takes part by the head of each text, by its number: name, office, body, place, side."""
    found: dict[str, list[tuple[str | None, ...]]] = {}
    for line in _PARTICIPANTS.read_text("utf-8").splitlines():
        if not line.startswith(("#", "file")):
            number, *parts = line.split("\t")
            found.setdefault(number, []).append(tuple(None if part == "-" else part for part in parts))
    return found


def _participants(document: Document) -> tuple[Participant, ...]:
    return document.setting.participants if document.setting else ()


def _completed_days(document: Document) -> list[str]:
    """The dates of the text whose year the program concluded."""
    dates = [each.date for each in inlines(document.body) if isinstance(each, Date)]
    return [f"{each.verbatim} = {each.edtf}" for each in dates if is_completed(each)]


def is_completed(date: HistoricalDate) -> bool:
    """Whether the program concluded the year of a day."""
    return date.inferred is not None and _YEAR_RULE.match(date.inferred.rule) is not None


def inlines(blocks: Sequence[AnyBlock]) -> Iterator[Inline]:
    """All inlines of blocks, those inside others too."""
    stack = [each for block in reversed(blocks) if isinstance(block, Block) for each in reversed(block.content)]
    while stack:
        inline = stack.pop()
        yield inline
        if isinstance(inline, get_args(Container)):
            stack += reversed(inline.content)


def _is_item(block: AnyBlock) -> bool:
    return isinstance(block, ListItem) or (
        isinstance(block, Paragraph | Heading) and isinstance(block.content[0], Point)
    )


def _shortened(text: str) -> str:
    return without_blanks(PAGE.sub(" ", text))[:_CONTEXT]


def _one(value: str | None) -> list[Any]:
    return [value] if value else []


def optional(item: Mapping[str, Any], what: str) -> list[str]:
    """The words of the text that the gold has beside its paragraphs: datelines, signatures, source notes."""
    return [each["text"] for each in item["optional"] if each["what"] == what]


def _paragraphs(document: Document) -> Iterator[str]:
    """The texts of all blocks but those that the gold keeps apart."""
    for block in document.body:
        if isinstance(block, PageBreak | SourceNote) or (isinstance(block, Closer) and block.role == "signature"):
            continue
        yield block_text(block)


def _without_optional(item: Mapping[str, Any], paragraphs: list[str]) -> list[str]:
    """Without those that hold a dateline, closing or signature only: gold has them beside its paragraphs."""
    texts = [text for each in item["optional"] for text in (each["text"], *each["text"].split("\n"))]
    optional = {without_blanks(text).strip("[].") for text in (*texts, item["signature"] or "")} - {""}
    own = {without_blanks(paragraph) for paragraph in item["paragraphs"]}
    return [text for text in paragraphs if text and (text in own or _rest(text.strip("[]."), optional))]


def _rest(text: str, optional: set[str]) -> str:
    for words in sorted(optional, key=len, reverse=True):
        text = text.removeprefix(words).strip("[].")
    return text


def _breaks(item: Mapping[str, Any], paragraphs: list[str]) -> tuple[list[str], list[str]]:
    """The page breaks that were told, by the gold's names; then those of them that are no labelled sentence end."""
    told = [
        (without_blanks(left)[-_CONTEXT:], without_blanks(right)[:_CONTEXT])
        for text in paragraphs
        for pieces in [PAGE.split(text)]
        for left, right in pairwise(pieces)
    ]
    hits: list[tuple[str, bool]] = []
    for each in item["page_breaks"]:
        wanted = without_blanks(each["left"]), without_blanks(each["right"])
        found = next((place for place in told if is_same_place(wanted, place)), None)
        if found:
            told.remove(found)
            hits.append((_break_name(each), each["detectable"]))
    invented = [f"{left} | {right}" for left, right in told]
    return [name for name, _ in hits] + invented, [name for name, inside in hits if inside] + invented


def page_ends(document: Document) -> Iterator[tuple[str, str, Inference | None]]:
    """The words before and behind each end of a page in a sentence, and what it was concluded by."""
    for block in document.body:
        breaks = [each for each in inlines([block]) if isinstance(each, PageBreak)]
        pieces = PAGE.split(block_text(block)) if breaks else []
        for (before, after), each in zip(pairwise(pieces), breaks, strict=True):
            yield before, after, each.inferred


def is_same_place(wanted: tuple[str, str], told: tuple[str, str]) -> bool:
    """Whether the words before and behind two ends of pages are the same, as far as both go."""
    left, right = min(12, len(wanted[0]), len(told[0])), min(12, len(wanted[1]), len(told[1]))
    return min(left, right) > 0 and wanted[0][-left:] == told[0][-left:] and wanted[1][:right] == told[1][:right]


def _break_name(each: Mapping[str, Any]) -> str:
    return f"{each['left']} | {each['right']}"


def _signature(item: Mapping[str, Any], document: Document) -> list[Any]:
    """The labelled signature where the told ones hold all its names and little else, otherwise the told words."""
    signed = [block_text(block) for block in document.body if isinstance(block, Closer) and block.role == "signature"]
    if not signed:
        return []
    words, gold = words_of("\n".join(signed)), item["signature"]
    if gold:
        shown = next(iter(optional(item, "signature")), gold)
        named = set(words_of(" ".join(item["signature_names"] or [gold])))
        if named <= set(words) and len(words) <= 2 * len(words_of(shown)) + 6:
            return [gold]
    return ["\n".join(signed)]


def _party(item: Mapping[str, Any], document: Document, side: str) -> list[Any]:
    """The labelled party where the told ones have all its words that are certain."""
    gold, title = item[side], document.title
    told = getattr(title, f"{side}s") if title else ()
    if not gold or not told:
        return []
    words = set().union(*(words_of_party(each.name, each.role, each.organisation, each.place) for each in told))
    certain = words_of_party(*(gold.get(part) for part in ("name", "role", "office", "place")))
    return [gold["text"]] if certain <= words else [tuple(told)]


def _dateline(item: Mapping[str, Any], block: Opener | Closer) -> str:
    told = without_blanks(block_text(block))
    labelled = map(without_blanks, optional(item, "dateline"))
    return next((text for text in labelled if text.strip(".[]") == told.strip(".[]")), told)


def _place_in_text(item: Mapping[str, Any]) -> str | None:
    """The place of a dateline that the text shows."""
    place = item["dateline_place"]
    return place if place and any(place in text for text in optional(item, "dateline")) else None


def _place(item: Mapping[str, Any], head: HistoricalDate | None) -> list[Any]:
    if not head or not head.place:
        return []
    gold = _place_in_text(item)
    return [gold if gold and words_of(head.place) == words_of(gold) else head.place]
