"""Which clause can follow which, and at what price."""

from telegrams.values.titles.openings import Label, Opening

_SENDING = (Label.FROM, Label.BY, Label.OF)
_RECEIVING = (Label.TO, Label.FOR)
_BLANK = (Label.OPEN, Label.GENRE, Label.REST, Label.NUMBER, Label.QUOTE)


def follows(opening: Opening, previous: Label, *, stopped: bool, kind: str) -> float | None:
    """What it costs that a clause follows another; nothing where it cannot."""
    if opening.label is Label.END:
        return 0.0
    label, passive = opening.label, opening.first == opening.at + 2
    if previous is Label.SUBJECT:
        if label is Label.TO:
            return 0.3 if stopped and passive else None
        return 0.6 if stopped and label in (Label.FROM, Label.BY) else None
    if label is Label.OPEN:
        return 0.0 if previous in (Label.REST, Label.NUMBER) else None
    if label in _SENDING:
        return _sender(label, previous, stopped=stopped)
    if label in _RECEIVING:
        return _recipient(previous, stopped=stopped, kind=kind)
    if label is Label.BETWEEN:
        return 0.0 if previous in (*_BLANK, Label.OF) else None
    if label is Label.WITH:
        return None if previous is Label.TO else 0.0
    if label is Label.VIA:
        return 0.0 if previous in (*_SENDING, *_RECEIVING, Label.GENRE) else None
    return 0.0


def _sender(label: Label, previous: Label, *, stopped: bool) -> float | None:
    if label is Label.OF:
        return 0.0 if previous in (Label.OPEN, Label.REST, Label.NUMBER) else None
    if stopped or previous in (*_BLANK, *_RECEIVING, Label.VIA):
        return 0.0
    return 0.0 if label is Label.BY and previous in (Label.OF, Label.WITH, Label.BETWEEN) else 3.0


def _recipient(previous: Label, *, stopped: bool, kind: str) -> float | None:
    if previous is Label.BETWEEN or (kind in ("agreement", "minutes") and previous in (Label.WITH, Label.OF)):
        return None
    if previous is Label.REST:
        return 0.3 if stopped else None
    if previous in _RECEIVING:
        return 0.4 if stopped else 1.2
    return 0.0
