"""Every kind of chart, drawn from frames with long names."""

import pandas as pd

from analysis import charts

OUTLETS = ["The Marlow Ledger", "Harbor & State", "The Dunmore Courier", "Valle Nueva Post", "Capitol Circuit", "Wire"]
COLORS = charts.outlet_colors(OUTLETS)
KINDS = ["named_person", "unnamed_person", "group", "organization", "document"]
WHEN = pd.date_range("2026-01-05", periods=6, freq="7D", tz="UTC")
LONG = "Among the outlets " + ", ".join(f"Ledger {n}" for n in range(28)) + ", the differences may be due to chance"


def shares():
    rows = {"outlet": OUTLETS, "share": [0.1, 0.2, 0.25, 0.3, 0.31, 0.6], "low": 0.05, "high": 0.7, "total": 120}
    return pd.DataFrame(rows)


def finding():
    return shares().assign(group=OUTLETS, verdict=["holds", "holds", *["cannot be told"] * 4])


def terms():
    z = [4.0, 3.9, 3.8, -3.0, -3.1, -3.2]
    columns = {"term": ["taxes", "levies", "returns", "raids", "visas", "borders"], "n": 5, "n_reference": 3, "z": z}
    return pd.DataFrame(columns | {"score": z, "low": [x - 1 for x in z], "high": [x + 1 for x in z], "q_value": 0.01})


def mix():
    rows = [{"outlet": o, "story": s, "share": 1 / 3, "total": 9} for o in OUTLETS for s in ("Raids", "Tax", "neither")]
    return pd.DataFrame(rows)


def kinds():
    return pd.DataFrame([{"outlet": o, "speaker_kind": k, "n": 20, "share": 0.2} for o in OUTLETS for k in KINDS])


def coverage():
    rows = [(o, when, n, 9, "articles") for n, o in enumerate(OUTLETS) for when in WHEN]
    return pd.DataFrame(rows, columns=["outlet", "period", "n", "n_all", "status"])


def event():
    headline = "Judge looked for the criminal cases and found one man’s name, a thousand times over, in a drawer"
    return pd.DataFrame({"outlet": OUTLETS, "headline": headline, "published": WHEN[0], "event_id": 1, "similarity": 1})


def topics():
    label, words = ["final, section, request", "county, sheriff, deputies"], ", ".join(["settlement"] * 12)
    return pd.DataFrame({"label": label, "terms": words, "share": 0.5, "stability": 0.9, "doubtful": [False, True]})


def speakers(times=1):
    people = ["Bettina Cole", "Evelyn Castellane-Whitmore", "Bo Roe"]
    return pd.DataFrame([{"speaker": p, "outlet": o, "n": times * (10 + len(o))} for p in people for o in OUTLETS])


def topic_shares():
    labels = ["final, section, request", "county, sheriff, deputies", "tax, returns, refund", "visa, court, judge"]
    labels += [f"{label} again" for label in labels]
    rows = [{"outlet": o, "label": label, "share": 0.125, "stability": 0.7} for o in OUTLETS for label in labels]
    return pd.DataFrame(rows)


def words():
    rows = [
        {"outlet": o, "term": f"{word} {o.split()[-1]}", "z": 3.0, "q_value": 0.01}
        for o in OUTLETS
        for word in ("settlement", "border", "tax")
    ]
    return pd.DataFrame(rows)


def choices():
    wordings = ["illegal immigrant*", "undocumented immigrant*", "unauthorized worker*"]
    rows = [{"choice": "people", "outlet": o, "wording": w, "total": 90} for o in OUTLETS for w in wordings]
    return pd.DataFrame(rows).assign(share=0.33, low=0.2, high=0.5)


def corrected():
    rows = pd.DataFrame({"speaker_kind": KINDS, "raw_share": [0.6, 0.2, 0.1, 0.06, 0.04], "coded_share": 0.2})
    return rows.assign(share=rows["raw_share"], low=rows["raw_share"] - 0.03, high=rows["raw_share"] + 0.05)


def varied():
    choices = ["copies kept", "without The Marlow Ledger", "even weeks", "confidence from .75", "2 topics"]
    rows = [(o, "people who are not named", o, "holds", c, "holds") for o in OUTLETS for c in choices]
    return pd.DataFrame(rows, columns=["finding_id", "kind", "group", "verdict", "choice", "outcome"])


DRAWN = {
    "outlets": lambda: charts.plot_outlets(
        pd.DataFrame({"outlet": OUTLETS, "articles": [30, 20, 9, 8, 7, 1], "copies": 1, "missing": [2, 0, 0, 0, 0, 1]})
    ),
    "coverage": lambda: charts.plot_coverage(coverage(), by="outlet", colors=COLORS),
    "timelines": lambda: charts.plot_timelines(coverage(), colors=COLORS),
    "mix": lambda: charts.plot_story_mix(mix(), colors=charts.story_colors([{"label": "Tax"}, {"label": "Raids"}]), title=LONG),
    "shares": lambda: charts.plot_shares(shares(), by="outlet", colors=COLORS, of="attributions to unnamed people", title=LONG),
    "finding": lambda: charts.plot_finding(finding(), title=LONG, short="Share of “named people”"),
    "terms": lambda: charts.plot_terms(terms(), target="Immigration", reference="Tax privacy"),
    "scatter": lambda: charts.plot_term_scatter(terms(), target="Immigration", reference="Tax privacy"),
    "sourcing": lambda: charts.plot_sourcing(kinds(), title=LONG),
    "topics": lambda: charts.plot_topics(topics()),
    "events": lambda: charts.plot_events(event(), colors=COLORS),
    "time": lambda: charts.plot_event_time(event(), colors=COLORS),
    "speakers": lambda: charts.plot_speakers(speakers(), colors=COLORS),
    "speakers often quoted": lambda: charts.plot_speakers(speakers(1000), colors=COLORS),
    "grid": lambda: charts.plot_event_grid(pd.DataFrame({"outlet": OUTLETS, "figures": [["1,200"], ["$5 million"]] * 3}), what="figures"),
    "topic shares": lambda: charts.plot_topic_shares(topic_shares()),
    "words": lambda: charts.plot_group_terms(words(), by="outlet", colors=COLORS),
    "choice": lambda: charts.plot_word_choice(choices()),
    "corrected": lambda: charts.plot_corrected_shares(corrected()),
    "varied": lambda: charts.plot_choices(varied()),
}  # fmt: skip
