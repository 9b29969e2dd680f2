"""Words from outside → the closed lists of words (`Literal`) that the model's fields take."""

from typing import TypeVar

_Word = TypeVar("_Word", bound=str)


def known(words: tuple[_Word, ...], value: object) -> _Word | None:
    """The one of `words` that `value` is, None where it is none of them.

    `words` is a list such as `CLOSER_ROLES: tuple[CloserRole, ...] = get_args(CloserRole)`.
    """
    for word in words:
        if word == value:
            return word
    return None


def one_of(words: tuple[_Word, ...], value: str) -> _Word:
    """The same for the program's own data. Raises `ValueError` for a word that is none of them."""
    found = known(words, value)
    if found is None:
        raise ValueError(f"{value!r} is none of {', '.join(words)}")
    return found
