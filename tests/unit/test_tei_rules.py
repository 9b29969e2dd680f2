"""What the schema and the rules find, in files that an editor has changed."""

import pytest

from telegrams.formats.contract import WriteOptions
from telegrams.formats.tei import check, item, read
from telegrams.model import (
    Citation,
    Closer,
    Comment,
    Document,
    LineBreak,
    Link,
    Name,
    Paragraph,
)
from tests.unit.tei_facts import body, fact, words, written

EDITED = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:tg="tag:telegrams,2026:layout/1"><teiHeader>
<encodingDesc><appInfo><application ident="telegrams"/></appInfo></encodingDesc>
<profileDesc><creation><date when="1962-10-30">October 30, 1962</date></creation>
<correspDesc><correspAction type="sent"><persName ref="#nobody">X</persName></correspAction></correspDesc>
<correspDesc><correspAction type="sent"><persName>Unknown</persName><date when="1962-10-30">then</date></correspAction>
<correspAction type="received"><orgName/></correspAction></correspDesc></profileDesc>
<xenoData><tg:layout digest="{digest}" bom="false" encoding="utf-8" line-ending="lf"/></xenoData>
</teiHeader><text><body><div><p xml:id="a">Wrapped
  by an editor.</p><p xml:id="a">b</p>
<closer><date when="1962-10-31">31.X.62</date></closer></div></body></text></TEI>"""


def test_the_rules_find_what_a_grammar_cannot():
    data = EDITED.format(digest="0" * 32).encode()
    found = check(data)
    assert [each.code for each in found if each.code != "TG626"] == ["TG625", "TG620", "TG621", "TG622", "TG623"]
    assert any(each.code == "TG626" and "encodingDesc" in each.message for each in found)
    assert read(data).documents[0].body[0].content == words("Wrapped by an editor.")


@pytest.mark.parametrize(
    "named",
    ["<persName>Zorin</persName>", "<placeName>New York</placeName>", '<persName ref="https://viaf.org/viaf/1"/>'],
)
def test_one_side_of_a_correspondence_is_enough(named):
    corresp = f'<correspDesc><correspAction type="sent">{named}<note>a guess</note></correspAction></correspDesc>'
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc>{corresp}</profileDesc></teiHeader></TEI>'
    assert "TG621" not in {each.code for each in check(data.encode())}


def test_a_line_feed_is_found_in_any_element_of_the_text():
    link = Link(content=words("two words"), target="https://example.org/")
    data = item(body(Paragraph(content=(*words("See "), link))), WriteOptions())
    assert [each.code for each in check(data.replace(b"two words", b"two\nwords"))] == ["TG623"]


def test_a_damaged_layout_is_left_out_with_a_finding():
    reading = read(EDITED.format(digest="none").encode())
    assert reading.documents[0].layout is None
    assert [found.code for found in reading.diagnostics] == ["TG612"]


def test_white_space_is_marked_where_it_must_be():
    signed = Closer(content=(Name(content=words("A")), LineBreak(), Name(content=words("B"))), role="signature")
    data = item(body(Paragraph(content=words("x")), signed), WriteOptions())
    assert check(data) == ()
    lacking = check(data.replace(b' xml:space="preserve"', b""))
    assert [each.code for each in lacking] == ["TG624"]
    assert "<closer>" in lacking[0].message
    idle = check(data.replace(b'xml:id="p1"', b'xml:id="p1" xml:space="preserve"'))
    assert [(each.code, "<p>" in each.message) for each in idle] == [("TG624", True)]


def test_a_blank_beside_a_comment_stands_beside_a_tag():
    data = item(body(Paragraph(content=(*words("a "), Comment(verbatim="seen"), *words("b")))), WriteOptions())
    assert check(data) == ()
    assert [each.code for each in check(data.replace(b' xml:space="preserve"', b""))] == ["TG624"]


def test_an_address_that_is_none_is_no_target():
    document = Document(citation=Citation(verbatim="x", url="http://host:port/x"))
    assert fact(written(document), "//t:bibl/t:ref/@n") == ["http://host:port/x"]
    assert check(item(document, WriteOptions())) == ()
