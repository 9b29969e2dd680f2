"""Regular expressions, compiled when they are first needed: most documents need few of them."""

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern as a regular expression; a cache of our own is quicker than that of `re`."""
    return re.compile(pattern)
