"""Jing, the validator of most TEI editors, accepts every file."""

import pytest

from tests.clients import jing, texts
from tests.laws import referees

pytestmark = [pytest.mark.client, pytest.mark.skipif(not jing.HERE, reason=jing.REASON)]
SCHEMAS = (
    pytest.param(referees.OURS, id="ours"),
    pytest.param(
        referees.TEI_ALL, id="tei_all", marks=pytest.mark.skipif(not referees.TEI_ALL, reason=referees.REASON)
    ),
)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_text_is_valid(schema, tmp_path):
    names = texts.put_files(tmp_path)
    assert jing.refused(schema, [tmp_path / f"{name}.xml" for name in names]) == {}


@pytest.mark.skipif(not referees.TEI_ALL, reason=referees.REASON)
def test_the_documentation_of_the_schema_is_valid(tmp_path):
    copied = tmp_path / "odd.xml"
    copied.write_bytes(referees.OURS.with_suffix(".odd").read_bytes())
    assert jing.refused(referees.TEI_ALL, [copied]) == {}


def test_a_wrong_file_is_refused(tmp_path):
    (tmp_path / "wrong.xml").write_bytes(
        texts.tei("112634").replace(b"<closer", b"<closure").replace(b"</closer", b"</closure")
    )
    assert "closure" in jing.refused(referees.OURS, [tmp_path / "wrong.xml"])[str(tmp_path / "wrong.xml")]
