"""Many inputs → their results, for programs that embed the library."""

import os
from collections.abc import Iterable, Iterator
from functools import partial

from telegrams.conversion import Result, convert
from telegrams.errors import ParseError
from telegrams.formats.given import Given, content_of, file_name
from telegrams.formats.guess import decoded, format_of
from telegrams.model.layout import Encoding
from telegrams.options import MAX_BYTES

from .plan import Input, chunks
from .run import run
from .work import Request, fault_finding, killed_finding, load


def convert_many(
    inputs: Iterable[Given],
    jobs: int = 1,
    *,
    format: str | None = None,
    encoding: Encoding = "utf-8",
    max_bytes: int = MAX_BYTES,
) -> Iterator[Result]:
    """The result of each input, in their order, whatever the number of jobs (worker processes).

    An input is a path (a `str` here is one, too), bytes, or an open file, which is read when its turn comes. One that
    cannot be read or understood gives a result without documents whose diagnostics say why; nothing is raised because
    of a file. Memory does not grow with the number of inputs. Raises `TypeError` for what is none.
    """
    return run(
        chunks(map(_input, inputs)),
        partial(_result, request=Request(format=format, encoding=encoding, max_bytes=max_bytes)),
        _lost,
        jobs,
    )


def _input(given: Given) -> Input:
    if isinstance(given, str | os.PathLike):
        return Input(os.fspath(given))
    content = content_of(given)
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return Input(file_name(given) or "", data=data)


def _result(source: Input, request: Request) -> Result:
    data = b""
    try:
        data = load(source, request.max_bytes)
        known = request.format or format_of(source.name, data)
        result = convert(data, known, request.encoding, source.name or None)
        result.diagnostics  # noqa: B018 - found here, in the worker, and kept in the result
    except ParseError as error:
        return Result((), decoded(data), source.name or None, error.diagnostics)
    except Exception as fault:  # a fault in one document must not lose the others
        return Result((), decoded(data), source.name or None, (fault_finding(fault),))
    return result


def _lost(source: Input) -> Result:
    return Result((), "", source.name or None, (killed_finding(),))
