"""How TEI of other hands is read: `python -m benchmarks.foreign FOLDER [--heads FILE.jsonl] [--with SRC]`.

Prints for each TEI file of a folder (or for each file named)

    documents     how many there are, and how many have a title and a date
    in order      titles whose letters are those of the heading (or of a `title` of the header), one after the other
    tagged heads  headings in which a name has `@type` from or to; those all of whose tagged names are found in a
                  sender or recipient; and how many of the others name a party
    words kept    of the words inside the documents' elements, those that the Documents have, each as often
    unnamed       words (outside the documents, or missing) that stand in no element that a finding names;
                  elements of the text that are fewer after TEI → Document → TEI, and that no finding names
    findings      by code; lines that the command line prints
    seconds, MB   of reading, in a process of its own

`--heads` makes one volume of the heads of a file (title, from, to) and reads it. The words and letters of the source
are taken by a walk of this module's own. A finding names elements by their names, so one inside a document counts as
named, too, where the same name is reported elsewhere in the file. `--with SRC` reads the package from another
checkout's `src`.
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from lxml import etree

if TYPE_CHECKING:
    from telegrams import Document
    from telegrams.corpus.work import Finding

T = "{http://www.tei-c.org/ns/1.0}"


def in_tei(names: str) -> frozenset[str]:
    """The names of elements, parted by blanks, in the namespace of TEI."""
    return frozenset(f"{T}{name}" for name in names.split())


WITHIN_WORDS = in_tei(
    "hi c seg g ex am expan abbr sic corr orig reg add del supplied unclear persName placeName orgName name rs gloss "
    "term ref date time num foreign emph choice subst app lem rdg anchor surname forename w pc mentioned soCalled q"
)
"""Elements that may end in the midst of a word; others part words."""
DATA = in_tei("listPerson listPlace listOrg listBibl listEvent")
WORD = re.compile(r"\w+")
NAMED = re.compile(r"<(?:\{[^}]*\})?([\w.-]+)>|`([\w.-]+)`")
PARTING = frozenset({"line-break", "page-break", "footnote-reference"})
"""The inlines that no word goes on behind."""
WORDS = ("verbatim", "marker", "speaker", "label", "statement")
"""The fields, beside the content, that hold words of the text."""


def words_in(element: etree._Element, without: frozenset[str] = frozenset()) -> str:
    """The text inside an element; a blank at the edges of elements that part words."""
    pieces = [element.text or ""]
    for child in element.iterchildren("{*}*"):
        edge = "" if child.tag in WITHIN_WORDS else " "
        inside = "" if child.tag in without else words_in(child, without)
        pieces += [edge, inside, edge, child.tail or ""]
    return "".join(pieces)


def letters(words: str) -> str:
    """The words without any blank."""
    return "".join(words.split())


def places(root: etree._Element) -> list[etree._Element]:
    """The elements that are documents: `div[@type='document']` that stand in no other, else each `text`."""
    divisions = [
        each
        for each in root.iter(f"{T}div")
        if each.get("type") == "document"
        and not any(above.get("type") == "document" for above in each.iterancestors(f"{T}div"))
    ]
    return divisions or list(root.iter(f"{T}text"))


def flat(value: object) -> str:
    """The words of a part of a document, as the model dumps it: inlines one after the other, all else apart."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "".join(map(flat, value))
    if not isinstance(value, dict):
        return ""
    if value.get("type") in PARTING:
        return " "
    pieces = [flat(each) for key, each in value.items() if key in {"content", "text", "date", *WORDS}]
    pieces += [" ".join(map(flat, each)) for each in (value.get("blocks") or (), *(value.get("rows") or ()))]
    return " ".join(filter(None, pieces))


def document_words(document: "Document") -> Counter[str]:
    """The words of a document, each as often as it has them: its title, its text."""
    title = document.title.verbatim if document.title else ""
    blocks = document.model_dump(mode="json", exclude_none=True)["body"]
    return Counter(WORD.findall(" ".join([title, *map(flat, blocks)])))


def tagged(head: etree._Element) -> list[tuple[str, str]]:
    """The names of a heading that say whose they are: `from` or `to`, and the words."""
    notes = {each for note in head.iter(f"{T}note") for each in note.iter()}
    return [
        (each.get("type", ""), " ".join(words_in(each).split()))
        for each in head.iter("{*}*")
        if each.get("type") in {"from", "to"} and each not in notes and words_in(each).strip()
    ]


