"""`encodingDesc`: by which rules the file was made. Every sentence must be true of what `body` and `inline` write.

The sentences that are the same in every file stand in `data/declaration.xml`.
"""

from functools import cache
from pathlib import Path

from telegrams.formats.xml import text
from telegrams.version import VERSION

from .register import KINDS, rule_identifier

APPLICATION = (
    "\n      <appInfo>"
    f'\n        <application xml:id="telegrams" ident="telegrams" version="{VERSION}"><label>telegrams</label>'
    "</application>\n      </appInfo>"
)

_CATEGORIES = {
    "telegram": "Diplomatic telegram or cable",
    "letter": "Letter",
    "memorandum": "Memorandum or aide-mémoire",
    "conversation": "Record or memorandum of a conversation",
    "report": "Report",
    "minutes": "Minutes or record of a meeting",
    "note": "Note",
    "journal": "Journal or diary",
    "protocol": "Protocol",
    "agreement": "Agreement or treaty",
    "speech": "Speech or statement",
    "resolution": "Resolution, decision, decree or directive",
    "message": "Message",
    "list": "List",
    "intelligence": "Intelligence report or note",
    "article": "Article or press report",
    "other": "Document of another kind",
}


def _taxonomy() -> str:
    lines = "".join(
        f'\n          <category xml:id="{kind}"><catDesc>{_CATEGORIES[kind]}</catDesc></category>' for kind in KINDS
    )
    return f'\n        <taxonomy xml:id="documentTypes">{lines}\n        </taxonomy>'


_TAXONOMY = _taxonomy()


@cache
def _declaration() -> str:
    """What every file says of its making: project, editorial rules, the prefix of record numbers."""
    return "\n" + (Path(__file__).parent / "data" / "declaration.xml").read_text("utf-8").rstrip("\n")


def encoding(rules: set[str], kind: str | None, *, lean: bool) -> str:
    """The children of `encodingDesc`: all of them, or only what others point to."""
    used = "".join(
        f'\n          <category xml:id="{rule_identifier(rule)}"><catDesc>{text(rule)}</catDesc></category>'
        for rule in sorted(rules)
    )
    stated = f'\n        <taxonomy xml:id="rules">{used}\n        </taxonomy>' if used else ""
    kinds = _TAXONOMY if kind or not lean else ""
    classes = f"\n      <classDecl>{kinds}{stated}\n      </classDecl>" if kinds or stated else ""
    return ("" if lean else _declaration()) + classes + APPLICATION
