"""What one writing run keeps: identifiers given out, parties met, rules and telegrams named."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import get_args

from telegrams.formats.keys import unique
from telegrams.formats.xml import attribute
from telegrams.model.body import Footnote, TelegramReference
from telegrams.model.document import Document
from telegrams.model.inference import Inference
from telegrams.model.parties import Kind, Party

from .contributors import by_person

KINDS: tuple[str, ...] = get_args(Kind)
RULE_PREFIX = "rule."
_RESERVED = frozenset({*KINDS, "telegrams", "citation", "document", "documentTypes", "rules", "summary", "sourceNote"})
_NONE: Mapping[Party, tuple[str, str]] = MappingProxyType({})
_UNFIT = re.compile(r"[^a-z0-9]{1,200}")


class Register:
    """Gives every party, contributor and footnote of one document a unique, legal `xml:id`.

    In a corpus the document's own identifiers begin with `prefix`, and its parties and their places have `entries`
    in the header of the corpus: a pair of identifiers for each party, the second empty where it has no place.
    """

    def __init__(self, document: Document, prefix: str = "", entries: Mapping[Party, tuple[str, str]] = _NONE) -> None:
        self.prefix = prefix
        self._taken = dict.fromkeys(_RESERVED, 1)
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
        self.footnotes: dict[str, str] = {}
        for block in document.body:
            if isinstance(block, Footnote) and block.number not in self.footnotes:
                self.footnotes[block.number] = self.identifier(f"fn{block.number}")

    def identifier(self, name: str) -> str:
        """A new identifier made from a name: `zorin`, the second time `zorin-2`."""
        return self.own(unique(identifier_stem(name), self._taken))

    def own(self, name: str) -> str:
        """The identifier of something that every document has one of, such as `citation`."""
        return self.prefix + name

    def signer(self, words: str) -> str | None:
        """The identifier of the party whose name ends with the same word as a signature; keeps the signature."""
        given = self._signers.get(words.rpartition(" ")[2].casefold())
        if given:
            known = self.signatures.get(given, ())
            self.signatures[given] = known if words in known else (*known, words)
        return given

    def inferred(self, inference: Inference | None) -> str:
        """The attributes of an inferred value: how certain, who says so, by which rule."""
        if inference is None:
            return ""
        self.rules.add(inference.rule)
        program, pointer = self.own("telegrams"), self.own(attribute(rule_identifier(inference.rule)))
        return f' cert="{inference.certainty}" resp="#{program}" ana="#{pointer}"'


def parties_of(document: Document) -> Iterable[Party]:
    """The parties of the title and those of the setting, each once."""
    title, setting = document.title, document.setting
    named = (*title.senders, *title.recipients, *title.via, *title.participants) if title else ()
    return dict.fromkeys((*named, *setting.participants) if setting else named)


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


def _by_last_word(parties: Iterable[tuple[Party, str]]) -> Iterable[tuple[str, str | None]]:
    """Last words of names; a word that several parties share points to none."""
    seen: dict[str, str | None] = {}
    for party, given in parties:
        if party.name:
            word = party.name.rpartition(" ")[2].casefold()
            seen[word] = None if word in seen else given
    return seen.items()
