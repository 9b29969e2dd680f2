"""What a reader should know about a title."""

from telegrams.findings import finding
from telegrams.model.diagnostics import Diagnostic
from telegrams.model.parties import Title
from telegrams.values.titles.masking import unclosed
from telegrams.values.titles.reading import rival_parties


def title_findings(title: Title) -> tuple[Diagnostic, ...]:
    """The findings about one title, without span; the caller knows where it stands.

    TG401 neither kind nor parties nor subject were recognised; TG402 a bracket or quotation mark is not closed;
    TG403 two ways to tell the parties apart are equally good, so that none is named.
    """
    found = []
    parties = title.senders or title.recipients or title.participants
    if title.kind in (None, "other") and not parties and title.subject is None:
        found.append(finding("TG401", f"no kind, party or subject was recognised in “{title.verbatim[:80]}”"))
    if (at := unclosed(title.verbatim)) is not None:
        words = title.verbatim[at : at + 40]
        found.append(finding("TG402", f"“{title.verbatim[at]}” is not closed in the title: “{words}”"))
    if not parties and (rival := rival_parties(title.verbatim)):
        found.append(finding("TG403", f"the parties can be told apart in two ways; one of them: {rival}"))
    return tuple(found)
