"""Facts stand once, as data: the loader, and that no table stands in code or in a second file again."""

import ast
import re
import shutil
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from typing import Literal, NamedTuple, get_args

import pytest

from telegrams import facts
from telegrams.facts import entries, records, table
from telegrams.facts.holding_units import HOLDING_UNITS
from telegrams.facts.labels import FIELD_OF_LABEL, LabelledField
from telegrams.facts.languages import LANGUAGES, language_of
from telegrams.facts.media import FORMAT_OF_SUFFIX, SUFFIX_OF_FORMAT
from telegrams.formats import FORMATS
from telegrams.model import Document, Holding

SOURCE = Path(__file__).parents[2] / "src"
DATA = SOURCE / "telegrams" / "facts" / "data"
FILES = sorted(path.relative_to(DATA).with_suffix("").as_posix() for path in DATA.rglob("*.t[sx][vt]"))
CODE = sorted(path for path in (SOURCE / "telegrams").rglob("*.py") if DATA.parent not in path.parents)


# The loader -------------------------------------------------------------------------------------------------------


class Row(NamedTuple):
    word: str
    number: int
    flag: bool
    perhaps: str | None
    several: tuple[str, ...]
    choice: Literal["a", "b", "c"]
    beginning: re.Pattern[bytes] | None


HEADER = "word\tnumber\tflag\tperhaps\tseveral\tchoice\tbeginning\n"


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Writes a table, and gives its name."""
    monkeypatch.setattr(facts, "_DATA", tmp_path)

    def write(text):
        name = f"t{len(list(tmp_path.iterdir()))}-{tmp_path.name}"
        (tmp_path / f"{name}.tsv").write_text(text, "utf-8")
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        return name

    return write


def test_a_table_is_read_by_the_types_of_its_row(written):
    name = written(f"# a comment\n{HEADER}\nw\t7\tyes\tp\tx|y\tc\t\\x89P\n# another\nv\t8\t\t\t\ta\t\n")
    first, second = table(name, Row)
    assert first[:6] == ("w", 7, True, "p", ("x", "y"), "c")
    assert first.beginning.match(b"\x89PNG")
    assert second == ("v", 8, False, None, (), "a", None)


def test_a_list_has_one_entry_a_line(written):
    assert entries(written("# a comment\none\n\ntwo words\n")) == ("one", "two words")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEADER.replace("word", "term") + "w\t7\t\t\t\ta\t\n", "has the columns"),
        (HEADER + "w\t7\t\t\t\td\t\n", "'d' is no choice: a, b, c"),
        (HEADER + "w\tseven\t\t\t\ta\t\n", "invalid literal"),
        (HEADER + "w\t7\t\n", "shorter"),
    ],
)
def test_a_table_that_is_not_of_its_row_is_refused(written, text, message):
    name = written(text)
    with pytest.raises(ValueError, match=message):
        table(name, Row)


# Every fact once --------------------------------------------------------------------------------------------------


def words_of(name):
    """The entries of a file, in lower case, without full stop."""
    if (DATA / f"{name}.txt").exists():
        return {entry.lower().rstrip(".") for entry in entries(name)}
    cells = (cell for row in records(name) for cell in row.values())
    return {word.lower().rstrip(".") for cell in cells for word in cell.split("|") if word}


SENTENCES = ("losses", "running_words")
"""Sentences, and the words that every sentence has: the code's messages have them too."""
WORDS = {name: words_of(name) for name in FILES if name not in SENTENCES}


def test_every_file_is_read_by_the_code():
    code = "\n".join(path.read_text("utf-8") for path in (SOURCE / "telegrams").rglob("*.py"))
    unread = [name for name in FILES if not re.search(rf"""["'/]{re.escape(name.rpartition("/")[2])}["']""", code)]
    assert unread == []


def test_no_list_stands_in_another():
    """Two lists of different facts share words, but hardly all: `secretary` is an office and has a field of its own."""
    lists = {name: words for name, words in WORDS.items() if (DATA / f"{name}.txt").exists() and len(words) > 4}
    inside = [
        (a, b) for a, b in combinations(lists, 2) if len(lists[a] & lists[b]) > 0.95 * len(min(lists[a], lists[b]))
    ]
    assert inside == []


OF_TYPES = {
    word.value.lower()
    for path in (SOURCE / "telegrams").rglob("*.py")
    for node in ast.walk(ast.parse(path.read_text("utf-8")))
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal"
    for word in ast.walk(node.slice)
    if isinstance(word, ast.Constant) and isinstance(word.value, str)
} | {*Document.model_fields, *FORMATS}
"""Words of the package's own types (kinds, roles, actions, sorts) and names of formats, by which code may choose."""
SMALL = {word for name in ("sources/credit_openers", "sources/remarks") for word in WORDS[name]} | {"from", "to", "for"}
ALLOWED = {
    ("values/holdings/signs.py", "holding_units"): "the words of units that no page of a printed book has",
    ("values/holdings/archive.py", "titles/office_words"): "another fact: what states call themselves",
    ("values/titles/offices.py", "titles/offices"): "another fact: which offices serve another one",
    ("values/titles/offices.py", "titles/posts"): "another fact: which offices serve another one",
    ("values/titles/offices.py", "titles/scopes"): "another fact: which offices serve another one",
    ("values/titles/offices.py", "titles/subject_words"): "grammar: the prepositions that may belong to no office",
    ("values/titles/openings.py", "titles/subject_words"): "grammar: what each preposition opens",
    ("values/titles/tail.py", "sources/call_words"): "another fact: what the parts of a document are called",
    ("values/titles/vocabulary.py", "telegram_words"): "grammar: articles and possessives",
    ("values/titles/vocabulary.py", "forms_of_address"): "another fact: the forms before a single person's name",
}
"""Where code may name facts of a table, with the reason."""

