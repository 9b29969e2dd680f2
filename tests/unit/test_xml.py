"""The XML parser is closed, its refusals say where and why."""

import copy
import pickle

import pytest
from lxml import etree

from telegrams.errors import DecodeError, ParseError
from telegrams.formats.xml import attribute, parse_xml, text


def refused(data, **options):
    with pytest.raises(ParseError) as caught:
        parse_xml(data, **options)
    assert pickle.loads(pickle.dumps(caught.value)).diagnostics == caught.value.diagnostics
    return caught.value.diagnostics[0]


@pytest.mark.parametrize(
    "before",
    ["", "\ufeff", '<?xml version="1.0"?>\n', "<!-- <!ELEMENT --> \n<?x y?>\t", " " * 5000],
)
def test_a_document_type_declaration_is_refused_wherever_it_stands(before):
    data = before + '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'
    found = refused(data.encode())
    assert found.code == "TG601"
    start = len(before.removeprefix("\ufeff"))
    assert (found.span.start, found.span.end) == (start, start + len("<!DOCTYPE"))


@pytest.mark.parametrize("data", [b"<a><!-- <!DOCTYPE x> --></a>", b"<a><![CDATA[<!DOCTYPE x>]]></a>"])
def test_words_about_declarations_are_no_declaration(data):
    assert parse_xml(data).root.tag == "a"


@pytest.mark.parametrize(
    ("data", "line", "rest"),
    [
        (b"", 1, ""),
        (b"no xml", 1, "no xml"),
        (b"<a>\n  <b>\n</a>", 3, None),
        (b"<a>&nbsp;</a>", 1, None),
        (b"<a>\x0c</a>", 1, None),
        (b"<!-- never closed", 1, None),
        (b"<?never closed", 1, None),
        (b"<a>" * 300 + b"</a>" * 300, 1, None),
    ],
)
def test_ill_formed_xml_is_refused_with_its_line(data, line, rest):
    found = refused(data)
    assert found.code == "TG602"
    assert f"(line {line}, column " in found.message
    assert data.decode().count("\n", 0, found.span.start) == line - 1
    if rest is not None:
        assert data.decode()[found.span.start : found.span.end] == rest


def test_only_unicode_encodings_are_read():
    assert parse_xml("<a>ж</a>".encode("utf-16")).root.text == "ж"
    assert parse_xml("<a>ж</a>".encode("utf-16-le")).root.text == "ж"
    assert parse_xml("<a>ж</a>".encode("utf-16-be")).root.text == "ж"
    assert parse_xml('\ufeff<?xml version="1.0" encoding="UTF-8"?><a>ж</a>'.encode()).root.text == "ж"
    with pytest.raises(DecodeError) as caught:
        parse_xml(b"<a>caf\xe9</a>")
    assert caught.value.offset == 6
    for name in ("windows-1251", "UTF-7", "ISO-8859-1"):
        data = f'<?xml version="1.0" encoding="{name}"?><a/>'
        found = refused(data.encode())
        assert found.code == "TG603"
        assert data[found.span.start : found.span.end] == name


def test_large_files_are_refused_by_size_and_read_below_it():
    assert refused(b"<a/>", max_bytes=3).code == "TG604"
    long = b"<a>" + b"x" * 11_000_000 + b"</a>"
    assert len(parse_xml(long).root.text or "") == 11_000_000


def test_comments_instructions_and_sections_leave_no_trace():
    root = parse_xml(b"<a>one <!-- two -->th<?r x?>ree <![CDATA[<&>]]></a>").root
    assert root.text == "one three <&>"


def test_identifiers_given_twice_do_not_stop_the_reading():
    assert len(parse_xml(b'<a><b xml:id="x"/><b xml:id="x"/></a>').root) == 2


def test_escapes_come_back():
    hostile = "a<b>&\"']]>\u0085\u2028 \u00a0"
    root = parse_xml(f'<a b="{attribute(hostile + chr(10) + chr(9))}">{text(hostile)}</a>'.encode()).root
    assert root.get("b") == hostile + "\n\t"
    assert root.text == hostile


@pytest.mark.parametrize(
    "before", ["", "<!-- <b> -->", "<![CDATA[<b>]]>", "<?p <b> ?>", "&lt;b ", "<c d='>'/>", "é𝄞\r\n"]
)
def test_the_place_of_an_element_is_its_start_tag(before):
    parsed = parse_xml(f"<a>{before}<b x='/>'>1</b ></a>".encode())
    (element,) = parsed.root.iter("b")
    span = parsed.span(element)
    assert parsed.source[span.start : span.end] == "<b"
    assert parsed.source[span.end :].startswith(" x=")


def test_huge_files_may_not_nest_deeper_than_small_ones():
    found = refused(b"<a>" * 300 + b"x" * 9_000_000 + b"</a>" * 300)
    assert found.code == "TG602"
    assert "256" in found.message


def test_elements_added_since_have_the_place_of_their_ancestor():
    parsed = parse_xml(b"<a><b><c/></b><d/></a>")
    added = etree.SubElement(parsed.root[0], "e")
    added.append(copy.deepcopy(parsed.root[0][0]))
    places = {each.tag: parsed.span(each) for each in (parsed.root[0], added, parsed.root[1])}
    assert {tag: parsed.source[span.start : span.end] for tag, span in places.items()} == {
        "b": "<b",
        "e": "<b",
        "d": "<d",
    }
    assert parsed.span(added[0]) == places["b"]
