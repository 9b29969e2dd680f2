"""Bytes → the glyphs of each page, by PDFium.

Only `worker` calls this, in its own process. Lost: images, drawings, colours, fonts, links, form fields and notes.
"""

import ctypes
import math
import unicodedata
from collections.abc import Callable, Iterator

import pypdfium2
from pypdfium2 import raw

from .glyphs import Glyph, Limits, PageGlyphs, PdfProblem

_REPLACEMENT = "\ufffd"
_LINE_END_HYPHEN = 0x02
"""PDFium's sign for a hyphen at the end of a line."""
_BLANKS = (0x09, 0x0A, 0x0D, 0x20, 0xA0)
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_SMALLEST = 0.5
"""Points; smaller type is no type."""
_ASLANT = 20
"""Degrees from the next right angle; more is a stamp or watermark across the page."""
_HEAD = 1024
_TAIL = 2048
_LOCKED = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
_UPRIGHT: tuple[Callable[[raw.FS_RECTF, float, float], tuple[float, float, float]], ...] = (
    lambda frame, _, up: (frame.left, frame.right, up),
    lambda frame, across, _: (frame.bottom, frame.top, -across),
    lambda frame, _, up: (-frame.right, -frame.left, -up),
    lambda frame, across, _: (-frame.top, -frame.bottom, across),
)
"""For each number of quarter turns: left, right and baseline as if the text stood upright."""


def read_pages(data: bytes, limits: Limits) -> Iterator[PageGlyphs]:
    """The pages in order. Raises `PdfProblem` where the file is locked, damaged or beyond the limits."""
    document = _opened(data)
    count = len(document)
    if count > limits.pages:
        raise PdfProblem("too-large", f"it has {count:,} pages; the limit is {limits.pages:,}")
    left = limits.characters
    for number in range(count):
        page = _page(document, number, min(left, limits.page_characters))
        left -= len(page.glyphs) + len(page.layer)
        yield page


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    if b"%PDF-" not in data[:_HEAD]:
        raise PdfProblem("damaged", "it does not begin as a PDF does")
    if b"%%EOF" not in data.rstrip(b"\0 \t\r\n")[-_TAIL:]:
        # PDFium would rebuild what it can and hide that the rest is missing.
        raise PdfProblem("damaged", "it breaks off: the mark of the end of a PDF is missing")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in _LOCKED:
            raise PdfProblem("encrypted", "it cannot be opened without a password") from None
        raise PdfProblem("damaged", "its parts do not fit together") from None
    return document


def _page(document: pypdfium2.PdfDocument, number: int, allowed: int) -> PageGlyphs:
    try:
        page = document[number]
        text = page.get_textpage()
        count = text.count_chars()
        if count > allowed:
            raise PdfProblem("too-large", f"page {number + 1} has {count:,} characters; {allowed:,} are allowed")
        glyphs = _glyphs(text.raw, count, page.get_rotation() // 90, page.get_bbox())
    except pypdfium2.PdfiumError:
        raise PdfProblem("damaged", f"page {number + 1} cannot be read") from None
    text.close()
    page.close()
    return glyphs


def _glyphs(text: ctypes.c_void_p, count: int, rotation: int, box: tuple[float, ...]) -> PageGlyphs:
    measure = _measure(text, rotation, box)
    glyphs: list[Glyph] = []
    layer: list[Glyph] = []
    drawn: dict[int | None, int] = {}
    unreadable = hidden = lead = 0
    for index in range(count):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        code = raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            lead = code
            continue
        character = _character(code, lead)
        lead = 0
        glyph = measure(index, character)
        if glyph is not None:
            operation = raw.FPDFText_GetTextObject(text, index)
            address = ctypes.cast(operation, ctypes.c_void_p).value
            glyph = glyph._replace(drawn=drawn.setdefault(address, len(drawn)))
            (layer if _is_unpainted(operation) else glyphs).append(glyph)
            unreadable += character == _REPLACEMENT
        elif character != " ":
            hidden += 1
    return PageGlyphs(glyphs, layer, unreadable, hidden)


def _is_unpainted(operation: object) -> bool:
    return bool(raw.FPDFTextObj_GetTextRenderMode(operation) == raw.FPDF_TEXTRENDERMODE_INVISIBLE)


def _character(code: int, lead: int) -> str:
    """The character of a UTF-16 unit, behind the first unit of a pair or 0. Ligatures come as their letters."""
    if code in _BLANKS:
        return " "
    if code == _LINE_END_HYPHEN:
        return "-"
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((lead - 0xD800) << 10) + code - 0xDC00) if lead else _REPLACEMENT
    if code < 0x20 or 0x7F <= code < 0xA0 or code in (0xFFFE, 0xFFFF):
        return _REPLACEMENT
    return _LIGATURES.get(code) or chr(code)


def _measure(text: ctypes.c_void_p, rotation: int, box: tuple[float, ...]) -> Callable[[int, str], Glyph | None]:
    """A function that gives the glyph at an index, or nothing for one that cannot be seen or is set aslant."""
    matrix, frame = raw.FS_MATRIX(), raw.FS_RECTF()
    across, up = ctypes.c_double(), ctypes.c_double()
    to_matrix, to_frame, to_across, to_up = map(ctypes.byref, (matrix, frame, across, up))

    def measure(index: int, character: str) -> Glyph | None:
        raw.FPDFText_GetMatrix(text, index, to_matrix)
        raw.FPDFText_GetLooseCharBox(text, index, to_frame)
        raw.FPDFText_GetCharOrigin(text, index, to_across, to_up)
        points = raw.FPDFText_GetFontSize(text, index)
        size = abs(points) * math.hypot(matrix.c, matrix.d)
        numbers = (size, across.value, up.value, frame.left, frame.right, frame.bottom, frame.top)
        if not all(map(math.isfinite, numbers)) or size < _SMALLEST:
            return None
        if not (box[0] <= across.value <= box[2] and box[1] <= up.value <= box[3]):
            return None
        # Type of a negative size stands on its head.
        angle = math.degrees(math.atan2(matrix.b * math.copysign(1, points), matrix.a * math.copysign(1, points)))
        quarters = round(angle / 90)
        if abs(angle - 90 * quarters) > _ASLANT:
            return None
        left, right, baseline = _UPRIGHT[quarters % 4](frame, across.value, up.value)
        return Glyph(character, left, right, baseline, size, (quarters - rotation) % 4)

    return measure
