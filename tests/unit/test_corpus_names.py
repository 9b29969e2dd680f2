"""Names of output files."""

from itertools import starmap

import pytest

from telegrams.corpus.called import Called
from telegrams.corpus.names import alike, clash, output_names, safe, stem
from telegrams.corpus.plan import Input


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("112634", "112634"),
        ("Телеграмма № 5", "Телеграмма _ 5"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a\nb\x00c", "a_b_c"),
        ("con", "_con"),
        ("LPT1.old", "_LPT1.old"),
        ("context", "context"),
        ("..", "document"),
        ("", "document"),
        ("e\u0301", "é"),
        ("x" * 300, "x" * 100),
        ("電" * 300, "電" * 66),
    ],
)
def test_safe(name, expected):
    assert safe(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("112634.txt", "112634"),
        ("112634.tei.xml", "112634"),
        ("112634.csl.json", "112634"),
        ("112634.JSON", "112634"),
        ("letter.1962.doc", "letter.1962"),
        (".txt", ".txt"),
        ("letter", "letter"),
    ],
)
def test_stem(name, expected):
    assert stem(name) == expected


def test_a_file_gives_its_name_and_its_folders_where_they_are_kept():
    source = Input("in/1962/cuba.txt", "in")
    assert list(output_names(source, ".json")) == ["cuba.json"]
    assert list(output_names(source, ".json", keep_folders=True)) == ["1962/cuba.json"]
    assert list(output_names(Input("in/1962/cuba.txt"), ".json", keep_folders=True)) == ["cuba.json"]


def test_files_of_a_folder_that_differ_in_the_end_of_their_names_keep_it():
    sources = [Input("in/4.txt"), Input("in/4.pdf"), Input("in/5.txt"), Input("in/old/5.txt"), Input("-")]
    assert alike(sources) == {"in/4.txt", "in/4.pdf"}
    names = [name for each in sources[:3] for name in output_names(each, ".json", whole=each.name in alike(sources))]
    assert names == ["4.txt.json", "4.pdf.json", "5.json"]


def test_documents_inside_a_file_give_their_record_numbers():
    inside = tuple(starmap(Called, [("111779", None), (None, None), (None, "d/3"), ("111779", "d4"), (None, "D_3")]))
    names = output_names(Input("all.jsonl"), ".xml", inside=inside)
    assert list(names) == ["111779.xml", "all-2.xml", "d_3.xml", "111779-2.xml", "D_3-2.xml"]
    beside = output_names(Input("all.jsonl"), ".xml", inside=inside, alone=False)
    assert list(beside) == ["111779.xml", "all-2.xml", "all-d_3.xml", "111779-2.xml", "all-D_3-2.xml"]


def test_standard_input_has_a_name():
    assert list(output_names(Input("-"), ".json")) == ["document.json"]


def test_a_clash_is_found_whatever_the_capitals():
    named = [("a.json", "1/a.txt"), ("b.json", "1/b.txt"), ("B.json", "2/B.txt")]
    assert clash(named) == ("B.json", "1/b.txt", "2/B.txt")
    assert clash(named[:2]) is None
