"""Which articles repeat another one: agency copy, reprints and excerpts, found by shared runs of five words."""

import hashlib

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.tables import conform, empty, need
from analysis.token_store import articles_ids
from analysis.tokens import keep_columns

# The words of a shingle: five in a row are rarely written twice by chance (Broder 1997, "On the resemblance and containment
# of documents").
SHINGLE = 5
MODULUS = 8  # a shingle is kept when its hash divides by this: the same eighth of all shingles in every article
NEAR = 0.5  # most of what the copy says is the original's
EXCERPT = 0.2  # of one of the two; every edit of benchmarks/copies.py is found at it, 40 % of an article inside another among them
LEAST_SHARED = 4  # sampled shingles, about 36 words in a row; fewer is a shared quotation or a stock phrase
BOILERPLATE = 3  # articles of one outlet that share a run of words before it counts as the outlet's furniture
_COMMON = 200  # a shingle in more articles than this is a formula and would pair everything with everything

_ROWS = 20_000  # articles compared with all others at a time
_CREDIT = r"\(([^()]{2,40})\)"  # WASHINGTON (Reuters)
_MIX = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)  # SplitMix64 (Steele, Lea & Flood 2014)


def find_copies(articles: pd.DataFrame) -> pd.DataFrame:
    """The `copies` table: one row per article that repeats another one, in the articles' order.

    Columns: `article_id`, `copy_of` (the original), `similarity` (0 to 1: the share of the copy's five-word runs that the
    original has, or of the original's that the copy has, whichever is more) and `kind`: *exact* (the same words in the same
    order), *near* (at least half of the copy is the original's: cut, edited, with a new lead), *excerpt* (a passage of at least
    a fifth of one of the two). An article that repeats several is given one original, the likeliest.

    `articles` needs `article_id` and `text`; `outlet`, `published`, `origin` and `dateline` tell which of two is the original:
    the agency's own, else the earliest, else the first in the frame. An agency is an outlet that another article names in
    `origin` or in its dateline's brackets. What recurs in at least 3 articles of an outlet (editor's notes, sign-offs,
    background) is left out first. Made of `sketch_articles` and `pair_sketches`, so that it can run by partition.

    >>> text = "The agency said on Monday that it would share the records of nobody at all. " * 3
    >>> find_copies(pd.DataFrame({"article_id": ["a", "b"], "text": [text, text.upper()]})).values.tolist()
    [['b', 'a', 1.0, 'exact']]
    """
    need(articles, ["article_id", "text"], who="find_copies")
    return pair_sketches(sketch_articles(articles))


def drop_copies(articles: pd.DataFrame, copies: pd.DataFrame | None = None) -> pd.DataFrame:
    """`articles` without what an outlet did not write itself: exact and near copies, and articles with a foreign `origin`.

    Excerpts stay, and so do the originals, the agency's own among them. `copies` is the table of `find_copies`; without it, it is
    computed here, on these articles only.
    """
    need(articles, ["article_id", "text"], who="drop_copies")
    copies = find_copies(articles) if copies is None else copies
    copied = set(copies.loc[copies["kind"].isin(["exact", "near"]), "article_id"])
    origin, outlet = _column(articles, "origin").map(_name), _column(articles, "outlet").map(_name)
    foreign = (origin != "") & (origin != outlet)
    return articles[~articles["article_id"].isin(copied) & ~foreign.to_numpy()]


def sketch_articles(articles: pd.DataFrame) -> pd.DataFrame:
    """What `pair_sketches` needs of each article: one row per article, about 1 KB each, in the articles' order.

    Columns: `article_id`, `outlet`, `published`, `credit` (whom origin or dateline name, else ""), `words` (hash of all words) and
    `shingles` (bytes: the sampled 64-bit hashes of five words in a row). Words are the terms of the *news* token rule, in lower
    case; their kept ids are used where there are any.
    """
    need(articles, ["article_id", "text"], who="sketch_articles")
    frame = pd.DataFrame(_sketches(articles), columns=["words", "shingles"], index=articles.index)
    published = articles["published"] if "published" in articles else pd.Series(pd.NaT, articles.index)
    credit = _column(articles, "origin").map(_name)
    in_dateline = _column(articles, "dateline").str.extract(_CREDIT)[0].fillna("").map(_name)
    return frame.assign(
        article_id=articles["article_id"].astype("str"),
        outlet=_column(articles, "outlet").map(_name),
        published=pd.to_datetime(published, utc=True).astype("datetime64[us, UTC]"),
        credit=credit.where(credit != "", in_dateline),
    )


