"""A short notation of blocks and inlines, so that a case's expected result can be read and written by hand.

opener/classification >>: TOP SECRET          >> right-aligned, >< centred
paragraph: On {date 1962-10-18|October 18} …   {kind facts|text}, nested as deep as the inlines are
"""

from telegrams.model import AnyBlock, Content, Inline
from telegrams.model.inline import Container


def blocks_in_notation(blocks: tuple[AnyBlock, ...]) -> str:
    """One line for each block."""
    return "\n".join(_block(block) for block in blocks)


def _attributes(attributes) -> str:
    return "".join(f" {name}={value!r}" for name, value in attributes)


def _block(block: AnyBlock) -> str:
    match block.type:
        case "page-break":
            return "page-break"
        case "rule":
            return f"rule: {block.verbatim}"
        case "table":
            rows = (" | ".join(_content(cell) if cell else "" for cell in row) for row in block.rows)
            return "table: " + " // ".join(rows)
        case "group":
            inside = blocks_in_notation(block.blocks).replace("\n", "\n  ")
            return f"<{block.element}{_attributes(block.attributes)}>\n  {inside}"
        case "markup" | "comment" | "processing-instruction":
            return _inline(block)
        case _:
            return _filled(block)


def _filled(block: AnyBlock) -> str:
    facts: list[str] = [block.type]
    match block.type:
        case "opener" | "closer":
            facts[0] += f"/{block.role}"
        case "heading" if block.level or block.enclosure:
            facts[0] += f"/{block.level or 'enclosure'}"
        case "list-item" | "footnote":
            facts.append(block.marker or "(no marker)")
        case "speech":
            facts.append(f"<{block.speaker or ''}>")
        case "source-note":
            facts.append(f"<{block.statement}>")
    if block.align:
        facts.append(">>" if block.align == "right" else "><")
    return f"{' '.join(facts)}: {_content(block.content)}"


def _content(content: Content) -> str:
    return "".join(map(_inline, content))


def _inline(inline: Inline) -> str:
    if inline.type == "text":
        return inline.text
    if inline.type == "line-break":
        return "{lb}"
    if inline.type == "page-break":
        return f"{{pb{'?' if inline.inferred else ''}}}"
    if inline.type == "comment":
        return f"{{!--{inline.verbatim}--}}"
    if inline.type == "processing-instruction":
        return f"{{?{inline.target} {inline.data}?}}"
    if inline.type == "markup":
        return f"{{<{inline.element}{_attributes(inline.attributes)}>|{_content(inline.content)}}}"
    return f"{{{_facts(inline)}|{_words(inline)}}}"


def _facts(inline: Inline) -> str:
    match inline.type:
        case "date":
            rule = f" {inline.date.inferred.rule}" if inline.date.inferred else ""
            return f"date {inline.date.edtf or '-'}{rule}"
        case "point" | "telegram-reference" | "footnote-reference":
            return f"{inline.type} {inline.number}"
        case "expansion":
            return "expan"
        case "editorial-expansion":
            return f"ex{'?' if inline.doubtful else ''}"
        case "supplied":
            return f"{inline.kind}{'?' if inline.doubtful else ''}"
        case "note":
            return f"note {inline.kind}"
        case "emphasis":
            return inline.style
        case "link":
            return f"{'image' if inline.image else 'link'} {inline.target}"
    return _usual_facts(inline)


def _usual_facts(inline: Inline) -> str:
    """The kind, and the facts that are stated."""
    facts = (getattr(inline, name) for name in type(inline).model_fields if name not in UNTOLD)
    return " ".join([inline.type, *(str(fact) for fact in facts if fact is not None)])


UNTOLD = {"type", "encoding", "content", "verbatim"}


def _words(inline: Inline) -> str:
    if inline.type == "date":
        return inline.date.verbatim
    if isinstance(inline, Container):
        return _content(inline.content)
    return str(getattr(inline, "label" if inline.type == "point" else "verbatim", None) or "")
