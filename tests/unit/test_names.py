from pathlib import Path

import pytest

from telegrams.formats.names import (
    contributor_name,
    inverted_name,
    party_name,
    person_name,
    plain_text,
    printed_name,
    signed_given_names,
)
from telegrams.model import (
    Addition,
    Choice,
    Closer,
    Comment,
    Deletion,
    EditorialExpansion,
    EditorialNote,
    Emphasis,
    Gap,
    LineBreak,
    Markup,
    Name,
    OriginalForm,
    PageNumber,
    Paragraph,
    Party,
    Regularization,
    Substitution,
    Text,
    Unclear,
)

CASES = Path(__file__).parents[1] / "cases" / "names" / "names.txt"


def cases():
    for line in CASES.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield [part.strip() for part in line.split("->")]


def told(name):
    if "literal" in name:
        return f"= {name['literal']}"
    return [name.get(part, "") for part in ("family", "given", "suffix")]


@pytest.mark.parametrize(("printed", "expected"), list(cases()))
def test_names_of_persons(printed, expected):
    if not expected.startswith("="):
        expected = [part.strip() for part in (expected + " | |").split("|")][:3]
    assert told(person_name(printed)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ruth Baker", {"family": "Baker", "given": "Ruth"}),
        ("Harbor Translation Service", {"literal": "Harbor Translation Service"}),
        ("NHK television", {"literal": "NHK television"}),
        ("JPRS", {"literal": "JPRS"}),
        ("ST", {"family": "ST"}),
    ],
)
def test_names_of_contributors(name, expected):
    assert contributor_name(name) == expected


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        (Party(name="Orlov", role="Consul", organisation="Consulate"), {"family": "Orlov"}),
        (Party(name="Gray Fox", identity="Orlov"), {"family": "Orlov"}),
        (Party(organisation="Ministry of Trade"), {"literal": "Ministry of Trade"}),
        (Party(role="Port Officials"), {"literal": "Port Officials"}),
        (Party(role="Head", organisation="Delegation"), {"literal": "Head, Delegation"}),
        (Party(organisation="Polish Embassy", place="Vienna"), {"literal": "Polish Embassy, Vienna"}),
        (Party(organisation="Embassy in Vienna", place="Vienna"), {"literal": "Embassy in Vienna"}),
        (Party(place="Sofia"), {"literal": "Sofia"}),
        (Party(), None),
    ],
)
def test_names_of_parties(party, expected):
    assert party_name(party) == expected


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        (Party(name="Orlov"), {"family": "Orlov", "given": "P."}),
        (Party(name="N. Orlov"), {"family": "Orlov", "given": "N."}),
        (Party(name="Belov"), {"family": "Belov"}),
        (Party(name="Zhang Wenhua"), {"literal": "Zhang Wenhua"}),
    ],
)
def test_a_signature_gives_the_given_name(party, expected):
    assert party_name(party, {"orlov": "P.", "wenhua": "X."}) == expected


def signed(*names, role="signature"):
    words = tuple(Name(content=(Text(text=name),)) for name in names)
    return Closer(role=role, content=(Text(text="Signed "), LineBreak(), *words))


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([signed("P. ORLOV", "IVAN BELOV")], {"orlov": "P.", "belov": "Ivan"}),
        ([signed("P. ORLOV"), signed("P. Orlov")], {"orlov": "P."}),
        ([signed("P. ORLOV"), signed("N. ORLOV")], {}),
        ([signed("ORLOV")], {}),
        ([signed("P. ORLOV", role="distribution")], {}),
        ([signed("Zhang Wenhua")], {}),
        ([Paragraph(content=(Name(content=(Text(text="P. ORLOV"),)),))], {}),
    ],
)
def test_signatures(blocks, expected):
    assert signed_given_names(blocks) == expected


def test_the_words_of_inlines():
    signed = (Text(text="P. "), Emphasis(content=(Text(text="OR"),)), LineBreak(), Gap(verbatim="x", reason="missing"))
    remark = (EditorialNote(content=(Text(text="signature"),)), PageNumber(verbatim="- 4 -"))
    assert plain_text((*signed, *remark)) == "P. OR"


def test_plain_text_has_the_words_of_what_an_editor_marked_and_completed():
    marked = Markup(element="unclear", content=(Text(text="P"),))
    assert plain_text((marked, EditorialExpansion(verbatim="etrov"), Comment(verbatim="sic?"))) == "Petrov"


def test_plain_text_has_of_alternatives_the_one_that_is_read():
    def said(words):
        return (Text(text=words),)

    struck = (Deletion(content=said("A.")), Addition(content=said("V. ")))
    spelt = (OriginalForm(content=said("Petroff")), Regularization(content=said("Petrov")))
    signed = (Substitution(content=struck), Unclear(content=said("I. ")), Choice(content=spelt))
    assert plain_text(signed) == "V. I. Petrov"


@pytest.mark.parametrize(
    ("name", "printed", "inverted"),
    [
        ({"family": "Stone", "given": "Harold", "suffix": "Jr."}, "Harold Stone, Jr.", "Stone, Harold, Jr."),
        ({"family": "Stone"}, "Stone", "Stone"),
        ({"literal": "Port Authority"}, "Port Authority", "Port Authority"),
    ],
)
def test_names_in_reading_and_in_filing_order(name, printed, inverted):
    assert printed_name(name) == printed
    assert inverted_name(name) == inverted
