"""The dates that running prose mentions: `On October 18 a conversation`, `July of this year`."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from telegrams.facts.calendar import ENGLISH_MONTHS, MONTHS, ROMAN_MONTHS, SEASONS
from telegrams.model import HistoricalDate
from telegrams.values.scanning import starts_of_figures

from .calendars import in_our_calendar
from .figures import SHARED_MONTH, Default, Figured, Moment, interval, single
from .forms import FORMS_FROM_DAY, FORMS_FROM_MONTH, FORMS_FROM_SEASON, FORMS_FROM_YEAR, Form, matches
from .matches import last_moment
from .parse import numbers_something
from .words import NAMED
from .years import Origin, Words, default_year, mentioned_year, origin_of, relative_year

_NOT_IN_PROSE = {"year-figures", "year-month-day", "decade", "years", "year"}
_FROM_YEAR = tuple(form for form in FORMS_FROM_YEAR if form.name not in _NOT_IN_PROSE)
_LOOK_BACK = 32
_LONGEST = 60
_MONTH_BEFORE = re.compile(
    r"(?<![^\W\d_])(?:([^\W\d_]{3,12})(?: ?[-–—/] ?| to | through | and | or ))?"
    r"([^\W\d_]{3,12})(?:\.?,? (?:the )?| of )$"
)
_MONTHS_BEFORE_YEAR = re.compile(
    r"(?<![^\W\d_])((?P<m1>[A-Z][a-z]{2,8})(?:(?: ?[-–—/] ?| to | and | or | through )(?P<m2>[A-Z][a-z]{2,8}))?)"
    r",? (?:(?:of|in) )?(?:the |that )?[a-z]{4,9}$"
)
_DAY_LIST = re.compile(
    r"(?P<days>\d{1,2}(?:, \d{1,2}){0,8}),? and "
    r"(?P<last>\d{1,2} (?P<month>[A-Z][a-zA-Z]{2,8})\b(?:,? (?P<year>\d{4})(?!\d))?)"
)
_YEAR_WORD = r"(?:of |in )?(?:this|that|last|next|each|every|any|(?:the|that) [a-z]{4,9}) year\b"
_USUAL = re.compile(
    r"(?:(\d{1,2}) ([A-Z][a-z]{2,8})|([A-Z][a-z]{2,8}) (\d{1,2})(?!\d))(?:,? ([12]\d{3})(?! ?(?:hs|hrs|hours|GMT)\b))?"
    r"(?![\w\[/&–—-]|[.,]?[ \n]?\d| ?[-–—/&%\[]"
    r"|,? (?:(?:and|or) \d|(?:to|until|till|through|bis)\b)| ?\((?:\d{1,2}[) ]|[A-Z][a-z]{2,8} \d)"
    rf"|,? {_YEAR_WORD})"
    r"|([A-Z][a-z]{2,8}) (\d{4})(?![\w/])"
)
# Of more than two figures a year of four alone may begin a date, where figures or the sign of a year follow.
_MAY_BE_DATE = re.compile(
    r"(?!\d{3})\d{1,2}"
    r"(?:[./](?:\d|[IVX])|(?:-?(?:st|nd|rd|th)\b|-[а-яё]{1,3}\b|\.)?(?:,? ?| ?[-–—/] ?)(?:([^\W\d_]{1,12})|\d))"
    r"|\d{1,2} ?\(\d{1,2}\) [A-Z]|\d{4}(?:[-./] ?\d| ?[年년])"
)
_LINKS = {"of", "de", "den", "to", "and", "or", "until", "till", "through", "thru", "bis"}
_AFTER_DAY = {*MONTHS, *map(str.lower, ROMAN_MONTHS), "xl", *_LINKS}
_NO_DATE = re.compile(
    rf"[.,]\d| ?%|,? ?\n ?\d{{4}}(?!\d)|[ -](?:{'|'.join(map(str.capitalize, NAMED))})\b"
    r"| ?(?:[(\[][^()\[\]]{1,40})?[)\]],? (?:of )?[12]\d{3}(?!\d)"
    r"|(?: (?:and|or) (?:[A-Z][a-z]{2,8} \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}))?,? (?:of )?(?:each|every|any) year\b"
)
"""What shows that a day without year is a quantity, a name, a day of every year, or that its year stands farther on."""
_NO_SUCH_DAY = re.compile(r"(?<![\d.,])(?:(?:29|30) (?=[Ff]eb)|31 (?=[Ff]eb|[Aa]pr|[Jj]un|[Ss]ep|[Nn]ov))")
_PARTED = re.compile(r"\d{1,2}(?:,| of|, of) ")
_NUMBER_OF_DAY = re.compile(r" \d{1,2}(?:,? \d{4}| and\b|[,;.) \n]|$)")
"""`Nos. 18 of June 5, 1951` and `18, June 5 and`: the figure before the month is no day, the one behind it is."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NEXT_WORD = re.compile(r" (?:of )?([A-Z][a-z]{2,8})\b")
_LAST, _FAR = 8, 400
"""So many mentions, and so many characters, are asked for the year that a text goes on in."""
_YEARS_BACK, _YEARS_AHEAD = 15, 2
_STOP = re.compile(r"[,;:)\]]|\.(?!\d)| [(\[]|\n|$")
_SHORT_YEAR = re.compile(r",? ['’]?(\d\d)(?!\d|[.,:]\d|\w| ?%)")
_OPEN = Default()
_FIGURES = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_BEFORE = "([\"'“‘–—-\n"
_LEADING = {*MONTHS, *SEASONS, "of", "the"}
_SHORTEST_MONTH = 3
_ENDS_OF_MONTHS = {name[-_SHORTEST_MONTH:] for name in (*MONTHS, *SEASONS)}


