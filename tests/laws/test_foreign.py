"""TEI of other hands: the words of the text come out, each once, parted where elements part them."""

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from telegrams.facts.tei_elements import parts_words
from telegrams.formats import read, write

WITHIN = ("hi", "persName", "gloss", "seg", "add", "del", "unclear", "supplied", "ref", "foreign", "c", "unheardOf")
APART = ("space", "lb", "label")
ALTERNATIVES = (
    "choice sic|corr",
    "choice abbr|expan",
    "choice reg|orig",
    "app lem|rdg",
    "app rdg|lem",
    "subst del|add",
)
UNREAD = {f"choice/{name}" for name in ("sic", "abbr", "orig")} | {"app/rdg", "subst/del"}
EMPTY = frozenset({"space", "lb"})
BLOCKS = {
    **dict.fromkeys(("p", "ab", "quote", "trailer", "head"), ""),
    **dict.fromkeys(("postscript", "unheardOf", "div"), "p"),
    "lg": "l",
    "address": "addrLine",
    "closer": "salute|signed",
    "opener": "salute",
    "figure": "figDesc",
    "list": "item",
    "row": "cell",
}
"""Blocks, and what stands in them where they do not hold words."""
TEI = "{http://www.tei-c.org/ns/1.0}"


class Body:
    """Draws the inside of a `body`, whose text nodes are the words `w0`, `w1` … in order."""

    def __init__(self, draw):
        self.draw, self.words = draw, 0

    def word(self):
        self.words += 1
        return f"w{self.words - 1}"

    def mixed(self, depth):
        pieces = [self.word()]
        for _ in range(self.draw(st.integers(0, 3 - depth))):
            name = self.draw(st.sampled_from(WITHIN + APART + ALTERNATIVES))
            name, _, readings = name.partition(" ")
            inside = "".join(f"<{each}>{self.mixed(depth + 1)}</{each}>" for each in readings.split("|") if each)
            inside = inside or ("" if name in EMPTY else self.mixed(depth + 1))
            pieces += [f"<{name}>{inside}</{name}>", self.word()]
        return "".join(pieces)

    def block(self):
        kind = self.draw(st.sampled_from(sorted(BLOCKS)))
        names = BLOCKS[kind].split("|") * self.draw(st.integers(1, 2)) if BLOCKS[kind] else []
        inside = "".join(f"<{name}>{self.mixed(1)}</{name}>" for name in names) or self.mixed(0)
        return f"<table><row>{inside}</row></table>" if kind == "row" else f"<{kind}>{inside}</{kind}>"


@st.composite
def editions(draw):
    body = Body(draw)
    inside = "\n".join(body.block() for _ in range(draw(st.integers(1, 3))))
    header = "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>"
    return f'<TEI xmlns="{TEI[1:-1]}">{header}<text><body>{inside}</body></text></TEI>'


@st.composite
def letters(draw):
    """A header with mark-up in what is read of it, and beside it."""
    body = Body(draw)
    inside = {name: body.mixed(0) for name in ("title", "author", "editor", "persName", "placeName", "p", "term")}
    made = {name: f"<{name}>{each}</{name}>" for name, each in inside.items()}
    statement = f"<titleStmt>{made['title']}{made['author']}{made['editor']}</titleStmt>"
    action = f'<correspAction type="sent">{made["persName"]}{made["placeName"]}</correspAction>'
    profile = (
        f"<abstract>{made['p']}</abstract><textClass>{made['term']}</textClass><correspDesc>{action}</correspDesc>"
    )
    header = f"<fileDesc>{statement}</fileDesc><profileDesc>{profile}</profileDesc>"
    return f'<TEI xmlns="{TEI[1:-1]}"><teiHeader>{header}</teiHeader><text><body><p/></body></text></TEI>'


def words_in(elements):
    return {word for each in elements for word in re.findall("w[0-9]+", "".join(each.itertext()))}


@given(letters())
def test_words_of_a_header_are_in_the_document_or_in_what_a_finding_names(edition):
    reading = read(edition.encode(), "tei")
    root = etree.fromstring(edition)
    kept = set(re.findall("w[0-9]+", write(reading.documents[0], "json").decode()))
    named = {code: {each.subject for each in reading.diagnostics if each.code == code} for code in ("TG610", "TG613")}
    left = words_in(each for name in named["TG613"] for each in root.iter(f"{TEI}{name}"))
    assert words_in([root]) == kept | (left & words_in([root]))
    for name in named["TG610"]:  # whose hint says that the words inside are kept
        assert words_in(root.iter(f"{TEI}{name}")) <= kept | left


def stretches(edition):
    """The words that no element parts, each run as one string; without what is struck out."""
    pieces = []
    walker = etree.iterwalk(etree.fromstring(edition), events=("start", "end"))
    for event, element in walker:
        name = element.tag.removeprefix(TEI)
        above = element.getparent()
        if above is not None and f"{above.tag.removeprefix(TEI)}/{name}" in UNREAD:
            walker.skip_subtree()
            continue
        if name == "del":
            walker.skip_subtree()
            pieces.append("" if event == "start" else element.tail or "")
            continue
        pieces += [" "] if parts_words(name, None) else []
        pieces.append((element.text if event == "start" else element.tail) or "")
    return "".join(pieces).split()[1:]


@given(editions())
def test_every_word_comes_out_once_and_none_is_glued_to_one_that_stands_apart(edition):
    (document,) = read(edition.encode(), "tei").documents
    printed = re.sub(r"[^w0-9\s]", "", write(document, "text").decode())
    assert re.findall(r"(?:w[0-9]+)+", printed) == stretches(edition)
