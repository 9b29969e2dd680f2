"""The command line. One file for each command; `main` is the door.

main.py          the commands by name, loaded when they are called; what ends a run, and its exit code
convert.py …     one command each: its options, its help, and what it does; what is slow to load, it loads when it runs
parameters.py    declarations of options (`telegrams.options`) → options of a command; config.py lets a file set them
reporting.py     what the commands that read share: sources → outcomes → findings shown and counted
render.py        a finding as text with a caret; machine.py as SARIF or lines of JSON
"""

from .main import main

__all__ = ["main"]
