"""Three short articles in which terms are counted and found."""

import pytest
from invented_texts import frame


@pytest.fixture
def articles():
    return frame("ICE agents ate ice. Agents left.", "The I.R.S. agents", "ice", outlet=["Post", "Star", "Post"])
