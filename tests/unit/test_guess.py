"""Which files of a folder are read, and which are no text."""

import pytest

from telegrams.formats.guess import foreign, format_of, known_suffix


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", None),
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a WebP image"),
        (b"RIFF\x10\x00\x00\x00WAVE", None),
        (b"II*\x00", "a TIFF image"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", "a Word, Excel or PowerPoint file"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "an OpenDocument or EPUB file"),
        (b"7z\xbc\xaf\x27\x1c\x00", "an archive"),
        (b"", None),
        (b"% PDF", None),
        (b"\xff\xfeT\x00", None),
    ],
)
def test_foreign(data, expected):
    found = foreign(data)
    assert (found and found.name) == expected
    assert found is None or found.instead


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("letter.txt", ".txt"),
        ("LETTER.TXT", ".txt"),
        ("letter.tei.xml", ".tei.xml"),
        ("letter.csl.json", ".csl.json"),
        ("letter.json", ".json"),
        ("document.schema.json", None),
        ("letter.pdf", ".pdf"),
        ("txt", None),
    ],
)
def test_the_suffix_tells(name, expected):
    assert known_suffix(name) == expected


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.json", b"{oops", "json"),
        ("a.xml", b"no mark at all", "tei"),
        ("a.txt", b"**May 1, 1950**", "text"),
        ("a.txt", b"<TEI xmlns='x'>", "tei"),
        ("-", b"{sic}", "text"),
        ("-", b'{"title": null}', "json"),
    ],
)
def test_the_content_decides_and_then_the_name(name, data, expected):
    assert format_of(name, data) == expected
