"""Titles taken apart, and what is found wrong with titles."""

import json
from pathlib import Path

import pytest

from benchmarks.accuracy import heads
from benchmarks.accuracy import titles as accuracy
from benchmarks.accuracy.scoring import halved, sampled, score
from telegrams.findings import codes
from telegrams.model import Title
from telegrams.values.titles import parse_title, title_findings
from telegrams.values.titles.masking import protected, shape, unclosed
from telegrams.values.titles.tail import read_number
from telegrams.values.titles.words import TitleWords, tokenise

CASES = Path(__file__).parent.parent / "cases"
TITLES = [json.loads(line) for line in (CASES / "titles.jsonl").read_text("utf-8").splitlines()]


def _plain(title: Title) -> dict[str, object]:
    """The parts that are set, as the case file writes them; a date by its EDTF, or as written where it has none."""
    told = {sort: {"__all__": {"inferred"}} for sort in ("senders", "recipients", "via", "participants")}
    fields = title.model_dump(exclude_none=True, exclude={"date": True, "verbatim": True, **told})
    parts = {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}
    parts = {name: value for name, value in parts.items() if value != []}
    if title.date:
        parts["date"] = title.date.edtf or title.date.verbatim
    return {"title": title.verbatim, **parts}


@pytest.mark.parametrize("case", TITLES, ids=lambda case: case["title"])
def test_title(case):
    assert _plain(parse_title(case["title"])) == case


@pytest.mark.parametrize(
    ("title", "rules"),
    [
        ("Letter from Ann Lee to Bo Ek via Jan Holm", ["from", "to", "via"]),
        ("Danish Embassy Cable to Bo Ek", ["before-kind", "to"]),
        ("Cable, Ann Lee to Bo Ek", ["kind", "to"]),
        ("Ann Lee's Conversation with Bo Ek", ["before-kind", "with"]),
        ("Conversation between Ann Lee and Bo Ek", ["between", "between"]),
        ("Report of the Tin Board for Bo Ek", ["of", "to"]),
        ("From the Journal of Ann Lee, 'Conversation with Bo Ek'", ["of", "of", "with"]),
        ("Excerpts from 'Morgenposten'", ["kind"]),
        ("Statement by Peru", ["by"]),
    ],
)
def test_each_party_has_the_rule_by_which_it_is_one(title, rules):
    read = parse_title(title)
    told = [party.inferred.rule for sort in accuracy.PARTIES for party in getattr(read, sort)]
    assert told == [f"party-{rule}" if rule == "before-kind" else f"party-behind-{rule}" for rule in rules]


def test_layout_becomes_single_blanks():
    assert parse_title("  Letter\n from \x0c Ann\tLee ") == parse_title("Letter from Ann Lee")
    assert parse_title("Letter from\ud800Ann Lee").verbatim == "Letter from Ann Lee"


@pytest.mark.parametrize("text", ["", "   ", "\x00\n"])
def test_nothing_visible(text):
    with pytest.raises(ValueError, match="visible"):
        parse_title(text)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("plain", []),
        ("a (b [c] d) e", ["(b [c] d)"]),
        ("a (b (c) d) e", ["(b (c) d)"]),
        ("'Workers' Party Report', 5", ["'Workers' Party Report'"]),
        ("the workers' party", []),
        ("'Talk with Students' to all", ["'Talk with Students'"]),
        ('“mixed" and ‘single’', ['“mixed"', "‘single’"]),
        ("a [b (c) d", ["(c)"]),
        ('an " alone and (b)', ["(b)"]),
        ("'tis (b)", ["(b)"]),
        ('("quoted" inside)', ['("quoted" inside)']),
        ('"(bracket) inside"', ['"(bracket) inside"']),
    ],
)
def test_protected(text, spans):
    assert [text[start:end] for start, end in protected(text)] == spans


def test_shape_keeps_offsets():
    text = "İstanbul (Ankara) 'Quoted'"
    assert len(shape(text, protected(text))) == len(text)
    assert shape("A (b)", protected("A (b)")) == "a (\x01)"


def test_blanks_of_any_kind_part_words():
    assert parse_title("Letter\xa0 from Ann\u202fLee") == parse_title("Letter from Ann Lee")


def test_a_title_of_many_markers_ends():
    assert parse_title("Letter from A" + " to B, from C" * 40).kind == "letter"
    assert parse_title("Letter" + " on 3 May 1950" * 9).date == parse_title("Letter, 3 May 1950").date


def test_a_stop_parts_the_words_of_a_place():
    assert not tokenise("Addis, Ababa")[0].place()
    assert tokenise("Addis Ababa")[0].is_place()


def test_no_words_have_no_text():
    assert tokenise("Addis Ababa")[0].before(0).text == ""


def test_number_mark_without_number():
    assert read_number(TitleWords("No. Ek", "no. ek").whole()) == (None, 0)


def test_unclosed():
    assert unclosed("a (b) [c") == 6
    assert unclosed("'tis (b)") is None


def _codes(title: str) -> list[str]:
    return [found.code for found in title_findings(parse_title(title))]


def test_findings():
    assert _codes("Commercial Receipts") == ["TG401"]
    assert _codes("Letter from Orlov [Petrov to Kuzmin") == ["TG402"]
    assert _codes("Letter from Orlov to Kuzmin") == []
    assert _codes("Letter in Rome from Ambassador Ambassador Letter Ambassador with") == ["TG403"]
    assert {"TG401", "TG402", "TG403"} <= set(codes())


def test_accuracy_compares_like_with_like():
    item: dict[str, object] = {
        "title": "Letter from Ann Lee to Bo Ek, 5 May 1950",
        "kind": "letter",
        "date": "1950-05-05",
    }
    item |= {"senders": [{"name": "Ann Lee"}], "recipients": [{"name": "Bo Ek", "place": "Rome"}]}
    report = score([item, item | {"doubt": True}], accuracy.label, accuracy.expected, accuracy.predicted)
    assert {name for name, tally in report.fields.items() if tally.misses} == {"recipients"}
    assert {name for name, tally in report.fields.items() if tally.documents} == {
        "kind",
        "date",
        "senders",
        "recipients",
    }
    recipients = report.fields["recipients"]
    assert (recipients.invented, recipients.missing, recipients.exact_match) == (1, 1, 0)
    assert (report.right, report.documents) == (0, 1)


def test_heads_find_tagged_names_and_strays():
    items = [
        {"title": "The Minister in Chile (Holm) to Miss Ann Ek", "from": ["Holm"], "to": ["Ek"]},
        {"title": "Ann Lee to Olga Ek", "from": ["Bo Lee, Jr."], "to": ["Lund"]},
    ]
    report = score(items, heads.label, heads.expected, heads.predicted)
    assert (report.right, report.documents) == (1, 2)
    assert report.fields["to"].missing == 1
    assert [got for _, _, got in report.fields["stray"].misses] == [["Olga Ek"]]


def test_halves_part_the_items_and_hang_on_the_seed():
    items = [{"title": f"Letter No. {number}"} for number in range(40)]
    seen, unseen = (halved(items, accuracy.label, 9, half) for half in ("seen", "unseen"))
    assert sorted(item["title"] for item in (*seen, *unseen)) == sorted(item["title"] for item in items)
    assert seen != halved(items, accuracy.label, 10, "seen")
    assert sampled(items, accuracy.label, 9, 5) == sampled(items[::-1], accuracy.label, 9, 5)
