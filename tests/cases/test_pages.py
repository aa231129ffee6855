"""Saved pages that were read wrong: paragraphs lost, one of several blocks kept, authors of quotations lost."""

import json

import pytest

from analysis.corpus import read_articles

STORY = [
    "The council of Marlow voted on Tuesday to close the ferry terminal for eight months while the pilings are replaced, a decision that will send some two thousand commuters to buses.",
    "Members said the work could not wait, because inspectors had found rot in eleven of the forty pilings under the main pier during a survey in January.",
    "“We looked at every way to keep one berth open,” said Dana Ruiz, who leads the harbor department. “There was none that the engineers would sign.”",
    "The repairs are expected to cost $14 million, most of it from a state fund for coastal works that was set up after the storms of 2019.",
    "Riders at the terminal on Wednesday morning said they had heard of the plan only from a notice taped to the ticket window.",
    "Councilman Bo Stern, who voted no, said the buses would be late before the first week was out.",
]


def page(content: str, *, around: str = "<article>{}</article>", head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>Marlow closes its ferry terminal - The Marlow Ledger</title>{head}</head>"
        "<body><header><nav><a href='/'>Home</a> <a href='/news'>News</a></nav></header>"
        f"{around.format('<h1>Marlow closes its ferry terminal</h1>' + content)}<footer><p>Copyright The Marlow Ledger</p></footer></body></html>"
    )


def paragraphs(words: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in words)


@pytest.fixture
def read(tmp_path):
    """Return the one article that a page is read as."""

    def read_page(content: str):
        (tmp_path / "page.html").write_text(content, encoding="utf-8")
        articles, _ = read_articles([tmp_path / "page.html"])
        assert len(articles) == 1
        return articles.iloc[0]

    return read_page


@pytest.mark.parametrize(
    "short",
    [
        "She has accused the other towns of <a href='https://l.example/c79j'>relying too much on the goodwill of the ferry board</a>.",
        "<a href='/ruiz'>Ruiz</a> told the Ledger that she would not run again.",
        "The buses start on <a href='/may'>May 4</a>.",
        "“No,” <a href='/stern'>Mr. Stern</a> said.",
        "“We did all we could,” Ruiz said in <a href='https://harbor.example/s'>a statement</a> on Wednesday.",
    ],
)
@pytest.mark.parametrize(
    "wrapped",
    [
        "<div class='text-block'><div><p>{}</p></div></div>",
        "<section data-component='text'><p>{}</p></section>",
        "<div class='c-paragraph'>{}</div>",
        "<div><span>{}</span></div>",
    ],
)
@pytest.mark.parametrize("at", [0, 3])
def test_a_short_paragraph_with_a_link_is_kept(read, short, wrapped, at):
    lines = [*STORY[:at], short, *STORY[at:]]
    text = read(page("".join(wrapped.format(line) for line in lines)))["text"]
    plain = short.split("<a")[0] + short.split(">", 1)[1].replace("</a>", "")
    assert text.split("\n\n") == [*STORY[:at], plain, *STORY[at:]]


@pytest.mark.parametrize(
    "part",
    [
        "<div class='grid'><div class='item'><div class='article-body'><div class='inner'>{}</div></div></div></div>",
        "<div class='body-text'>{}</div>",
        "<section class='chapter'>{}</section>",
        "<div class='paywall'><div class='content'>{}</div></div>",
    ],
)
@pytest.mark.parametrize("between", ["<div class='ad-row'></div>", "<aside><p>Advertisement</p></aside>", "<hr>"])
def test_a_story_in_several_blocks_is_kept_whole(read, part, between):
    content = between.join(part.format(paragraphs(STORY[n : n + 2])) for n in (0, 2, 4))
    assert read(page(content, around="<div class='chunks'>{}</div>"))["text"].split("\n\n") == STORY


@pytest.mark.parametrize(
    ("quotation", "line"),
    [
        (
            "<blockquote class='twitter-tweet'><p>I voted against it.<br>I would again.</p>&mdash; Bo Stern (@bostern) <a href='https://t.example/1'>March 3, 2026</a></blockquote>",
            "I voted against it. I would again. — Bo Stern (@bostern) March 3, 2026",
        ),
        ("<blockquote><p>I voted against the closure.</p><footer>— Bo Stern, <cite>a letter</cite></footer></blockquote>", "I voted against the closure. — Bo Stern, a letter"),
        ("<blockquote><p>I voted against the closure.</p><cite>Bo Stern</cite></blockquote>", "I voted against the closure. — Bo Stern"),
        ("<figure><blockquote><p>I voted against the closure.</p></blockquote><figcaption>Bo Stern</figcaption></figure>", "I voted against the closure. — Bo Stern"),
        ("<blockquote>I voted against the closure.<br>– Bo Stern</blockquote>", "I voted against the closure. — Bo Stern"),
    ],
)  # fmt: skip
def test_a_quotation_keeps_its_author(read, quotation, line):
    text = read(page(paragraphs(STORY[:3]) + quotation + paragraphs(STORY[3:])))["text"]
    assert text.split("\n\n") == [*STORY[:3], line, *STORY[3:]]


@pytest.mark.parametrize(
    "around",
    ["<button class='menu'><main>{}</main>", "<form><div>{}</div></form>", "<table><tr><td>{}</td></tr></table>"],
)
def test_a_story_inside_an_element_that_should_hold_none_is_read(read, around):
    assert read(page(paragraphs(STORY), around=around))["text"].split("\n\n") == STORY


@pytest.mark.parametrize(
    "box",
    ["<div id='comments'>{}</div>", "<section class='comments-area'>{}</section>", "<ol class='comment-list'>{}</ol>"],
)
def test_readers_comments_are_no_part_of_the_story(read, box):
    comments = "".join(
        f"<div><p>I have waited for number {n} in the rain, and I say that the council should be ashamed of this plan, all of it.</p></div>"
        for n in range(9)
    )
    assert (
        read(page(paragraphs(STORY)).replace("<footer>", box.format(comments) + "<footer>"))["text"].split("\n\n")
        == STORY
    )


def test_what_only_the_page_s_data_holds_is_noted(read):
    data = json.dumps(
        {"@type": "NewsArticle", "headline": "Marlow closes its ferry terminal", "articleBody": "\n".join(STORY)}
    )
    article = read(page(paragraphs(STORY[:3]), head=f"<script type='application/ld+json'>{data}</script>"))
    assert article["text"].split("\n\n")[:3] == STORY[:3]
    lost = sum(len(line.split()) for line in STORY[3:])
    assert len(article["text"].split("\n\n")) == len(STORY) or any(
        f"body: {lost} of" in note for note in article["notes"]
    )
