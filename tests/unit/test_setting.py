"""What the labels at the head of a text say, as `tests/cases/setting.txt` shows it."""

import pytest

import telegrams
from telegrams.model import Document

from .case_files import Case, read_cases
from .test_participants import row

HEADER = "**May 3, 1961**\n\n**Record of a Conversation on Tin**\n\n**Contents:**\n\nTranslation - English\n\n"


def told(document: Document) -> str:
    lines = [f"subject: {subject}" for subject in document.subjects]
    if setting := document.setting:
        if setting.date:
            lines.append(f"date: {setting.date.verbatim} = {setting.date.edtf} {setting.date.time or ''}".rstrip())
        lines += [f"{name}: {words}" for name in ("time", "place") if (words := getattr(setting, name))]
        lines += map(row, setting.participants)
    return "\n".join(lines)


@pytest.mark.parametrize("case", read_cases("setting.txt"), ids=lambda case: case.title)
def test_setting(case: Case):
    document = telegrams.convert(HEADER + case.given, "text").document
    assert told(document) == case.expected


def test_every_participant_has_its_place_in_the_text():
    case = next(each for each in read_cases("setting.txt") if each.title == "lists in the lines under the labels")
    result = telegrams.convert(HEADER + case.given, "text")
    names = [path for path in result.spans if path.startswith("setting.participants[")]
    sides = [path for path in names if path.endswith(".side")]
    assert len(sides) == len(result.document.setting.participants)
    text = HEADER + case.given
    for at, each in enumerate(result.document.setting.participants):
        for field, value in each.model_dump(exclude_none=True).items():
            span = result.spans[f"setting.participants[{at}].{field}"]
            assert text[span.start : span.end] == value
    places = [result.spans[f"setting.participants[{at}]"].start for at in range(len(sides))]
    assert places == sorted(set(places))
