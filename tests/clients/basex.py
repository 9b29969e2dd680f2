"""BaseX, an XML database, as Debian has it; nothing about white space is set."""

import os
import shutil
import subprocess

HERE = bool(shutil.which("basex"))
REASON = "basex is not installed (tests/clients/setup.sh)"


def basex(home, *commands):
    """What commands or queries print; databases and settings stay in the folder `home`."""
    arguments = [part for command in commands for part in ("-c", command)]
    done = subprocess.run(
        ["basex", *arguments],
        env={**os.environ, "HOME": str(home), "BASEX_JVM": f"-Duser.home={home}"},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return done.stdout
