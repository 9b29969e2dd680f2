"""Which clause can follow which, and at what price."""

from telegrams.values.titles.senses import ClauseOpening, Sense

_SENDING = (Sense.FROM, Sense.BY, Sense.OF)
_RECEIVING = (Sense.TO, Sense.FOR)
_BLANK = (Sense.OPEN, Sense.GENRE, Sense.REST, Sense.NUMBER, Sense.QUOTE)


def follows(opening: ClauseOpening, previous: Sense, *, stopped: bool, kind: str) -> float | None:
    """What it costs that a clause follows another; nothing where it cannot."""
    if opening.label is Sense.END:
        return 0.0
    label = opening.label
    if previous is Sense.SUBJECT:
        return _behind_subject(opening, stopped=stopped, kind=kind)
    if label is Sense.OPEN:
        return 0.0 if previous in (Sense.REST, Sense.NUMBER, Sense.GENRE) else None
    if label in _SENDING:
        return _sender(label, previous, stopped=stopped)
    if label in _RECEIVING:
        return _recipient(previous, stopped=stopped, kind=kind)
    if label is Sense.BETWEEN:
        return 0.0 if previous in (*_BLANK, Sense.OF) else None
    if label is Sense.WITH:
        return None if previous is Sense.TO else 0.0
    if label is Sense.VIA:
        return 0.0 if previous in (*_SENDING, *_RECEIVING, Sense.GENRE) else None
    return 0.0


def _behind_subject(opening: ClauseOpening, *, stopped: bool, kind: str) -> float | None:
    label = opening.label
    if label is Sense.TO:
        return 0.3 if stopped and opening.is_passive_to else None
    if label is Sense.BETWEEN:
        return 0.1 if kind in ("agreement", "conversation", "protocol") else None
    if label is Sense.BY:
        return 0.3 if stopped else None
    return 0.3 if stopped and label is Sense.FROM else None


def _sender(label: Sense, previous: Sense, *, stopped: bool) -> float | None:
    if label is Sense.OF:
        return 0.0 if previous in (Sense.OPEN, Sense.REST, Sense.NUMBER, Sense.GENRE) else None
    if stopped or previous in (*_BLANK, *_RECEIVING, Sense.VIA, Sense.STEAD):
        return 0.0
    return 0.0 if label is Sense.BY and previous in (Sense.OF, Sense.WITH, Sense.BETWEEN) else 3.0


def _recipient(previous: Sense, *, stopped: bool, kind: str) -> float | None:
    if previous is Sense.BETWEEN or (kind in ("agreement", "minutes") and previous in (Sense.WITH, Sense.OF)):
        return None
    if previous is Sense.REST:
        return 0.3 if stopped else None
    if previous in _RECEIVING:
        return 0.4 if stopped else 1.2
    return 0.0
