"""One word means one thing: no public class or function stands in two rooms, but for the pairs that say why."""

import ast
from collections import defaultdict
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "telegrams"
ALLOWED = {
    "read": "what a format's room offers the table of formats",
    "item": "what a format's room offers the table of formats",
    "join": "what a format's room offers the table of formats",
    "accept": "what a format's room offers the table of formats",
    "holds_several": "what a format's room offers the table of formats",
    "check": "what a format's room offers the table of formats, and the command",
    "convert": "the library's door, and the command's way through it",
    "cite": "the library's door, and the command's way through it",
    "command": "what each command's file offers the command line",
    "Chosen": "the options of each command",
    "main": "where a process begins: the command, and the reader of PDF in its own process",
}


def test_no_public_name_stands_in_two_rooms():
    rooms = defaultdict(list)
    for path in SOURCE.rglob("*.py"):
        room = path.relative_to(SOURCE).as_posix()
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                rooms[node.name].append(room)
    twice = {name: where for name, where in rooms.items() if len(where) > 1}
    assert {name: where for name, where in twice.items() if name not in ALLOWED} == {}
    assert set(ALLOWED) <= set(twice), "a pair that is no more"
