"""Many files → their results, for programs that embed the library."""

import os
from collections.abc import Iterable, Iterator
from functools import partial

from telegrams.conversion import Result, convert
from telegrams.errors import ParseError
from telegrams.formats.guess import decoded, format_of
from telegrams.model.layout import Encoding
from telegrams.options import MAX_BYTES

from .plan import Input, chunks
from .run import run
from .work import Request, fault_finding, killed_finding, load


def convert_many(
    paths: Iterable[str | os.PathLike[str]],
    jobs: int = 1,
    *,
    format: str | None = None,
    encoding: Encoding = "utf-8",
    max_bytes: int = MAX_BYTES,
) -> Iterator[Result]:
    """The result of each file, in the order of the paths, whatever the number of jobs (worker processes).

    A file that cannot be read or understood gives a result without documents whose diagnostics say why; nothing is
    raised because of a file. Memory does not grow with the number of paths.
    """
    found = (Input(os.fspath(path)) for path in paths)
    return run(
        chunks(found),
        partial(_result, request=Request(format=format, encoding=encoding, max_bytes=max_bytes)),
        _lost,
        jobs,
    )


def _result(source: Input, request: Request) -> Result:
    data = b""
    try:
        data = load(source, request.max_bytes)
        result = convert(data, request.format or format_of(source.name, data), request.encoding, source.name)
        result.diagnostics  # noqa: B018 - found here, in the worker, and kept in the result
    except ParseError as error:
        return Result((), decoded(data), source.name, error.diagnostics)
    except Exception as fault:  # a fault in one document must not lose the others
        return Result((), decoded(data), source.name, (fault_finding(fault),))
    return result


def _lost(source: Input) -> Result:
    return Result((), "", source.name, (killed_finding(),))
