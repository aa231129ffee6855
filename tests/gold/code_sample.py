"""Write data/reviews/coded.csv from sample.jsonl: the coded articles of the sample, as an analyst would keep them.

Three articles of each outlet were coded. The probability of an article is the number of coded articles over all of the
outlet's articles on the stories that are no copies, since the shares are about these.
"""

import csv
import json
from collections import Counter
from pathlib import Path

from analysis import drop_copies, load_articles, open_run, read_table
from analysis.review.coded import COLUMNS

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    run = open_run(ROOT / "runs" / "immigration-tax.yaml")
    articles = load_articles(path=run.processed)
    stories = read_table(run.processed / "stories")
    own = drop_copies(articles, read_table(run.processed / "copies.parquet"))
    own = own[own["article_id"].isin(stories["article_id"])]
    ids = {(row.outlet, row.text): row.article_id for row in own.itertuples()}
    lines = Path(__file__).with_name("sample.jsonl").read_text(encoding="utf-8").splitlines()
    records = [record for record in map(json.loads, lines) if record["gold"]]
    coded = [(ids[key], record) for record in records if (key := (record["outlet"], record["text"])) in ids]
    n_coded, n_own = Counter(record["outlet"] for _, record in coded), Counter(own["outlet"])
    with (ROOT / "data" / "reviews" / "coded.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for article_id, record in sorted(coded, key=lambda pair: pair[0]):
            probability = n_coded[record["outlet"]] / n_own[record["outlet"]]
            for quote in record["quotes"]:
                spans = [json.dumps(quote[f"{role}_spans"]) for role in ("content", "cue", "source")]
                who = [quote[column] for column in ("speaker", "speaker_kind", "cue_kind")]
                writer.writerow([article_id, "sample", f"{probability:.6f}", *spans, *who])
    print(f"{len(coded)} articles, {sum(len(record['quotes']) for _, record in coded)} attributions")


if __name__ == "__main__":
    main()