class DateMention(NamedTuple):
    """A date in running text: where it stands, and the date."""

    start: int
    end: int
    date: HistoricalDate


def find_dates(text: str, written: str | None = None, figures: Sequence[int] | None = None) -> list[DateMention]:
    """The dates mentioned in prose, in order, without overlap; each one's verbatim form is its slice of `text`.

    mention = date with month and year | month and day | month, [ "of" ], ( "this" | "last" … ), "year" ;

    `written` is the date of the document (EDTF): it and the words around complete a month and day, marked as inferred
    by one of the rules `year-…`. A day whose year stays open is not reported. Neither are bare years and months,
    seasons without year, impossible dates, dates with brackets inside (those belong to the editor) and two-figure
    years, except after a roman month. Of `27 and 28 October` both are reported. A lower-case month name counts only
    before a year of four figures. `figures` is where runs of figures begin, for who knows it already.
    """
    prose = _Prose(text, origin_of(written), [])
    mentions = prose.mentions
    end = 0
    for position in starts_of_figures(text) if figures is None else figures:
        if position < end:
            continue
        start = _word_start(text, position, end) if text[position - 1 : position] == " " else None
        if start is None and not _may_be_date(text, position):
            continue
        if start is not None and text[start - 1 : start] == " " and _NO_SUCH_DAY.match(text, start - 3):
            continue
        usual = _usual_mention(prose, position if start is None else start)
        found = [usual] if usual else _mentions_at(prose, position, start)
        if found:
            mentions += found
            end = found[-1].end
    if " year" in text:
        taken = {mention.end for mention in mentions}
        relative = [mention for mention in _months_of_year(prose) if mention.end not in taken]
        if relative:
            return sorted(mentions + relative)
    return mentions


class _Prose(NamedTuple):
    """A text, the days on which its document may be written, and the mentions found so far."""

    text: str
    origin: Origin | None
    mentions: list[DateMention]

    @property
    def near(self) -> int | None:
        """The year of the document."""
        return self.origin.last.year if self.origin else None

    def year_of(self, start: int, end: int, moment: Moment) -> Default:
        """What completes the month and day that stand in `text[start:end]`."""
        if not self.origin:
            return _OPEN
        return default_year(Words(self.text, start, end), moment, self.origin, self.last_told)

    def last_told(self) -> date | None:
        """The day of the last mention that names its year; none where it is less or more than a day."""
        told = next((each.date for each in reversed(self.mentions[-_LAST:]) if _tells(each.date)), None)
        return date.fromisoformat(told.edtf) if told and told.edtf and _DAY.fullmatch(told.edtf) else None

    def year_in_words(self, start: int, end: int) -> tuple[int, Default] | None:
        """Where `of that year` behind a mention ends, and the year it means."""
        found = relative_year(self.text, end, self.origin, None)
        if found is None or found[1].year is not None:
            return found
        last = next((each for each in reversed(self.mentions) if each.end <= start), None)
        mentioned = mentioned_year(self.text, max(start - _FAR, last.end if last else 0), start)
        if mentioned is None and last and last.date.edtf:
            mentioned = int(last.date.edtf[-10:][:4]) if last.date.edtf[-10:][:4].isdigit() else None
        return relative_year(self.text, end, self.origin, mentioned)


def _tells(told: HistoricalDate) -> bool:
    """Whether a mention names its year, or shares it with one that does."""
    return told.inferred is None or told.inferred.rule == "shared-year"


