"""Lines are told apart by kind, copied pages are taken apart, exported texts keep their body (all text invented)."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.articles import clean_paragraphs, drop_link_cards, repeated_lines, split_copied
from analysis.articles.caption_lines import split_caption
from analysis.articles.datelines import find_dateline
from analysis.articles.line_features import best_run, features
from analysis.articles.line_kinds import furniture_kinds, is_date, line_kind
from analysis.articles.line_model import main_run, smooth, story_probability
from analysis.articles.subheads import looks_like_subhead

LINES = [
    ("Share", "share"), ("Facebook Twitter Email", "share"), ("Copy article link", "share"), ("Share this:", "share"),
    ("6 hours ago", "time"), ("This article is more than 3 years old", "time"), ("Updated at 9:27 a.m. ET", "time"),
    ("Getting your Marlow Audio player ready...", "audio"), ("Your audio version is getting ready ...", "audio"),
    ("Listen to this article · 4 min", "audio"), ("4 min read", "audio"), ("prev Image 2 of 2", "audio"),
    ("ADVERTISEMENT", "advertisement"), ("Story continues below advertisement", "advertisement"), ("AD", "advertisement"),
    ("Sections", "menu"), ("Log in", "menu"), ("Today’s paper", "menu"),
    ("BC-Marlow-Flood, 2nd Ld-Writethru, 480", "wire"), ("Eds: Updates throughout.", "wire"), ("END CWS", "separator"), ("___", "separator"),
    ("© 2026 The Marlow Ledger. All rights reserved.", "copyright"), ("c. 2026 The Evening Post Company", "copyright"),
    ("This article originally appeared in The Evening Post.", "origin"), ("Originally published in Harbor Weekly.", "origin"),
    ("Ann Roe contributed to this report.", "contributor"), ("The Continental Wire contributed to this is report.", "contributor"), ("[audio-clip]", "audio"), ("Additional reporting by Ann Roe", "contributor"),
    ("Correction: An earlier version misspelled a name.", "correction"), ("This story has been updated with a comment.", "correction"),
    ("Editor’s note: This is the first of two parts.", "correction"),
    ("Sign up for our morning newsletter", "newsletter"), ("Get the day’s news delivered to your inbox.", "newsletter"),
    ("Privacy Policy | Terms of Service", "legal"), ("By signing up you agree to our terms", "legal"),
    ("Follow The Marlow Ledger on Facebook and Instagram", "promotion"), ("Write to Ann Roe at ann@ledger.example", "promotion"),
    ("Leave a comment", "comments"), ("12 Comments", "comments"),
    ("RELATED TOPICS:", "related"), ("Most read", "related"), ("SEE ALSO: Rain again", "related"), ("( PHOTOS: Rain in Marlow)", "related"),
    ("More On This...", "related"), ("NOW WATCH: Rain in Marlow", "related"), ("Rain again, and again Read more", "related"),
    ("https://ledger.example/rain", "url"),
    ("Rain in Marlow. (Jo Vale/The Marlow Ledger)", "caption"), ("FILE PHOTO: Rain falls in Marlow.", "caption"),
    ("Rain in Marlow. (AP Photo/Jo Vale, File)", "caption"), ("Rain falls. Photograph: Jo Vale/Reuters", "caption"),
    ("Jo Vale/Getty Images", "credit"), ("(Jo Vale/Reuters)", "credit"), ("Enlarge this image toggle caption Jo Vale/AP Jo Vale/AP", "credit"),
    ("By Nora Petrakis", "byline"), ("By NORA VALE and JO ROE, Staff Writers", "byline"), ("Continental Wire Service", "byline"),
    ("March 3, 2026 at 6:12 a.m. ET", "date"), ("Published Tuesday, March 3, 2026", "date"), ("(Updated: Feb. 11, 2026, 5:00 PM EST)", "date"),
]  # fmt: skip
STORY_LINES = [
    "“Sign here,” she said, and he did.",
    "She contributed to help her brother win, and her share grew.",
    "By Monday the rain had stopped.",
    "Share prices fell for a third day.",
    "Print shops in the valley closed early.",
    "The council met on March 3, 2026, to hear them.",
    "Related costs rose to $3 million, the audit said.",
    "The company said 6 hours ago it had no plan.",
    "Mayor Ann Roe (D) was there.",
    "A reader’s comments were read aloud to the board.",
    "Watch for ice, the sheriff warned, and he meant both kinds.",
    "The most popular dish, she said, is soup.",
    "Tips came by email, the police said.",
    "The report was based on a book that had been sent to the council.",
    "A previous version of the bill would have barred it.",
    "To show that one is “not a robot,” the form asks for a sum.",
    "Most were concerned about the rain, according to the latest Reuters/Ipsos poll.",
    "Two hundred workers of the plant stood outside (the gate was locked).",
]


VARIANTS = {  # kind: lines that are of it, and lines of a story that look alike
    "caption": (
        ["The bridge at dawn. (Jo Vale/The Marlow Ledger)", "FILE - The mayor speaks in 2024. (AP Photo/Jo Vale, File)", "The bridge at dawn. Photograph: Jo Vale/Reuters",
         "Image copyright Harbor Pictures Image caption The bridge at dawn", "Workers leave the plant on Friday. Jo Vale/AFP/Getty Images", "Ines Carvallo at her desk. [Photo by Jo Vale]",
         "The bridge at dawn. (Photo courtesy of the Marlow Museum)"],
        ["Two hundred workers stood outside (the gate was locked).", "She showed reporters a photo of the bridge.", "The file - a thin one - held a photo.", "The bill (S. 12) passed.",
         "He sold pictures to Harbor Weekly and to Reuters.", "“I took that photo,” said Jo Vale."],
    ),
    "credit": (
        ["Jo Vale/Getty Images", "(Jo Vale/Reuters)", "Photo: Jo Vale", "Photograph by Jo Vale", "Photo by Jo Vale for The Marlow Ledger", "Credit: Jo Vale/The Marlow Ledger", "AP Photo/Jo Vale"],
        ["Photo shops closed.", "Credit unions lent more.", "Getty bought the house.", "The photo was taken by Jo Vale.", "Courtesy costs nothing, she said.", "Images of the flood spread fast."],
    ),
    "byline": (
        ["By Nora Petrakis", "BY NORA PETRAKIS AND JO ROE", "by Nora Petrakis, Staff Writer", "By Nora Petrakis | The Marlow Ledger", "Written by Nora Petrakis", "By N. R. Petrakis and Jo Roe-Vale"],
        ["By Monday the rain had stopped.", "By law, Marlow must answer in ten days.", "By the time Ann Roe spoke, most had left.", "By Friday, Roe said, the gate was open.", "By then Nora Petrakis had resigned.", "By Ann Roe’s count, forty homes were lost."],
    ),
    "origin": (
        ["This article originally appeared in Harbor Weekly.", "This story was originally published by Harbor Weekly on March 3.", "Originally published in The Evening Post.", "Republished with permission from Harbor Weekly.",
         "Reprinted from The Evening Post", "The piece first appeared in Harbor Weekly.", "It was first published in The Evening Post."],
        ["The disease first appeared in Marlow in 2019.", "The council published the list on Monday.", "She originally came from Harbor.", "The mayor republished her budget.",
         "The report, which first ran to 400 pages, is shorter now.", "He was published by a small press."],
    ),
    "copyright": (
        ["© 2026 The Marlow Ledger. All rights reserved.", "Copyright 2026 Harbor Weekly", "(c) 2026 The Evening Post", "c. 2026 The Evening Post Company", "2026 Marlow Media LLC",
         "This material may not be published, broadcast, rewritten or redistributed.", "The Evening Post. All rights reserved."],
        ["The copyrighted song was played.", "All rights were reserved to the state, the court held.", "In 2026 the company lost money.", "A lawyer for copyright owners objected.",
         "The court may not be asked again.", "Rights groups sued in March."],
    ),
    "time": (
        ["6 hours ago", "an hour ago", "Updated 3 hrs ago", "2 days ago", "Posted 15 minutes ago", "This article is more than 3 years old", "Updated at 9:27 a.m. ET", "Just now"],
        ["Six hours ago the road was dry.", "The company said 6 hours ago it had no plan.", "Two days ago, she resigned.", "An hour later the gate opened.", "The article is old, he said.", "It happened just now, a witness said, in the yard."],
    ),
    "share": (
        ["Share", "Share this article", "Facebook Twitter Email Print", "Copy link", "Share on Facebook", "Tweet | Share | Save", "Copied!"],
        ["Share prices fell for a third day.", "Print shops closed early.", "Email was down at city hall.", "Twitter users objected.", "Save the bridge, they chanted.", "Facebook said on Monday that it would pay."],
    ),
    "newsletter": (
        ["Sign up for our morning newsletter", "Get the day’s news delivered to your inbox.", "Subscribe to our newsletter", "Already a subscriber? Log in", "Enter your email to get updates", "Get our best stories in your inbox every week",
         "Manage newsletters"],
        ["Sign language is taught there.", "She edits a newsletter for beekeepers.", "Subscribers sued the company.", "The memo landed in the mayor’s inbox.", "Residents may sign up for a shelter bed at the office.", "Get out now, the sheriff said."],
    ),
    "related": (
        ["Related", "RELATED: Rain again", "Most read", "Read more:", "See also", "More from Marlow", "Recommended for you", "You may also like", "Read next", "Trending"],
        ["Related costs rose to $3 million, the audit said.", "Most readers were patient.", "The most popular dish, she said, is soup.", "More from the budget was spent on roads than on schools, she said.",
         "Trending down since May, prices fell again.", "You may also pay by cheque, the clerk said."],
    ),
    "correction": (
        ["Correction: An earlier version misspelled a name.", "CORRECTION — The hearing is on Friday.", "Editor’s note: This is the first of two parts.", "An earlier version of this article gave a wrong date.",
         "This story has been updated with a comment.", "Clarification: The bridge is for walkers only.", "March 4: This story was updated."],
        ["A previous version of the bill would have barred it.", "Correction officers walked out.", "The editor noted it.", "Corrections cost $3 million a year.", "The story was true, she said.", "An earlier bill failed."],
    ),
}  # fmt: skip
DATELINES = [
    "MARLOW — Rain fell on Monday.", "MARLOW, Ohio (AP) — Rain fell on Monday.", "WASHINGTON (Reuters) - Rain fell on Monday.", "HARBOR CITY – Rain fell.",
    "CEDAR FALLS, Iowa, Jan. 4 (AP) — Rain fell.", "LONDON -- Rain fell on Monday.",
]  # fmt: skip
NO_DATELINES = [
    "Rain fell on Monday — again.", "NASA said on Monday that rain fell.", "The rain — all of it — fell on Monday.", "AT LAST, rain fell.", "“MARLOW — never!” she said.",
    "Marlow’s council met on Monday (again) — and left.",
]  # fmt: skip


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_small_print_is_known(line, kind):
    assert line_kind(line) == kind


@pytest.mark.parametrize("line", STORY_LINES)
def test_story_is_not_small_print(line):
    assert line_kind(line) == ""


def test_every_kind_has_a_line_here():
    assert set(furniture_kinds()) <= {kind for _, kind in LINES}


@pytest.mark.parametrize(
    ("line", "text", "credit"),
    [
        ("The court in March. (Jo Roe/The Ledger)", "The court in March.", "Jo Roe/The Ledger"),
        ("The court. (Photo by Jo Roe)", "The court.", "Jo Roe"),
        ("Image copyright Jo Roe Agency Image caption The court in March", "The court in March", "Jo Roe Agency"),
        ("The court in March. Jo Roe/AFP/Getty Images", "The court in March.", "Jo Roe/AFP/Getty Images"),
        ("Image The court in March. Credit Jo Roe for The Ledger", "The court in March.", "Jo Roe for The Ledger"),
        ("The court in March. | AP Photo", "The court in March.", "AP Photo"),
        ("FILE - The court in March. (AP Photo/Jo Roe, File)", "FILE - The court in March.", "AP Photo/Jo Roe, File"),
    ],
)
def test_caption_and_credit_are_parted(line, text, credit):
    assert split_caption(line) == (text, credit)


def test_dates_alone_are_dates():
    assert is_date("Friday, Feb. 20, 2026 | 6:55 p.m. ET")
    assert not is_date("Budget 2026")


FIRST = "WASHINGTON — The tax agency agreed on Monday to give addresses to another agency, according to a court filing that surprised its staff."
SECOND = "“Nobody told us,” said Ines Carvallo, who runs a legal group. She learned of it from a clerk, and the clerk from a printer in the hall."
THIRD = "The agency did not respond to a request for comment. Its lawyers have until the end of the month to answer the court in writing."
FOURTH = "A hearing is set for Feb. 20. The judge has said that she expects it to be short, and that she has a train to catch at five."
COPY = "\n".join(
    [
        "The Marlow Ledger", "Sections", "Log in", "Nation", "Tax Agency to Share Addresses, Filing Shows",
        "The courthouse on Monday. (Jo Vale/The Marlow Ledger)", "By Nora Petrakis and Jo Vale", "Updated Jan. 17, 2026", "Jan. 16, 2026, 6:12 a.m. ET",
        "- The agreement covers up to 40,000 requests a month.", "- The privacy chief objected in writing.", "Share", "Save",
        "Your audio version is getting ready ...", FIRST, SECOND, "An objection in the file", THIRD, "ADVERTISEMENT", FOURTH,
        "Correction: An earlier version misstated the number of pages.", "Read more", "Rain again in Marlow", "2 hours ago",
        "Council weighs longer hours", "3 hours ago", "Filed under: Nation, Marlow", "© 2026 The Marlow Ledger Company. All rights reserved.",
    ]
)  # fmt: skip


def test_a_copied_page_is_taken_apart():
    story = split_copied(COPY, outlet="The Marlow Ledger")
    assert story.paragraphs == [FIRST, SECOND, THIRD, FOURTH]
    assert story.subheads == ["An objection in the file"]
    assert (story.headline, story.section) == ("Tax Agency to Share Addresses, Filing Shows", "Nation")
    assert (story.captions, story.photo_credit) == (["The courthouse on Monday."], ["Jo Vale/The Marlow Ledger"])
    assert story.summary == [
        "The agreement covers up to 40,000 requests a month.",
        "The privacy chief objected in writing.",
    ]
    assert story.byline == ["By Nora Petrakis and Jo Vale"]
    assert story.published == "Jan. 16, 2026, 6:12 a.m. ET"  # not the update
    assert story.notes == ["editor's note: Correction: An earlier version misstated the number of pages."]
    assert story.credits == ["© 2026 The Marlow Ledger Company. All rights reserved."]


def test_lists_of_links_and_pitches_within_a_story_are_no_story():
    links = [
        "Related",
        "Rain in Marlow again",
        "Who owns the river?",
        "Get The Morning Ledger",
        "The day’s news in your inbox. Sign up",
    ]
    text = [
        "No rain. The council says to wait.",
        "By Nora Petrakis",
        FIRST,
        *links[:3],
        SECOND,
        *links[3:],
        THIRD,
        "The hearing ahead",
        FOURTH,
    ]
    story = split_copied("\n".join(text))
    assert story.paragraphs == [FIRST, SECOND, THIRD, FOURTH] and story.subheads == ["The hearing ahead"]
    assert story.headline == "No rain. The council says to wait."


def test_a_copy_of_the_story_alone_is_all_story():
    story = split_copied("\n\n".join([FIRST, SECOND, THIRD, FOURTH]))
    assert story.paragraphs == [FIRST, SECOND, THIRD, FOURTH]
    assert (story.headline, story.byline, story.published, story.summary, story.captions) == (None, [], None, [], [])


def test_a_page_without_prose_or_words_gives_no_story():
    assert split_copied("").paragraphs == []
    assert split_copied("___\n\n***").paragraphs == []


def test_the_first_article(shared):
    """What issue 2 asks of the article the project began with."""
    story = split_copied(next((shared / "first-article").glob("*.txt")).read_text(encoding="utf-8"))
    assert [
        len(story.paragraphs),
        len(story.subheads),
        len(story.summary),
        len(story.captions),
        len(story.photo_credit),
    ] == [22, 3, 3, 1, 1]
    assert story.headline is None and story.published is None
    assert story.paragraphs[0].startswith("WASHINGTON — ") and story.paragraphs[-1].endswith("Comply, come forward.”")
    assert story.byline == ["By Andrew Duehren/Michael Ciaglo"]


def test_exported_text_loses_furniture_only():
    lines = [
        "Rain at last",
        "Nora Petrakis",
        "USA TOWN",
        FIRST,
        "Advertisement",
        "What the court said",
        SECOND,
        "SEE ALSO: Rain again",
        THIRD,
        "— Ed Oak",
    ]
    story = clean_paragraphs(lines, headline="Rain at last", outlet="USA TOWN", names=["Nora Petrakis"])
    assert story.paragraphs == [FIRST, SECOND, THIRD]
    assert story.subheads == ["What the court said"]


def test_lists_and_short_speech_stay_in_the_body():
    lines = [FIRST, "“No,” she said.", SECOND, "Ohio", "Texas", "Maine", THIRD]
    story = clean_paragraphs(lines)
    assert story.paragraphs == lines and story.subheads == []


def test_highlights_and_opening_captions_are_no_body():
    story = clean_paragraphs(["Story highlights Rain fell on Monday", "It stopped on Tuesday", FIRST, SECOND])
    assert (story.summary, story.paragraphs) == (["Rain fell on Monday", "It stopped on Tuesday"], [FIRST, SECOND])
    story = clean_paragraphs(
        ["Story highlights Rain fell on Monday", "It is, she says, “a start”", "It stopped", FIRST, SECOND]
    )
    assert (story.summary, story.paragraphs) == (
        ["Rain fell on Monday", "It is, she says, “a start”", "It stopped"],
        [FIRST, SECOND],
    )
    story = clean_paragraphs(
        [
            "Story highlights Rain fell on Monday.",
            "It stopped",
            FIRST,
            "COUNCIL SAYS RAIN WAS NOT ON THE AGENDA",
            SECOND,
        ]
    )
    assert (story.summary, story.paragraphs, story.subheads) == (
        ["Rain fell on Monday.", "It stopped"],
        [FIRST, SECOND],
        [],
    )
    cut = [
        "The bridge, which the county had bought from a circus, was moved to",
        "the north bank of the river by barge.",
        FIRST,
    ]
    assert clean_paragraphs(cut).paragraphs == cut
    story = clean_paragraphs(
        ["Rain falls on the courthouse in Marlow. Rain at last in town", FIRST], headline="Rain at last in town"
    )
    assert (story.captions, story.paragraphs) == (["Rain falls on the courthouse in Marlow."], [FIRST])


def test_link_cards_behind_names_are_dropped():
    line = "Speaker Ann Roe Ann Marie Roe Old headline Another headline MORE (R-Ohio) told Rep. Ed Oak Edward John OakRain again: a list MORE no."
    assert drop_link_cards(line) == "Speaker Ann Roe (R-Ohio) told Rep. Ed Oak no."
    assert drop_link_cards("He wants MORE of it, said Ann Roe.") == "He wants MORE of it, said Ann Roe."


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("What the court said", True), ("Who may see it?", True), ("‘Build the bridge’", True), ("It rained.", False), ("“No,” she said", False),
        ("lower case start", False), ("", False), ("The list:", False),
    ],
)  # fmt: skip
def test_subheads_by_shape(line, yes):
    assert looks_like_subhead(line) is yes


def test_smoothing_by_hand():
    """Two states, switch 0.2: leaving story for one line costs ln(0.2/0.8) twice = -2.77, staying costs ln(0.3/0.7) = -0.85."""
    assert smooth(np.array([0.9, 0.3, 0.9]), switch=0.2).tolist() == [True, True, True]


def test_main_run_finds_the_prose():
    lines = ["Home", "News", FIRST, SECOND, "Share", THIRD, "Most read", "Rain again", "© 2026"]
    assert main_run(lines, [line_kind(line) for line in lines]) == (2, 6)


@settings(deadline=None, max_examples=60)  # the first page loads the model
@given(st.lists(st.text(max_size=200), max_size=30))
def test_any_lines_are_taken(lines):
    story = split_copied("\n".join(lines))
    known = {" ".join(part.split()) for line in lines for part in line.split("\n")}
    assert set(story.paragraphs) <= known
    clean_paragraphs(lines)
    chance = story_probability(lines, [line_kind(line) for line in lines])
    assert len(chance) == len(lines) and all((chance >= 0) & (chance <= 1))


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, (lines, _) in VARIANTS.items() for line in lines])
def test_a_kind_is_known_in_its_variants(kind, line):
    assert line_kind(line) == kind


@pytest.mark.parametrize("line", [line for _, lines in VARIANTS.values() for line in lines])
def test_a_story_may_use_the_same_words(line):
    assert line_kind(line) == ""


def test_every_kind_has_six_variants_and_six_lines_that_only_look_like_it():
    assert all(min(len(lines), len(others)) >= 6 for lines, others in VARIANTS.values())


@pytest.mark.parametrize("line", DATELINES)
def test_datelines_are_known(line):
    assert find_dateline(line)


@pytest.mark.parametrize("line", NO_DATELINES)
def test_other_openings_are_no_datelines(line):
    assert find_dateline(line) is None


@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "– ", "▪ ", "· "])
def test_bullets_above_the_story_are_its_summary_and_within_it_they_are_story(mark):
    points = [f"{mark}The council will vote on Monday.", f"{mark}The bridge stays closed until June."]
    text = ["Rain at last in Marlow", *points, "By Nora Petrakis", FIRST, SECOND, *points, THIRD, FOURTH]
    story = split_copied("\n".join(text))
    assert story.summary == [point.removeprefix(mark) for point in points]
    assert story.paragraphs == [FIRST, SECOND, *points, THIRD, FOURTH]


def test_titles_in_capitals_within_a_story_are_links_and_cards_behind_names_go():
    card = "Speaker Ann Roe Ann Marie Roe Old headline Another headline MORE said so on Monday, and the council agreed with her in the end."
    shout = "COUNCIL SAYS RAIN WAS NOT ON THE AGENDA"
    story = split_copied(
        "\n".join(["Rain at last in Marlow", "By Nora Petrakis", FIRST, SECOND, shout, card, THIRD, FOURTH])
    )
    assert story.paragraphs == [
        FIRST,
        SECOND,
        "Speaker Ann Roe said so on Monday, and the council agreed with her in the end.",
        THIRD,
        FOURTH,
    ]


def pages_of(*, count, furniture, bodies=None):
    bodies = bodies or [
        f"On day {n} the council of Marlow met again, and it decided {n} matters before noon." for n in range(count)
    ]
    return ["\n".join([bodies[n], furniture]) for n in range(count)]


LONG_PITCH = "The Marlow Ledger is read in every street of the town, and has been for a hundred years."


def test_lines_that_recur_on_an_outlets_pages_are_furniture():
    assert repeated_lines(pages_of(count=4, furniture="Hide words")) == {"Hide words"}
    assert repeated_lines(pages_of(count=3, furniture="Hide words")) == frozenset()  # too few pages to say
    rare = [*pages_of(count=7, furniture="")[:4], *pages_of(count=7, furniture="What happens next?")[4:]]
    assert repeated_lines(rare) == frozenset()  # 3 of 7: a heading may come again
    assert repeated_lines([*pages_of(count=7, furniture="")[:4], *pages_of(count=7, furniture=LONG_PITCH)[4:]]) == {
        LONG_PITCH
    }


def test_versions_of_one_article_make_no_furniture_and_order_does_not_matter():
    pages = pages_of(count=5, furniture="Hide words")
    versions = [f"{pages[0]}\n{FIRST}\n{SECOND}"] * 4
    assert repeated_lines(pages[1:] + versions) == repeated_lines((pages[1:] + versions)[::-1]) == {"Hide words"}


def test_repeated_lines_are_left_out():
    text = [FIRST, SECOND, LONG_PITCH, THIRD, FOURTH]
    assert split_copied("\n".join(text), repeated={LONG_PITCH}).paragraphs == [FIRST, SECOND, THIRD, FOURTH]
    assert clean_paragraphs(text, repeated={LONG_PITCH}).paragraphs == [FIRST, SECOND, THIRD, FOURTH]


def test_features_are_finite_and_see_teasers_cut_to_one_length():
    lines = ["Home", *(f"{start} " + "x" * (78 - len(start)) + "…" for start in ("Rain", "Council", "Bridge")), FIRST]
    rows = features(lines, [""] * 5)
    assert rows.shape[0] == 5 and np.isfinite(rows).all()
    assert (
        rows[1:4, 22].tolist() == [2, 2, 2] and rows[4, 22] == 0
    )  # after 21 columns of the line itself: repeated, then echo
    assert best_run(np.array([-1.0, -2.0])) == (0, 2)
