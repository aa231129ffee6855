"""Choose the 1,064 whole articles whose attributions are coded by hand in tests/gold/quotes_allsides.jsonl.

    python tests/gold/choose_quotes.py ../shared/data/allsides FOLDER

FOLDER lies outside the repository, since it gets the texts: NN.txt with id, outlet, headline, date and split, an empty
line, and the text as it is. A seeded draw that knows nothing of what the package finds. Interviews, agency reports,
opinion and other news are drawn apart, half of each on the shipped stories, and half of each to train and half to
test; an outlet comes at most twice in a half. Left out is what other coders saw: `coded` and allsides.jsonl.
41.txt to 52.txt and 53.txt to 64.txt are later draws, of articles that nobody had read or judged before, in each an
outlet once. 65.txt to 264.txt, 265.txt to 564.txt, 565.txt to 744.txt, 745.txt to 804.txt, 805.txt to 904.txt,
905.txt to 984.txt and 985.txt to 1064.txt are large ones: 940 to train, and 60 to test, in each draw of another
outlet.
"""

import gzip
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path

DRAWN = {"interview": 4, "agency": 8, "opinion": 10, "news": 18}
DRAWN_LATER = {"interview": 2, "agency": 2, "opinion": 4, "news": 4}
LATER_SEEDS = (20261127, 20261128)
LARGE = {  # seed: (articles to test and to train of each kind, most of an outlet to train)
    20261129: ({"interview": (1, 2), "agency": (2, 12), "opinion": (8, 42), "news": (19, 114)}, 6),
    20261130: ({"agency": (0, 20), "opinion": (0, 70), "news": (0, 210)}, 9),
    20261201: ({"agency": (3, 15), "opinion": (9, 35), "news": (18, 100)}, 12),
    20261202: ({"agency": (0, 6), "opinion": (0, 14), "news": (0, 40)}, 6),
    20261203: ({"agency": (0, 10), "opinion": (0, 24), "news": (0, 66)}, 10),
    20261204: ({"agency": (0, 8), "opinion": (0, 18), "news": (0, 54)}, 8),
    20261205: ({"agency": (0, 8), "opinion": (0, 18), "news": (0, 54)}, 8),
}
WORDS = range(250, 1101)
MOST_OF_OUTLET = 2
JUDGED = Path(__file__).parents[2] / "training" / "judged_attributions.jsonl"
TURNS = 3  # two names that often before a colon make an interview
TURN = re.compile(
    r"^(?!SEE |READ )([A-Z][A-Z.'’ -]{3,30}|Q|A|[A-Z]\w+(?: [A-Z]\w+){,2})(?:, [^:\n]{3,40})?: ", re.MULTILINE
)
AGENCY = re.compile(r"\((?:Reuters|AP)\) [-—–]|^(?:Reuters|Associated Press)")
OPINION_PLACE = re.compile(
    r"/(?:opinions?|commentary|op-ed|columnists?|views)\b|Guest Writer|Opinion|Editorial", re.IGNORECASE
)
OWN_WORDS = re.compile(r"\b(?:I|my|we|our)\b")
QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")


def read(folder: Path) -> list[dict]:
    """Return the articles that may be drawn, each with its file and record, in the order of the files."""
    seen, articles = _looked_at(folder), []
    for name in ("both", "immigration", "tax", "other"):
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                article = json.loads(line) | {"file": name, "record": number}
                if not {(name, number), article["ID"], article["content_original"]} & seen:
                    articles.append(article)
                seen |= {article["ID"], article["content_original"]}
    return [a for a in articles if len(a["content_original"].split()) in WORDS]


