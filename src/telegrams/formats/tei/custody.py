"""Custody ⇄ `custEvent`: the clause as written, its parts marked where they stand in it.

`@source` says that the words are those of the citation; without it the event has only its parts. A part that the
words do not hold is an empty element with its value in an attribute.
"""

from collections.abc import Iterator
from typing import get_args

from lxml import etree

from telegrams.formats.xml import attribute, exact, text
from telegrams.model.citation import Custody, CustodyAction
from telegrams.model.known import known

from .credited import holder_tag, names_in
from .marking import mark
from .reader import TEI, TeiReader, line

TYPES = {"obtained": "copyObtained", "deposited": "copyDeposited"}
_ACTIONS: tuple[CustodyAction, ...] = get_args(CustodyAction)
_IN = "\n        "


def write_history(custody: tuple[Custody, ...], citation: str) -> str:
    """`additional`: the steps, and the copies on file as `surrogates`. Empty without steps.

    `citation` is the identifier of the citation whose words they are.
    """
    if not custody:
        return ""
    events = "".join(f"{_IN}      {write_event(step, citation)}" for step in custody)
    history = f"{_IN}    <adminInfo><custodialHist>{events}{_IN}    </custodialHist></adminInfo>"
    copies = [step.recipient for step in custody if step.action == "deposited" and step.recipient]
    stated = "".join(f'{_IN}      <bibl type="copy">{text(copy)}</bibl>' for copy in copies)
    surrogates = f"{_IN}    <surrogates>{stated}{_IN}    </surrogates>" if stated else ""
    return f"{_IN}  <additional>{history}{surrogates}{_IN}  </additional>"


def write_event(step: Custody, citation: str) -> str:
    """`custEvent`: the kind of step as type, the model's word for it as subtype."""
    kind = f' type="{TYPES.get(step.action, "copyProvided")}" subtype="{step.action}"'
    parts = list(_parts(step))
    if step.verbatim is None:
        return exact("custEvent", kind, "; ".join(element for _, element, _ in parts))
    content, absent = mark(step.verbatim, ((words, element) for words, element, _ in parts))
    content += "".join(empty for _, element, empty in parts if element in absent)
    return exact("custEvent", f'{kind} source="#{citation}"', content)


def _parts(step: Custody) -> Iterator[tuple[str, str, str]]:
    """The words, the element and the empty element of each part."""
    for words, kind, name in (
        (step.agent, ' type="agent"', "key"),
        (step.note, "", "n"),
        (step.recipient, ' type="recipient"', "key"),
    ):
        if words:
            tag = holder_tag(words) if kind else "note"
            yield words, f"<{tag}{kind}>{text(words)}</{tag}>", f'<{tag}{kind} {name}="{attribute(words)}"/>'


def read_event(event: etree._Element, reader: TeiReader) -> Custody | None:
    """The step; None, with a finding, where its kind is not known."""
    action = known(_ACTIONS, event.get("subtype"))
    if action is None:
        reader.report.unknown(event)
        return None
    names = {kind: _value(each, "key", reader) for kind, each in names_in(event).items()}
    note = event.find(f"{TEI}note")
    return Custody(
        action=action,
        verbatim=reader.string(event) if event.get("source") else None,
        agent=names.get("agent"),
        note=None if note is None else _value(note, "n", reader),
        recipient=names.get("recipient"),
    )


def _value(element: etree._Element, name: str, reader: TeiReader) -> str | None:
    return line(element.get(name, "")) or reader.string(element)
