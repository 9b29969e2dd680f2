"""Every regular expression of the package against hostile text of one size and of twice that.

Run by `python -m benchmarks.patterns`. A pattern is tried with the methods that the package calls on it. Linear work
doubles; what grows by more than `LIMIT` and takes longer than noise is listed, and the exit code is 1.
"""

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

import telegrams

SIZE = 20_000
LIMIT = 3.0
NOISE = 0.02
PIECES = [
    " ", "a", "A", "1", ".", ",", "[", "]", "(", ")", '"', "“", "*", "_", "|", "#", "-", "–", "\n", ":", ";", "/",
    "<", "a ", "A. ", "1 ", "1.", "A, ", "f. 1, ", "No. 1 ", "to ", "from A to B ", "[a", "(a", "“a", "**a", "May 1 ",
    "1 May ", "30.X.62 ", "and ", ", and ", "Translated by A ", "A (B) ", "http://a/", "<http://a", "A B ", "a-", "a’",
    "A.B.", "é ",
]  # fmt: skip
METHODS = ("search", "match", "fullmatch", "finditer", "sub", "split", "findall")


def patterns() -> Iterator[tuple[str, re.Pattern[str], set[str]]]:
    """Name, pattern, and the methods called on it, for every pattern that a module holds."""
    seen: set[str] = set()
    for info in pkgutil.walk_packages(telegrams.__path__, "telegrams."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        called = _called(module.__file__ or "")
        for name, value in vars(module).items():
            late = called.get(f"compiled({name})")
            held = re.compile(value) if late and isinstance(value, str) else value
            for label, pattern in _inside(f"{info.name}.{name}", held, 0):
                if isinstance(pattern.pattern, str) and pattern.pattern not in seen:
                    seen.add(pattern.pattern)
                    yield label, pattern, called.get(name) or late or {"match"}


def _inside(label: str, value: Any, depth: int) -> Iterator[tuple[str, re.Pattern[str]]]:  # noqa: ANN401 - any global
    """The patterns in a value: itself, or inside tuples, lists and mappings, or what a cached loader gives."""
    if isinstance(value, re.Pattern):
        yield label, value
    elif depth > 3 or isinstance(value, str | bytes):
        return
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _inside(f"{label}[{key!r}]", each, depth + 1)
    elif isinstance(value, tuple | list):
        for index, each in enumerate(value):
            yield from _inside(f"{label}[{index}]", each, depth + 1)
    elif hasattr(value, "cache_info") and not getattr(value, "__code__", None) and depth == 0:
        try:
            yield from _inside(f"{label}()", value(), depth + 1)
        except TypeError:
            return


def _called(file: str) -> dict[str, set[str]]:
    """Name → methods called on it in a module: on a pattern, or on one that is compiled when it is needed."""
    called: dict[str, set[str]] = {}
    tree = ast.parse(Path(file).read_text("utf-8"))
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(ast.Name() | ast.Call(ast.Name("compiled"), [ast.Name()]) as held, method):
                if method in METHODS:
                    called.setdefault(ast.unparse(held), set()).add(method)
    return called


def seconds(pattern: re.Pattern[str], method: str, text: str) -> float:
    """The shortest of three runs."""
    best = float("inf")
    for _ in range(3):
        start = perf_counter()
        if method == "sub":
            pattern.sub("", text)
        elif method == "finditer":
            for _match in pattern.finditer(text):
                pass
        else:
            getattr(pattern, method)(text)
        best = min(best, perf_counter() - start)
        if best < NOISE / 10:
            break
    return best


def _growth(pattern: re.Pattern[str], method: str, piece: str) -> float:
    """How much longer twice the text takes; what looks bad is measured again, since other programs run as well."""
    text = piece * (SIZE // len(piece))
    growth = 0.0
    for _ in range(4):
        once, twice = seconds(pattern, method, text), seconds(pattern, method, text * 2)
        if twice < NOISE:
            return 0.0
        growth = min(growth or float("inf"), twice / once)
        if growth <= LIMIT:
            break
    return growth


def main() -> int:
    count, worst, slow = 0, 0.0, 0
    for label, pattern, methods in patterns():
        count += 1
        for method in methods:
            for piece in PIECES:
                growth = _growth(pattern, method, piece)
                worst = max(worst, growth)
                if growth > LIMIT:
                    slow += 1
                    print(f"{label}.{method}({piece!r} × n) takes {growth:.1f} times as long for 2 n")
    print(f"{count} patterns, {slow} grow faster than {LIMIT} times when the text doubles (worst {worst:.1f})")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
