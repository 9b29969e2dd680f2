"""Texts of archive records, made from invented facts with random layout choices, then mutated by hostile characters."""

from hypothesis import strategies as st

DATES = ["March 3, 1961", "May 09, 1954", "June, 1934", "November 1967", "1955", "31 January 1987", "ca. 1962"]
TITLES = [
    "Telegram from Ruritanian Ambassador to Cuba Petrov to the Foreign Ministry (2)",
    "Cable, Smith [Jones] to Ivanov [via Brown], No. 12/03, SECRET",
    "Memorandum of Conversation between A. Adams and Comrade Baker, 3 May 1954",
    "Letter from the Embassy in Utopia (Clark), 'On \"quoted\" Matters'",
    "Commercial Receipts",
    "Citation: a Title that looks like a Label",
    "1955",
]
SOURCES = [
    "RGASPI, f. 558, op. 11, d. 328, ll. 32-50. Translated by Jane Doe.",
    "AVP RF, copy courtesy of NSA; translation by John Smith",
    "National Archives of Utopia, File No. 12, vol. 3. Obtained by A. B. Clark and translated for CWIHP by D. Evans.",
    "Reprinted in Some Book (London: Press, 1999), pp. 3-9.",
    "something entirely different",
]
PARAGRAPHS = [
    "On October 18 a conversation took place. He said, \"we agree\" [and] left.",
    "This sentence is cut by the end of the page, and it goes on with",
    "small letters on the next one.",
    "First. We propose to meet (your #1255) on 27 and 28 October.",
    "2. While we are at it, [one word missing] the Com[rade] said [sic] so.",
    "- an item of a list",
    "-The item without a blank",
    "a) a lettered item",
    "TOP SECRET",
    "Copy No. 3",
    "To: Moscow, Foreign Ministry",
    "From: Havana",
    "Dear Comrade Baker,",
    "ON THE GENERAL SITUATION\nAND ITS CAUSES",
    "Comrade Adams: We shall see.",
    "Comrade Baker: \"Perhaps.\"",
    "P.S. Greetings.",
    "30.X.62 V. PETROV\nA. SMITH",
    "With greetings. JONES",
    "Yours sincerely,",
    "[Source: RGASPI, f. 558, op. 11, d. 328, ll. 32-50. Translated by Jane Doe.]",
    "[1] A footnote, see above[1].",
    "## A Markdown heading",
    "> a quotation\n> over two lines",
    "| a | b |\n|---|---|\n| 1 | [x] |",
    "***",
    "some **bold** and *italic* and a [link](http://example.org/x) and _more_",
    "Summary: not a label in the text",
    "**Contents:** neither",
    "Translation - English",
    "English Translation",
    "unbalanced \"quotes and [brackets",
    "[nested [brackets [are] here] too]",
    "Письмо товарища, 你好, 안녕, مرحبا",
    "Digital Archive",
    "Bonn, den 18. März 1991",
    "Eklund",
    "[Eklund]",
    "First Secretary of Embassy",
    "Ann Eklund, Chairman",
    "[Enclosure]",
    "Oslo, May 4, 1960, 8 p.m.",
    "[Oslo ,] May 4, 1960.",
    "SUBJECT",
    "PARTICIPANTS:",
    "Bo Ek, Interpreter",
    "THE WHITE HOUSE",
    "447. Eyes only. We spoke with EKLUND1 of tin.",
    "1. Bilateral issues",
    "Trade in tin",
    "The delegations spoke of the tin that was sold, and of the tin that they would sell in the autumn, if any.",
    "A. The first.",
    "B. The second.",
    "--an item",
    "1. A note on EKLUND1.",
    "Dear Friend",
    "Mr. Minister: The only item is tin.",
]  # fmt: skip
TAME = [
    "On October 18 a conversation took place. He said, \"we agree\" [and] left.",
    "To: Moscow, Foreign Ministry",
    "Dear Comrade Baker,",
    "May 4, 1960",
    "[Enclosure]\n\nJune 3, 1961\n\nLetter from Comrade Adams to Comrade Baker",
    "30.X.62 V. PETROV",
    "The citation: none was given.",
    "TOP SECRET",
    "[Source: RGASPI, f. 558, op. 11, d. 328, ll. 32-50. Translated by Jane Doe.]",
]  # fmt: skip
"""Paragraphs that are no head of a record and leave none open."""
LABELS = ["Citation", "Summary", "Credits", "Original Language", "Contents"]
HOSTILE = [
    "\x00", "\x01", "\x0b", "\x0c", "\x1f", "\x85", "\xa0", "\u2028", "\ufeff", "\ufffe", "\uffff", "\U0001f600",
    "\r", "\r\n", "\n",
    "\n\n", "\n\n\n", "  \n", "\\\n", "\t", " ", "  ", "**", "*", "_", "[", "]",
    "\"", "“", "”", "<", ">", "&", "|", "#", "`", "\\", "\\[", "\\]", ":",
    "Contents:", "**Citation:**", "\n**Summary:**\n", "http://x/document/1", "1955", "\f\f", "- ", "]]>", "&amp;",
    "&lt;", "amp;", "&", "__", "## ", "<b>", "</b>", "<!--", "-->",
    "Skip to content\n", "\nDocument Information\n", "\nAuthor(s):\n", "\nSource\n", "\nget citation\n",
]  # fmt: skip


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """A paragraph, from the pool or of invented words."""
    if draw(st.integers(0, 4)):
        return draw(st.sampled_from(PARAGRAPHS))
    return draw(st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=60))


