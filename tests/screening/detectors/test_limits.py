"""What a channel doesn't take begins at its limit."""

from guanwei.screening.detectors import limits
from guanwei.screening.engine.hits import About
from guanwei.screening.engine.reading import read
from hypothesis import given
from hypothesis import strategies as st

DETECTOR = "limits"


@given(st.text(max_size=60), st.integers(min_value=-3, max_value=60))
def test_only_a_longer_text_is_found_and_from_the_limit_to_its_end(text, limit):
    hits = [(hit.start, hit.end, hit.detail) for hit in limits.find(read(text), [], About(limit=limit))]
    longer = 0 < limit < len(text)
    assert hits == ([(limit, len(text), f"{len(text)}/{limit}")] if longer else [])