def _column(articles: pd.DataFrame, name: str) -> pd.Series:
    if name not in articles:
        return pd.Series("", articles.index, dtype="str")
    return articles[name].astype("str").fillna("")


def _name(name: str) -> str:
    """An outlet's name for comparing: The Associated Press and associated press are one."""
    return " ".join(name.lower().removeprefix("the ").split())


def _sketches(articles: pd.DataFrame) -> list[tuple[int, bytes]]:
    """Of each article, a hash of all words and the sampled hashes of the runs of five."""
    tokens = articles_ids(articles, by_paragraph=False)
    # Hashes of the terms, which are the same in every part and process, as their numbers are not.
    of_term = np.array([_hash(term.lower().encode("utf-8")) for term in tokens.terms.to_pylist()], np.uint64)
    sketches = []
    for start, end in zip(tokens.offsets[:-1], tokens.offsets[1:], strict=True):
        words = of_term[tokens.ids[start:end]]
        shingles = _runs(words, SHINGLE)
        sampled = np.unique(shingles[shingles % np.uint64(MODULUS) == 0])
        whole = int(np.uint64(_hash(words.astype("<u8").tobytes())).view(np.int64)) if len(words) else 0
        sketches.append((whole, sampled.astype("<u8").tobytes()))
    return sketches


def _hash(value: bytes) -> int:
    """A hash that is the same in every process, unlike Python's own."""
    return int.from_bytes(hashlib.blake2b(value, digest_size=8).digest(), "little")


def _runs(hashes: np.ndarray, size: int) -> np.ndarray:
    """A hash of each run of `size` words: a polynomial of the words' hashes, mixed so that every bit depends on every word."""
    count = max(len(hashes) - size + 1, 0)
    total = np.zeros(count, np.uint64)
    for place in range(size):
        total = total * np.uint64(_MIX[0]) + hashes[place : place + count]
    total = (total ^ (total >> np.uint64(30))) * np.uint64(_MIX[1])
    total = (total ^ (total >> np.uint64(27))) * np.uint64(_MIX[2])
    return total ^ (total >> np.uint64(31))


def pair_sketches(sketches: pd.DataFrame) -> pd.DataFrame:
    """The `copies` table (see `find_copies`) of articles whose sketches these are, of one or of many partitions."""
    sketches = sketches.reset_index(drop=True)
    if sketches.empty:
        return empty("copies")
    pairs = _pairs(sketches, *_shingle_matrix(sketches))
    if pairs.empty:
        return empty("copies")
    best = _best_original(sketches, _directed(sketches, pairs)).sort_values("copy", ignore_index=True)
    ids = sketches["article_id"].to_numpy()
    return conform(best.assign(article_id=ids[best["copy"]], copy_of=ids[best["original"]]), "copies")


def _shingle_matrix(sketches: pd.DataFrame) -> tuple[sparse.csr_matrix, np.ndarray]:
    """Articles × shingles of several articles, 1 where an article has one, without the outlets' boilerplate; and all that it has.

    Most shingles are in one article only. They count for its size, and are put aside before the others are numbered.
    """
    shingles = np.frombuffer(b"".join(sketches["shingles"]), "<u8")
    sizes = sketches["shingles"].map(len).to_numpy(np.int64) // 8
    rows = np.repeat(np.arange(len(sketches), dtype=np.int32), sizes)
    ordered = np.sort(shingles)
    several = pd.Index(np.unique(ordered[1:][ordered[1:] == ordered[:-1]]))
    columns = several.get_indexer(shingles).astype(np.int32)
    rows, columns = rows[columns >= 0], columns[columns >= 0]
    # Articles of an unknown outlet are no outlet's, so nothing in them is its boilerplate.
    outlets, known = pd.factorize(sketches["outlet"])[0], (sketches["outlet"] != "").to_numpy()
    cut = _boilerplate(rows, columns, outlets, sizes) & known[rows]
    matrix = sparse.csr_matrix((np.ones((~cut).sum(), np.int32), (rows[~cut], columns[~cut])), shape=(len(sketches), len(several)))
    return matrix, sizes - np.bincount(rows[cut], minlength=len(sizes))


