"""The two doors of the formats."""

import pytest

from telegrams.errors import LeftOutError, UnknownFormatError
from telegrams.formats import FORMATS, read, write, write_many
from telegrams.formats.contract import WriteOptions
from telegrams.model import Document, Party, Title

FREE = WriteOptions(licence="CC0")
LETTER = Document(title=Title(verbatim="Letter", senders=(Party(name="Berg"),)))


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


def test_a_collection_goes_on_without_what_it_is_not_for():
    assert b"".join(write_many([Document(), LETTER], "cmif", FREE)) == write(LETTER, "cmif", FREE)
    with pytest.raises(LeftOutError):
        write(Document(), "cmif", FREE)
