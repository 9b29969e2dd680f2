"""The editor's square brackets: characters in the file, a sign beside the content in files of earlier versions."""

import pytest

from telegrams.formats.block_text import block_text
from telegrams.formats.contract import WriteOptions
from telegrams.formats.tei import check, item, read
from tests.unit.notation import blocks_in_notation
from tests.unit.test_tei_blocks import framed

SINCE = (
    '<p xml:id="p1" xml:space="preserve">I <supplied reason="expansion">[vanovich]</supplied> saw '
    '<supplied>[<supplied>[a]</supplied> k]</supplied> <gap reason="illegible"><desc>[[word]]</desc></gap> '
    '<note type="sic">[sic]</note> <note type="editor">[By hand: <q>"so"</q>]</note> '
    "<expan>v<ex>[on]</ex></expan></p>"
)
BEFORE = (
    '<p xml:id="p1" xml:space="preserve">I <supplied reason="expansion" rend="brackets">vanovich</supplied> saw '
    '<supplied rend="brackets"><supplied rend="brackets">a</supplied> k</supplied> '
    '<gap reason="illegible" rend="brackets"><desc>[word]</desc></gap> '
    '<note type="sic" rend="brackets">sic</note> <note type="editor" rend="brackets">By hand: <q>"so"</q></note> '
    '<expan>v<ex rend="brackets">on</ex></expan></p>'
)


def test_a_file_of_an_earlier_version_gives_the_same_document():
    before, since = read(framed(BEFORE)), read(framed(SINCE))
    assert before.documents == since.documents
    assert before.diagnostics == ()
    written = item(before.documents[0], WriteOptions())
    assert SINCE in written.decode()
    assert check(written) == ()


@pytest.mark.parametrize("taken", ["appInfo", "appInfo and the line's end"])
def test_our_file_in_the_hands_of_others_has_the_same_words(taken):
    data = framed(SINCE).replace(b'ident="telegrams"', b'ident="another"')
    if taken != "appInfo":
        data = data.replace(b" <note", b"\n  <note")
    (document,) = read(data).documents
    assert blocks_in_notation(document.body) == blocks_in_notation(read(framed(SINCE)).documents[0].body)


FOREIGN = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
<p>%s</p></body></text></TEI>"""


@pytest.mark.parametrize(
    ("inside", "text", "notation"),
    [
        ("a <supplied>[king]</supplied>", "a [king]", "paragraph: a {word|king}"),
        ("a <supplied>king</supplied>", "a [king]", "paragraph: a {word|king}"),
        ("a <supplied rend='small'>[king]</supplied>", "a [king]", "paragraph: a {word|king}"),
        ("a <supplied rend='brackets'>king</supplied>", "a [king]", "paragraph: a {word|king}"),
        ("a <gap reason='omitted'><desc>[2 lines]</desc></gap>", "a [2 lines]", "paragraph: a {gap omitted|2 lines}"),
        ("a <gap reason='omitted'><desc>2 lines</desc></gap>", "a [2 lines]", "paragraph: a {gap omitted|2 lines}"),
        ("a <note type='sic'>[sic!]</note>", "a [sic!]", "paragraph: a {sic|sic!}"),
        ("a <note>[by hand]</note>", "a [by hand]", "paragraph: a {note bracket|by hand}"),
        (
            "a <note n='1'>[by hand]</note>",
            "a 1",
            "paragraph: a {footnote-reference 1|1}\nfootnote 1: [by hand]",
        ),
    ],
)  # fmt: skip
def test_brackets_of_other_hands(inside, text, notation):
    (document,) = read((FOREIGN % inside).encode()).documents
    assert block_text(document.body[0]) == text
    assert blocks_in_notation(document.body) == notation
    assert read(item(document, WriteOptions())).documents == (document,)