def _may_be_date(text: str, position: int) -> bool:
    """A quick look at the word behind a figure: most figures are no days."""
    match = _MAY_BE_DATE.match(text, position)
    return match is not None and (not match[1] or match[1].lower() in _AFTER_DAY)


def _mentions_at(prose: _Prose, position: int, start: int | None) -> list[DateMention]:
    """The mentions whose first figure stands at `position`; `start` is where the month before it stands, if any."""
    text = prose.text
    days = _DAY_LIST.match(text, position) if start is None else None
    if days and days["month"].capitalize() in ENGLISH_MONTHS:
        return _listed_days(prose, days)
    if start is not None:
        first, forms = start, FORMS_FROM_SEASON if _starts_with_season(text, start) else FORMS_FROM_MONTH
    else:
        first, forms = position, _FROM_YEAR if text[position : position + 4].isdecimal() else FORMS_FROM_DAY
    for form, whole in matches(forms, text, first, first + _LONGEST):
        match = _without_short_year(form, whole, prose.near)
        mention = _mention(prose, form, match) if match else None
        if mention:
            return [mention]
    return []


def _starts_with_season(text: str, start: int) -> bool:
    word = _LETTERS.match(text, start)
    return word is not None and word[0].lower() in SEASONS


def _usual_mention(prose: _Prose, start: int) -> DateMention | None:
    """`28 October`, `October 18`, `1 May 1949`, `July 31, 1955`, `October 1949`: the forms that most mentions have."""
    match = _USUAL.match(prose.text, start)
    if not match:
        return None
    day, month, first_month, other_day, figures, bare_month, bare_year = match.groups()
    name, figures = month or first_month or bare_month, figures or bare_year
    if name not in ENGLISH_MONTHS or numbers_something(prose.text, start):
        return None
    if not figures and _NO_DATE.match(prose.text, match.end()):
        return None
    day = day or other_day
    moment = Moment(int(figures) if figures else None, MONTHS[name.lower()], int(day) if day else None)
    default = _OPEN if figures else prose.year_of(start, match.end(), moment)
    figured = single(Moment(moment.year or default.year, moment.month, moment.day), default.inferred)
    figured, end = in_our_calendar(figured, prose.text, match.end())
    return DateMention(start, end, _date(prose.text[start:end], figured)) if figured.edtf else None


def _without_short_year(form: Form, match: re.Match[str], near: int | None) -> re.Match[str] | None:
    """The match without a two-figure year, which in prose is more often a number of something.

    It stays behind a roman month, and in `30 Nov 56,` where a stop follows and the year is of the document's time.
    """
    if "roman" in form.name:
        return match
    for group in ("y1", "y2"):
        figures = match.groupdict().get(group)
        if not figures or len(figures) == 4:
            continue
        stops = match[0][0].isdecimal() and _STOP.match(match.string, match.end(group))
        short = figures.lstrip("'’")
        if near and stops and short.isdecimal() and _is_of_time(short, near):
            continue
        return match.re.match(match.string, match.start(), match.start(group))
    return match


def _is_of_time(figures: str, near: int) -> bool:
    """Whether two figures are those of a year not long before the document, or of the next ones."""
    return (near + _YEARS_AHEAD - int(figures)) % 100 <= _YEARS_BACK + _YEARS_AHEAD


def _mention(prose: _Prose, form: Form, match: re.Match[str]) -> DateMention | None:
    text, start = prose.text, match.start()
    words = match[0].rstrip(" .,")
    if words[-1] in "?]" and "[" not in words:
        return _mention(prose, form, again) if (again := _without_last(match, len(words) - 1)) else None
    if any(sign in words for sign in ("[", "]", "?", "  ")):
        return None
    groups, end = match.groupdict(), start + len(words)
    default = Default(near=prose.near)
    if not (groups.get("y1") or groups.get("y2")):
        months = [groups[name] for name in ("m1", "m2") if groups.get(name)]
        if form.name == "day-roman-year" or any(name.capitalize() not in _capitals(name) for name in months):
            return None
        if _NO_DATE.match(text, end) or _is_of_next(text, end, words):
            return None
        relative = prose.year_in_words(start, end)
        end, default = relative or (end, prose.year_of(start, end, last_moment(groups)))
        if _is_at_odds(_SHORT_YEAR.match(text, end), default):
            return None
    figured = form.read(match, default)
    if not figured or not figured.edtf or numbers_something(text, start):
        return None
    figured, end = in_our_calendar(figured, text, end)
    if not figured.edtf or (figured.doubtful and " and " in words):
        return None
    return DateMention(start, end, _date(text[start:end], figured))


