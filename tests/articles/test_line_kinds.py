"""Lines are told apart by kind: each kind in its variants, and lines of stories that look alike (all invented)."""

import pytest

from analysis.articles.line_kinds import is_date, line_kind, line_kinds
from analysis.shipped import load_json, shipped_file

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


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_small_print_is_known(line, kind):
    assert line_kind(line) == kind


@pytest.mark.parametrize("line", STORY_LINES)
def test_story_is_not_small_print(line):
    assert line_kind(line) == ""


def test_every_kind_has_a_line_here():
    assert set(load_json(shipped_file("articles/line_kinds.json"))["kinds"]) <= {kind for _, kind in LINES}


def test_dates_alone_are_dates():
    assert is_date("Friday, Feb. 20, 2026 | 6:55 p.m. ET")
    assert not is_date("Budget 2026")


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, (lines, _) in VARIANTS.items() for line in lines])
def test_a_kind_is_known_in_its_variants(kind, line):
    assert line_kind(line) == kind


@pytest.mark.parametrize("line", [line for _, lines in VARIANTS.values() for line in lines])
def test_a_story_may_use_the_same_words(line):
    assert line_kind(line) == ""


def test_every_kind_has_six_variants_and_six_lines_that_only_look_like_it():
    assert all(min(len(lines), len(others)) >= 6 for lines, others in VARIANTS.values())


def test_many_lines_at_once_have_the_kinds_that_they_have_alone():
    lines = [line for line, _ in LINES]
    assert line_kinds(lines) == [kind for _, kind in LINES]
    assert line_kinds([]) == []
