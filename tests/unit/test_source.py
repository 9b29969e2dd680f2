"""Bytes → text: encodings, byte order marks, line ends, characters that no value may hold."""

import pytest

import telegrams
from telegrams.reading.source import Source, decode, encode, from_text, with_line_ending


@pytest.mark.parametrize(
    ("raw", "ending"),
    [
        ("a\nb", "lf"),
        ("a\r\nb\r\n", "crlf"),
        ("a\rb", "cr"),
        ("a\r\nb\n", "lf"),
        ("a\r\nb\rc\n", "lf"),
        ("ab", "lf"),
        ("", "lf"),
    ],
)
def test_line_ends(raw, ending):
    source = Source(raw)
    assert source.line_ending == ending
    assert with_line_ending(source.base, ending) == raw
    assert "\r" not in source.clean


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1252", "koi8-r"])
def test_encodings_come_back(encoding):
    data = ("\ufeff" if encoding.startswith("utf") else "").encode(encoding) + "Ad\nb".encode(encoding)
    source = decode(data, encoding)
    assert source.raw == "Ad\nb"
    assert source.bom == encoding.startswith("utf")
    assert encode(source.raw, source.encoding, bom=source.bom) == data


@pytest.mark.parametrize(
    ("data", "encoding", "offset"),
    [(b"abc\xff", "utf-8", 3), (b"\xef\xbb\xbfab\xe4", "utf-8", 5), (b"a", "utf-16-le", 0), (b"ab\x81", "cp1252", 2)],
)
def test_bytes_that_do_not_fit_are_told_by_their_offset(data, encoding, offset):
    with pytest.raises(telegrams.DecodeError) as caught:
        decode(data, encoding)
    assert caught.value.offset == offset
    assert f"byte {offset}" in str(caught.value)


def test_text_with_a_byte_order_mark():
    source = from_text("\ufeffab")
    assert (source.raw, source.bom) == ("ab", True)


def test_a_lone_surrogate_is_no_text():
    with pytest.raises(telegrams.DecodeError) as caught:
        from_text("ab\ud800")
    assert caught.value.offset == 2


def test_offsets_lead_back_over_what_was_removed():
    source = Source("a\x00b\r\nc\x01\x02d")
    assert source.clean == "ab\ncd"
    assert [source.raw_offset(at) for at in range(5)] == [0, 2, 4, 5, 8]
    assert source.raw_offset(1, end=True) == 1
    assert source.raw_offset(5, end=True) == 9


def test_offsets_without_anything_removed():
    assert Source("abc").raw_offset(2) == 2
