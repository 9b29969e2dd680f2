"""The square brackets of an editor ⇄ characters at both ends of `supplied`, `ex`, `note` and the `desc` of a `gap`.

They are in the content, where every program prints them, so that no reader takes the editor's words for the author's.
Beside the content they are the word `brackets` of `@rend`: so our inlines are told, so an `Encoding` has them, and so
the files stand that earlier versions wrote, which are read as before.
"""

from lxml import etree

from .reader import TEI, TeiReader, is_indentation, line, name_of

_ALONE = ' rend="brackets"'
_FIRST = ' rend="brackets '
_NAMES = frozenset({"supplied", "ex", "note", "gap"})
_LINES = frozenset({f"{TEI}desc", f"{TEI}ex"})
"""Elements with nothing but words, and no blank at either end."""
_TOLD = frozenset({"n", "place", "rend"})
"""What tells a note of another hand to be a footnote, or how it is set."""


def characters(attributes: str, words: str) -> tuple[str, str]:
    """Attributes without the word for brackets, and the words inside brackets if it was there."""
    if not words or (_ALONE not in attributes and _FIRST not in attributes):
        return attributes, words
    return attributes.replace(_ALONE, "").replace(_FIRST, ' rend="'), f"[{words}]"


def take_brackets(element: etree._Element, reader: TeiReader) -> None:
    """Takes the brackets around the words of an inline out of the tree; `@rend` of the element then has the word.

    Where it had it before, a pair inside is another one.
    """
    name = name_of(element)
    if name not in _NAMES or element.get("rend") == "brackets":
        return
    remark = name != "note" or reader.own or element.get("type") == "source" or _TOLD.isdisjoint(element.attrib)
    if not remark:
        return
    held = _held(element)
    if held is None or not _is_bracketed(held):
        return
    held.text = (held.text or "")[1:]
    if len(held):
        held[-1].tail = (held[-1].tail or "")[:-1]
    else:
        held.text = held.text[:-1]
    element.set("rend", f"brackets {given}" if (given := element.get("rend")) is not None else "brackets")


def _held(element: etree._Element) -> etree._Element | None:
    """The element that has the words: of `gap` its `desc`, if that is all there is."""
    if name_of(element) != "gap":
        return element
    words = element.find(f"{TEI}desc")
    alone = words is not None and len(element) == 1 and not len(words) and not words.attrib
    return words if alone and not line((element.text or "") + (element[0].tail or "")) else None


def _is_bracketed(element: etree._Element) -> bool:
    """Whether brackets begin and end the content, and something stands between them that can stand there alone."""
    first = element.text or ""
    if len(element):
        return first.startswith("[") and (element[-1].tail or "").endswith("]")
    between = first[1:-1]
    alone = line(between) == between if element.tag in _LINES else bool(between) and not is_indentation(between)
    return first.startswith("[") and first.endswith("]") and alone