def _looked_at(folder):
    """Return the ids, and the pairs of file and record, that were coded before."""
    with gzip.open(folder.parent / "coded" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        ids = {json.loads(line)["doc"] for line in lines}
    coded = Path(__file__).with_name("allsides.jsonl").read_text(encoding="utf-8").splitlines()
    return ids | {(line["file"], line["record"]) for line in map(json.loads, coded)}


def stratum(article: dict) -> str:
    """Return interview, agency, opinion or news, from the shape of the text, the outlet and the address."""
    text = article["content_original"]
    turns = Counter(TURN.findall(text))
    if turns["Q"] >= TURNS or sum(number >= TURNS for number in turns.values()) >= 2:
        return "interview"
    if AGENCY.search(article["source"]) or AGENCY.search(text[:300]):
        return "agency"
    if (
        OPINION_PLACE.search(f"{article['source']} {article['url']}")
        or len(OWN_WORDS.findall(QUOTED.sub("", text))) >= 8
    ):
        return "opinion"
    return "news"


def draw(articles: list[dict]) -> list[dict]:
    """Return the 40 articles, each with its stratum and split, in an order that tells nothing."""
    rng = random.Random(20261126)
    rng.shuffle(articles)
    outlets, drawn = Counter(), []
    for kind, number in DRAWN.items():
        own = [a for a in articles if stratum(a) == kind]
        for place in range(number):
            split, on_story = ("train", "test")[place % 2], place // 2 % 2 == 0
            article = next(a for a in own if _fits(a, split, outlets, on_story=on_story and kind != "interview"))
            outlets[split, article["source"]] += 1
            own.remove(article)
            drawn.append(article | {"stratum": kind, "split": split})
    rng.shuffle(drawn)
    return drawn


def draw_later(articles: list[dict], before: list[dict], *, seed: int) -> list[dict]:
    """Return 12 more articles, each of another outlet, six to train and six to test, all judged by nobody before."""
    rng = random.Random(seed)
    left, outlets, drawn = _unread(articles, before, rng), set(), []
    for kind, number in DRAWN_LATER.items():
        own = (a for a in left if stratum(a) == kind)
        for place in range(number):
            article = next(a for a in own if a["source"] not in outlets)
            outlets.add(article["source"])
            drawn.append(article | {"stratum": kind, "split": ("train", "test")[place % 2]})
    rng.shuffle(drawn)
    return drawn


def draw_large(articles: list[dict], before: list[dict], *, seed: int) -> list[dict]:
    """Return many more articles that nobody judged before: first those to test, each of another outlet."""
    numbers, most_to_train = LARGE[seed]
    rng = random.Random(seed)
    left, outlets, drawn = _unread(articles, before, rng), Counter(), []
    for place, (split, most) in enumerate((("test", 1), ("train", most_to_train))):
        for kind, number in numbers.items():
            own = [a for a in left if stratum(a) == kind]
            for _ in range(number[place]):
                article = next(a for a in own if outlets[a["source"]] < most)
                outlets[article["source"]] += 1
                own.remove(article)
                left.remove(article)
                drawn.append(article | {"stratum": kind, "split": split})
    rng.shuffle(drawn)
    return drawn


def _unread(articles, before, rng):
    """Return the articles that were neither drawn nor judged before, in a random order."""
    judged = {(line["file"], line["record"]) for line in map(json.loads, JUDGED.open(encoding="utf-8"))}
    seen = {article["ID"] for article in before}
    left = [a for a in articles if a["ID"] not in seen and (a["file"], a["record"]) not in judged]
    rng.shuffle(left)
    return left


def all_drawn(articles: list[dict]) -> list[dict]:
    """Return the articles of all draws, in the order of their numbers."""
    drawn = draw(list(articles))
    for seed in LATER_SEEDS:
        drawn = drawn + draw_later(articles, drawn, seed=seed)
    for seed in LARGE:
        drawn = drawn + draw_large(articles, drawn, seed=seed)
    return drawn


def _fits(article, split, outlets, *, on_story):
    return (not on_story or article["file"] != "other") and outlets[split, article["source"]] < MOST_OF_OUTLET


def main(folder: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for number, article in enumerate(all_drawn(read(folder)), start=1):
        head = [article[key] for key in ("ID", "source", "title", "date", "split")]
        text = "\n".join([*(" ".join(str(value).split()) for value in head), "", article["content_original"]])
        (out / f"{number:02d}.txt").write_text(text, encoding="utf-8", newline="")
        print(f"{number:02d} {article['split']:5} {article['stratum']:9} {article['file']:11} {article['source']}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
