"""Every construct of a body, as `tests/cases/reading/` shows it."""

import pytest

import telegrams

from .case_files import CASES, Case, read_cases
from .notation import blocks_in_notation

HEADER = """**March 3, 1962**

**Cable, Ambassador Petrov [Sidorov] to Foreign Minister Adams**

**Contents:**

Translation - English

"""
PRINT_HEADER = """                         March 3, 1962
       Cable, Ambassador Petrov [Sidorov] to Foreign Minister Adams

Citation:
“Cable, Ambassador Petrov [Sidorov] to Foreign Minister Adams,” March 3, 1962, History and Public Policy Program
Digital Archive, RGANI, f. 5, op. 49, d. 131.

Contents:
      English Translation
"""


def header_for(title: str) -> str:
    """The header before a case's text, in the layout that the case's title names."""
    return PRINT_HEADER if title.startswith("print:") else HEADER


FILES = sorted(path.relative_to(CASES).as_posix() for path in CASES.glob("reading/*.txt"))


@pytest.mark.parametrize("case", [case for name in FILES for case in read_cases(name)], ids=lambda case: case.title)
def test_body(case: Case):
    document = telegrams.convert(header_for(case.title) + case.given, "text").document
    assert document.title is not None
    assert blocks_in_notation(document.body) == case.expected
