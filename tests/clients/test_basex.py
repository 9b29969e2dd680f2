"""An XML database answers what historians ask: who wrote to whom, when, and where pages begin."""

import pytest

from telegrams.model import PageBreak
from tests.clients import basex, texts

pytestmark = [pytest.mark.client, pytest.mark.skipif(not basex.HERE, reason=basex.REASON)]
PROLOGUE = 'declare default element namespace "http://www.tei-c.org/ns/1.0"; '
EACH = "for $t in db:open('editions')/TEI order by db:path($t) return string-join((db:path($t), $t ! ({})), '|')"


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    """Asks one question of all texts: the name of each with what the query gives for it."""
    folder = tmp_path_factory.mktemp("basex")
    texts.put_files(folder / "in")
    basex.command(folder, f"CREATE DB editions {folder / 'in'}")

    def answer(query):
        said = basex.query(folder, PROLOGUE + EACH.format(query))
        lines = [line.split("|") for line in said.splitlines()]
        return {name.removesuffix(".xml"): values for name, *values in lines}

    return answer


def expected(values):
    return {name: [str(value) for value in values(texts.document(name))] for name in texts.TEXTS}


def parties(document, role):
    return getattr(document.title, role) if document.title else ()


SENT = "teiHeader/profileDesc/correspDesc/correspAction[@type='sent']/*[@ref]"
RECEIVED = "teiHeader/profileDesc/correspDesc/correspAction[@type='received']/*[@ref]"
AUTHOR = ".[not(teiHeader/profileDesc/correspDesc)]/teiHeader/fileDesc/titleStmt/author/*[@ref]"
"""Of what is sent to nobody, such as a report."""


@pytest.mark.parametrize(("path", "role"), [(f"(./{SENT}, {AUTHOR})", "senders"), (f"./{RECEIVED}", "recipients")])
def test_who_wrote_to_whom(ask, path, role):
    found = ask(f"for $p in {path} return normalize-space($p)")

    def called(document):
        for party in parties(document, role):
            person = " ".join(part for part in (party.role, party.name, party.identity) if part)
            yield person or party.organisation or "Unknown"

    assert found == expected(called)


def test_when(ask):
    found = ask(".//creation/date/@when/string()")
    assert found == expected(lambda document: [document.date.edtf] if document.date and document.date.edtf else [])


def test_where_pages_begin(ask):
    found = ask("for $p in .//text//pb return string($p/@type)")

    def pages(content):
        for each in content:
            if isinstance(each, PageBreak):
                yield "inferred" if each.inferred else "explicit"
            yield from pages(getattr(each, "content", ()))

    assert found == expected(lambda document: pages(document.body))


def test_no_words_are_glued(ask):
    found = ask(".//closer/normalize-space(.)")
    assert found["112634"] == ["30.X.62 V. KUZNETSOV V. ZORIN"]
