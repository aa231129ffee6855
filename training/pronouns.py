"""Train the ranker of he and she on GAP's development side and on news.

    python training/pronouns.py --out FOLDER

Writes src/analysis/quotes/speakers/pronouns.npz. FOLDER holds the networks of pronoun_reader.py, which runs before.
GAP (Webster et al. 2018) gives 2,000 passages of Wikipedia, in each of which one pronoun is one of two named
people, or neither. News labels itself: where the given names leave one person of the pronoun's gender among those
named around it, that one is meant. Such cases (allsides, without the articles coded in tests/gold) are learned with
all genders hidden, so that what is learned is where the one who is meant stands. How much the trees weigh against
the network is fitted on all passages of GAP, each judged by trees and a network that have not seen it. Nothing of
the texts is stored: only the trees and three weights. scikit-learn is needed here, not to run the ranker.
"""

from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from tqdm import tqdm

from analysis.quotes.document import read_document
from analysis.quotes.speakers.discourse import Discourse
from analysis.quotes.speakers.pronoun_clues import CLUES, clues
from analysis.quotes.speakers.pronoun_context import candidates
from analysis.quotes.speakers.pronoun_network import shares
from analysis.quotes.speakers.pronouns import MODEL, share_log_odds
from datasets import DATA
from gap import Passage, gap_f1, read_gap
from options import arguments
from pronoun_data import news_texts
from tree_arrays import tree_arrays

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
HELD_OUT = 4  # every fourth self-labeled article is used to measure, not to train
FOLDS = 5  # of GAP, as in fit_pronouns.py
NETWORK = "pronoun_network-{}.onnx"  # which has not seen fold {}


Case = tuple[np.ndarray, np.ndarray]  # clues and labels (1 meant, 0 not, -1 unknown) of a pronoun's candidates


def main(folder: Path) -> None:
    """Print how well the parts do on passages they have not seen, and write the ranker."""
    passages = read_gap(DATA / "coref" / "gap-development.tsv.gz")
    texts = tqdm(news_texts(DATA / "allsides", ARTICLES), desc="reading news", mininterval=10)
    articles = [cases for text in texts if (cases := self_labeled(text))]
    gap, news = [(p.table, p.labels) for p in passages], [case for cases in articles for case in cases]
    print_news_accuracy(gap, articles)
    trees, networks = unseen_odds(passages, gap, news, folder)
    ranker = fit_ranker(trees, networks, [p.labels for p in passages])
    print_gap_f1(passages, trees, networks, ranker)
    weights = np.concatenate([ranker.intercept_, ranker.coef_[0]])
    print("weights: bias {:.2f}, trees {:.2f}, network {:.2f}".format(*weights))
    model = fit(gap + news)
    np.savez_compressed(MODEL, clues=np.array(CLUES), weights=weights, **tree_arrays(model)._asdict())
    size = MODEL.stat().st_size
    print(f"{MODEL.name}: {len(passages)} passages and {len(news)} pronouns of news, {size:,} bytes")


def print_news_accuracy(gap: list[Case], articles: list[list[Case]]) -> None:
    """Print how many of the pronouns in held-out news the trees get right, with and without news to learn from."""
    train = [case for i, cases in enumerate(articles) if i % HELD_OUT for case in cases]
    test = [case for i, cases in enumerate(articles) if not i % HELD_OUT for case in cases]
    for name, data in {"GAP alone": gap, "GAP and news": gap + train}.items():
        model = fit(data)
        right = np.mean([labels[model.predict_proba(table)[:, 1].argmax()] for table, labels in test])
        print(f"{name}: {100 * right:.1f} % of {len(test)} self-labeled pronouns in news, genders hidden", flush=True)


def unseen_odds(
    passages: list[Passage], gap: list[Case], news: list[Case], folder: Path
) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Return the log-odds of each passage's candidates by trees and by a network that have not seen the passage."""
    seen_without = [fit([case for i, case in enumerate(gap) if i % FOLDS != fold] + news) for fold in range(FOLDS)]
    trees = [seen_without[i % FOLDS].decision_function(p.table) for i, p in enumerate(passages)]
    networks = []
    for i, p in enumerate(tqdm(passages, desc="reading GAP", mininterval=10)):
        numbers = [candidate.number for candidate in p.found]
        networks.append(
            share_log_odds(shares(p.context, p.pronoun, numbers, network=folder / NETWORK.format(i % FOLDS)))
        )
    return trees, networks


def fit_ranker(trees: list[np.ndarray], networks: list[np.ndarray], labels: list[np.ndarray]) -> LogisticRegression:
    """Return the logistic regression that weighs trees against network."""
    table, meant = np.column_stack([np.concatenate(trees), np.concatenate(networks)]), np.concatenate(labels)
    return LogisticRegression(C=10).fit(table[meant >= 0], meant[meant >= 0])


def print_gap_f1(
    passages: list[Passage], trees: list[np.ndarray], networks: list[np.ndarray], ranker: LogisticRegression
) -> None:
    """Print GAP's F1 of each part and of both, by the chance from which a name counts as the answer."""
    both = [ranker.decision_function(np.column_stack(odds)) for odds in zip(trees, networks, strict=True)]
    for name, odds in {"trees": trees, "network": networks, "both": both}.items():
        chances = [1 / (1 + np.exp(-own)) for own in odds]
        by_least = {least: gap_f1(passages, chances, least=least)["all"] for least in (0.05, 0.1, 0.15, 0.2, 0.3)}
        print(f"GAP, unseen, {name}: " + ", ".join(f"F1 {f1:.1f} from {least}" for least, f1 in by_least.items()))


def fit(data: list[Case]) -> HistGradientBoostingClassifier:
    """Return the trees fitted to candidates whose label is known."""
    table, labels = (np.concatenate(parts) for parts in zip(*data, strict=True))
    return HistGradientBoostingClassifier(**SETTINGS).fit(table[labels >= 0], labels[labels >= 0])


def self_labeled(text: str) -> list[Case]:
    """Return clues and labels for each pronoun of a text that by gender can mean only one of the people around it."""
    context, found = Discourse(read_document(text)).pronoun_context, []
    hidden = context._replace(people=[person._replace(gender="") for person in context.people])
    for pronoun in context.pronouns:
        near = candidates(context, pronoun)
        genders = [context.people[number].gender for number, _ in near]
        if len(near) > 1 and all(genders) and genders.count(pronoun.gender) == 1:
            found.append((clues(hidden, pronoun, near), np.array([int(g == pronoun.gender) for g in genders])))
    return found


if __name__ == "__main__":
    main(arguments(__doc__).out)
