import pytest

from kg.corpus.markup import BLOCK, HIDDEN, visible_text


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ('<a title="甲>乙">丙</a>', "丙"),
        ('<p class="a"">甲</P>', f"{BLOCK}甲{BLOCK}"),
        ("<p>甲<script>if (a<b) '<p>'</script >乙", f"{BLOCK}甲乙"),
        ("<p>甲<style>p {}", f"{BLOCK}甲"),
        ('<p>甲<script src="a.js"/>乙', f"{BLOCK}甲乙"),
        ("<p>甲<乙，丙>丁", f"{BLOCK}甲<乙，丙>丁"),
        ("<p>&lt;甲&gt;&nbsp;&无", f"{BLOCK}<甲>&无"),
        ("<p>甲<!-- <p> -->乙<!-- 丙", f"{BLOCK}甲乙<!-- 丙"),
    ],
)
def test_hides_marks_and_nothing_else(raw, seen):
    text = visible_text(raw)
    assert text.replace(HIDDEN, "") == seen
    assert len(text) == len(raw)
