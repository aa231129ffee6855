"""Pairs of sketches: the same as found in plain Python, and the same from files, however many buckets there are."""

from collections import Counter
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.copies import pair_sketch_files, pair_sketches, pairs, sharing
from analysis.tables import write_table

HASHES = [number << 50 for number in range(40)]  # far apart, so that they are in different buckets
ARTICLES = st.lists(
    st.tuples(
        st.sets(st.sampled_from(HASHES), max_size=14),
        st.sampled_from(["", "Post", "Star"]),  # outlet
        st.sampled_from(["", "", "Post", "Wire"]),  # credit
        st.integers(0, 4),  # day; 4 is none
        st.integers(0, 6),  # words; articles with the same number have the same words, with 0 none
    ),
    max_size=14,
)


def sketches_of(rows):
    days = [None if day == 4 else pd.Timestamp("2026-01-01", tz="UTC") + pd.Timedelta(days=day) for *_, day, _ in rows]
    return pd.DataFrame(
        {
            "article_id": [f"a{i}" for i in range(len(rows))],
            "outlet": pd.Series([row[1] for row in rows], dtype="str"),
            "published": pd.Series(days, dtype="datetime64[us, UTC]"),
            "credit": pd.Series([row[2] for row in rows], dtype="str"),
            "words": np.array([row[4] for row in rows], np.int64),
            "shingles": [np.array(sorted(row[0]), "<u8").tobytes() for row in rows],
        }
    )


def without_boilerplate(rows):
    """Return the shingles of each article, those left out that are the boilerplate of its outlet."""
    n = Counter((outlet, one) for shingles, outlet, *_ in rows for one in shingles)
    kept = []
    for shingles, outlet, *_ in rows:
        recurring = {one for one in shingles if n[outlet, one] >= pairs.BOILERPLATE}
        few = outlet and len(recurring) < len(shingles) / 2
        kept.append(shingles - recurring if few else shingles)
    return kept


def links_in_plain_python(rows):
    """Return copy, original, kind and similarity of each pair that shares enough, found by comparing all with all."""
    kept = without_boilerplate(rows)
    agencies = {credit for _, outlet, credit, *_ in rows if credit not in ("", outlet)}
    agency = [outlet in agencies and credit in ("", outlet) for _, outlet, credit, *_ in rows]
    rank = sorted(range(len(rows)), key=lambda i: (not agency[i], rows[i][3], i))
    first = {}
    for i, (*_, words) in enumerate(rows):
        first.setdefault(words, i)
    for a, b in combinations(range(len(rows)), 2):
        shared, smaller = len(kept[a] & kept[b]), min(len(kept[a]), len(kept[b]))
        least = min(sharing.LEAST_SHARED, max(sharing.FEWEST_SHARED, smaller // 2))
        enough = shared >= max(least, sharing.EXCERPT * smaller)
        same = rows[a][4] == rows[b][4]
        if not enough and not (same and rows[a][4] and first[rows[a][4]] == a):
            continue
        shared = shared if enough else 0
        copy, original = sorted([a, b], key=rank.index, reverse=True)
        of_copy, of_original = (shared / max(len(kept[i]), 1) for i in (copy, original))
        kind = "exact" if same else "near" if of_copy >= pairs.NEAR else "excerpt"
        yield copy, original, kind, 1.0 if same else max(of_copy, of_original), agency[original], rank.index(original)


def pair_in_plain_python(rows):
    kinds, best = ["exact", "near", "excerpt"], {}
    for copy, original, kind, similarity, agency, rank in links_in_plain_python(rows):
        strong = kind != "excerpt"
        order = (not strong, not agency, kinds.index(kind), 0 if strong else -similarity, rank)
        best[copy] = min(best.get(copy, (order, original, similarity, kind)), (order, original, similarity, kind))
    return [
        [f"a{copy}", f"a{original}", similarity, kind] for copy, (_, original, similarity, kind) in sorted(best.items())
    ]


@settings(max_examples=150, deadline=None)
@given(ARTICLES, st.sampled_from([1, 3, 100]), st.sampled_from([1, 2, 100]))
def test_pairs_are_those_that_comparing_all_with_all_finds(rows, in_bucket, at_a_time):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "IN_BUCKET", in_bucket)  # one bucket, or several
        patch.setattr(sharing, "ROWS", at_a_time)
        assert pair_sketches(sketches_of(rows)).to_numpy().tolist() == pair_in_plain_python(rows)


def test_files_give_the_same_as_a_frame(tmp_path, monkeypatch):
    rng = np.random.default_rng(0)
    rows = [(set(rng.choice(HASHES, 12).tolist()), "Post", "", int(rng.integers(5)), i + 1) for i in range(60)]
    sketches = sketches_of(rows)
    whole = pair_sketches(sketches)
    assert len(whole) > 20
    for number, start in enumerate(range(0, 60, 25)):
        write_table(sketches[start : start + 25], tmp_path / f"part-{number:04d}.parquet", "")
    monkeypatch.setattr(pairs, "IN_BUCKET", 10)
    (tmp_path / "scratch").mkdir()
    found = pair_sketch_files(sorted(tmp_path.glob("part-*")), scratch=tmp_path / "scratch")
    pd.testing.assert_frame_equal(found, whole)
