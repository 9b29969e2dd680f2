"""Blocks side by side ⇄ the element that they share: openers, items of a list, the paragraphs of a turn."""

from collections.abc import Callable
from itertools import groupby

from lxml import etree

from telegrams.model.body import AnyBlock, ListItem, Opener, Speech

from .block import INDENT
from .reader import TEI, name_of

_Blocks = tuple[AnyBlock, ...]


def _run(block: AnyBlock) -> tuple[str, object]:
    """What blocks side by side have in common that share one element."""
    match block:
        case Opener() if not (block.encoding and block.encoding.element == "opener"):
            return "opener", None
        case ListItem():
            return "list", block.marker is None
        case Speech():
            return "sp", None
    return "", None


def in_runs(blocks: _Blocks, write: Callable[[AnyBlock], str], tag: str) -> list[str]:
    """The blocks one by one, but a run that shares an element together; of these only the one given, and turns."""
    pieces: list[str] = []
    for (shared, _), run in groupby(blocks, key=_run):
        written = [*map(write, run)]
        if shared == "sp":
            pieces += _turns(written)
        elif shared and shared == tag:
            lines = "".join(f"{INDENT}  {one}" for one in written)
            pieces.append(f"<{tag}>{lines}{INDENT}</{tag}>")
        else:
            pieces += written
    return pieces


def _turns(written: list[str]) -> list[str]:
    """Each turn with its later paragraphs; such that follow none have an element of their own."""
    turns: list[str] = []
    for each in written:
        if each.startswith("<sp"):
            turns.append(each)
        else:
            turns[-1:] = [f"{turns[-1]}{each}"] if turns else [f"<sp>{each}"]
    return [f"{each}</sp>" for each in turns]


def would_join(last: AnyBlock, element: etree._Element) -> bool:
    """Whether an element would be written as one with that of the block before it: two lists side by side."""
    match name_of(element):
        case "opener":
            return isinstance(last, Opener)
        case "list":
            labelled = element.find(f"{TEI}label") is not None
            return isinstance(last, ListItem) and (last.marker is not None) == labelled
        case "sp":
            return isinstance(last, Speech) and element.find(f"{TEI}speaker") is None
    return False
