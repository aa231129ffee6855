"""The chart of wordings."""

import pandas as pd

from analysis import charts


def test_the_title_has_the_range_of_the_wording_that_is_used_most():
    rows = [("Post", "judge*", 0.25, 8), ("Post", "court*", 0.75, 8), ("Star", "judge*", 1.0, 20)]
    frame = pd.DataFrame(rows, columns=["outlet", "wording", "share", "total"])
    ax = charts.plot_word_choice(frame.assign(choice="who decides", low=0.0, high=1.0))
    # judge: 2 + 20 uses; court: 6
    assert (
        ax.get_title(loc="left").replace("\n", " ")
        == "Who decides: “judge” is 25% to 100% of these wordings at the 2 outlets shown"
    )
