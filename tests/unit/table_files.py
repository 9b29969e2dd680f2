"""Tables of the same records in each form in which they are read."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

KINDS = ("csv", "jsonl", "sqlite")


def table_bytes(kind: str, records: list[dict[str, object]], name: str = "documents") -> bytes:
    """The records as a table; values that are no text become arrays of JSON where the form has none."""
    columns = list(records[0])
    if kind == "jsonl":
        return b"".join(json.dumps(each).encode() + b"\n" for each in records)
    rows = [[json.dumps(cell) if isinstance(cell, list) else cell for cell in each.values()] for each in records]
    if kind == "csv":
        text = io.StringIO()
        csv.writer(text).writerows([columns, *rows])
        return text.getvalue().encode()
    with closing(sqlite3.connect(":memory:")) as database:
        quoted = ", ".join(f'"{column}"' for column in columns)
        database.execute(f'CREATE TABLE "{name}" ({quoted})')
        marks = ", ".join("?" * len(columns))
        database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)
        database.commit()
        return database.serialize()


def table_file(folder: Path, kind: str, records: list[dict[str, object]]) -> Path:
    """The same in a file of the folder."""
    path = folder / f"records.{kind}"
    path.write_bytes(table_bytes(kind, records))
    return path