def named_by(document: "Document", kind: str, words: str) -> bool:
    """Whether a sender or recipient has the last word of a tagged name, and half of its words."""
    title = document.title
    parties = () if title is None else title.senders if kind == "from" else title.recipients
    wanted = WORD.findall(words.casefold())
    for party in parties:
        told = " ".join(filter(None, (party.role, party.name, party.identity, party.organisation, party.place)))
        had = WORD.findall(told.casefold())
        if wanted and wanted[-1] in had and sum(word in had for word in wanted) * 2 >= len(wanted):
            return True
    return False


def measured(path: Path) -> dict[str, Any]:
    """The figures of one file."""
    import telegrams
    from telegrams.cli.render import render
    from telegrams.corpus.work import placed

    data = path.read_bytes()
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    result = telegrams.convert(data, name=path.name)
    diagnostics = result.diagnostics
    seconds = time.process_time() - start
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    documents = result.documents
    root = etree.fromstring(data)
    elements = places(root)
    headed = len(elements) == len(documents)
    titles = [letters(words_in(each)) for each in root.iter(f"{T}title")]
    ordered = with_tags = right = untagged = found_untagged = 0
    for number, document in enumerate(documents):
        head = elements[number].find(f"{T}head") if headed else None
        title = document.title
        if title is not None:
            own = "" if head is None else letters(words_in(head, frozenset({f"{T}note"})))
            ordered += letters(title.verbatim) in {own, *titles}
        tags = [] if head is None else tagged(head)
        with_tags += bool(tags)
        right += bool(tags) and all(named_by(document, *tag) for tag in tags)
        untagged += not tags
        found_untagged += not tags and title is not None and bool(title.senders or title.recipients)
    wanted, had, missing = kept_words(elements, documents)
    named = {name for each in diagnostics for pair in NAMED.findall(each.message) for name in pair}
    shown = sum(render(path.name, each).count("\n") + 1 for each in as_shown(placed(diagnostics, result.source)))
    return {
        "documents": len(documents),
        "with title": sum(each.title is not None for each in documents),
        "with date": sum(each.date is not None for each in documents),
        "in order": ordered,
        "tagged heads": with_tags,
        "tagged right": right,
        "untagged": untagged,
        "untagged with parties": found_untagged,
        "words": wanted,
        "words kept": had,
        "unnamed words": unnamed_words(root, elements, missing, named, described(documents)),
        "unnamed elements": unnamed_elements(elements, documents, named),
        "findings": dict(Counter(each.code for each in diagnostics)),
        "lines": shown,
        "seconds": round(seconds, 2),
        "MB": round(memory),
        "input MB": round(len(data) / 1e6, 2),
    }


def as_shown(findings: "Iterable[Finding]") -> "Iterable[Finding]":
    """The findings of a file as the command line shows them; a checkout from before it put them together shows each."""
    try:
        from telegrams.cli.folding import grouped
    except ModuleNotFoundError:
        return findings
    return grouped(findings, set())


def kept_words(elements: Iterable[etree._Element], documents: "Iterable[Document]") -> tuple[int, int, Counter[str]]:
    """How many words the elements have, how many of them the documents have, and which are missing."""
    wanted: Counter[str] = Counter()
    for each in elements:
        wanted += Counter(WORD.findall(words_in(each, DATA)))
    had: Counter[str] = Counter()
    for document in documents:
        had += document_words(document)
    return wanted.total(), (wanted & had).total(), wanted - had


def described(documents: "Iterable[Document]") -> set[str]:
    """The words of the documents' descriptions: all that is not their text."""
    return {word for each in documents for word in WORD.findall(each.model_dump_json(exclude={"body"}))}


def is_named(element: etree._Element, named: set[str]) -> bool:
    """Whether a finding names an element or one around it."""
    return any(etree.QName(each).localname in named for each in (element, *element.iterancestors()))


