"""Keep of each article what is needed to find its copies: hashes of an eighth of its runs of five words."""

from collections.abc import Iterable

import joblib
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from analysis.articles.publishers import column_of, outlet_names, publisher_names
from analysis.tables import need
from analysis.words.article_tokens import TokenFolder, ids_by_part
from analysis.words.token_table import ArticleIds, ids_of, packed_rows, unpacked_rows

# Words of a shingle. Five in a row are rarely written twice by chance (Broder 1997, "On the resemblance and
# containment of documents").
SHINGLE = 5
MODULUS = 8  # a shingle is kept if its hash is in the lowest of so many parts: the same eighth in every article
BITS = 57  # bits of a shingle's hash that are kept; with the article's number in the block they make 64

_BLOCK = 128  # articles sketched at a time: their words fit a processor's cache
_CREDIT = r"\(([^()]{2,40})\)"  # WASHINGTON (Reuters)
_MIX = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)  # SplitMix64 (Steele, Lea & Flood 2014)


def sketch_articles(
    articles: pd.DataFrame, tokens: pd.DataFrame | None = None, *, token_folder: TokenFolder = None
) -> pd.DataFrame:
    """Return what `pair_sketches` needs of each article, one row per article (about 1 KB), in the articles' order.

    Parameters
    ----------
    articles : DataFrame
        Needs `article_id` and `text`. `outlet`, `published`, `origin` and `dateline` are used if present.
    tokens : DataFrame, optional
        The table that `tokenize_articles` made of these same articles by the *news* rule. It saves time only.
    token_folder : str or Path, optional
        In place of `tokens`: a folder of such tables.

    Returns
    -------
    DataFrame
        `article_id`; `outlet`; `published`; `credit` (the outlet named in origin or dateline, else ""); `words` (hash
        of all words, 0 for none); `shingles` (bytes: the sampled hashes of five words in a row). Words are *news*
        terms in lower case. A sketch depends on its article alone.

    Raises
    ------
    ValueError
        For a missing column, or if `tokens` is a table of other articles.
    """
    need(articles, ["article_id", "text"], who="sketch_articles")
    if tokens is None:
        parts = ids_by_part(articles, token_folder=token_folder, by_paragraph=False)
    elif tokens["article_id"].tolist() == articles["article_id"].tolist():
        parts = iter([(np.arange(len(articles)), ids_of(tokens))])
    else:
        raise ValueError("sketch_articles got the tokens of other articles; give what tokenize_articles makes of these")
    published = articles["published"] if "published" in articles else pd.Series(pd.NaT, articles.index)
    credit = outlet_names(articles, "origin")
    in_dateline = pd.DataFrame({"credit": column_of(articles, "dateline").str.extract(_CREDIT)[0]})
    return pd.DataFrame(_hashes(parts), index=articles.index).assign(
        article_id=articles["article_id"].astype("str"),
        outlet=publisher_names(articles),
        published=pd.to_datetime(published, utc=True).astype("datetime64[us, UTC]"),
        credit=credit.where(credit != "", outlet_names(in_dateline, "credit")),
    )


def _hashes(parts: Iterable[tuple[np.ndarray, ArticleIds]]) -> dict[str, object]:
    """Return for each article a hash of all words (0 for none), and the sampled hashes of its runs of five."""
    found = joblib.Parallel(n_jobs=-1, prefer="threads")(joblib.delayed(_sketch_part)(*part) for part in parts)
    places, words, sizes, shingles = (np.concatenate(arrays) for arrays in zip(*found, strict=True))
    order = np.argsort(places)
    rows = packed_rows(np.concatenate([[0], np.cumsum(sizes)]), shingles, "<u8").take(pa.array(order))
    return {"words": words[order].view(np.int64), "shingles": pd.arrays.ArrowExtensionArray(rows)}


def _sketch_part(places: np.ndarray, tokens: ArticleIds) -> tuple[np.ndarray, ...]:
    """Return `places`, the hash of all words and the number of sampled runs of each article, and the runs' hashes."""
    of_term = _term_hashes(tokens.terms)  # the same in every part and process, as the terms' numbers are not
    words, sizes, shingles = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)], [np.zeros(0, np.uint64)]
    for start in range(0, len(places), _BLOCK):
        offsets = tokens.offsets[start : start + _BLOCK + 1]
        hashes = of_term[tokens.ids[offsets[0] : offsets[-1]]]
        size, sampled = _sampled_runs(hashes, offsets - offsets[0])
        words.append(_list_hashes(hashes, offsets - offsets[0]))
        sizes.append(size)
        shingles.append(sampled)
    return places, np.concatenate(words), np.concatenate(sizes), np.concatenate(shingles)


def _term_hashes(terms: pa.Array) -> np.ndarray:
    """Return a hash of each term in lower case."""
    offsets, letters = unpacked_rows(pc.utf8_lower(terms).cast(pa.binary()), "u1")
    return _list_hashes(mixed(np.arange(1, 257, dtype=np.uint64))[letters], offsets)


def _list_hashes(hashes: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """Return a hash of each list of hashes, which depends on their order (a polynomial, mixed); 0 for an empty list."""
    sizes = np.diff(offsets)
    powers = np.cumprod(np.full(sizes.max(initial=0), _MIX[0], np.uint64))
    places = np.arange(len(hashes)) - np.repeat(offsets[:-1], sizes)
    sums, some = np.zeros(len(sizes), np.uint64), sizes > 0
    if some.any():
        sums[some] = mixed(np.add.reduceat(hashes * powers[places], offsets[:-1][some]))
    return sums


def mixed(numbers: np.ndarray) -> np.ndarray:
    """Return SplitMix64 of each number: every bit of the result depends on every bit of the number."""
    numbers = numbers * np.uint64(_MIX[0])
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(_MIX[1])
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(_MIX[2])
    return np.asarray(numbers ^ (numbers >> np.uint64(31)))


def _sampled_runs(hashes: np.ndarray, offsets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return how many different runs of five words of each article are sampled, and their hashes; for one block.

    A run's hash is the polynomial of its words' hashes. The highest bits of a sampled hash are 0, and the lowest are
    dropped. With the article's number in front, one sort finds the runs that an article has twice.
    """
    runs = hashes[: max(len(hashes) - SHINGLE + 1, 0)].copy()
    for place in range(1, SHINGLE):
        runs *= np.uint64(_MIX[0])
        runs += hashes[place : place + len(runs)]
    begins = np.flatnonzero(runs < np.uint64(2**64 // MODULUS))
    article = np.searchsorted(offsets, begins, side="right") - 1
    whole = begins + SHINGLE <= offsets[article + 1]  # the others go on in the next article
    keys = (article[whole].astype(np.uint64) << np.uint64(BITS)) | (runs[begins[whole]] >> np.uint64(4))
    keys.sort()
    keys = keys[changes(keys)]
    sizes = np.bincount((keys >> np.uint64(BITS)).astype(np.int64), minlength=len(offsets) - 1)
    return sizes, keys & np.uint64(2**BITS - 1)


def changes(values: np.ndarray) -> np.ndarray:
    """Tell for each value whether it differs from the one before it."""
    return np.append(True, values[1:] != values[:-1])[: len(values)]
