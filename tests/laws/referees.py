"""The schemas that judge: compiled once, because tei_all takes seconds."""

import os
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

OURS = Path(__file__).parents[2] / "schemas" / "telegrams.rng"
TEI_ALL = os.environ.get("TELEGRAMS_TEI_ALL", "")
REASON = "TELEGRAMS_TEI_ALL does not name tei_all.rng"
RULES = OURS.with_suffix(".sch")
TEI_RULES = Path(TEI_ALL or "tei_all.rng").with_suffix(".sch")
tei_rules = pytest.mark.skipif(not TEI_RULES.is_file(), reason="tei_all.sch is not beside TELEGRAMS_TEI_ALL")


@cache
def ours():
    return etree.RelaxNG(etree.parse(OURS))


def tei_all_path():
    return Path(TEI_ALL)


@cache
def tei_all():
    return etree.RelaxNG(etree.parse(tei_all_path()))
