"""Findings: tests by hand and against every permutation, q over all claims, and nothing claimed where nothing is."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from scipy.stats import fisher_exact, tukey_hsd

from analysis.estimates import findings as f
from analysis.estimates.permutations import largest_test, permutation_test


def comparison(groups, chart="04-3", kind="unnamed people"):
    """Return a comparison from {group: [(n, total), …]}."""
    rows = [(name, n, total) for name, pairs in groups.items() for n, total in pairs]
    counts = pd.DataFrame(rows, columns=["group", kind, "total"])
    return f.Comparison(chart, "Who names nobody?", counts, {kind: f"the share of quotes from {kind}"})


def test_the_p_value_is_that_of_every_permutation():
    # Ten articles, five an outlet; of the 252 ways to deal them, twice those whose studentized difference is as large.
    one, two = [(3, 4), (2, 3), (4, 5), (1, 4), (3, 3)], [(1, 4), (0, 3), (2, 5), (1, 3), (1, 2)]
    pairs = np.array([*one, *two], dtype=float)

    def statistic(chosen):
        parts = [pairs[list(chosen)], np.delete(pairs, list(chosen), axis=0)]
        shares = [part[:, 0].sum() / part[:, 1].sum() for part in parts]
        spread = sum(
            ((part[:, 0] - share * part[:, 1]) ** 2).sum() / part[:, 1].sum() ** 2
            for part, share in zip(parts, shares, strict=True)
        )
        return (shares[0] - shares[1]) / np.sqrt(spread)

    every = [statistic(chosen) for chosen in combinations(range(10), 5)]
    exact = 2 * np.mean([value >= statistic(range(5)) - 1e-12 for value in every])
    wide = f.find_findings([comparison({"Post": one * 1, "Star": two})])
    assert wide["verdict"].tolist() == ["description"] * 2  # five articles: intervals too wide to compare at all
    counts = comparison({"Post": one, "Star": two}).counts
    p = permutation_test(counts, ["unnamed people"], key="key", seed=0)
    assert p["Post", "unnamed people"] == pytest.approx(exact, abs=3 * np.sqrt(2 * exact / 9999))
    assert p["Post", "unnamed people"] == p["Star", "unnamed people"]


def dealt(groups):
    """Return the p-values of {group: [(n, total), …]}, by group."""
    p = permutation_test(
        comparison(groups).counts.sort_values("group", kind="stable"), ["unnamed people"], key="k", seed=0
    )
    return {group: value for (group, _), value in p.items()}


def ones(of_kind, articles, total=1):
    return [(total, total)] * of_kind + [(0, total)] * (articles - of_kind)


def test_of_single_articles_p_is_twice_the_smaller_tail_of_fishers_exact_test():
    # Post has 3 of the 4 articles of a kind among ten: C(4, 3) C(6, 1) + C(4, 4) = 25 of the C(10, 4) = 210 deals.
    p = dealt({"Post": ones(3, 4), "Star": ones(1, 6)})
    assert p["Post"] == pytest.approx(2 * 25 / 210) and p["Post"] == p["Star"]
    judge = fisher_exact([[28, 198], [250, 5549]], alternative="greater").pvalue
    assert dealt({"Post": ones(28, 226), "Star": ones(250, 5799)})["Post"] == pytest.approx(2 * judge)


def test_a_rare_share_is_not_masked_by_the_groups_that_have_little_of_it():
    # By hand: 4.6% of the articles are of the kind, so 226 would have 10.4 of them. 3 are far less rare than 28.
    many, few = (dealt({"Post": ones(n, 226), "Star": ones(278 - n, 5799)})["Post"] for n in (28, 3))
    assert many < 1e-5 < 1e-3 < few


def test_deals_find_what_is_known_exactly():
    for n in (1, 4, 7, 10):
        single = {"Post": ones(n, 12), "Star": ones(12, 40), "Sun": ones(5, 25)}
        double = {"Post": ones(n, 12, total=2), "Star": ones(12, 40, total=2), "Sun": ones(5, 25, total=2)}
        exact, found = dealt(single), dealt(double)
        # With two things an article that are both of the kind or not, the studentized difference has the same order.
        assert all(found[name] == pytest.approx(p, abs=4 * np.sqrt(2 * p / 9999)) for name, p in exact.items())


def test_deals_are_right_for_groups_of_all_sizes():
    rng = np.random.default_rng(6)
    sizes = [*range(3, 15), 120]  # the last has more than half of the articles
    found = {f"outlet {size}": int(rng.binomial(size, rng.choice([0.2, 0.5]))) for size in sizes}
    exact, by_deals = (
        dealt({name: ones(n, size, total) for size, (name, n) in zip(sizes, found.items(), strict=True)})
        for total in (1, 2)
    )
    assert all(by_deals[name] == pytest.approx(p, abs=4 * np.sqrt(2 * p / 9999)) for name, p in exact.items())


def test_longer_articles_of_a_group_are_no_finding():
    # The share is .3 everywhere; the articles of one group have five times as much to count.
    rng, rare = np.random.default_rng(4), 0
    for _ in range(30):
        total = np.concatenate([rng.poisson(20, 20), rng.poisson(4, 100)]) + 1
        n = rng.binomial(total, rng.beta(0.9, 2.1, len(total)))
        pairs = list(zip(n, total, strict=True))
        rare += dealt({"Long": pairs[:20], "Short": pairs[20:]})["Long"] <= 0.01
    assert rare <= 2  # with the pooled variance, one in six or seven


def test_shares_and_differences_by_hand():
    table = f.find_findings([comparison({"Post": [(3, 4)] * 20, "Star": [(1, 4)] * 20, "Sun": [(1, 4)] * 20})])
    assert table["groups"].tolist() == [["Post"], ["Star"], ["Sun"]]
    assert table["estimate"].tolist() == [0.75, 0.25, 0.25]
    assert table["difference"].tolist() == [0.5, -0.25, -0.25]  # Star's .25 against (60 + 20) of 160
    assert (table["difference_low"] < table["difference"]).all() and (
        table["difference"] < table["difference_high"]
    ).all()
    assert table["verdict"].tolist() == ["holds"] * 3 and table["p"].iloc[0] == 2e-5  # none of 99,999 deals
    # p' = 60.5/81, N = 80, t(19) = 2.093: logit 1.082 ± 2.093 / √(80 p'(1 - p')) = .544 and 1.620.
    assert (
        table["sentence"].iloc[0].startswith("At Post, the share of quotes from unnamed people is 75% (95% interval: ")
    )
    assert "(95% interval: 63% to 83%), higher than the 25% at the other 2 outlets" in table["sentence"].iloc[0]


def test_q_values_are_over_all_claims_of_a_report():
    rng = np.random.default_rng(1)
    clear = comparison({"Post": [(3, 4)] * 15, "Star": [(1, 4)] * 15}, chart="a")
    dealt = [
        comparison(
            {name: [(k, 6) for k in rng.binomial(6, 0.4, 25)] for name in ("Post", "Star", "Sun")}, chart=f"b{i}"
        )
        for i in range(8)
    ]
    alone, together = f.find_findings([clear]), f.find_findings([clear, *dealt])
    assert together[together["chart"] == "a"]["q_value"].iloc[0] > alone["q_value"].iloc[0]
    assert together[together["chart"] == "a"]["verdict"].tolist() == ["holds"] * 2


def test_labels_dealt_at_random_give_an_order_in_few_reports():
    rng = np.random.default_rng(3)
    claimed = 0
    for _ in range(40):
        chance = rng.beta(1, 3, 150)
        pairs = np.column_stack([rng.binomial(total := rng.poisson(8, 150) + 1, chance), total])
        groups = {name: list(map(tuple, pairs[start::5])) for start, name in enumerate("ABCDE")}
        table = f.find_findings([comparison(groups)])
        claimed += (table["verdict"] == "holds").any()
        assert any(word in f.finding_title(table, "04-3") for word in ("higher", "lower", "highest")) == (
            (table["verdict"] == "holds").any()
        )
    assert claimed <= 6  # of 40 at 5 %: more come once in about 70 times


def test_titles_say_an_order_only_where_it_holds():
    table = f.find_findings([comparison({"Post": [(3, 4)] * 20, "Star": [(2, 4)] * 20, "Sun": [(2, 4)] * 20})])
    title = f.finding_title(table, "04-3")
    assert "the share of quotes from unnamed people is higher at Post (75%" in title and "than at the others" in title
    few = f.find_findings([comparison({"Post": [(3, 4)], "Star": [(1, 4)]})])
    assert f.finding_title(few, "04-3") == (
        "The share of quotes from unnamed people ranges from 25% to 75%; there are too few articles for a comparison"
    )
    assert f.finding_title(few, "99-9") == "There are too few articles for a comparison"


def test_a_title_names_every_group_that_stands_out():
    groups = {name: [(4, 10), (5, 10)] * 15 for name in ("A", "B", "C", "D", "E")}
    groups |= {f"high {n}": [(8, 10), (9, 10)] * 15 for n in range(5)} | {"low (web)": [(1, 10), (0, 10)] * 15}
    title = f.finding_title(f.find_findings([comparison(groups)]), "04-3")
    assert title.startswith("Among the 11 outlets with at least ")
    assert all(f"high {n} (85%)" in title for n in range(5)) and "low (web; 5%)" in title
    assert "the highest of all" not in title  # five outlets share the first place


def test_a_difference_whose_interval_holds_zero_does_not_hold():
    # Both articles with some of the kind are among the Post's eight of 68: p = 2 C(8, 2) / C(68, 2) = .025.
    pairs = {"Post": [(1, 3)] * 2 + [(0, 3)] * 6, "Star": [(0, 1)] * 60}
    row = f.find_findings([comparison(pairs)]).iloc[0]
    assert row["groups"] == ["Post"] and row["q_value"] <= 0.05
    assert row["difference_low"] < 0 and row["verdict"] == "cannot be told"


def test_the_largest_of_all_is_the_test_of_games_and_howell():
    rng = np.random.default_rng(2)
    ones = {name: rng.binomial(1, chance, n) for name, chance, n in (("A", 0.7, 40), ("B", 0.4, 60), ("C", 0.3, 30))}
    counts = pd.DataFrame(
        [(name, n, 1) for name, values in ones.items() for n in values], columns=["group", "k", "total"]
    )
    # With a total of 1 an article, shares are means, and scipy has the test.
    judge = tukey_hsd(*ones.values(), equal_var=False).pvalue[0]
    assert largest_test(counts, "k") == pytest.approx(max(judge[1], judge[2]), rel=1e-6)


def test_the_highest_of_all_is_said_of_a_group_above_each_other():
    pairs = {name: [(n, 10), (n + 1, 10)] * 15 for name, n in (("Post", 7), ("Star", 4), ("Sun", 3), ("Echo", 3))}
    table = f.find_findings([comparison(pairs)])
    assert "Post (75%, the highest of all)" in f.finding_title(table, "04-3")
    assert table["p_largest"].notna().tolist() == [True, False, False, False]


def test_an_outlet_with_few_articles_is_shown_and_not_tested():
    table = f.find_findings([comparison({"Post": [(3, 4)] * 20, "Star": [(1, 4)] * 20, "Tiny": [(0, 2), (2, 2)]})])
    tiny = table[table["groups"].str[0] == "Tiny"].iloc[0]
    assert tiny["verdict"] == "description" and np.isnan(tiny["p"]) and tiny["estimate"] == 0.5
    assert table[table["groups"].str[0] == "Post"]["difference"].iloc[0] == 0.5  # Tiny is not among the others


def test_the_same_seed_gives_the_same_table():
    groups = {name: [(k, 6) for k in np.random.default_rng(i).binomial(6, 0.4, 25)] for i, name in enumerate("AB")}
    pd.testing.assert_frame_equal(f.find_findings([comparison(groups)]), f.find_findings([comparison(groups)]))
    assert (
        f.find_findings([comparison(groups)])["p"].iloc[0] != f.find_findings([comparison(groups)], seed=1)["p"].iloc[0]
    )


def test_a_title_is_that_of_the_kind_with_the_largest_difference_that_holds():
    rows = [("first", "cannot be told", 0.3), ("second", "holds", -0.2), ("third", "holds", 0.1)]
    table = pd.DataFrame(rows, columns=["kind", "verdict", "difference"]).assign(chart="04-3")
    table["title"] = table["kind"]
    assert f.finding_title(table, "04-3") == "second"
    assert f.finding_title(table, "04-3", kind="third") == "third"
    assert f.finding_title(table[table["verdict"] != "holds"], "04-3") == "first"