@st.composite
def wrapped(draw: st.DrawFn, text: str, *, hard: bool) -> str:
    """The text with some of its blanks as line ends."""
    end = "  \n" if hard else "\n"
    return "".join(end if each == " " and draw(st.integers(0, 12)) == 0 else each for each in text)


@st.composite
def citations(draw: st.DrawFn, title: str, date: str) -> str:
    """A citation in one of the archive's two forms, with its URL in one of four places."""
    opening, closing = draw(st.sampled_from([('"', '"'), ("“", "”")]))
    comma = draw(st.sampled_from([f",{closing}", f"{closing},"]))
    name = draw(
        st.sampled_from(
            ["Wilson Center Digital Archive", "History and Public Policy Program Digital Archive", "No Name"]
        )
    )
    source = draw(st.sampled_from(SOURCES))
    url = draw(
        st.sampled_from(["", " <https://x.org/document/123456>", "\nhttp://x.org/document/7", "  \n<http://x.org/a>"])
    )
    return f"{opening}{title}{comma} {date}, {name}, {source}{url}"


@st.composite
def headers(draw: st.DrawFn) -> str:
    """The part before the text; any label may be missing, repeated, unknown, in other case or order."""
    mark, end = draw(
        st.sampled_from([("", "")] * 4 + [("**", "**")] * 3 + [("## ", ""), ("__", "__"), ("<b>", "</b>")])
    )
    bold = mark != ""
    date, title = draw(st.sampled_from(DATES)), draw(st.sampled_from(TITLES))
    top = [f"{mark}{date}{end}", f"{mark}{draw(wrapped(title, hard=bold))}{end}"]
    if draw(st.booleans()):
        top = [("  \n" if bold else "\n").join(top)]
    values = {
        "Citation": draw(citations(title, date)),
        "Summary": "\n\n".join(draw(st.lists(paragraphs(), max_size=2))),
        "Credits": "This document was made possible with support from a foundation.",
        "Original Language": draw(st.sampled_from(["Russian", "Chinese, Korean", "Russian\nGerman", ""])),
        "Contents": draw(
            st.sampled_from(["Translation - English", "English Translation\n Scan of Original Document", ""])
        ),
        "Custodian": "An unknown label.",
    }
    labels = draw(st.permutations(LABELS)) if draw(st.integers(0, 5)) == 0 else list(LABELS)
    labels = [label for label in labels if draw(st.integers(0, 9))]
    if draw(st.integers(0, 4)) == 0:
        labels.insert(draw(st.integers(0, len(labels))), draw(st.sampled_from([*LABELS, "Custodian"])))
    gap = draw(st.sampled_from(["\n\n", "\n", " "])) if not bold else "\n\n"
    parts = []
    for label in labels:
        shown = label.upper() if draw(st.integers(0, 15)) == 0 else label
        parts.append(f"{mark}{shown}:{end}{gap}{values[label]}")
    return "\n\n".join([*top, *parts])


