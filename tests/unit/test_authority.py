"""Authority data: files → tables, tables → addresses in documents."""

import json

import pytest

from telegrams.authority import Authority, Entry, link, load_authority
from telegrams.authority.load import load_known, parse_entries
from telegrams.errors import ParseError
from telegrams.model import Document, Participant, Party, Setting, Title
from tests.unit.case_files import CASES, read_cases

LINKS = [json.loads(line) for line in (CASES / "authority.jsonl").read_text("utf-8").splitlines()]
FILES = read_cases("authority_files.txt")
BERG = Authority([Entry("Berg", "person", "http://a/1")])


@pytest.mark.parametrize("case", LINKS, ids=lambda case: case["shows"])
def test_links(case):
    table = Authority(Entry(*line.split(",")) for line in case["table"])
    party = Party(**case["party"])
    document, unlinked = link(Document(title=Title(verbatim="T", senders=(party,))), table)
    expected = party.model_copy(update={"ref": case.get("ref"), "place_ref": case.get("place_ref")})
    assert document.title.senders == (expected,)
    assert {path: found.code for path, found in unlinked} == case.get("codes", {})


def test_the_candidates_are_named():
    table = Authority([Entry("Berg", "person", "http://a/1"), Entry("Berg", "person", "http://a/2")])
    _, ((_, found),) = link(Document(title=Title(verbatim="T", via=(Party(name="Berg"),))), table)
    assert (found.severity, found.message.rpartition(": ")[2]) == ("warning", "http://a/1, http://a/2")


@pytest.mark.parametrize("role", ["senders", "recipients", "via", "participants"])
def test_all_roles(role):
    title = Title(verbatim="T", **{role: (Party(name="Moe"), Party(name="Berg"))})
    document, unlinked = link(Document(title=title), BERG)
    assert [each.ref for each in getattr(document.title, role)] == [None, "http://a/1"]
    assert [path for path, _ in unlinked] == [f"title.{role}[0].name"]


def test_who_took_part_is_linked_too():
    there = Participant(name="Berg", side="Tin")
    document, unlinked = link(Document(setting=Setting(participants=(there,))), BERG)
    assert document.setting.participants == (there.model_copy(update={"ref": "http://a/1"}),)
    assert unlinked == ()


def test_a_document_without_title_or_links_is_the_same():
    for document in (Document(), Document(title=Title(verbatim="T", senders=(Party(name="Moe"),)))):
        assert link(document, BERG)[0] is document


@pytest.mark.parametrize("case", FILES, ids=lambda case: case.title)
def test_files(case):
    expected = case.expected.splitlines()
    try:
        entries = parse_entries(case.given.encode())
    except ParseError as error:
        found = [each.message.removeprefix("line ") for each in error.diagnostics]
        assert {each.code for each in error.diagnostics} == {"TG915"}
        for each in error.diagnostics:
            line = each.message.split(":")[0].removeprefix("line ")
            if line.isdigit() and each.span is not None:
                assert case.given[: each.span.start].count("\n") + 1 == int(line)
    else:
        found = [" | ".join(each) for each in entries]
    assert found == expected


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "line 1: the column name is missing"),
        (b"name,kind,uri\n\xff", "byte 14 is not UTF-8"),
        (b"[" * 100_000, "no JSON"),
        (b"name,kind,uri\n" + b"x" * 200_000, "no CSV: field larger"),
    ],
)
def test_files_that_are_no_table(data, words):
    with pytest.raises(ParseError, match=words):
        parse_entries(data)


def test_a_byte_order_mark_does_no_harm():
    assert len(parse_entries(b"\xef\xbb\xbfname,kind,uri\r\nBerg,person,http://a/1\r\n")) == 1


def test_only_the_first_faults_are_told():
    with pytest.raises(ParseError) as caught:
        parse_entries(b"name,kind,uri\n" + b"a,b,c\n" * 50_000)
    assert len(caught.value.diagnostics) == 20


def test_a_file_is_read_once_for_each_state(tmp_path):
    path = tmp_path / "names.csv"
    path.write_bytes(b"name,kind,uri\nBerg,person,http://a/1\n")
    assert load_authority(path).addresses("person", "Berg") == ("http://a/1",)
    assert len(load_authority(path)) == 1
    assert load_known(str(path), "first") is load_known(str(path), "first")
    assert load_known(str(path), "first") is not load_known(str(path), "second")