def unnamed_words(
    root: etree._Element,
    elements: list[etree._Element],
    missing: Counter[str],
    named: set[str],
    told: set[str],
) -> dict[str, int]:
    """Words that are in no document, by the element they stand in, where no finding names it or one around it."""
    inside = {each for element in elements for each in element.iter("{*}*")}
    found: Counter[str] = Counter()
    left = Counter(missing)
    for element in root.iter("{*}*"):
        own = WORD.findall(" ".join([element.text or "", *(child.tail or "" for child in element)]))
        if not own or is_named(element, named):
            continue
        if element in inside:
            lost = Counter(own) & left
            left -= lost
            found[etree.QName(element).localname] += lost.total()
        else:
            found[etree.QName(element).localname] += sum(word not in told for word in own)
    return {name: count for name, count in found.most_common() if count}


def unnamed_elements(
    elements: list[etree._Element], documents: "Iterable[Document]", named: set[str]
) -> dict[str, int]:
    """Elements inside the documents that are fewer after TEI → Document → TEI, where no finding names them."""
    import telegrams

    inside = (each for element in elements for each in element.iterdescendants("{*}*"))
    before = Counter(etree.QName(each).localname for each in inside if not is_named(each, named))
    after: Counter[str] = Counter()
    for document in documents:
        root = etree.fromstring(telegrams.write(document, "tei"))
        after += Counter(etree.QName(each).localname for each in root.iter("{*}*"))
    return dict((before - after).most_common())


def volume_of(heads: Path) -> bytes:
    """A volume with a document for each head of the file, its names tagged where they stand."""
    divisions = []
    for number, line in enumerate(heads.read_text("utf-8").splitlines(), 1):
        given = json.loads(line)
        head, at = "", 0
        tags = [("from", name) for name in given["from"]] + [("to", name) for name in given["to"]]
        for kind, name in tags:
            place = given["title"].find(name, at)
            if place < 0:
                continue
            head += escape(given["title"][at:place]) + f'<persName type="{kind}">{escape(name)}</persName>'
            at = place + len(name)
        head += escape(given["title"][at:])
        divisions.append(f'<div type="document" n="{number}"><head>{number}. {head}</head><p>{number}</p></div>')
    return f'<TEI xmlns="{T[1:-1]}"><text><body>{"".join(divisions)}</body></text></TEI>'.encode()


def print_figures(name: str, found: dict[str, Any]) -> None:
    """The figures of one file, a line each."""
    documents = found["documents"]
    print(f"\n{name} ({found['input MB']} MB)")
    print(f"  documents     {documents}, with title {found['with title']}, with date {found['with date']}")
    print(f"  in order      {found['in order']} of {found['with title']}")
    share = f" = {found['tagged right'] / found['tagged heads']:.3f}" if found["tagged heads"] else ""
    others = f"of {found['untagged']} others {found['untagged with parties']} name a party"
    print(f"  tagged heads  {found['tagged right']} of {found['tagged heads']}{share}; {others}")
    share = f" = {found['words kept'] / found['words']:.5f}" if found["words"] else ""
    print(f"  words kept    {found['words kept']} of {found['words']}{share}")
    print(f"  unnamed       words {found['unnamed words'] or 'none'}; elements {found['unnamed elements'] or 'none'}")
    print(f"  findings      {found['findings'] or 'none'}; {found['lines']} lines")
    print(f"  reading       {found['seconds']} s, {found['MB']} MB")


def main(arguments: list[str]) -> None:
    """Measure each file in a process of its own."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.foreign", description=__doc__)
    parser.add_argument("inputs", nargs="*", type=Path, metavar="FOLDER|FILE")
    parser.add_argument("--heads", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--with", dest="source", type=Path, metavar="SRC")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.source:
        sys.path.insert(0, str(options.source.resolve()))
    if options.one:
        json.dump(measured(options.one), sys.stdout)
        return
    with tempfile.TemporaryDirectory() as folder:
        files = [file for each in options.inputs for file in (sorted(each.rglob("*.xml")) if each.is_dir() else [each])]
        if options.heads:
            made = Path(folder, f"{options.heads.stem}.xml")
            made.write_bytes(volume_of(options.heads))
            files.append(made)
        more = ["--with", str(options.source)] if options.source else []
        for file in files:
            command = [sys.executable, "-m", "benchmarks.foreign", "--one", str(file), *more]
            done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
            print_figures(file.name, json.loads(done.stdout))


if __name__ == "__main__":
    main(sys.argv[1:])
