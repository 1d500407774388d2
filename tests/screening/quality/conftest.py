"""The labelled texts, read once."""

import pytest
from guanwei.testing.bench.screening_quality.loading import IN_A_CHECKOUT, texts_in
from guanwei.testing.bench.screening_quality.texts import LabelledText


@pytest.fixture(scope="session")
def texts() -> list[LabelledText]:
    return texts_in(IN_A_CHECKOUT / "texts")


@pytest.fixture(scope="session")
def clean(texts: list[LabelledText]) -> list[LabelledText]:
    return [each for each in texts if each.clean]
