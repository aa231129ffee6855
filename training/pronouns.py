"""Train the clues' side of the ranker of he and she (src/analysis/quotes/pronouns.npz) on GAP's development side and on news.

    python training/pronouns.py [FOLDER]     # FOLDER: ../shared/data by default

GAP (Webster et al. 2018) gives 2,000 passages of Wikipedia in each of which one pronoun is one of two named people, or
neither. News labels itself: where the given names leave one person of the pronoun's gender among those named around it, that
one is meant. Such cases (allsides, without the articles coded in tests/gold) are learnt with all genders hidden, so that what is
learnt is where the one who is meant stands. How much the trees weigh against the network (training/pronoun_reader.py, run before)
is fitted on the fifth of GAP's passages that the network has not seen, with trees that have not seen it either. Nothing of the
texts is stored: only the trees and three weights. scikit-learn is needed here, not to run the ranker.
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from analysis.quotes.document import read_document
from analysis.quotes.speakers.discourse import Discourse
from analysis.quotes.speakers.pronoun_clues import CLUES, clues
from analysis.quotes.speakers.pronoun_context import candidates
from analysis.quotes.speakers.pronoun_network import shares
from analysis.quotes.speakers.pronouns import MODEL, share_log_odds
from gap import read_gap
from pronoun_data import news_texts
from tree_arrays import tree_arrays

ROOT = Path(__file__).resolve().parents[1]

# Chosen by cross-validation on the development side; a third of the clues a split helps most.
SETTINGS = dict(
    learning_rate=0.05,
    max_iter=250,
    max_features=0.3,
    max_leaf_nodes=15,
    min_samples_leaf=20,
    l2_regularization=1,
    random_state=0,
)
ARTICLES = 3000  # news articles read
HELD_OUT = 4  # every fourth self-labelled article is used to measure, not to train
UNSEEN = 5  # every fifth passage of GAP, as in training/pronoun_reader.py


def main(folder):
    passages = read_gap(folder / "coref" / "gap-development.tsv.gz")
    news = [cases for text in news_texts(folder / "allsides", ARTICLES) if (cases := self_labelled(text))]
    train = [case for i, cases in enumerate(news) if i % HELD_OUT for case in cases]
    test = [case for i, cases in enumerate(news) if not i % HELD_OUT for case in cases]
    gap = [(p.table, p.labels) for p in passages]
    for name, data in {"GAP alone": gap, "GAP and news": gap + train}.items():
        model = fit(data)
        right = np.mean([labels[model.predict_proba(table)[:, 1].argmax()] for table, labels in test])
        print(f"{name}: {100 * right:.1f} % of {len(test)} self-labelled pronouns in news, genders hidden", flush=True)
    seen = fit([case for i, case in enumerate(gap) if i % UNSEEN] + train + test)
    weights = weigh_network(seen, passages[::UNSEEN])
    print("weights: bias {:.2f}, trees {:.2f}, network {:.2f}".format(*weights))
    model = fit(gap + train + test)
    np.savez_compressed(MODEL, clues=np.array(CLUES), weights=weights, **tree_arrays(model)._asdict())
    print(
        f"{MODEL.name}: {len(passages)} passages and {len(train + test)} pronouns of news, {MODEL.stat().st_size:,} bytes"
    )


def weigh_network(trees, passages):
    """Bias and the weights of the trees' log-odds and the network's, by logistic regression."""
    read = [share_log_odds(shares(p.context, p.pronoun, [number for number, _ in p.found])) for p in passages]
    table = np.concatenate(
        [np.column_stack([trees.decision_function(p.table), odds]) for p, odds in zip(passages, read)]
    )
    labels = np.concatenate([p.labels for p in passages])
    fitted = LogisticRegression(C=10).fit(table[labels >= 0], labels[labels >= 0])
    return np.concatenate([fitted.intercept_, fitted.coef_[0]])


def fit(data):
    """The trees for tables of clues with labels (-1 is unknown)."""
    table, labels = (np.concatenate(parts) for parts in zip(*data))
    return HistGradientBoostingClassifier(**SETTINGS).fit(table[labels >= 0], labels[labels >= 0])


def self_labelled(text):
    """Clues and labels for each pronoun of a text that can be one of the people around it only, by gender."""
    scene, found = Discourse(read_document(text)).pronoun_context, []
    hidden = scene._replace(people=[person._replace(gender="") for person in scene.people])
    for pronoun in scene.pronouns:
        near = candidates(scene, pronoun)
        genders = [scene.people[number].gender for number, _ in near]
        if len(near) > 1 and all(genders) and genders.count(pronoun.gender) == 1:
            found.append((clues(hidden, pronoun, near), np.array([int(g == pronoun.gender) for g in genders])))
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data")
