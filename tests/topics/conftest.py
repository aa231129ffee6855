"""Articles on three subjects, in which topics are found."""

import numpy as np
import pandas as pd
import pytest

SUBJECTS = {
    "tax": "tax return refund audit filing deduction income revenue",
    "storm": "storm flood rain wind river levee damage evacuation",
    "court": "judge court ruling lawyer appeal hearing verdict trial",
}


@pytest.fixture(scope="module")
def articles():
    rng = np.random.default_rng(0)
    rows = []
    for i in range(60):
        subject = list(SUBJECTS)[i % 3]
        words = [*rng.choice(SUBJECTS[subject].split(), 25), *(f"filler{j}" for j in rng.integers(0, 40, 8))]
        rows.append((f"{i:02d}", subject, " ".join(words)))
    return pd.DataFrame(rows, columns=["article_id", "subject", "text"])
