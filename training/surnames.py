"""Fit when a surname alone means the person of that surname named in full: `quotes/names/surnames.json`.

    python training/surnames.py        # 2 minutes; prints the share of right answers, each fifth of surnames held out

Nobody coded anything. Right answers come from how articles are made:

- an article names one person of a surname in full, and uses the surname alone: one person. But where the person is
  named in some articles (`NAMED`), but another of that surname in ten times as many (`EMINENT`), the surname alone
  means the other, whom the article does not name in full;
- an article names two people of a surname in full, one of them twice as often: the surname alone means that one. With
  the full names of that one read as the surname alone, it does not mean the other.
"""

import json
from collections import Counter, defaultdict

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from tqdm import tqdm

from analysis.quotes.document import read_document
from analysis.quotes.lexicon import same_first_name, words
from analysis.quotes.names import surnames
from analysis.quotes.names.mentions import find_mentions
from analysis.quotes.names.name_parts import core, surname
from analysis.quotes.names.people import group_full_names
from datasets import allsides_texts

EMINENT, NAMED = 150, 10  # articles that name the best known person of a surname in full, and the other one
WRONG_MOUTH = 4
LEAST_KNOWN, LEAST_NAMED = 20, 3  # articles with the best known of a surname, and with one of its names, to be kept


def main() -> None:
    texts = allsides_texts()
    articles = [(text, families(text)) for text in tqdm(texts, desc="names", unit="article")]
    counts = name_counts(articles)
    known = {family: kept for family, names in counts.items() if (kept := kept_names(names))}
    surnames.MODEL.write_text(json.dumps({"weights": {}, "known": known}), encoding="utf-8")
    rows = [row for text, found in articles for row in examples(text, found, counts)]
    clues, answers = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    report(clues, answers, rows)
    model = classifier().fit(clues, answers)
    scaled = model[1].coef_[0] / model[0].scale_
    weights = dict(zip(surnames.SurnameClues._fields, scaled.round(4).tolist(), strict=True))
    weights["bias"] = round(float(model[1].intercept_[0] - (scaled * model[0].mean_).sum()), 4)
    text = json.dumps({"weights": weights, "known": known}, ensure_ascii=False, separators=(",", ":"))
    surnames.MODEL.write_text(text + "\n", encoding="utf-8")


def classifier():
    """Return the model. Words in the wrong mouth count `WRONG_MOUTH` times as much as a name that stays a surname."""
    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=3000, class_weight={0: WRONG_MOUTH, 1: 1}))


def families(text):
    """Return the surnames of an article that stand alone, too: the full names by person, and the mentions alone."""
    mentions = find_mentions(read_document(text))
    full, alone = defaultdict(list), defaultdict(list)
    for group in group_full_names([m for m in mentions if m.kind == "person" and len(core(m.words)) > 1]):
        full[surname(group[0].words)].append(group)
    for mention in mentions:
        if len(core(mention.words)) == 1:
            alone[surname(mention.words)].append(mention)
    no_names = words("not_names") | words("organizations") | words("places")
    return {family: (groups, alone[family]) for family, groups in full.items() if family not in no_names}


def name_counts(articles):
    """Return in how many articles each given name stands before each surname, nicknames and initials joined."""
    raw = defaultdict(Counter)
    for _, found in articles:
        for family, (groups, alone) in found.items():
            if alone:
                raw[family].update(surnames.given_name(group[0].words) for group in groups)
    counts = {}
    for family, names in raw.items():
        joined = counts[family] = Counter()
        for given, n in names.most_common():
            joined[next((name for name in joined if same_first_name(name, given)), given)] += n
    return counts


def kept_names(names):
    most = names.most_common(1)[0][1]
    kept = {name: n for name, n in names.most_common() if n >= LEAST_NAMED and name.replace(" ", "").isalpha()}
    return kept if most >= LEAST_KNOWN else {}


def examples(text, found, counts):
    """Yield the clues of one question each, the answer (1 for one person), the surname, and where it comes from."""
    for family, (groups, alone) in found.items():
        if len(groups) == 1 and alone:
            given = surnames.given_name(groups[0][0].words)
            own = sum(n for name, n in counts[family].items() if same_first_name(name, given))
            most = counts[family].most_common(1)[0][1]
            other = most >= EMINENT and own >= NAMED and most >= 10 * own
            yield list(surnames.surname_clues(text, groups[0], alone)), int(not other), family, "one named in full"
        if len(groups) == 2 and len(alone) > 1:
            main, less = sorted(groups, key=len, reverse=True)
            if len(main) >= 2 * len(less):
                yield list(surnames.surname_clues(text, main, alone)), 1, family, "two named in full"
                yield list(surnames.surname_clues(text, less, sorted([*alone, *main]))), 0, family, "one hidden"


def report(clues, answers, rows):
    """Print the share of right answers by where the question comes from, with a fifth of the surnames held out."""
    model = classifier()
    folds = GroupKFold(5)
    found = cross_val_predict(model, clues, answers, groups=[row[2] for row in rows], cv=folds)
    table = pd.DataFrame({"from": [row[3] for row in rows], "one person": answers, "right": found == answers})
    print(table.groupby(["from", "one person"])["right"].agg(["mean", "size"]).round(4))


if __name__ == "__main__":
    main()
