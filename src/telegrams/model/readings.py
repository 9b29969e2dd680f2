"""Which of several readings of the same words is read: one rule for every format that prints words."""

from .inline import Container, Inline

_READ = frozenset({"correction", "regularization", "expansion"})
"""Of the readings of a choice the first of these is read; where it has none of them, its first."""


def as_read(inline: Container) -> tuple[Inline, ...]:
    """What is read of the inlines inside one.

    Of a choice the corrected, regular or expanded reading, of a substitution what was added, of a deletion nothing; of
    all others everything.
    """
    match inline.type:
        case "choice":
            return (next((each for each in inline.content if each.type in _READ), inline.content[0]),)
        case "substitution":
            return tuple(each for each in inline.content if each.type == "addition")
        case "deletion":
            return ()
    return inline.content
