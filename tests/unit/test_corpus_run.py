"""Work on several processors: order, bounds, killed workers."""

import os
import signal
import time
from functools import partial
from types import SimpleNamespace

import pytest

from telegrams.corpus import run as room
from telegrams.corpus.run import WINDOW, run

BUNDLES = [tuple(range(start, start + 5)) for start in range(0, 100, 5)]


def double(number):
    return 2 * number


def late_first(number):
    time.sleep(0.05 if number == 0 else 0)
    return number


def deadly(number, poison):
    if number in poison:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def deadly_once(number, mark):
    if number == 7 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def lost(number):
    return f"lost {number}"


def interrupted(number):
    os.kill(os.getpid(), signal.SIGINT)
    return number


def failing(number):
    raise ValueError(number)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order_for_any_number_of_workers(jobs):
    assert list(run(BUNDLES, double, lost, jobs)) == [2 * n for n in range(100)]
    assert list(run(BUNDLES[:4], late_first, lost, jobs)) == list(range(20))
    assert list(run([], double, lost, jobs)) == []


def test_only_a_bounded_number_of_bundles_is_under_way():
    left = iter(BUNDLES)
    results = run(left, double, lost, 2)
    next(results)
    assert len(list(left)) == len(BUNDLES) - 2 * WINDOW
    results.close()


@pytest.mark.parametrize("poison", [{7}, {0}, {99}, {7, 8, 60}])
def test_a_document_that_kills_its_worker_is_left_out_and_no_other(poison):
    results = list(run(BUNDLES, partial(deadly, poison=poison), lost, 2))
    assert results == [f"lost {n}" if n in poison else n for n in range(100)]


def test_a_worker_that_is_killed_once_loses_nothing(tmp_path):
    do = partial(deadly_once, mark=tmp_path / "mark")
    assert list(run(BUNDLES, do, lost, 2)) == list(range(100))


def test_workers_leave_ctrl_c_to_the_parent():
    assert list(run(BUNDLES[:2], interrupted, lost, 2)) == list(range(10))


def test_what_the_work_raises_is_raised_here():
    with pytest.raises(ValueError, match="0"):
        list(run(BUNDLES, failing, lost, 2))


def test_what_a_worker_does(monkeypatch):
    ended = []
    parent = SimpleNamespace(join=lambda: ended.append("parent"))
    monkeypatch.setattr("os._exit", ended.append)
    monkeypatch.setattr(room, "Thread", lambda target, daemon: SimpleNamespace(start=target))  # noqa: ARG005 - as Thread
    before = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        room._prepare_worker()
        assert ended == []
        monkeypatch.setattr("multiprocessing.parent_process", lambda: parent)
        room._prepare_worker()
        assert ended == ["parent", 1]
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    assert room._each(double, (1, 2)) == (2, 4)
