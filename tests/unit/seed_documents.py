"""The two seed documents, built by hand: what the text reader must make of the seeds' headers."""

from telegrams.model import (
    Citation,
    Closer,
    ContentsItem,
    Contributor,
    Custody,
    Document,
    HistoricalDate,
    Holding,
    Language,
    LineBreak,
    Name,
    Paragraph,
    Party,
    SourceStatement,
    Text,
    Title,
)

RUSSIAN = (Language(verbatim="Russian", tag="ru"),)
ENGLISH = (ContentsItem(verbatim="Translation - English", kind="translation", language="en"),)
ARCHIVE = "Wilson Center Digital Archive"


def gromyko() -> Document:
    title = "Telegram from Soviet Foreign Minister Gromyko to the CC CPSU"
    date = HistoricalDate(verbatim="October 20, 1962", edtf="1962-10-20")
    statement = "AVP RF, copy courtesy of NSA; translation by Mark H. Doctoroff"
    return Document(
        title=Title(
            verbatim=title,
            kind="telegram",
            senders=(Party(name="Gromyko", role="Soviet Foreign Minister"),),
            recipients=(Party(organisation="CC CPSU"),),
        ),
        date=date,
        citation=Citation(
            verbatim=f'"{title}", October 20, 1962, {ARCHIVE}, {statement}',
            title=title,
            date=date,
            publisher=ARCHIVE,
            source=SourceStatement(
                verbatim=statement,
                holdings=(Holding(abbreviation="AVP RF"),),
                custody=(Custody(action="courtesy", verbatim="copy courtesy of NSA", agent="NSA"),),
                contributors=(Contributor(role="translator", name="Mark H. Doctoroff"),),
            ),
            url="https://digitalarchive.umd.edu/document/111779",
            record_id="111779",
        ),
        summary=(
            (
                "Gromyko relays the results of a meeting with Dean Rusk where the two discuss Cuba, issues in Latin "
                "America and American acts or aggression toward Cuba."
            ),
        ),
        original_languages=RUSSIAN,
        contents=ENGLISH,
        body=(Paragraph(content=(Text(text="On October 18 a conversation with Rusk took place."),)),),
    )


def kuznetsov_and_zorin() -> Document:
    title = (
        "Telegram from Soviet Deputy Foreign Minister Kuznetsov and Ambassador to the UN Zorin "
        "to USSR Foreign Ministry (1)"
    )
    date = HistoricalDate(verbatim="October 30, 1962", edtf="1962-10-30")
    statement = (
        "Archive of Foreign Policy, Russian Federation (AVP RF), Moscow; copy obtained by NHK (Japanese Television), "
        "provided to CWIHP, and on file at National Security Archive, Washington, D.C.; "
        "translation by John Henriksen, Harvard University"
    )
    return Document(
        title=Title(
            verbatim=title,
            kind="telegram",
            sequence=1,
            senders=(
                Party(name="Kuznetsov", role="Soviet Deputy Foreign Minister"),
                Party(name="Zorin", role="Ambassador to the UN"),
            ),
            recipients=(Party(organisation="USSR Foreign Ministry"),),
        ),
        date=date,
        citation=Citation(
            verbatim=f'"{title}", October 30, 1962, {ARCHIVE}, {statement}',
            title=title,
            date=date,
            publisher=ARCHIVE,
            source=SourceStatement(
                verbatim=statement,
                holdings=(
                    Holding(
                        repository="Archive of Foreign Policy, Russian Federation",
                        abbreviation="AVP RF",
                        settlement="Moscow",
                    ),
                ),
                custody=(
                    Custody(
                        action="obtained",
                        verbatim="copy obtained by NHK (Japanese Television)",
                        agent="NHK",
                        note="Japanese Television",
                    ),
                    Custody(action="provided", verbatim="provided to CWIHP", recipient="CWIHP"),
                    Custody(
                        action="deposited",
                        verbatim="on file at National Security Archive, Washington, D.C.",
                        recipient="National Security Archive, Washington, D.C.",
                    ),
                ),
                contributors=(Contributor(role="translator", name="John Henriksen", affiliation="Harvard University"),),
            ),
            url="https://wilson-center-digital-archive.dvincitest.com/document/112634",
            record_id="112634",
        ),
        summary=(
            (
                "Thoughts and opinions from Kuznetsov and Zorin regarding Cuba: namely the possibility of US invasion, "
                "U Thant's intention to talk with Castro, a UN proposal to the US for a framework to end the blockade "
                "and the make-up of a UN presence in Cuba."
            ),
        ),
        original_languages=RUSSIAN,
        contents=ENGLISH,
        body=(
            Paragraph(content=(Text(text="We request your examination."),)),
            Closer(
                role="signature",
                content=(
                    Name(content=(Text(text="V. KUZNETSOV"),)),
                    LineBreak(),
                    Name(content=(Text(text="V. ZORIN"),)),
                ),
            ),
        ),
    )