OF_A_ROOM = {"tei_elements": "formats/tei/"}
"""A table whose words are the names that all code of a room is about; what it says of them stands there alone."""


def exempt(place, name):
    return (place, name) in ALLOWED or (name in OF_A_ROOM and place.startswith(OF_A_ROOM[name]))


def runs_of_words(tree):
    """The words that stand together in code: in a collection, in an alternation of a pattern, in one string."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        members = node.elts if isinstance(node, ast.Tuple | ast.Set | ast.List) else getattr(node, "keys", ())
        words = [each.value for each in members if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        yield words
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value.split()
            yield from (run.split("|") for run in re.findall(r"[\w .]+(?:\|[\w .]+){2,}", node.value))


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_table_stands_in_code(path):
    place = path.relative_to(SOURCE / "telegrams").as_posix()
    copied = []
    for run in runs_of_words(ast.parse(path.read_text("utf-8"))):
        words = {word.strip(" .").lower() for word in run} - SMALL
        told = {word for word in words - OF_TYPES if len(word) > 2 and not word.isdecimal()}
        for name, known in WORDS.items():
            same = told & known
            if len(same) > 2 and len(same) >= 0.6 * len(told) and not exempt(place, name):
                copied.append((name, sorted(same)))
    assert copied == [], f"{place} repeats facts of a table"


@pytest.mark.parametrize("fact", ["January", "October", "monday", "thurs", "Uzbek", "magyar", "wilsoncenter"])
def test_no_single_fact_stands_in_code(fact):
    """Words that are nothing but facts do not stand in code at all."""
    found = []
    for path in CODE:
        tree = ast.parse(path.read_text("utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                found += [f"{path.name}:{node.lineno}"] if re.search(rf"(?<![a-z]){fact}", node.value) else []
    assert found == []


# What the tables have to be ---------------------------------------------------------------------------------------


def test_the_tables_are_whole():
    assert set(FIELD_OF_LABEL.values()) == set(get_args(LabelledField)) <= set(Document.model_fields)
    assert {unit.field for unit in HOLDING_UNITS} < set(Holding.model_fields)
    assert set(SUFFIX_OF_FORMAT) == set(FORMATS)
    assert {name for name, each in FORMATS.items() if each.reads} == set(FORMAT_OF_SUFFIX.values())
    assert len({language.tag for language in LANGUAGES}) == len(LANGUAGES)


def test_a_language_is_found_by_its_tag_or_the_first_part_of_it():
    assert language_of("zh-Hant").english == "Traditional Chinese"
    assert language_of("EN-gb").english == "English"
    assert language_of("qqq") is None


# Adding one -------------------------------------------------------------------------------------------------------

RECORDS = {
    "markdown": '**T**\n\n**Citation:**\n\n"T", 1951, Wilson Center Digital Archive, X\n\n**{0}:**\n\nThey talk.\n\n'
    "**Original Language:**\n\n{1}\n\n**Contents:**\n\nTranslation - English\n\nText.",
    "print": 'T\n\nCitation:\n"T", 1951, Wilson Center Digital Archive, X\n\n{0}:\nThey talk.\n\n'
    "Original Language:\n{1}\n\nContents:\nTranslation - English\n\nText.",
    "one-line": 'T Citation: "T", 1951, Wilson Center Digital Archive, X {0}: They talk. Original Language: {1} '
    "Contents: Translation - English Text.",
}
SCRIPT = """
import sys, telegrams
document = telegrams.convert(sys.stdin.read()).document
entry = telegrams.write(document, "biblatex").decode()
print(document.summary, document.original_languages[0].tag, document.contents[0].language, "origlanguage" in entry)
"""


@pytest.mark.slow
def test_a_new_label_and_a_new_language_are_one_row_each(tmp_path):
    """Done in a copy of the package: one row more in each table, and every layout and format knows them."""
    shutil.copytree(SOURCE, tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    data = tmp_path / "src" / "telegrams" / "facts" / "data"
    labels = (data / "labels.tsv").read_text("utf-8").replace("Summary|", "Summary|Digest|")
    (data / "labels.tsv").write_text(labels, "utf-8")
    with (data / "languages.tsv").open("a", encoding="utf-8") as languages:
        languages.write("x-ru\tRuritanian\t\tzendian\tLATIN\n".replace("x-ru", "qrr"))
    for layout, record in RECORDS.items():
        told = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            input=record.format("Digest", "Zendian"),
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONPATH": str(tmp_path / "src"), "PYTHONUTF8": "1"},
        ).stdout
        assert told == "('They talk.',) qrr en True\n", layout
