"""Citation lines as the archive printed them over the years, made comparable."""

import re

_MARKS = re.compile("[\"“”„'‘’<>]")
_LOOSE_COMMA = re.compile(r",(?=$| https?://)")


def comparable(line: str) -> str:
    """A citation line without what the archive printed now one way, now another, so that two lines can be compared.

    Left out are quotation marks of every kind and angle brackets, a comma before the URL or at the end, and
    white space beyond single blanks.
    """
    words = " ".join(_MARKS.sub("", line).split())
    return _LOOSE_COMMA.sub("", words)