def _boilerplate(rows: np.ndarray, columns: np.ndarray, outlets: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Which (article, shingle) are their outlet's boilerplate: in at least 3 of its articles, and less than half of this one.

    Where they are more than half of an article, it is one of several versions of a story, and not boilerplate.
    """
    pair = pd.factorize(columns.astype(np.int64) * (outlets.max() + 1) + outlets[rows])[0]
    recurs = np.bincount(pair)[pair] >= BOILERPLATE if len(pair) else np.zeros(0, bool)
    part = np.bincount(rows, weights=recurs, minlength=len(sizes)) / np.maximum(sizes, 1)
    return recurs & (part[rows] < 0.5)


def _pairs(sketches: pd.DataFrame, matrix: sparse.csr_matrix, sizes: np.ndarray) -> pd.DataFrame:
    """Pairs a < b of articles that share enough: `shared`, and the containments `of_a` (shared of a's shingles) and `of_b`."""
    frame = pd.concat([_sharing(matrix, sizes), _same_words(sketches)]).groupby(["a", "b"], as_index=False)["shared"].max()
    sizes = np.maximum(sizes, 1)
    frame["of_a"], frame["of_b"] = frame["shared"] / sizes[frame["a"]], frame["shared"] / sizes[frame["b"]]
    words = sketches["words"].to_numpy()
    frame["same"] = words[frame["a"]] == words[frame["b"]]
    return frame[frame["same"] | (frame[["of_a", "of_b"]].max(axis=1) >= EXCERPT)]


def _sharing(matrix: sparse.csr_matrix, sizes: np.ndarray) -> pd.DataFrame:
    """Pairs a < b of articles, and how many shingles they share: enough for a copy; some rows at a time, as there may be many pairs."""
    spread = np.bincount(matrix.indices, minlength=matrix.shape[1])
    telling, found = keep_columns(matrix, (spread > 1) & (spread <= _COMMON)), []
    for start in range(0, len(sizes), _ROWS):
        shared = sparse.triu(telling[start : start + _ROWS] @ telling[start:].T, k=1).tocoo()
        a, b = shared.row + start, shared.col + start
        smaller = np.minimum(sizes[a], sizes[b])
        enough = (shared.data >= np.minimum(LEAST_SHARED, np.maximum(2, smaller // 2))) & (shared.data >= EXCERPT * smaller)
        found.append(pd.DataFrame({"a": a[enough], "b": b[enough], "shared": shared.data[enough]}))
    return pd.concat(found)


def _same_words(sketches: pd.DataFrame) -> pd.DataFrame:
    """Pairs of articles with the same words, however short or common: each with the first such one."""
    words = sketches.loc[sketches["words"] != 0, "words"]
    first = words.groupby(words).transform(lambda rows: rows.index[0])
    later = first[first != first.index]
    return pd.DataFrame({"a": later.to_numpy(np.int64), "b": later.index.to_numpy(np.int64), "shared": 0})


def _directed(sketches: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Each pair as copy and original: the original is the agency's, else the earliest, else the first."""
    agency = _agency(sketches)
    published = sketches["published"].rank(method="min", na_option="bottom")
    rank = np.argsort(np.lexsort([published, ~agency]))  # lexsort keeps the input's order among equals
    swap = rank[pairs["a"]] > rank[pairs["b"]]
    copy, original = np.where(swap, pairs["a"], pairs["b"]), np.where(swap, pairs["b"], pairs["a"])
    of_copy, of_original = np.where(swap, pairs["of_a"], pairs["of_b"]), np.where(swap, pairs["of_b"], pairs["of_a"])
    same = pairs["same"].to_numpy()
    kind = np.select([same, of_copy >= NEAR], ["exact", "near"], "excerpt")
    similarity = np.where(same, 1.0, np.maximum(of_copy, of_original))
    return pd.DataFrame(
        {"copy": copy, "original": original, "kind": kind, "similarity": similarity, "agency": agency[original], "rank": rank[original]}
    )


def _agency(sketches: pd.DataFrame) -> np.ndarray:
    """Whether an article is an agency's own: another outlet credits the agency, and nobody else is credited here."""
    outlet, credit = sketches["outlet"], sketches["credit"]
    agencies = set(credit[(credit != "") & (credit != outlet)])
    return (outlet.isin(agencies) & ((credit == "") | (credit == outlet))).to_numpy()


def _best_original(sketches: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """One original per copy: the agency's before others, then exact, near, excerpt, then the earliest."""
    strong = links["kind"] != "excerpt"
    kind = links["kind"].map({"exact": 0, "near": 1, "excerpt": 2})
    keys = links.assign(weak=~strong, other=~links["agency"], kind_rank=kind, less=-links["similarity"].where(~strong, 0))
    return keys.sort_values(["copy", "weak", "other", "kind_rank", "less", "rank"]).drop_duplicates("copy")
