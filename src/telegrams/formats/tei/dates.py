"""HistoricalDate ⇄ `date`: the words as content, the normal form in attributes.

A plain day, month or year stands in `@when`. Every other form stands in full in `@when-custom` (EDTF, then the local
time, separated by a blank), beside the nearest form that TEI's own attributes have; the reader takes `@when-custom`.
"""

import datetime
import re

from lxml import etree
from pydantic import TypeAdapter, ValidationError

from telegrams.formats.xml import attribute, exact, text
from telegrams.model.dates import HistoricalDate
from telegrams.model.edtf import Edtf, edtf_bounds
from telegrams.model.inference import CERTAINTIES, Inference
from telegrams.model.known import known

from .reader import TEI, TeiReader, in_tei, line
from .register import Register, rule_of

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
_EDTF: TypeAdapter[str] = TypeAdapter(Edtf)
_TIME = re.compile(r"[0-2][0-9]:[0-5][0-9](?:/[0-2][0-9]:[0-5][0-9])?\Z")
_STATED = frozenset({"when", "when-custom", "from", "to"})
_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,199}\Z")


def write_date_element(date: HistoricalDate, register: Register) -> str:
    """An element of its own with all that a `HistoricalDate` holds."""
    return exact("date", inline_date_attributes(date, register), words_of_date(date))


def inline_date_attributes(date: HistoricalDate, register: Register) -> str:
    """The attributes of a date in the text, which may be doubtful."""
    return (' type="doubtful"' if date.doubtful else "") + date_attributes(date, register)


def date_attributes(date: HistoricalDate, register: Register) -> str:
    """The attributes for the normal form, and how certain it is where it was inferred from the document itself."""
    inferred = register.inferred(date.inferred)
    return normal_form(date) + (f'{inferred} evidence="internal"' if inferred else "")


def normal_form(date: HistoricalDate) -> str:
    """The attributes for `edtf` and `time`."""
    edtf, time = date.edtf, date.time
    if edtf is None and time is None:
        return ""
    if edtf is not None and time is None and is_plain(edtf):
        return f' when="{edtf}"'
    custom = " ".join(part for part in (edtf, time) if part)
    return f'{_nearest(edtf, time, lasting=not date.doubtful) if edtf else ""} when-custom="{attribute(custom)}"'


def is_plain(edtf: str) -> bool:
    """True for a day, month or year that `@when` can hold (W3C date types, no year 0)."""
    found = _PLAIN.match(edtf)
    if not found:
        return False
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def _nearest(edtf: str, time: str | None, *, lasting: bool) -> str:
    """The nearest form in TEI's W3C attributes; empty where there is none.

    An interval that may be one of several days (`3 or 4 May`) does not last from the first to the last of them.
    """
    if is_plain(edtf):
        exact = time and len(edtf) == 10 and len(time) == 5 and time < "24"
        return f' when="{edtf}T{time}:00"' if exact else f' when="{edtf}"'
    first, slash, last = edtf.partition("/")
    first, last = (part.rstrip("?~%") for part in (first, last))
    if not slash and is_plain(first):
        return f' when="{first}"'
    if lasting and is_plain(first) and is_plain(last):
        return f' from="{first}" to="{last}"'
    earliest, latest = edtf_bounds(edtf)
    before = "" if earliest == datetime.date.min else f' notBefore="{earliest}"'
    return before + ("" if latest == datetime.date.max else f' notAfter="{latest}"')


def words_of_date(date: HistoricalDate) -> str:
    """The verbatim form with the place marked; a place that the words do not hold becomes an empty `placeName`."""
    if date.place is None:
        return text(date.verbatim)
    before, found, after = date.verbatim.partition(date.place)
    if not found:
        return f'{text(date.verbatim)}<placeName key="{attribute(date.place)}"/>'
    return f"{text(before)}<placeName>{text(found)}</placeName>{text(after)}"


def read_child_date(parent: etree._Element | None, path: str, reader: TeiReader) -> HistoricalDate | None:
    """The date of the first element at a path of TEI names; None where there is none."""
    found = None if parent is None else parent.find(in_tei(path))
    return None if found is None else read_date_element(found, reader)


def read_date_element(element: etree._Element, reader: TeiReader) -> HistoricalDate | None:
    """The date that an element holds; None where it has neither words nor a normal form."""
    edtf, time = _read_normal_form(element, reader)
    verbatim = reader.string(element) or edtf
    if verbatim is None:
        return None
    place = element.find(f"{TEI}placeName")
    return HistoricalDate(
        verbatim=verbatim,
        edtf=edtf,
        time=time,
        place=None if place is None else line(place.get("key", "")) or reader.string(place),
        doubtful=element.get("type") == "doubtful" or _is_within(element),
        inferred=read_inference(element),
    )


def read_inference(element: etree._Element) -> Inference | None:
    """What `@cert` and `@ana` say of an inferred value; None where either is missing."""
    rule, certainty = rule_of(element.get("ana", "")), known(CERTAINTIES, element.get("cert"))
    return Inference(certainty=certainty, rule=rule) if certainty and rule and _TOKEN.match(rule) else None


def _read_normal_form(element: etree._Element, reader: TeiReader) -> tuple[str | None, str | None]:
    custom, when = element.get("when-custom"), element.get("when")
    edtf = time = None
    if custom is not None:
        for word in custom.split():
            edtf, time = (edtf, word) if ":" in word else (word, time)
    elif when is not None:
        edtf, _, clock = when.partition("T")
        time = clock[:5] or None
    else:
        edtf = _interval(element)
    if edtf is not None and not _valid(edtf):
        reader.report.value(element, f"the date {edtf!r} is not understood")
        edtf = None
    if time is not None and not _TIME.match(time):
        reader.report.value(element, f"the time {time!r} is not understood")
        time = None
    return edtf, time


def _is_within(element: etree._Element) -> bool:
    """Whether the date is one of those between two: neither a day nor a stretch of time is stated."""
    given = element.attrib
    return not _STATED.intersection(map(str, given)) and ("notBefore" in given or "notAfter" in given)


def _interval(element: etree._Element) -> str | None:
    """The EDTF interval of `@from`/`@to` or `@notBefore`/`@notAfter`, days without their time."""
    start = (element.get("from") or element.get("notBefore") or "").partition("T")[0]
    end = (element.get("to") or element.get("notAfter") or "").partition("T")[0]
    if start == end:
        return start or None
    return f"{start or '..'}/{end or '..'}"


def _valid(edtf: str) -> bool:
    try:
        _EDTF.validate_python(edtf)
    except ValidationError:
        return False
    return True
