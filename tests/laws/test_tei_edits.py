"""The law of the mended file: what an editor adds or changes in the text comes out again, or a finding names it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree

import telegrams
from telegrams.formats import read, write
from tests.laws import referees, tei_edits
from tests.laws.strategies import edited_documents
from tests.unit.full_document import full_document

SEEDS = Path(__file__).parents[2] / "seeds"
FOREIGN = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
 <titleStmt><title>Rassendyll to Sapt</title></titleStmt><publicationStmt><p>x</p></publicationStmt>
 <sourceDesc><p>y</p></sourceDesc></fileDesc></teiHeader>
 <text><body><div type="letter" xml:id="l1"><opener>
 <dateline><placeName>Zenda</placeName>, <date when="1894-05-07">7 May</date></dateline>
 <salute>Dear <persName ref="#s">Sapt</persName>,</salute></opener>
 <p>the <hi rend="underline">king</hi> is <choice><sic>depd</sic><corr>dead</corr></choice>.<pb n="2"/>
 <q>Long live the king</q></p><list rend="bulleted"><head>Bring</head><item>sword</item><item n="2">horse</item></list>
 <closer><salute>Yours,</salute><signed>Rassendyll</signed></closer><postscript><p>Burn this.</p></postscript>
 </div></body></text></TEI>"""


def files():
    return [
        *(
            write(telegrams.convert((SEEDS / f"{seed}.txt").read_bytes()).document, "tei")
            for seed in ("111779", "112634")
        ),
        write(full_document(edited=False), "tei"),
        FOREIGN,
    ]


@pytest.fixture(scope="module")
def roots():
    return [etree.fromstring(data) for data in files()]


numbers = st.integers(0, 10**6)
MANY_TRIES = [HealthCheck.filter_too_much, HealthCheck.too_slow]
"""Most edits drawn are not valid against tei_all, which each is asked for."""


@pytest.mark.slow
@pytest.mark.skipif(not referees.TEI_ALL, reason=referees.REASON)
@settings(suppress_health_check=MANY_TRIES)
@given(numbers, numbers, numbers, st.data())
def test_an_element_put_in_is_kept_or_named(roots, file, at, place, data):
    name = data.draw(st.sampled_from(sorted(tei_edits.vocabulary())))
    content = data.draw(st.sampled_from(tei_edits.CONTENTS))
    assert_kept(tei_edits.inserted(roots[file % len(roots)], tei_edits.made(name, content), at, place))


@pytest.mark.slow
@pytest.mark.skipif(not referees.TEI_ALL, reason=referees.REASON)
@settings(suppress_health_check=MANY_TRIES)
@given(numbers, numbers, st.sampled_from(tei_edits.VALUES), st.data())
def test_an_attribute_added_or_changed_is_kept_or_named(roots, file, at, value, data):
    root = roots[file % len(roots)]
    found = tei_edits.targets(root)
    name = etree.QName(found[at % len(found)]).localname
    attribute = data.draw(st.sampled_from(tei_edits.vocabulary()[name] or ["n"]))
    assert_kept(tei_edits.with_attribute(root, at, attribute, value))


@given(numbers, numbers, numbers, st.booleans())
def test_a_comment_or_instruction_put_in_is_kept(roots, file, at, place, comment):
    note = etree.Comment(" checked ") if comment else etree.ProcessingInstruction("editor", "word=1")
    assert tei_edits.lost(reparsed(tei_edits.inserted(roots[file % len(roots)], note, at, place))) == []


@given(numbers, numbers)
def test_words_changed_are_kept(roots, file, at):
    assert tei_edits.lost(reparsed(tei_edits.with_words(roots[file % len(roots)], at, "other words"))) == []


def assert_kept(edited):
    assume(referees.tei_all().validate(edited))
    assert tei_edits.lost(reparsed(edited)) == []


def reparsed(root):
    return etree.fromstring(etree.tostring(root))


@given(edited_documents())
def test_documents_with_carried_mark_up_come_back(document):
    written = write(document, "tei")
    reading = read(written, "tei")
    assert reading.documents == (document,)
    assert write(reading.documents[0], "tei") == written
    assert read(write(document, "json"), "json").documents == (document,)
