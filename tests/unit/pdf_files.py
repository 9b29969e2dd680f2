"""Small PDFs made by hand: objects, a table of their places, a trailer."""

from collections.abc import Iterable, Sequence

CATALOG, TREE, FONT = 1, 2, 3


def shown(text: str, x: float, y: float, size: float = 10, matrix: str = "1 0 0 1") -> str:
    """The operators that show one line of text."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {matrix} {x} {y} Tm ({escaped}) Tj ET\n"


def stream(data: bytes, entries: str = "") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries.encode(), data)


def assembled(objects: Iterable[bytes], trailer: str = "") -> bytes:
    """A file of these objects, numbered from 1; the first is the catalogue."""
    out, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def made(contents: Sequence[str | bytes], page: str = "", tree: str = "", trailer: str = "", more: int = 0) -> bytes:
    """A file with one page for each content; a content in bytes is a whole stream object.

    `page`, `tree` and `trailer` are entries for those dictionaries; they come last and so win. `more` empty objects
    follow.
    """
    kids = " ".join(f"{4 + 2 * each} 0 R" for each in range(len(contents)))
    objects = [
        f"<< /Type /Catalog /Pages {TREE} 0 R >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} {tree} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(contents):
        leaf = (
            f"<< /Type /Page /Parent {TREE} 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 {FONT} 0 R >> >> {page} >>"
        )
        data = content if isinstance(content, bytes) else stream(content.encode("cp1252"))
        objects += leaf.encode(), data
    return assembled([*objects, *[b"<< >>"] * more], trailer)


_HEADER = (
    ("May 02, 1951", 260, 760),
    ("Telegram, Berg to Moe", 240, 748),
    ("Citation:", 72, 724),
    ("“Telegram, Berg to Moe,” May 02, 1951, History and Public Policy Program Digital Archive,", 72, 712),
    ("http://digitalarchive.wilsoncenter.org/document/100001", 72, 700),
    ("Original Language:", 72, 664),
    ("Norwegian", 72, 652),
    ("Contents:", 72, 616),
    ("English Translation", 102, 604),
)
_TEXT = (("Secret", 470, 760), ("The talks have", 72, 730), ("begun.", 72, 718))


def record() -> bytes:
    """A record of the archive as its PDFs set one: a page of description, a page of text."""
    return made(["".join(shown(*each) for each in page) for page in (_HEADER, _TEXT)])
