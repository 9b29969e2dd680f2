"""What the user says of an edition."""

import pytest

from telegrams.errors import WriteError
from telegrams.formats.publication import address, is_address, licence_address, option_words, publication_date

BY = "https://creativecommons.org/licenses/by/{}/"
ZERO = "https://creativecommons.org/publicdomain/zero/1.0/"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("CC BY", BY.format("4.0")),
        ("cc-by-3.0", BY.format("3.0")),
        ("CC BY 4.0 International", BY.format("4.0")),
        ("CC0", ZERO),
        ("CC 0 1.0 Universal", ZERO),
        (BY.format("2.0"), BY.format("2.0")),
        (BY.format("4.0") + "deed.en", BY.format("4.0") + "deed.en"),
        (f" {ZERO}legalcode", f"{ZERO}legalcode"),
        ("CC BY-SA 4.0", None),
        ("CC BY-NC", None),
        ("https://creativecommons.org/licenses/by-nc/4.0/", None),
        ("free", None),
        ("", None),
    ],
)
def test_licences(given, found):
    assert licence_address(given) == found


@pytest.mark.parametrize("given", ["2020", "2020-02", "2020-02-29"])
def test_dates_of_publication(given):
    assert publication_date(given) == given


@pytest.mark.parametrize("given", ["", "20", "2020-13", "2021-02-29", "2020-02-29T", "2020-W01", "20200229", "1. May"])
def test_no_dates_of_publication(given):
    with pytest.raises(WriteError, match="--published"):
        publication_date(given)


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("https://a.example/b?c=d&e=(f)#g", True),
        ("http://a:80", True),
        ("http://a/%C3%A9", True),
        ("http://a/%C", False),
        ("http://a/é", False),
        ("http://a/#b#c", False),
        ("http://a/ b", False),
        ("http://", False),
        ("ftp://a", False),
        ("http://a\n", False),
    ],
)
def test_addresses(given, right):
    assert is_address(given) is right


def test_the_first_address_among_pointers():
    assert address("#berg http://a/1 http://a/2") == "http://a/1"
    assert address("#berg") is None


def test_words_for_one_line():
    assert option_words("  A\x00 \n B\ufffe\x02\tC\ud800 ") == "A B C"
    assert option_words(None) == ""
