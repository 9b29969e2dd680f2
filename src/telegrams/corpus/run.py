"""Many sources → outcomes, in the order of the sources, on one processor or several.

The results are the same for any number of workers. Only a bounded number of bundles is under way at any time, so
memory does not grow with the number of sources. A worker that is killed loses nothing but the document that killed it.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

S = TypeVar("S")
R = TypeVar("R")

WINDOW = 4
"""How many bundles for each worker are under way."""


def run(
    bundles: Iterable[tuple[S, ...]], do: Callable[[S], R], lost: Callable[[S], R], jobs: int = 1
) -> Generator[R, None, None]:
    """`do(source)` for every source of every bundle, in order.

    With more than one job, `do` must be picklable, and `lost(source)` stands for the result of a source whose
    worker died twice: once in its bundle and once alone. What `do` raises is raised here.
    """
    if jobs == 1:
        for bundle in bundles:
            yield from map(do, bundle)
    else:
        yield from _parallel(iter(bundles), do, lost, jobs)


def _parallel(bundles: Iterator[tuple[S, ...]], do: Callable[[S], R], lost: Callable[[S], R], jobs: int) -> Iterator[R]:
    from concurrent.futures import BrokenExecutor

    pool = _pool(jobs)
    window: deque[tuple[tuple[S, ...], Future[tuple[R, ...]]]] = deque()
    try:
        while True:
            while len(window) < jobs * WINDOW and (bundle := next(bundles, None)) is not None:
                window.append((bundle, _submit(pool, do, bundle)))
            if not window:
                return
            first, future = window.popleft()
            try:
                results = future.result()
            except BrokenExecutor:
                pool.shutdown()
                results = tuple(_one_by_one(first, do, lost))
                pool = _pool(jobs)
                window = deque((each, done if _done(done) else _submit(pool, do, each)) for each, done in window)
            yield from results
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _one_by_one(bundle: tuple[S, ...], do: Callable[[S], R], lost: Callable[[S], R]) -> Iterator[R]:
    """The bundle that a worker did not survive, each source alone."""
    from concurrent.futures import BrokenExecutor

    pool = _pool(1)
    try:
        for source in bundle:
            try:
                yield from _submit(pool, do, (source,)).result()
            except BrokenExecutor:
                yield lost(source)
                pool.shutdown()
                pool = _pool(1)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int) -> "ProcessPoolExecutor":
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs, initializer=_prepare_worker)


def _prepare_worker() -> None:
    """Leave Ctrl-C, which reaches the whole group of processes, to the parent; end when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the end of the parent, then end; a killed parent cannot tell its workers."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _submit(pool: "ProcessPoolExecutor", do: Callable[[S], R], bundle: tuple[S, ...]) -> "Future[tuple[R, ...]]":
    """The promise of the bundle's results; a broken one where a worker has died already."""
    from concurrent.futures import BrokenExecutor, Future

    try:
        return pool.submit(_each, do, bundle)
    except BrokenExecutor as broken:
        failed: Future[tuple[R, ...]] = Future()
        failed.set_exception(broken)
        return failed


def _each(do: Callable[[S], R], bundle: tuple[S, ...]) -> tuple[R, ...]:
    return tuple(map(do, bundle))


def _done(future: "Future[tuple[R, ...]]") -> bool:
    return future.done() and not future.cancelled() and future.exception() is None
