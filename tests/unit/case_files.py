"""Reads case files: many cases in one plain file, input and expected result together.

===== what the case shows
input, as it stands (a line end `$` stands for two blanks and a line feed, `^L` for a form feed)
-----
expected result
"""

from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parents[1] / "cases"


class Case(NamedTuple):
    title: str
    given: str
    expected: str


def read_cases(name: str) -> list[Case]:
    cases = []
    for chunk in (CASES / name).read_text("utf-8").split("===== ")[1:]:
        title, _, rest = chunk.partition("\n")
        given, _, expected = rest.partition("\n-----\n")
        given = given.replace("$\n", "  \n").replace("^L", "\f")
        cases.append(Case(title, given, expected.rstrip("\n")))
    return cases
