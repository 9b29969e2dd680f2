"""The command line. One file for each command; `main` is the door.

main.py          the commands by name, loaded when they are called; what ends a run, and its exit code
convert.py …     one command each: its options and its help, and nothing that is slow to load
conversion.py …  what the command does
render.py        a finding as text with a caret; sarif.py and lines of JSON for machines
"""

from .main import main

__all__ = ["main"]