CATALOGUE = {
    "Author(s):": "Baker, Ann (Lee)",
    "Associated People & Organizations": "Utopia. Foreign Ministry\nAdams, A.",
    "Associated Places": "Utopia",
    "Associated Topics": "",
    "Subjects Discussed": "Utopia--Foreign relations--Erewhon\nTin",
    "Related Documents": "Letter from Comrade Adams\nReport on Tin",
}
INFORMATION = {
    "Source": SOURCES[0],
    "Original Archive": "Tin Archive (TA)",
    "Rights": "The archive welcomes reuse.\nAsk first.",
    "Original Uploaded Date": "2023-10-05",
    "Type": "Telegram",
    "Language": "Russian",
    "Record ID": "123456",
    "Original Classification": "Secret",
    "Donors": "A Fund",
}


@st.composite
def values_below(draw: st.DrawFn, labels: dict[str, str]) -> list[str]:
    """Labels in order, some left out, each with its value, a value on its own line, or the value lost in copying."""
    parts = []
    for label, value in labels.items():
        match draw(st.integers(0, 7)):
            case 0:
                pass
            case 1 | 2:
                parts.append(label)
            case 3 if "\n" not in value:
                parts.append(f"{label} {value}")
            case _:
                parts += label, *value.split("\n")
    return parts


@st.composite
def web_pages(draw: st.DrawFn, body: st.SearchStrategy[list[str]] | None = None) -> str:
    """The archive's web page, copied as text: paragraphs parted by blank lines or not, ending anywhere."""
    title, date = draw(st.sampled_from(TITLES)), draw(st.sampled_from(DATES))
    text = draw(st.lists(paragraphs(), max_size=6) if body is None else body)
    support = "This document was made possible with support from " + draw(st.sampled_from(["", "A Fund"]))
    summary = draw(st.sampled_from([[], ["They talk."], text[:1], ["They talk.", "They part."]]))
    if draw(st.integers(0, 4)):
        notes = draw(st.sampled_from([[], ["[1] Official."], ["[1] Official.", "[2] See above."]]))
        top = draw(st.sampled_from([[], ["Skip to content"], ["Skip to content", "Browse", "Search in"]]))
        lines = [*top, *([date] if draw(st.integers(0, 9)) else []), title]
        lines += [support] * draw(st.integers(0, 1)) + [*text, *notes, *summary, *draw(values_below(CATALOGUE))]
        lines += [*draw(st.sampled_from([[], ["Document Information"]])), *draw(values_below(INFORMATION))]
    else:
        lines = ["Search in", draw(st.sampled_from([date, ""])), draw(st.sampled_from([title.upper(), title, ""]))]
        lines += ["CITATION SHARE DOWNLOAD", "Citation", "get citation", *summary, draw(citations(title, date))]
        lines += draw(st.sampled_from([[], ["share document", "http://x.org/document/7"], ["share document"]]))
        lines += draw(st.sampled_from([[], ["VIEW DOCUMENT IN", "English HTML"], ["VIEW DOCUMENT IN"]]))
        lines += [support] * draw(st.integers(0, 1)) + ["English Translation"] * draw(st.integers(0, 1)) + text
    if draw(st.integers(0, 4)) == 0:
        lines = lines[: draw(st.integers(0, len(lines)))]
    return draw(st.sampled_from(["\n\n", "\n \n", "\n"])).join(filter(None, lines))


def records() -> st.SearchStrategy[str]:
    """A record's text in any layout."""
    return st.one_of(labelled_records(), labelled_records(), web_pages())


