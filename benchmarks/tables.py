"""Time and memory of a table of many rows, in each form: `python -m benchmarks.tables --rows 20000`.

Memory is the peak of the whole process, beside that of a table with a twentieth of the rows.
"""

import argparse
import csv
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

_KINDS = ("csv", "jsonl", "sqlite")
_SENTENCE = "The delegation spoke of tin and ore on {day} March, and agreed to speak again. "


def _rows(count: int) -> Iterator[dict[str, str]]:
    """Invented records with about 3,000 characters of text each; every hundredth has none."""
    chosen = random.Random(1)
    for number in range(1, count + 1):
        paragraphs = (_SENTENCE.format(day=chosen.randint(1, 28)) * chosen.randint(1, 8) for _ in range(8))
        yield {
            "document_url": f"https://digitalarchive.wilsoncenter.org/document/{number}",
            "title": f"Letter No. {number} from Ada Berg to Bo Ek",
            "original_publication_date": f"{number % 28 + 1} May 19{50 + number % 40}",
            "text_body": "\n".join(["Dear Comrade Ek,", *paragraphs, "Ada Berg"]) if number % 100 else "",
            "language": json.dumps(["Russian"]),
            "source": f"AVPRF, f. {number}, op. 2, d. 7, ll. 1-4. Translated by Edwin Marsh.",
            "record_id": str(number),
        }


def _write(path: Path, count: int) -> None:
    rows = _rows(count)
    if path.suffix == ".jsonl":
        with path.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row) + "\n" for row in rows)
        return
    columns = list(next(_rows(1)))
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as text:
            writer = csv.DictWriter(text, columns)
            writer.writeheader()
            writer.writerows(rows)
        return
    with sqlite3.connect(path) as database:
        database.execute(f"CREATE TABLE documents ({', '.join(columns)})")
        marks = ", ".join("?" * len(columns))
        values = (tuple(row.values()) for row in rows)
        database.executemany(f"INSERT INTO documents VALUES ({marks})", values)
    database.close()


def _measured(path: Path) -> tuple[float, float]:
    """Seconds of processor time, and the peak of memory in MB, of converting a table to JSON Lines."""
    command = [sys.executable, "-m", "telegrams", "convert", str(path), "--to", "jsonl", "-o", os.devnull]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{path.name} was not converted")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Print a line for each form of table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=20_000)
    count: int = options.parse_args().rows
    for kind in _KINDS:
        with tempfile.TemporaryDirectory() as folder:
            few, many = (Path(folder, f"{number}.{kind}") for number in (count // 20, count))
            _write(few, count // 20)
            _write(many, count)
            _, before = _measured(few)
            seconds, memory = _measured(many)
            size = many.stat().st_size / 1e6
        print(
            f"{kind:7}{count:,} rows, {size:.0f} MB: {1000 * seconds / count:.2f} ms a row, "
            f"peak {memory:.0f} MB, {memory / before:.2f} of that of {count // 20:,} rows"
        )


if __name__ == "__main__":
    main()
