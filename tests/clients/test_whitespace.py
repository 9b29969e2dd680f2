"""What formatters and databases do to white space takes nothing from the source: it comes back byte for byte."""

import shutil
import subprocess

import pytest
from lxml import etree

import telegrams
from telegrams.formats import read
from telegrams.formats.tei import check
from tests.clients import basex, texts

pytestmark = pytest.mark.client


def xmllint(*options):
    def attack(data):
        done = subprocess.run(["xmllint", *options, "-"], input=data, capture_output=True, check=True, timeout=60)
        return done.stdout

    return attack


def without_blanks(data):
    return etree.tostring(etree.fromstring(data, etree.XMLParser(remove_blank_text=True)))


def pretty(data):
    return etree.tostring(etree.fromstring(without_blanks(data)), pretty_print=True)


def canonical(data):
    # Of the whole file: of a root element with an instruction before it, libxml2 writes xmlns="" on all inside.
    return etree.tostring(etree.fromstring(data).getroottree(), method="c14n")


def canonical_2(data):
    return etree.canonicalize(data.decode()).encode()


ATTACKS = {
    "xmllint --format": xmllint("--format"),
    "xmllint --noblanks": xmllint("--noblanks"),
    "xmllint --c14n11": xmllint("--c14n11"),
    "lxml remove_blank_text": without_blanks,
    "lxml pretty_print": pretty,
    "lxml c14n": canonical,
    "c14n 2.0": canonical_2,
}


@pytest.mark.parametrize("name", texts.TEXTS)
@pytest.mark.parametrize("attack", ATTACKS)
def test_the_source_comes_back_after(attack, name):
    if attack.startswith("xmllint") and not shutil.which("xmllint"):
        pytest.skip("xmllint is not installed (tests/clients/setup.sh)")
    unharmed(ATTACKS[attack](texts.tei(name)), name)


def unharmed(data, name):
    (document,) = read(data, "tei").documents
    assert document == texts.document(name)
    assert telegrams.write(document, "text") == texts.source(name)
    assert {each.code for each in check(data)} <= {"TG622"}


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """All texts, put into a database and taken out of it again."""
    folder = tmp_path_factory.mktemp("basex")
    texts.put_files(folder / "in")
    basex.command(folder, f"CREATE DB editions {folder / 'in'}", f"EXPORT {folder / 'out'}", "DROP DB editions")
    return folder / "out"


@pytest.mark.skipif(not basex.HERE, reason=basex.REASON)
@pytest.mark.parametrize("name", texts.TEXTS)
def test_the_source_comes_back_from_a_database(exported, name):
    unharmed((exported / f"{name}.xml").read_bytes(), name)