@st.composite
def labelled_records(draw: st.DrawFn) -> str:
    """A record's text with its labels above the text."""
    header = draw(headers()) if draw(st.integers(0, 9)) else ""
    body = draw(st.lists(paragraphs(), max_size=8))
    indent = draw(st.sampled_from(["", "", "", " ", " " * 8, " " * 40]))
    separator = draw(st.sampled_from(["\n\n", "\n\n\n", "\n", "\n\f", "\n\n\f"]))
    text = separator.join([header, *(indent + each if draw(st.booleans()) else each for each in body)])
    furniture = draw(
        st.sampled_from(
            ["", "\n\n", "  Digital Archive    digitalarchive.wilsoncenter.org\nInternational History Declassified\n\n"]
        )
    )
    text = furniture + text
    if draw(st.integers(0, 7)) == 0:
        text = " ".join(text.replace("*", "").split())
    return text + draw(st.sampled_from(["", "\n", "\n\n\f\f"]))


@st.composite
def hostile_records(draw: st.DrawFn) -> str:
    """A record with hostile characters put in, pieces taken out and doubled."""
    text = draw(records())
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        match draw(st.integers(0, 2)):
            case 0:
                text = text[:at] + draw(st.sampled_from(HOSTILE)) + text[at:]
            case 1:
                text = text[:at] + text[at + draw(st.integers(0, 40)) :]
            case _:
                text = text[:at] + text[max(0, at - draw(st.integers(0, 60))) :]
    return text


def encoded(text: str, choice: int) -> bytes:
    """The text as bytes: with a byte order mark or other line ends for some choices."""
    data = text.encode("utf-8")
    match choice:
        case 1:
            return b"\xef\xbb\xbf" + data
        case 2:
            return data.replace(b"\r", b"").replace(b"\n", b"\r\n")
        case 3:
            return data.replace(b"\r", b"").replace(b"\n", b"\r")
        case _:
            return data


FURNITURE = ["", "   Digital Archive    digitalarchive.wilsoncenter.org\n   International History Declassified\n\n"]
GAPS = ["", "\n", "\n\n", "\r\n", "\n\n\n\n", "\f", "\n\f", "  \n\n", "\n\f\n"]
"""What may stand between texts that are joined."""


@st.composite
def whole_records(draw: st.DrawFn) -> str:
    """A record with a whole head, in any layout: with date, title and citation, and a text that begins no other."""
    title = draw(st.sampled_from([each for each in TITLES if "Citation" not in each]))
    date = draw(st.sampled_from(DATES))
    body = [*draw(st.lists(st.sampled_from(TAME), max_size=5)), "With greetings, A. Smith"]
    values = [
        draw(citations(title, date)).replace("No Name", "Wilson Center Digital Archive"),
        "They talk.",
        "Russian",
        "English Translation",
    ]
    labels = list(zip(["Citation", "Summary", "Original Language", "Contents"], values, strict=True))
    # Nothing tells a year that is a title from the date before it on one line.
    match draw(st.integers(0, 2 if title.isdigit() else 3)):
        case 0:
            begin = draw(st.sampled_from(["", "\n\n"]))
            head = draw(st.sampled_from([f"**{date}**\n\n**{title}**", f"**{date}**  \n**{title}**"]))
            return begin + "\n\n".join([head, *(f"**{name}:**\n\n{value}" for name, value in labels), *body])
        case 1:
            head = draw(st.sampled_from(FURNITURE)) + " " * 20 + date + "\n" + draw(wrapped(title, hard=False))
            header = "\n\n".join([head, *(f"{name}:\n{value}" for name, value in labels)])
            return header + "\n\f" + "\n\n".join(body) + "\n\f"
        case 2:
            return "\n\n".join([f"{date}\n{title}", *(f"{name}: {value}" for name, value in labels), *body])
        case _:
            words = [draw(st.sampled_from(FURNITURE)), date, title]
            return " ".join(" ".join([*words, *(f"{name}: {value}" for name, value in labels), *body]).split())
