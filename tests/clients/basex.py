"""BaseX, an XML database, as Debian has it; nothing about white space is set."""

import os
import shutil
import subprocess

HERE = bool(shutil.which("basex"))
REASON = "basex is not installed (tests/clients/setup.sh)"


def command(home, *commands):
    """What commands print; databases and settings stay in the folder `home`."""
    return _run(home, *(part for each in commands for part in ("-c", each)))


def query(home, words):
    """What a query gives, one item a line."""
    return _run(home, "-q", words)


def _run(home, *arguments):
    done = subprocess.run(
        ["basex", *arguments],
        env={**os.environ, "HOME": str(home), "BASEX_JVM": f"-Duser.home={home}"},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return done.stdout
