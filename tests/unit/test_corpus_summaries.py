"""A document in one line."""

from telegrams.corpus.summaries import Summary, party, summarise
from telegrams.model import Document, HistoricalDate, Party, Title


def test_a_document_in_one_line():
    title = Title(
        verbatim="Telegram, Ivanov and Petrov to the Ministry",
        senders=(Party(name="Ivanov", role="Ambassador"), Party(name="Petrov")),
        recipients=(Party(organisation="Ministry"),),
    )
    document = Document(title=title, date=HistoricalDate(verbatim="May 4, 1955", edtf="1955-05-04"))
    assert summarise(document) == Summary(title.verbatim, "1955-05-04", "Ambassador Ivanov; Petrov", "Ministry")


def test_a_date_that_is_not_understood_is_shown_as_written():
    assert summarise(Document(date=HistoricalDate(verbatim="in spring"))) == Summary("", "in spring", "", "")


def test_an_empty_document():
    assert summarise(Document()) == Summary("", "", "", "")


def test_the_words_for_a_party():
    assert party(Party(name="Filippov", identity="Stalin")) == "Filippov"
    assert party(Party(identity="Stalin")) == "Stalin"
    assert party(Party(place="Beijing")) == "Beijing"
    assert party(Party()) == ""
