"""What a file holds, by name and first bytes."""

import pytest

from telegrams.corpus.guess import foreign, guess, known_suffix


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("letter.txt", b'{"a": 1}', "text"),
        ("LETTER.TXT", b"", "text"),
        ("letter.md", b"", "text"),
        ("letter.tei.xml", b"", "tei"),
        ("letter.xml", b"", "tei"),
        ("letter.json", b"{}\n{}", "json"),
        ("letter.jsonl", b"", "jsonl"),
        ("letter.csl.json", b"", "csl"),
        ("-", b"**May 1, 1950**\n", "text"),
        ("-", b"", "text"),
        ("-", b"<?xml version='1.0'?><TEI/>", "tei"),
        ("-", b"\xef\xbb\xbf \n<TEI xmlns='x'>", "tei"),
        ("-", b"<TEX>", "text"),
        ("-", b'{"title": null}', "json"),
        ("-", b'{\n  "title": null\n}\n', "json"),
        ("-", b'{"title": 1}\n{"title": 2}\n', "jsonl"),
        ("-", b'{"title": 1}\r\n\r\n{"title": 2}\r\n', "jsonl"),
        ("-", b"{}", "json"),
        ("-", b"{sic} the text begins with a brace", "text"),
        ("-", b'[{"id": "1"}]', "csl"),
        ("-", b"[Handwritten note:] the text begins with a bracket", "text"),
        ("letter", b"Dear Comrade", "text"),
    ],
)
def test_guess(name, data, expected):
    assert guess(name, data) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a WebP image"),
        (b"RIFF\x10\x00\x00\x00WAVE", None),
        (b"II*\x00", "a TIFF image"),
        (b"PK\x03\x04", "a ZIP archive, Word or EPUB file"),
        (b"", None),
        (b"% PDF", None),
        (b"\xff\xfeT\x00", None),
    ],
)
def test_foreign(data, expected):
    assert foreign(data) == expected


def test_a_schema_is_not_a_document():
    assert known_suffix("document.schema.json") is None
    assert known_suffix("document.json") == ".json"
    assert known_suffix("document.pdf") is None
