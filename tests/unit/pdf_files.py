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


def made(contents: Sequence[str | bytes], page: str = "", tree: str = "", trailer: str = "", font: str = "") -> bytes:
    """A file with one page for each content; a content in bytes is a whole stream object.

    `page`, `tree`, `trailer` and `font` are entries for those dictionaries; they come last and so win.
    """
    kids = " ".join(f"{4 + 2 * each} 0 R" for each in range(len(contents)))
    objects = [
        f"<< /Type /Catalog /Pages {TREE} 0 R >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} {tree} >>".encode(),
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding {font} >>".encode(),
    ]
    for number, content in enumerate(contents):
        leaf = (
            f"<< /Type /Page /Parent {TREE} 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 {FONT} 0 R >> >> {page} >>"
        )
        data = content if isinstance(content, bytes) else stream(content.encode("cp1252"))
        objects += leaf.encode(), data
    return assembled(objects, trailer)
