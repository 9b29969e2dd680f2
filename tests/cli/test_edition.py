"""The options of an edition: CMIF, the corpus, authority data, publisher and licence."""

import pytest
from lxml import etree

from telegrams.formats import FORMATS, read, write, write_many
from telegrams.model import Document, Party, Title
from telegrams.options import WriteOptions

NAMES = b"name,kind,uri\nIvanov,person,http://a/1\nPetrov,person,http://a/2\nPetrov,person,http://a/3\n"
TALK = b"**May 5, 1955**\n\n**Conversation between A. Ivanov and B. Petrov**\n\nWords.\n"


def test_cmif(call, tree):
    (tree / "in" / "talk.txt").write_bytes(TALK)
    result = call("convert", "in/letter.txt", "in/talk.txt", "--to", "cmif", "--licence", "CC0", "--publisher", "Us")
    assert result.exit_code == 0
    root = etree.fromstring(result.stdout_bytes)
    assert [each.get("key") for each in root.iter("{*}correspDesc")] == ["101"]
    assert "talk.txt: warning[TG909] left out of the cmif file: it has neither sender nor recipient" in result.stderr


def test_cmif_needs_a_licence_before_anything_is_read(call):
    result = call("convert", "in", "--to", "cmif", "-o", "out.xml")
    assert result.exit_code == 2
    assert "error[TG917] cmif cannot be written: correspSearch takes no file without a licence" in result.stderr
    assert "--licence" in result.stderr


def test_no_letters_are_no_file(call, tree):
    (tree / "talk.txt").write_bytes(TALK)
    result = call("convert", "talk.txt", "--to", "cmif", "--licence", "CC0", "-o", "out.xml")
    assert "TG909" in result.stderr
    assert not (tree / "out.xml").exists()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_corpus(call, jobs):
    result = call("convert", "in", "--to", "tei", "--corpus", "--publisher", "Us", "--jobs", jobs)
    assert result.exit_code == 0
    assert result.stdout_bytes.count(b"<teiCorpus") == 1
    assert result.stdout_bytes == call("convert", "in", "--to", "tei-corpus", "--publisher", "Us").stdout_bytes
    found = read(result.stdout_bytes, "tei").documents
    assert [each.title.verbatim for each in found] == ["Letter, Ivanov to Petrov", "Note by Kádár"]


@pytest.mark.parametrize("name", [each.name for each in FORMATS.values() if each.collects])
def test_workers_make_the_same_collection(call, tree, name):
    twins = [
        Document(title=Title(verbatim="T", kind="report", senders=(Party(name=each),))) for each in ("A", "2", "A")
    ]
    nameless = Document(title=Title(verbatim="T", kind="report", recipients=(Party(name="B"),)))
    documents = [*twins, nameless, nameless, *twins]
    for number, document in enumerate(documents):
        (tree / f"{number}.json").write_bytes(write(document, "json"))
    expected = b"".join(write_many(documents, name, WriteOptions(licence="CC0")))
    for jobs in ("1", "2"):
        assert call("convert", "*.json", "--to", name, "--licence", "CC0", "--jobs", jobs).stdout_bytes == expected


@pytest.mark.parametrize(
    ("options", "words"),
    [(("--to", "json"), "--corpus is for --to tei"), (("--to", "tei", "--output-dir", "out"), "use --output")],
)
def test_a_corpus_is_tei_and_one_file(call, options, words):
    result = call("convert", "in", "--corpus", *options)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_wrong_date_of_publication_is_refused(call):
    for options in (("tei",), ("tei", "--corpus"), ("cmif", "--licence", "CC0")):
        result = call("convert", "in/letter.txt", "--to", *options, "--published", "soon")
        assert result.exit_code == 2
        assert "error[TG917]" in result.stderr


def test_authority_data(call, tree):
    (tree / "names.csv").write_bytes(NAMES)
    result = call("convert", "in/letter.txt", "--to", "json", "--authority", "names.csv")
    (document,) = read(result.stdout_bytes, "json").documents
    assert result.exit_code == 0
    assert document.title.senders[0].ref == "http://a/1"
    assert document.title.recipients[0].ref is None
    assert "letter.txt:3:21: warning[TG910] the authority file has several addresses" in result.stderr
    assert "TG912" not in result.stderr


def test_names_that_the_file_does_not_have_are_told_on_request(call, tree):
    (tree / "names.csv").write_bytes(b"name,kind,uri\n")
    result = call("convert", "in/letter.txt", "--to", "json", "--authority", "names.csv", "-v")
    assert result.stderr.count("info[TG912]") == 2


def test_another_authority_file_is_another_run(call, tree):
    (tree / "names.csv").write_bytes(NAMES)
    arguments = (
        "convert",
        "in/letter.txt",
        "--to",
        "json",
        "--output-dir",
        "out",
        "--resume",
        "--authority",
        "names.csv",
    )
    assert "; 0 done before" in call(*arguments).stderr
    assert "; 1 done before" in call(*arguments).stderr
    (tree / "names.csv").write_bytes(NAMES + b"Moe,person,http://a/5\n")
    assert "; 0 done before" in call(*arguments).stderr


def test_a_wrong_authority_file_ends_the_run_with_its_lines(call, tree):
    (tree / "names.csv").write_bytes(b"name,kind,uri\nIvanov,ship,http://a/1\nPetrov,person,1\n")
    result = call("convert", "in/letter.txt", "--to", "json", "--authority", "names.csv")
    assert (result.exit_code, result.stdout_bytes) == (2, b"")
    assert "names.csv:2:1: error[TG915] line 2: the kind 'ship'" in result.stderr
    assert "names.csv:3:1: error[TG915] line 3: '1' is no address" in result.stderr


def test_an_authority_file_that_is_not_there(call):
    result = call("convert", "in/letter.txt", "--to", "json", "--authority", "nowhere.csv")
    assert result.exit_code == 2
    assert "error[TG915] cannot read the authority file nowhere.csv: No such file" in result.stderr


def test_an_authority_file_in_another_encoding(call, tree):
    (tree / "names.csv").write_bytes(b"name,kind,uri\nK\xe1d\xe1r,person,http://a/1\n")
    result = call("convert", "in/letter.txt", "--to", "json", "--authority", "names.csv")
    assert result.exit_code == 2
    assert "names.csv: error[TG915] byte 15 is not UTF-8" in result.stderr
