"""`encodingDesc`: by which rules the file was made. Every sentence must be true of what `body` and `inline` write.

The sentences that are the same in every file stand in `data/declaration.xml`.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from telegrams.facts.rules import REASONS
from telegrams.formats.xml import text
from telegrams.version import VERSION

from .register import KINDS, Register, rule_identifier


def application(identity: str) -> str:
    """`appInfo`: the program under its identifier."""
    return (
        "\n      <appInfo>"
        f'\n        <application xml:id="{identity}" ident="telegrams" version="{VERSION}"><label>telegrams</label>'
        "</application>\n      </appInfo>"
    )


_CATEGORIES = {
    "telegram": "Diplomatic telegram or cable",
    "airgram": "Airgram",
    "despatch": "Despatch",
    "instruction": "Instruction",
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
    "other": "Document whose title names no kind",
}


@cache
def _declaration() -> str:
    """What every file says of its making: project, editorial rules, the prefix of record numbers."""
    return "\n" + (Path(__file__).parent / "data" / "declaration.xml").read_text("utf-8").rstrip("\n")


def _sentence(rule: str) -> str:
    """What a rule says; of a rule that the program does not know, such as another program's, its name."""
    known = REASONS.get(rule)
    return known.sentence if known else rule


def encoding(register: Register, kind: str | None, *, lean: bool) -> str:
    """The children of `encodingDesc`: all of them, or only what others point to."""
    rules = [(rule_identifier(rule), text(_sentence(rule))) for rule in sorted(register.rules)]
    stated = _taxonomy("rules", rules, register.prefix) if rules else ""
    kinds = _document_types(register.prefix) if kind or not lean else ""
    classes = f"\n      <classDecl>{kinds}{stated}\n      </classDecl>" if kinds or stated else ""
    return ("" if lean else _declaration()) + classes + application(register.own("telegrams"))


@cache
def _document_types(prefix: str) -> str:
    return _taxonomy("documentTypes", ((kind, _CATEGORIES[kind]) for kind in KINDS), prefix)


def _taxonomy(name: str, categories: Iterable[tuple[str, str]], prefix: str) -> str:
    lines = "".join(
        f'\n          <category xml:id="{prefix}{each}"><catDesc>{words}</catDesc></category>'
        for each, words in categories
    )
    return f'\n        <taxonomy xml:id="{prefix}{name}">{lines}\n        </taxonomy>'
