"""Laws of our schema: validators judge alike on right and on wrong files; whatever it accepts, tei_all accepts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from telegrams.formats import write
from tests.clients import jing
from tests.laws import referees
from tests.laws.mutants import mutated
from tests.laws.strategies import documents
from tests.unit.odd_referee import compiled

PARSER = etree.XMLParser(collect_ids=False)


@pytest.fixture(scope="module")
def judged():
    """Files right and wrong, and whether lxml finds each valid against our schema."""
    files: dict[bytes, bool] = {}

    @given(documents(), st.integers(0, 2**32))
    def collect(document, seed):
        data = write(document, "tei")
        for each in (data, mutated(data, seed), mutated(data, seed + 1)):
            files[each] = referees.ours().validate(etree.fromstring(each, PARSER))
        assert files[data], referees.ours().error_log

    collect()
    return files


def test_enough_files_are_right_and_enough_are_wrong(judged):
    assert 0.2 < sum(judged.values()) / len(judged) < 0.8


@pytest.mark.slow
@pytest.mark.skipif(not referees.TEI_ALL, reason=referees.REASON)
def test_what_our_schema_accepts_tei_all_accepts(judged):
    for data, valid in judged.items():
        if valid:
            assert referees.tei_all().validate(etree.fromstring(data, PARSER)), (data, referees.tei_all().error_log)


def refused_by_jing(schema, files, folder):
    for number, data in enumerate(files):
        (folder / f"{number}.xml").write_bytes(data)
    paths = [str(folder / f"{number}.xml") for number in range(len(files))]
    said = jing.refused(schema, paths)
    return {data: said[path] for data, path in zip(files, paths, strict=True) if path in said}


@pytest.mark.slow
@pytest.mark.client
@pytest.mark.skipif(not jing.HERE, reason=jing.REASON)
def test_jing_and_libxml2_judge_alike(judged, tmp_path):
    refused = refused_by_jing(referees.OURS, list(judged), tmp_path)
    for data, valid in judged.items():
        assert valid is (data not in refused), (data, refused.get(data))


@pytest.mark.slow
@pytest.mark.client
@pytest.mark.skipif(not jing.HERE, reason=jing.REASON)
@pytest.mark.skipif(not referees.TEI_ALL, reason=referees.REASON)
def test_what_our_schema_accepts_tei_all_accepts_by_jing_too(judged, tmp_path):
    accepted = [data for data, valid in judged.items() if valid]
    assert refused_by_jing(referees.TEI_ALL, accepted, tmp_path) == {}


def test_what_the_processor_of_the_tei_makes_of_the_odd_judges_alike(judged):
    theirs = etree.RelaxNG(compiled(etree.parse(referees.OURS.with_suffix(".odd")).getroot()).grammar)
    for data, valid in judged.items():
        assert theirs.validate(etree.fromstring(data, PARSER)) is valid, (data, theirs.error_log)
