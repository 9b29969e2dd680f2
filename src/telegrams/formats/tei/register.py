"""What one writing run keeps: identifiers given out, parties met, rules and telegrams named."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import get_args

from telegrams.formats.keys import unique
from telegrams.formats.xml import attribute
from telegrams.model.amendments import Insertion, Renaming
from telegrams.model.body import AnyBlock, Footnote, leaf_blocks
from telegrams.model.document import Document
from telegrams.model.encoding import Encoding
from telegrams.model.inference import Inference
from telegrams.model.inline import Inline
from telegrams.model.marks import TelegramReference
from telegrams.model.parties import Kind, Party
from telegrams.model.settings import Participant

from .contributors import by_person

KINDS: tuple[str, ...] = get_args(Kind)
RULE_PREFIX = "rule."
_RESERVED = frozenset({*KINDS, "telegrams", "citation", "document", "documentTypes", "rules", "summary", "sourceNote"})
_NONE: Mapping[Party, tuple[str, str]] = MappingProxyType({})
_FIGURES = re.compile(r"[2-9]|[1-9][0-9]{1,8}")
_UNFIT = re.compile(r"[^a-z0-9]{1,200}")
_PUNCTUATION = ".,;:()[]"
_MOST_ALIKE = 8


class Register:
    """Gives every party, contributor and footnote of one document a unique, legal `xml:id`.

    In a corpus the document's own identifiers begin with `prefix`, and its parties and their places have `entries`
    in the header of the corpus: a pair of identifiers for each party, the second empty where it has no place.
    """

    def __init__(self, document: Document, prefix: str = "", entries: Mapping[Party, tuple[str, str]] = _NONE) -> None:
        self.prefix = prefix
        self._renamed = {each.name: each.given for each in document.amendments if isinstance(each, Renaming)}
        self.given = given_identifiers(document)
        """The identifiers that an editor gave inside the text."""
        self._taken = dict.fromkeys(_RESERVED | self.given | _added(document) | {*self._renamed.values()}, 1)
        self.rules: set[str] = set()
        self.references: list[TelegramReference] = []
        self.entries = entries
        citation = document.citation
        self.parties: dict[Party, str] = {}
        for party in parties_of(document):
            own = self.identifier(party.name or party.organisation or party.role or "party")
            self.parties[party] = entries[party][0] if entries else own
        contributors = citation.source.contributors if citation and citation.source else ()
        groups = ((len(group), self.identifier(group[0].role)) for group in by_person(contributors))
        self.contributors = tuple(given for count, given in groups for _ in range(count))
        translators = zip(self.contributors, contributors, strict=True)
        self.translator = next((given for given, who in translators if who.role == "translator"), None)
        self.signatures: dict[str, tuple[str, ...]] = {}
        self._signers = dict(_by_last_word(self.parties.items()))
        self.participants = _participants(self.parties.items())
        """The names of those who take part, with their identifiers, by the last word; of one word the first few."""
        self.footnotes: dict[str, str] = {}
        """Where the references to each number lead."""
        self.notes: dict[str, str] = {}
        """The identifiers of the notes by their numbers, if an editor gave them no other."""
        for block in leaf_blocks(document.body):
            if isinstance(block, Footnote):
                self.footnote(block.number, identifier_of(block.encoding))

    def identifier(self, name: str) -> str:
        """A new identifier made from a name: `zorin`, the second time `zorin-2`."""
        return self.own(unique(identifier_stem(name), self._taken))

    def reserve(self, names: Iterable[str]) -> None:
        """Keeps identifiers that stand in a file from being given to something else."""
        self._taken |= dict.fromkeys(names, 1) | self._taken

    def footnote(self, number: str, given: str | None) -> None:
        """Gives the first note of a number an identifier, unless it has one; or it has the one that it would get."""
        if number not in self.notes:
            ours = given is not None and self._would_give(f"fn{number}", given)
            self.notes[number] = self.own(given) if given and ours else self.identifier(f"fn{number}")
            self.footnotes[number] = self.own(given) if given else self.notes[number]

    def _would_give(self, name: str, given: str) -> bool:
        """Whether an identifier is the first for a name that stands nowhere else in the file."""
        stem = identifier_stem(name)
        base, _, figures = given.rpartition("-")
        if base != stem or not _FIGURES.fullmatch(figures):
            return given == stem
        return stem in self._taken and all(f"{stem}-{count}" in self._taken for count in range(2, int(figures)))

    def paragraph(self, number: int) -> str:
        """The identifier of a paragraph, by its place; another one where an editor gave this to some other element."""
        name = f"p{number}"
        return self.own(f"{name}-2" if name in self.given else name)

    def own(self, name: str) -> str:
        """The identifier of something that every document has one of, such as `citation`, or the editor's for it."""
        return self.prefix + self._renamed.get(name, name)

    def plain(self, written: str) -> str:
        """What was written, without the document's own identifier in identifiers."""
        return written.replace(self.prefix, "") if self.prefix else written

    def signer(self, words: str) -> str | None:
        """The identifier of the party whose name ends with the same word as a signature; keeps the signature."""
        given = self._signers.get(words.rpartition(" ")[2].casefold())
        if given:
            known = self.signatures.get(given, ())
            self.signatures[given] = known if words in known else (*known, words)
        return given

    def entry(self, party: Party) -> str:
        """The identifier of the party's entry."""
        return self.parties[as_entry(party)]

    def inferred(self, inference: Inference | None) -> str:
        """The attributes of an inferred value: how certain, who says so, by which rule."""
        if inference is None:
            return ""
        self.rules.add(inference.rule)
        program, pointer = self.own("telegrams"), self.own(attribute(rule_identifier(inference.rule)))
        return f' cert="{inference.certainty}" resp="#{program}" ana="#{pointer}"'


