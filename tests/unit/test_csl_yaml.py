import json

import pytest

from telegrams.formats import csl, write, write_many
from telegrams.model import Document, HistoricalDate, Title
from tests.unit.seed_documents import gromyko, kuznetsov_and_zorin

yaml = pytest.importorskip("yaml", reason="pyyaml reads the written YAML in these tests")


@pytest.mark.parametrize("document", [gromyko(), kuznetsov_and_zorin()])
def test_the_same_item_without_custom(document):
    expected = csl.citation_item(document)
    del expected["custom"]
    (item,) = yaml.safe_load(write(document, "csl-yaml"))["references"]
    assert item == expected


def test_markdown_is_escaped_and_characters_stay():
    title = "A *b* [c] `d` x_y <i> \\ 5-6 -- 7 ... é\u2028\u0085\ufeff"
    text = write(Document(title=Title(verbatim=title)), "csl-yaml").decode()
    assert not set("\u2028\u0085\ufeff") & set(text)
    (item,) = yaml.safe_load(text)["references"]
    assert item["title"] == ("A \\*b\\* \\[c\\] \\`d\\` x\\_y \\<\u2060i\\> \\\\ 5-6 \\-- 7 \\... é\u2028\u0085\ufeff")


def test_ids_are_unique_in_one_file():
    data = b"".join(write_many([gromyko(), gromyko()], "csl-yaml"))
    items = yaml.safe_load(data)["references"]
    assert (
        [item["id"] for item in items] == [item["citation-key"] for item in items] == ["wcda-111779", "wcda-111779-2"]
    )


def test_circa_and_no_document():
    document = Document(date=HistoricalDate(verbatim="x", edtf="1962~"))
    (item,) = yaml.safe_load(write(document, "csl-yaml"))["references"]
    assert json.dumps(item["issued"]) == '{"date-parts": [[1962]], "circa": true}'
    assert yaml.safe_load(b"".join(write_many([], "csl-yaml"))) == {"references": []}
