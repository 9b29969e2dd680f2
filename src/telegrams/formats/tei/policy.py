"""`encodingDesc`: by which rules the file was made. Every sentence must be true of what `body` and `inline` write.

A file of one document says in brief what a corpus says at length, once, in its own header (`data/brief.xml`,
`data/declaration.xml`); the documentation in the ODD has it all, too.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from telegrams.facts.rules import REASONS
from telegrams.formats.xml import text
from telegrams.version import VERSION

from .association import REFERENCE
from .register import Register, rule_identifier


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
def _stated(name: str) -> str:
    """A file of sentences that are the same wherever they stand."""
    return "\n" + (Path(__file__).parent / "data" / f"{name}.xml").read_text("utf-8").rstrip("\n")


def declaration() -> str:
    """What a corpus says once of its making: schema, project, editorial rules, the prefix of record numbers."""
    return REFERENCE + _stated("declaration") + _stated("prefix")


def _sentence(rule: str) -> str:
    """What a rule says; of a rule that the program does not know, such as another program's, its name."""
    known = REASONS.get(rule)
    return known.sentence if known else rule


def encoding(register: Register, kind: str | None, *, declared: bool, with_prefix: bool) -> str:
    """The children of `encodingDesc`: what others point to and, `declared`, how the file was made, in brief."""
    rules = [(rule_identifier(rule), text(_sentence(rule))) for rule in sorted(register.rules)]
    kinds = _taxonomy("documentTypes", [(kind, _CATEGORIES[kind])], register.prefix) if kind else ""
    stated = _taxonomy("rules", rules, register.prefix) if rules else ""
    classes = f"\n      <classDecl>{kinds}{stated}\n      </classDecl>" if kinds or stated else ""
    brief = REFERENCE + _stated("brief") + (_stated("prefix") if with_prefix else "") if declared else ""
    return brief + classes + application(register.own("telegrams"))


def _taxonomy(name: str, categories: Iterable[tuple[str, str]], prefix: str) -> str:
    lines = "".join(
        f'\n          <category xml:id="{prefix}{each}"><catDesc>{words}</catDesc></category>'
        for each, words in categories
    )
    return f'\n        <taxonomy xml:id="{prefix}{name}">{lines}\n        </taxonomy>'
