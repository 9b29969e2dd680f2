"""One notion of a blank for all readers: every space character of Unicode (general category Zs) is one.

Marks without width stand before words in texts copied from web pages; where a label may begin they are passed over.
"""

import re

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_PLAIN = dict.fromkeys(map(ord, _SPACES), " ")
_UNFIT = re.compile("[\\x00-\\x20\\ufffe\\uffff\\ud800-\\udfff]+")
MARKS = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
"""Characters without width: joiners, marks of direction, the byte order mark, the soft hyphen."""


def folded(text: str) -> str:
    """The text with every space character as a plain blank; each character keeps its place."""
    # Asking for each character in turn is many times quicker than a pattern where none of them occurs.
    return text.translate(_PLAIN) if not text.isascii() and any(space in text for space in _SPACES) else text


def one_line(text: str) -> str:
    """The text as one `Line`: white space and what XML cannot carry become single blanks, with none at the ends."""
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return _UNFIT.sub(" ", folded(text)).strip(" ")