def _added(document: Document) -> frozenset[str]:
    """The identifiers of what an editor added; what stands in the place of something may have the same as that."""
    return frozenset(identifiers_in(each.carried for each in document.amendments if isinstance(each, Insertion)))


def parties_of(document: Document) -> Iterable[Party]:
    """The parties of the title and those of the setting, each once."""
    title, setting = document.title, document.setting
    named = (*title.senders, *title.recipients, *title.via, *title.participants) if title else ()
    return dict.fromkeys(map(as_entry, (*named, *setting.participants) if setting else named))


def as_entry(party: Party) -> Party:
    """The party as its entry holds it: how it was told stands where the document names it."""
    return party.model_copy(update={"inferred": None}) if party.inferred else party


def identifier_of(encoding: Encoding | None) -> str | None:
    """The identifier that an editor gave."""
    return next((value for name, value in encoding.attributes if name == "xml:id"), None) if encoding else None


def given_identifiers(document: Document) -> frozenset[str]:
    """The identifiers that editors gave to parts of the text."""
    return frozenset(identifiers_in(document.body))


def identifiers_in(parts: Iterable[AnyBlock | Inline]) -> Iterator[str]:
    """The identifiers that editors gave to some parts, and inside them."""
    for part in parts:
        match part.type:
            case "text" | "comment" | "processing-instruction":
                continue
            case "markup":
                yield from (value for name, value in part.attributes if name == "xml:id")
                yield from identifiers_in(part.content)
                continue
            case "group":
                yield from (value for name, value in part.attributes if name == "xml:id")
                yield from identifiers_in(part.blocks)
                continue
            case "table":
                for row in part.rows:
                    for cell in row:
                        yield from identifiers_in(cell or ())
            case _:
                # A field that is not there is looked for at length; most inlines have no content.
                inside = vars(part).get("content", ())
                if len(inside) > 1 or (inside and inside[0].type != "text"):
                    yield from identifiers_in(inside)
        if part.encoding and (given := identifier_of(part.encoding)):
            yield given


def identifier_stem(words: str) -> str:
    """Words as a legal `xml:id`, at most 40 letters of ASCII: `anna-berg`, `id-7-days`."""
    folded = unicodedata.normalize("NFKD", words[:200]).encode("ascii", "ignore").decode().lower()
    fit = _UNFIT.sub("-", folded).strip("-")[:40].rstrip("-")
    return fit if fit[:1].isalpha() and not fit.startswith("xml") else f"id-{fit}".rstrip("-")


def rule_identifier(rule: str) -> str:
    """A rule's `xml:id`; a colon, which a name cannot hold, becomes a middle dot, which a rule's name cannot."""
    return RULE_PREFIX + rule.replace(":", "·")


def rule_of(pointers: str) -> str | None:
    """The rule that one of the pointers of `@ana` names."""
    for pointer in pointers.split():
        if pointer.startswith(f"#{RULE_PREFIX}"):
            return pointer.removeprefix(f"#{RULE_PREFIX}").replace("·", ":")
    return None


def last_word(words: str) -> str:
    """The last word without punctuation at its ends."""
    return words.rpartition(" ")[2].strip(_PUNCTUATION)


def _participants(parties: Iterable[tuple[Party, str]]) -> Mapping[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for party, given in parties:
        if isinstance(party, Participant) and party.name:
            alike = found.setdefault(last_word(party.name), [])
            if len(alike) < _MOST_ALIKE:
                alike.append((party.name, given))
    return found


def _by_last_word(parties: Iterable[tuple[Party, str]]) -> Iterable[tuple[str, str | None]]:
    """Last words of names; a word that several parties share points to none."""
    seen: dict[str, str | None] = {}
    for party, given in parties:
        if party.name:
            word = party.name.rpartition(" ")[2].casefold()
            seen[word] = None if word in seen else given
    return seen.items()
