"""Names for citations: a party or contributor becomes a CSL name.

A CSL name has `family` and `given` (and `suffix`) for a person whose names are told apart, or `literal` for a
body and for a name that must be printed in its own order (family-first names: engines ignore
`static-ordering`, so only `literal` prints `Zhou Enlai` right everywhere). Nothing is added that the document
does not say: a person known by one name has that name as `family`.
"""

import re
from collections.abc import Iterable, Mapping
from typing import assert_never

from telegrams.facts.bodies import nouns_of_bodies
from telegrams.facts.family_first import is_family_first
from telegrams.facts.names import NAME_WORDS
from telegrams.model.body import AnyBlock, Closer, leaf_blocks
from telegrams.model.inline import Inline, Name
from telegrams.model.parties import Party
from telegrams.model.readings import as_read

CitationName = dict[str, str]
"""A CSL name: `{"family": …, "given": …, "suffix": …}` or `{"literal": …}`."""

_BODIES = nouns_of_bodies("credited")
_SUFFIXES = NAME_WORDS["suffix"] | NAME_WORDS["numeral"]
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[ -]?){1,4}")
_NO_PERSON = re.compile(r"[A-Z]{3,10}(?: [a-z]{1,20}){0,3}")


def person_name(name: str) -> CitationName:
    """The CSL name of a person as a text prints the name.

    Grammar: `[given] family [", " suffix] | family ", " given`. The family name is the last word and the particles
    before it (`Charles de Gaulle` has the family name `de Gaulle`). A single word is the family name. A family-first
    name is literal.
    """
    main, comma, tail = name.rpartition(", ")
    if comma and main and tail not in _SUFFIXES and " " not in main:
        return {"family": main, "given": tail}
    if is_family_first(name):
        return {"literal": name}
    words = name.split(" ")
    suffix = words.pop() if len(words) > 1 and words[-1] in _SUFFIXES else ""
    words[-1] = words[-1].rstrip(",") or words[-1] if suffix else words[-1]
    start = len(words) - 1
    while start > 0 and words[start - 1] in NAME_WORDS["particle"]:
        start -= 1
    return _told_apart(" ".join(words[:start]), " ".join(words[start:]), suffix)


def _told_apart(given: str, family: str, suffix: str = "") -> CitationName:
    if not given:
        stuck = _INITIALS.match(family)
        if stuck and stuck.end() < len(family):  # initials without a blank behind them: `N.Khrushchev`
            given, family = family[: stuck.end()], family[stuck.end() :]
    name = {"family": family}
    return name | {part: value for part, value in (("given", given), ("suffix", suffix)) if value}


def is_body(name: str) -> bool:
    """Whether the name of a contributor is that of a body: capitals alone, or with a noun of bodies."""
    return _NO_PERSON.fullmatch(name) is not None or not _BODIES.isdisjoint(name.lower().split(" "))


def contributor_name(name: str) -> CitationName:
    """The CSL name of a translator: a person, or a body (`NHK television`, `FBIS`) as literal."""
    return {"literal": name} if is_body(name) else person_name(name)


def party_name(party: Party, signed: Mapping[str, str] = {}) -> CitationName | None:
    """The CSL name of a sender or recipient; None where nothing names it.

    A person is cited under the identity that the document gives behind an alias, else under the name. A given name
    in `signed` (see `signed_given_names`) is added to a bare family name. What has no personal name is literal: the
    organisation, else the office, else the place.
    """
    person = party.identity or party.name
    if person is None:
        return _body_name(party)
    name = person_name(person)
    given = signed.get(name.get("family", "").casefold())
    return {"family": name["family"], "given": given} if given and len(name) == 1 else name


def _body_name(party: Party) -> CitationName | None:
    leading = ", ".join(part for part in (party.role, party.organisation) if part)
    if party.place and party.place not in leading:
        leading = ", ".join(part for part in (leading, party.place) if part)
    return {"literal": leading} if leading else None


def signed_given_names(body: Iterable[AnyBlock]) -> dict[str, str]:
    """The given names and initials in the signatures, by family name (case folded): `V. KUZNETSOV` gives `V.`.

    A family name signed with two different given names is left out.
    """
    found: dict[str, set[str]] = {}
    for name in _signatures(body):
        parts = person_name(name)
        if "given" in parts:
            found.setdefault(parts["family"].casefold(), set()).add(_lowered(parts["given"]))
    return {family: given.pop() for family, given in found.items() if len(given) == 1}


def _signatures(body: Iterable[AnyBlock]) -> Iterable[str]:
    for block in leaf_blocks(body):
        if isinstance(block, Closer) and block.role == "signature":
            for inline in block.content:
                if isinstance(inline, Name):
                    yield plain_text(inline.content)


def _lowered(given: str) -> str:
    return " ".join(word.title() if word.isupper() and "." not in word else word for word in given.split(" "))


def plain_text(content: Iterable[Inline]) -> str:
    """The running words of inlines, white space collapsed: no dates, numbers, references, remarks of editors."""
    return " ".join(_joined(content).split())


def _joined(content: Iterable[Inline]) -> str:
    return "".join(map(_running, content))


def _running(inline: Inline) -> str:
    match inline.type:
        case "text":
            return inline.text
        case "line-break" | "space":
            return "" if inline.type == "line-break" and inline.inside_word else " "
        case "editorial-expansion":
            return inline.verbatim
        case "page-break" | "page-number" | "date" | "point" | "telegram-reference" | "footnote-reference":
            return ""
        case "markup":
            return _joined(inline.content)
        case "gap" | "sic" | "note" | "comment" | "processing-instruction":
            return ""
        case "name" | "quote" | "emphasis" | "supplied" | "link" | "expansion" | "choice" | "substitution" | "addition":
            return _joined(as_read(inline))
        case "deletion" | "unclear" | "foreign" | "apparent-error" | "correction" | "abbreviation":
            return _joined(as_read(inline))
        case "original-form" | "regularization" | "place-name" | "organisation-name":
            return _joined(as_read(inline))
        case _:
            assert_never(inline)


def printed_name(name: Mapping[str, str]) -> str:
    """The name in reading order, as a title prints it: `given family, suffix`, or the literal."""
    if "literal" in name:
        return name["literal"]
    parts = " ".join(name[part] for part in ("given", "family") if name.get(part))
    return ", ".join(part for part in (parts, name.get("suffix", "")) if part)


def inverted_name(name: Mapping[str, str]) -> str:
    """The name as bibliographic formats file it: `family, given`, or the literal."""
    return name.get("literal") or ", ".join(name[part] for part in ("family", "given", "suffix") if name.get(part))
