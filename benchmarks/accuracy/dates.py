"""Labelled dates: EDTF, time, place and doubt of one string."""

from collections.abc import Mapping
from typing import Any

from telegrams.values.dates import parse_date


def label(item: Mapping[str, Any]) -> str:
    return str(item["text"])


def expected(item: Mapping[str, Any]) -> dict[str, list[Any]]:
    return {name: [item[name]] if item[name] else [] for name in ("edtf", "time", "place", "doubt")}


def predicted(item: Mapping[str, Any]) -> dict[str, list[Any]]:
    date = parse_date(item["text"])
    fields = {"edtf": date.edtf, "time": date.time, "place": date.place, "doubt": date.doubtful}
    return {name: [value] if value else [] for name, value in fields.items()}
