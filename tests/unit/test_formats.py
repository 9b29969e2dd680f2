"""The two doors of the formats."""

from importlib import import_module

import pytest

from telegrams.errors import LeftOutError, UnknownFormatError
from telegrams.formats import (
    FORMATS,
    biblatex,
    cmif,
    csl,
    csl_yaml,
    csv,
    html,
    json,
    jsonl,
    pdf,
    read,
    ris,
    sqlite,
    tei,
    text,
    write,
    write_many,
)
from telegrams.formats.contract import Checker, Chooser, Collector, Holder, Reader, WriteOptions, Writer
from telegrams.formats.tei import corpus
from telegrams.model import Document, Party, Title

FREE = WriteOptions(licence="CC0")
LETTER = Document(title=Title(verbatim="Letter", senders=(Party(name="Berg"),)))
READERS: tuple[Reader, ...] = (text, json, jsonl, tei, csl, csv, sqlite, html, pdf)
WRITERS: tuple[Writer, ...] = (json, tei)
COLLECTORS: tuple[Collector, ...] = (text, jsonl, csl, csl_yaml, ris, biblatex, cmif, corpus, csv)
CHECKERS: tuple[Checker, ...] = (tei,)
HOLDERS: tuple[Holder, ...] = (text, csl, jsonl, tei, csv, sqlite)
CHOOSERS: tuple[Chooser, ...] = (tei, corpus, cmif)
"""What the modules can do; mypy proves that their functions have the protocols' signatures."""


@pytest.mark.parametrize("known", FORMATS.values(), ids=lambda known: known.name)
def test_the_table_says_what_a_module_can_do(known):
    """A new format stands in the tuples above, so that mypy sees its functions, and in the table with its powers."""
    module = import_module(known.module, "telegrams.formats")
    assert (module in READERS) is known.reads is isinstance(module, Reader)
    assert (module in WRITERS) is (known.writes and not known.collects)
    assert (module in COLLECTORS) is known.collects is isinstance(module, Collector)
    assert (module in CHECKERS) is isinstance(module, Checker)
    assert (module in HOLDERS) is isinstance(module, Holder)
    assert (module in CHOOSERS) is isinstance(module, Chooser)
    assert known.writes is isinstance(module, Writer)


@pytest.mark.parametrize("ask", [lambda: read(b"", "doc"), lambda: write(LETTER, "doc")])
def test_unknown_formats_are_refused_with_the_known_ones(ask):
    with pytest.raises(UnknownFormatError) as caught:
        ask()
    assert caught.value.known == tuple(FORMATS)


def test_a_format_that_is_only_written_is_not_read():
    with pytest.raises(UnknownFormatError) as caught:
        read(b"", "cmif")
    assert caught.value.known == tuple(name for name, each in FORMATS.items() if each.reads)


def test_a_format_that_is_only_read_is_not_written():
    with pytest.raises(UnknownFormatError) as caught:
        write(LETTER, "pdf")
    assert caught.value.known == tuple(name for name, each in FORMATS.items() if each.writes)


def test_formats_of_one_file_each_give_a_piece_for_each_document():
    assert list(write_many([LETTER, Document()], "json")) == [write(LETTER, "json"), write(Document(), "json")]


@pytest.mark.parametrize("format", ["csl", "csl-yaml", "ris", "biblatex", "csv"])
def test_a_text_that_is_no_record_is_no_reference(format):
    (shopping,) = read(b"Bread\nMilk\n", "text").documents
    with pytest.raises(LeftOutError, match="it is no record"):
        write(shopping, format)
    assert b"".join(write_many([shopping, LETTER], format)) == write(LETTER, format)


def test_a_collection_goes_on_without_what_it_is_not_for():
    assert b"".join(write_many([Document(), LETTER], "cmif", FREE)) == write(LETTER, "cmif", FREE)
    with pytest.raises(LeftOutError):
        write(Document(), "cmif", FREE)
