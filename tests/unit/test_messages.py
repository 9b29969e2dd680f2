"""One voice: a message, a hint and the title of a finding begin small and end without a full stop, as a compiler's do.

Held for every message in the source, found by its syntax tree, and for what the program says of wrong inputs.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from telegrams.corpus.plan import Input
from telegrams.corpus.work import Request, work
from telegrams.findings import codes, in_our_voice, page

SOURCE = Path(__file__).parents[2] / "src" / "telegrams"
CODE = re.compile(r"TG[0-9]{3}")
NAMED = {"message", "hint"}
"""What variables, fields and arguments that hold a message are called."""
FILLED = "\ufffc"
"""Stands for what a message is filled with when the program runs."""


def fault(message: str) -> str | None:
    """What is wrong with the voice of a message; None where nothing is."""
    if re.match(r"[A-Z](?![A-Z0-9])(?![a-z]*[A-Z])", message):
        return "begins with a capital that is no acronym"
    if re.search(r"[.!]\Z", message):
        return "ends with a full stop"
    return (
        "holds two sentences: join them with a colon or semicolon" if re.search(r"\w{2}[.!] [A-Z]", message) else None
    )


@pytest.mark.parametrize(
    ("message", "right"),
    [
        ("the file is empty", True),
        ("JSON is always UTF-8", True),
        ("PDFs hold no text", True),
        ("was its download complete? fetch it again", True),
        (f"{FILLED}: no such field", True),
        ("<p> holds a block; mend it", True),
        ("see p. 3 of it", True),
        ("The file is empty", False),
        ("A file", False),
        ("the file is empty.", False),
        ("the file is empty. Is it right?", False),
        ("mend it!", False),
    ],
)
def test_the_rule(message, right):
    assert (fault(message) is None) is right


def _functions(trees: Iterable[ast.Module]) -> dict[str, dict[int, str]]:
    """The functions and classes that take a message or a hint: the places and names of these arguments."""
    found: dict[str, dict[int, str]] = {}
    for tree in trees:
        for node in ast.walk(tree):
            for function in node.body if isinstance(node, ast.Module | ast.ClassDef) else ():
                if isinstance(function, ast.FunctionDef):
                    names = [each.arg for each in function.args.args if each.arg != "self"]
                    taken = {place: each for place, each in enumerate(names) if each in NAMED}
                    if taken:
                        owner = node.name if isinstance(node, ast.ClassDef) else ""
                        found[owner if function.name == "__init__" else function.name] = taken
    return found


TREES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
FUNCTIONS = _functions(TREES.values())


def messages(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The messages that stand in a module, with their lines.

    They are what a function takes as `message` or `hint`, what is given together with a code or to an error, and the
    values of the variables that are called so.
    """
    values = _values(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            given = dict(enumerate(node.args)) | {str(each.arg): each.value for each in node.keywords}
            taken = NAMED | set(FUNCTIONS.get(_name(node.func), ()))
            if any(isinstance(each, ast.Constant) and CODE.fullmatch(str(each.value)) for each in given.values()):
                taken |= set(given)
            elif _name(node.func).endswith(("Error", "Refusal", "Failure")):
                taken |= set(range(len(node.args)))
            for place in taken & set(given):
                yield from ((node.lineno, text) for text in _texts(given[place], values))
    for name, found in values.items():
        if name.strip("_").lower().removesuffix("s") in NAMED:
            for each in found:
                yield from ((each.lineno, text) for text in _texts(each, values))


def _values(tree: ast.AST) -> dict[str, list[ast.expr]]:
    """What each name in a module is assigned, anywhere in it."""
    values: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr) and node.value is not None:
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                if isinstance(target, ast.Name):
                    values.setdefault(target.id, []).append(node.value)
                elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    for name, value in zip(target.elts, node.value.elts, strict=False):
                        if isinstance(name, ast.Name):
                            values.setdefault(name.id, []).append(value)
    return values


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _texts(node: ast.expr, values: dict[str, list[ast.expr]], depth: int = 3) -> Iterator[str]:
    """The texts that an expression may give."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(str(each.value) if isinstance(each, ast.Constant) else FILLED for each in parts)
        case ast.BinOp(left=left, right=right):
            firsts, seconds = ([*_texts(each, values, depth)] or [FILLED] for each in (left, right))
            yield from (first + second for first in firsts for second in seconds)
        case ast.Name(id=name) if depth:
            for each in values.get(name, ()):
                yield from _texts(each, values, depth - 1)
        case _:
            for each in _branches(node):
                yield from _texts(each, values, depth)


def _branches(node: ast.expr) -> list[ast.expr]:
    """The expressions one of which an expression gives."""
    match node:
        case ast.IfExp(body=body, orelse=orelse):
            return [body, orelse]
        case ast.BoolOp(values=parts) | ast.Dict(values=parts) | ast.Tuple(elts=parts):
            return parts
        case ast.Call(args=parts) if _name(node.func) == "MappingProxyType":
            return parts
    return []


def test_every_message_in_the_source():
    told = {(path.relative_to(SOURCE), *each) for path, tree in TREES.items() for each in messages(tree)}
    told = {each for each in told if not CODE.fullmatch(each[2])}
    assert len(told) > 200
    assert {"finding", "Refusal", "CiteError", "_refused"} <= set(FUNCTIONS)
    assert [(str(path), line, fault(text), text) for path, line, text in sorted(told) if fault(text)] == []


@pytest.mark.parametrize("code", codes())
def test_the_title_of_a_finding(code):
    assert fault(page(code).partition("\n")[0].partition(": ")[2]) is None


@pytest.mark.parametrize(
    ("words", "ours"),
    [
        ("Input should be a valid string", "input should be a valid string"),
        ("Did not expect element p there.", "did not expect element p there"),
        ("ID x already defined", "ID x already defined"),
        ("expected a key", "expected a key"),
        ("", ""),
    ],
)
def test_the_words_of_other_programs(words, ours):
    assert in_our_voice(words) == ours


WRONG = {
    "a.txt": b"**May 40, 1955**\n\n**Letter, (Ivanov to Petrov**\n\n**Colour:** red\n\nDear [Petrov, all",
    "b.txt": b"\xff\xfe\x00",
    "c.json": b'{"title": 1, "nothing": {}}',
    "d.json": b'{"title": }',
    "e.jsonl": b"[1]\n{",
    "f.xml": b"<TEI><p></TEI>",
    "g.xml": b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p who="#a"><x/>b</p></body></text></TEI>',
    "h.xml": b"<html/>",
    "i.xml": b"<!DOCTYPE x><x/>",
    "j.xml": b'<?xml version="1.0" encoding="koi8-r"?><x/>',
    "k.csl.json": b"[1]",
    "l.csl.json": b"[",
    "m.pdf": b"%PDF-1.4",
    "n.txt": b"",
    "o.png": b"\x89PNG\r\n\x1a\n",
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_said_of_a_wrong_input(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(WRONG[name])
    found = work(Input(str(path)), Request(roundtrip=True)).findings
    assert found
    for each, _ in found:
        assert fault(each.message.removeprefix(str(path))) is None
        assert fault(each.hint or "") is None
