"""What editors do in our files comes out again as they left it, or is named: tests/cases/tei/editors.txt."""

import re
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

import telegrams
from telegrams.formats import read, write
from tests.laws import referees
from tests.unit import editing
from tests.unit.case_files import CASES, read_cases

SEEDS = Path(__file__).parents[2] / "seeds"
FILES = (CASES / "tei" / "edited_print.txt", SEEDS / "112634.txt", SEEDS / "111779.txt")
EDITS = read_cases("tei/editors.txt")
TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
LINE = re.compile(r" \(line [0-9]+\)")
GIVEN = re.compile(r"(?:p|fn)[0-9a-z]+(?:-[0-9]+)?")
"""The identifiers that paragraphs and notes without one are given."""


@cache
def written(path):
    return write(telegrams.convert(path.read_bytes()).document, "tei")


def edited(case, path):
    """The file after the edits; None where it has no such place."""
    try:
        return editing.made(written(path), case.given)
    except editing.AbsentError:
        return None


def followed(data, expected):
    """The file with what follows from the edits, as far as it has these places."""
    for line in expected.splitlines()[1:]:
        try:
            data = editing.made(data, line)
        except editing.AbsentError:
            continue
    return data


def plain(data, known):
    """All that the file says, with an element on each line.

    Not the white space beside tags that ends lines and the blank before `pb` and `lb`, nor `xml:space`; not identifiers
    that are not `known` and are given to what has none; not what this program keeps for itself: digests, and the list
    of the rules that it followed.
    """
    root = etree.fromstring(data)
    for each in [*root.iter(f"{TEI}xenoData"), *root.iter(f"{TEI}category")]:
        if each.tag != f"{TEI}category" or each.get(f"{XML}id", "").startswith("rule."):
            each.getparent().remove(each)
    for each in root.iter():
        each.tail = blanked(each.tail, each.getnext())
        if isinstance(each.tag, str):
            each.text = blanked(each.text, each[0] if len(each) else None)
            each.attrib.pop(f"{XML}space", "")
            name = each.get(f"{XML}id", "")
            if each.tag in {f"{TEI}p", f"{TEI}note"} and name not in known and GIVEN.fullmatch(name):
                del each.attrib[f"{XML}id"]
    return re.sub(
        r"(?=<[^/])", "\n", etree.canonicalize(etree.tostring(root, encoding="unicode"), with_comments=True)
    ).splitlines()


def blanked(words, following):
    if not words or (not words.strip() and "\n" in words):
        return None
    words = re.sub(r"\s+", " ", words)
    before_break = following is not None and following.tag in {f"{TEI}pb", f"{TEI}lb"}
    return words.removesuffix(" ") if before_break else words


def assert_kept_or_named(case, path):
    """Whether the file has the place of the edit; there it is kept or named."""
    data = edited(case, path)
    if data is None:
        return False
    reading = read(data, "tei")
    (document,) = reading.documents
    again = write(document, "tei")
    assert read(again, "tei").documents == (document,)
    assert read(write(document, "json"), "json").documents == (document,)
    verdict = case.expected.partition("\n")[0]
    if verdict != "kept":
        assert [LINE.sub("", f"{each.code} {each.message}") for each in reading.diagnostics] == [verdict]
        return True
    assert reading.diagnostics == ()
    known = {each.get(f"{XML}id") for each in etree.fromstring(data).iter()}
    assert plain(again, known) == plain(followed(data, case.expected), known)
    return True


@pytest.mark.parametrize("case", EDITS, ids=lambda case: case.title)
def test_an_edit_is_kept_or_named(case):
    assert any(assert_kept_or_named(case, path) for path in FILES)


@pytest.mark.slow
@pytest.mark.parametrize("case", EDITS, ids=lambda case: case.title)
def test_it_is_so_in_the_seeds(case):
    for path in FILES[1:]:
        assert_kept_or_named(case, path)


@pytest.mark.slow
@pytest.mark.skipif(not referees.TEI_ALL, reason=referees.REASON)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_edits_are_valid(path):
    for case in EDITS:
        data = edited(case, path)
        assert data is None or referees.tei_all().validate(etree.fromstring(data)), case.title


def test_there_are_more_than_83():
    assert len({case.title for case in EDITS}) == len(EDITS) > 160


@pytest.mark.parametrize("wrong", ["erase //p", "insert node <p/> beside //p"])
def test_only_edits_are_edits(wrong):
    with pytest.raises(ValueError, match="no edit"):
        editing.made(written(FILES[0]), wrong)
