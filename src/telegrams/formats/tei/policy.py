"""`encodingDesc`: by which rules the file was made. Every sentence must be true of what `body` and `inline` write."""

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

_DECLARATION = """
      <projectDesc>
        <p>Converted by program from the plain text of one record of an online archive of diplomatic documents.</p>
      </projectDesc>
      <editorialDecl>
        <correction method="silent" status="unknown"><p>Nothing is corrected. Apparent misprints stay as they are.</p></correction>
        <normalization method="markup"><p>The text is not normalised; normal forms are in attributes (when, value, n, target). White space inside blocks counts: text holds no line feed; blanks that fill a line out belong to the layout of the source and are not here.</p></normalization>
        <quotation marks="all"><p>Quotation marks are kept in the content, inside q.</p></quotation>
        <punctuation marks="all"><p>Punctuation is kept as it stands, with one exception: the square brackets round editorial words (supplied, gap, note) are not in their content; rend="brackets" stands for them.</p></punctuation>
        <segmentation><p>One p for one paragraph of the source. Where a blank line cuts a sentence, the two parts are joined and the place is marked by pb type="inferred": a page break of the original is presumed, not attested. pb type="explicit" stands for a form feed, lb for the end of a line set on purpose. The single blank before each pb and lb is not part of the text. Openers and closers that stand in the middle of the text are ab elements with that type.</p></segmentation>
        <interpretation><p>Marked up by rule: dates, numbered points, references to telegrams, quotations, bracketed words, the parts of title and citation. What the source does not state has cert, resp="#telegrams" and in ana the rule that concluded it. A name of one word is taken for a surname.</p></interpretation>
        <stdVals><p>when holds plain dates. when-custom holds every other date in full, in the Extended Date/Time Format (ISO 8601-2), followed by the local time; when, from, to, notBefore and notAfter beside it are the nearest form. type="doubtful" marks a date that allows another reading.</p></stdVals>
      </editorialDecl>
      <listPrefixDef>
        <prefixDef ident="wcda" matchPattern="([0-9]+)" replacementPattern="https://digitalarchive.wilsoncenter.org/document/$1">
          <p>Documents of the Wilson Center Digital Archive by their number.</p>
        </prefixDef>
      </listPrefixDef>"""


def _taxonomy() -> str:
    lines = "".join(
        f'\n          <category xml:id="{kind}"><catDesc>{_CATEGORIES[kind]}</catDesc></category>' for kind in KINDS
    )
    return f'\n        <taxonomy xml:id="documentTypes">{lines}\n        </taxonomy>'


_TAXONOMY = _taxonomy()


def encoding(rules: set[str], kind: str | None, *, lean: bool) -> str:
    """The children of `encodingDesc`: all of them, or only what others point to."""
    used = "".join(
        f'\n          <category xml:id="{rule_identifier(rule)}"><catDesc>{text(rule)}</catDesc></category>'
        for rule in sorted(rules)
    )
    stated = f'\n        <taxonomy xml:id="rules">{used}\n        </taxonomy>' if used else ""
    kinds = _TAXONOMY if kind or not lean else ""
    classes = f"\n      <classDecl>{kinds}{stated}\n      </classDecl>" if kinds or stated else ""
    return ("" if lean else _DECLARATION) + classes + APPLICATION
