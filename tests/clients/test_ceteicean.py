"""CETEIcean in a real browser shows each text as a reader expects it. Screenshots are kept in `build/`."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from telegrams.formats.block_text import block_text
from tests.clients import texts

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "build" / "node_modules" / "CETEIcean" / "dist" / "CETEI.js"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.client,
    pytest.mark.skipif(not BROWSER, reason="chromium is not installed (tests/clients/setup.sh)"),
    pytest.mark.skipif(not LIBRARY.exists(), reason="CETEIcean is not in build/node_modules (tests/clients/setup.sh)"),
]
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--allow-file-access-from-files",
    "--virtual-time-budget=5000", "--hide-scrollbars",
)  # fmt: skip
EDITORIAL = re.compile(r"\S* ?\[[^][]*\] ?\S*")
SEEN = re.compile(r'id="seen">(.*?)</script>', re.DOTALL)


def browse(folder, *options):
    command = [
        str(BROWSER),
        *QUIET,
        f"--user-data-dir={folder / 'profile'}",
        *options,
        f"file://{folder / 'page.html'}",
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=100)
    return done.stdout


def put_page(folder, name):
    page = (Path(__file__).parent / "ceteicean.html").read_text("utf-8")
    source = json.dumps(texts.tei(name).decode("utf-8")).replace("</", "<\\/")
    (folder / "page.html").write_text(page.replace("SOURCE", source), "utf-8")
    shutil.copy(LIBRARY, folder)


def plain(words):
    """Words with single blanks, notes without the round brackets that CETEIcean puts around them of itself."""
    return " ".join(words.split()).replace("([", "[").replace("])", "]")


@pytest.fixture(scope="module", params=texts.TEXTS)
def seen(request, tmp_path_factory):
    """The name of a text, and what a reader sees of each of its blocks."""
    folder = tmp_path_factory.mktemp("page")
    put_page(folder, request.param)
    found = SEEN.search(browse(folder, "--dump-dom"))
    assert found
    return request.param, [plain(words) for words in json.loads(html.unescape(found[1]))]


def test_the_words_are_those_of_the_text(seen):
    name, blocks = seen
    shown = " ".join(blocks)
    for block in texts.document(name).body:
        if block.type == "paragraph":
            assert plain(block_text(block)) in shown


def test_the_words_of_the_editor_are_in_brackets(seen):
    name, blocks = seen
    shown = " ".join(blocks)
    for block in texts.document(name).body:
        if block.type not in {"footnote", "source-note"}:
            for words in EDITORIAL.findall(plain(block_text(block))):
                assert words in shown


def test_no_brackets_are_doubled_and_no_words_glued(seen):
    name, blocks = seen
    shown, source = " ".join(blocks), plain(texts.source(name).decode("utf-8"))
    assert shown.count("[[") <= source.count("[[")
    assert shown.count("]]") <= source.count("]]")
    known = set(source.split())
    unknown = {word for word in shown.split() if word not in known}
    assert len(unknown) <= 0.02 * len(known), sorted(unknown)[:20]


@pytest.mark.parametrize("name", [path.stem for path in texts.SEEDS])
def test_a_picture_is_kept(name, tmp_path):
    put_page(tmp_path, name)
    picture = ROOT / "build" / f"ceteicean-{name}.png"
    picture.unlink(missing_ok=True)
    browse(tmp_path, "--window-size=1000,3300", f"--screenshot={picture}")
    assert picture.stat().st_size > 20_000


def test_the_signature_stands_apart(tmp_path):
    put_page(tmp_path, "112634")
    found = SEEN.search(browse(tmp_path, "--dump-dom"))
    assert found
    blocks = [plain(words) for words in json.loads(html.unescape(found[1]))]
    assert "30.X.62 V. KUZNETSOV V. ZORIN" in blocks
    assert any("[One could] make this" in block for block in blocks)
