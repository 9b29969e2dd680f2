"""The string of an element of another hand is its text in document order, with the documented separators."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from telegrams.facts.tei_elements import READ_OF_ALTERNATIVES, SORT_OF_ELEMENT
from telegrams.formats.tei.reader import TEI, line
from telegrams.formats.tei.words import element_words

NAMES = sorted(
    {*SORT_OF_ELEMENT, "hi", "persName", "gloss", "seg", "unheardOf", "corr", "sic", "add", "del", "lem", "rdg"}
)


@st.composite
def trees(draw):
    """An element whose text nodes are `w0`, `w1` … in document order, each once."""
    shape = st.recursive(
        st.tuples(st.sampled_from(NAMES), st.booleans(), st.just(()), st.booleans()),
        lambda inner: st.tuples(st.sampled_from(NAMES), st.booleans(), st.lists(inner, max_size=4), st.booleans()),
        max_leaves=12,
    )
    counter = iter(range(1000))

    def made(each):
        name, begins, children, _ = each
        element = etree.Element(TEI + name)
        element.text = f"w{next(counter)}" if begins else None
        for child in children:
            element.append(made(child))
            element[-1].tail = f"w{next(counter)}" if child[3] else None
        return element

    return made(("head", True, draw(st.lists(shape, max_size=4)), False))


def flattened(element, pieces):
    """The text nodes in order; `|` at either edge of an element that parts words."""
    name = etree.QName(element).localname
    read = list(element)
    if name in READ_OF_ALTERNATIVES:
        wanted = [child for child in read if etree.QName(child).localname in READ_OF_ALTERNATIVES[name]]
        read = wanted if name == "subst" and wanted else (wanted or read)[:1]
    elif element.text:
        pieces.append(element.text)
    for child in read:
        sort = SORT_OF_ELEMENT.get(etree.QName(child).localname)
        edge = ["|"] if sort in {"apart", "beside", "line", "break"} and name not in READ_OF_ALTERNATIVES else []
        pieces += edge
        flattened(child, pieces)
        pieces += edge
        following = child.getnext()
        both = following is not None and SORT_OF_ELEMENT.get(etree.QName(following).localname) == sort == "name-part"
        if name not in READ_OF_ALTERNATIVES:
            pieces += [child.tail] if child.tail else ["|"] if both else []
    return pieces


@given(trees())
def test_the_words_stand_in_their_order_and_are_parted_where_elements_part_them(tree):
    expected = "".join(" " if piece == "|" else piece for piece in flattened(tree, []))
    assert line(element_words(tree)) == line(expected)


@given(trees(), st.sampled_from([",", ".", ")", "!"]))
def test_no_blank_stands_before_a_sign_that_belongs_to_the_word_before(tree, sign):
    for element in tree.iter():
        if element.tail:
            element.tail = sign + element.tail
    assert f" {sign}" not in element_words(tree).replace("\n", " ")
