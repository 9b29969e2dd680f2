"""The head of a title: what kind of document it is, and where the words for that stand."""

from telegrams.facts import entries
from telegrams.values.titles.designations import Designation, Extent, behind_seat, kind_of
from telegrams.values.titles.remarks import extent_of
from telegrams.values.titles.talks import is_session, with_talk
from telegrams.values.titles.vocabulary import POSSESSIVES, WordClass, vocabulary
from telegrams.values.titles.words import Stretch

_REACH = 16
_ENCLOSURES = frozenset(entries("enclosures"))
_PARTNERS = frozenset(("between", "with"))


def read_heading(span: Stretch) -> Designation:
    """Rule: [extent ("of" | "from")] ["from" article] [copy "of"] {adjective | owner} kind [("of" | "on") … talk]."""
    extent: Extent | None = None
    rest = span.without_article() if len(span) > 1 else span
    if rest.first is WordClass.DATE and len(rest) > 1:
        rest = rest.after(rest.start + 1)
    known = vocabulary()
    while len(rest) > 1:
        key, following, second = rest.key(rest.start), rest.key(rest.start + 1), rest.after(rest.start + 1)
        if _is_of_paper(rest):
            rest = rest.after(rest.start + 2).without_article()
        elif extent_of(key) and (following in ("of", "from") or second.first is not WordClass.PREPOSITION):
            extent = extent_of(key)
            rest = (second.after(second.start + 1) if following in ("of", "from") else second).without_article()
        elif key == "from" and rest.start == span.start:
            rest = second.without_article()
        elif following in known.paper.copies and (key in known.kind_adjectives or _is_adjective(rest)):
            rest = second
        else:
            break
    word = _kind_at(rest)
    if word is None:
        whose = rest.start == span.start + 1 and span.key(span.start) in POSSESSIVES
        rest = span if whose else rest
        return Designation(start=rest.start, word=rest.start, end=rest.start, extent=extent)
    return _with_extent_behind(rest, word) or with_talk(rest, word)._replace(extent=extent)


def _is_of_paper(words: Stretch) -> bool:
    """`Entry from the Diary …`, `Copy of a Letter …`, `Addition to the Report …`: the kind stands behind."""
    paper, key, following = vocabulary().paper, words.key(words.start), words.key(words.start + 1)
    entered = key in paper.entries and following in ("of", "from")
    added = key in paper.additions or key in _ENCLOSURES
    copied = (added or key in paper.copies) and following == ("to" if added else "of")
    return (entered or copied) and _kind_at(words.after(words.start + 2).without_article()) is not None


def _is_adjective(words: Stretch) -> bool:
    """`Unedited Translation of …`, `Partial Text of …`: what the copy is like; not `Holm Transcript of …`."""
    told = words.key(words.start).endswith(("ed", "al", "ish", "ese")) and words.start not in words.words.owners
    return told and words.key(words.start + 2) == "of" and words.first is not WordClass.BODY


def _with_extent_behind(rest: Stretch, word: int) -> Designation | None:
    """`Letter Draft`, `Telegram Excerpt`."""
    for last in (word, word + 1):
        extent = extent_of(rest.key(last))
        if extent and last > rest.start and not rest.words.breaks[last - 1] and kind_of(rest, last - 1) is not None:
            return with_talk(rest, last - 1)._replace(extent=extent, end=last + 1)
    return None


def _kind_at(span: Stretch) -> int | None:
    """The word that names the kind in the head zone: up to the first preposition, stop, quotation or dash."""
    known, classes, breaks = vocabulary(), span.words.classes, span.words.breaks
    found, seated = None, span.start
    for at in span.before(span.start + _REACH):
        key = span.key(at)
        if found is None and classes[at] is WordClass.PREPOSITION:
            seated = behind_seat(span, at)
        if at < seated:
            continue
        named = key in known.kind_ends and kind_of(span, at) is not None
        if at + 1 < span.end and classes[at + 1] is WordClass.BODY and not breaks[at]:
            continue
        if named or key in known.records or (key in known.talks and span.key(at + 1) in _PARTNERS):
            found = at
        elif key in known.sessions and found is None and is_session(span, at):
            return at
        elif key == "of" and found is None and at > span.start and _names_body(span, at):
            continue
        elif found is not None or classes[at] in _ENDS:
            break
        if breaks[at]:
            break
    return found


_ENDS = (WordClass.PREPOSITION, WordClass.QUOTE, WordClass.DASH, WordClass.DATE)


def _names_body(span: Stretch, at: int) -> bool:
    """Whether the words in front of an `of` are the beginning of a body: `Council`, `Council of the Republic`."""
    before = span.words.classes[at - 1]
    return before is WordClass.BODY or (before is WordClass.MODIFIER and WordClass.BODY in span.before(at).classes)
