"""Saxon, the XSLT processor of most TEI projects, from the Python package saxonche; and Schematron, compiled for it."""

from functools import cache
from importlib.util import find_spec
from xml.sax.saxutils import quoteattr

from lxml import etree

HERE = find_spec("saxonche") is not None
REASON = "Saxon needs the Python package saxonche"
SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
_HEAD = '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'


@cache
def _processor():
    from saxonche import PySaxonProcessor

    return PySaxonProcessor(license=False)


@cache
def _compiled(stylesheet):
    return _processor().new_xslt30_processor().compile_stylesheet(stylesheet_text=stylesheet)


def transformed(stylesheet, data):
    """What a stylesheet (its text) makes of a file (bytes)."""
    source = _processor().parse_xml(xml_text=data.decode("utf-8"))
    return _compiled(stylesheet).transform_to_string(xdm_node=source) or ""


def found(rules, data):
    """What Schematron rules (bytes) find in a file (bytes): the pattern, the place and the words of each finding."""
    report = etree.fromstring(transformed(_stylesheet(rules), data).encode())
    return [
        (each.get("pattern"), each.get("place"), " ".join("".join(map(str, each.itertext())).split()))
        for each in report
    ]


@cache
def _stylesheet(rules):
    """Schematron as a stylesheet: a mode for each pattern, in which the first rule that matches a node counts."""
    schema = etree.fromstring(rules, etree.XMLParser(remove_comments=True))
    spaces = "".join(
        f" xmlns:{each.get('prefix')}={quoteattr(each.get('uri', ''))}" for each in schema.iter(f"{SCHEMATRON}ns")
    )
    patterns = list(schema.iter(f"{SCHEMATRON}pattern"))
    calls = "".join(f'<xsl:apply-templates select="/" mode="p{number}"/>' for number in range(len(patterns)))
    templates = "".join(
        f'<xsl:mode name="p{number}" on-no-match="shallow-skip"/>{_templates(pattern, number)}'
        for number, pattern in enumerate(patterns)
    )
    return f'{_HEAD}{spaces}><xsl:template match="/"><found>{calls}</found></xsl:template>{templates}</xsl:stylesheet>'


def _templates(pattern, number):
    rules = list(pattern.iter(f"{SCHEMATRON}rule"))
    return "".join(
        f'<xsl:template match={quoteattr(rule.get("context"))} mode="p{number}" priority="{len(rules) - place}">'
        f"{''.join(_instruction(each, pattern.get('id', '')) for each in rule)}"
        f'<xsl:apply-templates select="@*, node()" mode="p{number}"/></xsl:template>'
        for place, rule in enumerate(rules)
    )


def _instruction(node, pattern):
    match etree.QName(node).localname:
        case "let":
            return f"<xsl:variable name={quoteattr(node.get('name'))} select={quoteattr(node.get('value'))}/>"
        case "assert":
            return _finding(f"not({node.get('test')})", pattern, node)
        case "report":
            return _finding(node.get("test"), pattern, node)
        case other:
            raise ValueError(other)


def _finding(test, pattern, node):
    words = _text(node.text) + "".join(_words(each) + _text(each.tail) for each in node)
    return (
        f'<xsl:if test={quoteattr(test)}><finding pattern={quoteattr(pattern)} place="{{path()}}">'
        f"{words}</finding></xsl:if>"
    )


def _words(node):
    """`name` and `value-of` inside the words of a finding."""
    return f"<xsl:value-of select={quoteattr(node.get('select') or 'name(' + node.get('path', '.') + ')')}/>"


def _text(value):
    return f"<xsl:text>{(value or '').replace('&', '&amp;').replace('<', '&lt;')}</xsl:text>"