def _without_last(match: re.Match[str], length: int) -> re.Match[str] | None:
    """The match of the first `length` characters: what stands behind them is a mark of the sentence or its bracket."""
    return match.re.match(match.string, match.start(), match.start() + length)


def _is_of_next(text: str, end: int, words: str) -> bool:
    """Whether the last figure belongs to the month behind it, or the month to the figure behind it.

    `December 5 and 27` before `June 1957`; `18 of June` before `5, 1951`.
    """
    following = _NEXT_WORD.match(text, end) if words[-1].isdecimal() else None
    if following and following[1] in ENGLISH_MONTHS:
        return True
    return _NUMBER_OF_DAY.match(text, end) is not None and _PARTED.match(words) is not None


def _is_at_odds(figures: re.Match[str] | None, default: Default) -> bool:
    """Whether two figures behind a day may be another year of the document's time than the one that completes it."""
    if not figures or default.year is None or default.near is None:
        return False
    return _is_of_time(figures[1], default.near) and int(figures[1]) != default.year % 100


def _capitals(name: str) -> frozenset[str]:
    return ENGLISH_MONTHS if name[0].isupper() else frozenset()


def _date(verbatim: str, figured: Figured) -> HistoricalDate:
    return HistoricalDate(verbatim=verbatim, edtf=figured.edtf, doubtful=figured.doubtful, inferred=figured.inferred)


def _listed_days(prose: _Prose, match: re.Match[str]) -> list[DateMention]:
    """`27 and 28 October`: a mention for every day, the last one with its month."""
    month, last_day = MONTHS[match["month"].lower()], int(match["last"].split(" ")[0])
    end, default = match.end(), Default(int(match["year"]), SHARED_MONTH) if match["year"] else _OPEN
    if not match["year"]:
        relative = prose.year_in_words(match.start(), end)
        end, default = relative or (end, prose.year_of(match.start(), end, Moment(None, month, last_day)))
    places = [(match.start() + day.start(), day[0], default.inferred) for day in _FIGURES.finditer(match["days"])]
    places.append((match.start("last"), prose.text[match.start("last") : end], default.inferred))
    if match["year"]:
        places[-1] = (*places[-1][:2], None)
    mentions = []
    for start, words, inference in places:
        figured = single(Moment(default.year, month, int(words.split(" ")[0])), inference)
        if figured.edtf:
            mentions.append(DateMention(start, start + len(words), _date(words, figured)))
    return mentions


def _months_of_year(prose: _Prose) -> Iterator[DateMention]:
    """`July of this year`, `August-September last year`."""
    position = prose.text.find(" year")
    while position >= 0:
        match = _MONTHS_BEFORE_YEAR.search(prose.text, max(0, position - _LONGEST), position)
        if match and (relative := prose.year_in_words(match.start(), match.end(1))):
            end, default = relative
            figured = _months_in(match, default)
            if figured and figured.edtf:
                yield DateMention(match.start(), end, _date(prose.text[match.start() : end], figured))
        position = prose.text.find(" year", position + 1)


def _months_in(match: re.Match[str], default: Default) -> Figured | None:
    first, last = (
        MONTHS.get(name.lower()) if name in ENGLISH_MONTHS else None
        for name in (match["m1"], match["m2"] or match["m1"])
    )
    if not first or not last:
        return None
    figured = interval(Moment(None, first), Moment(default.year, last), default.inferred)
    return figured._replace(doubtful=True) if " or " in match[1] else figured


def _word_start(text: str, position: int, floor: int) -> int | None:
    """Where the month (or span of months, or season) right before `position` begins."""
    floor = max(floor, position - _LOOK_BACK)
    last = text[floor : position - 1].rpartition(" ")[2].rpartition("-")[2].rpartition("/")[2]
    if last.lower() not in _LEADING and last.lstrip(_BEFORE).rstrip(".,").lower() not in _LEADING:
        return None
    # Before most figures `of` and `the` stand behind no month, and the pattern is slow.
    words = text[floor : position - 1].lower().removesuffix(" of").removesuffix(" the").rstrip(".,")
    if words[-_SHORTEST_MONTH:] not in _ENDS_OF_MONTHS:
        return None
    before = text[floor:position]
    match = _MONTH_BEFORE.search(before)
    if not match or (match[2].lower() not in MONTHS and match[2].lower() not in SEASONS):
        return None
    both = match[1] and (match[1].lower() in MONTHS or match[1].lower() in SEASONS)
    return position - len(before) + match.start(1 if both else 2)
