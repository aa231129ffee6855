"""Every number of a table leads to as many passages as it says, and nothing in a page runs or is fetched."""

import re
import shutil

import lxml.html
import pandas as pd
import pytest
from passages_held import all_listed, articles, held, listed_at

from analysis.report.claims import choose_claims
from analysis.report.page import write_page


def page(report, name):
    return lxml.html.fromstring((report / name).read_text(encoding="utf-8"))


def pages(report):
    return sorted(report.rglob("*.html"))


def test_every_number_that_is_a_link_leads_to_as_many_passages(hostile_report):
    linked = 0
    for table in sorted((hostile_report / "tables").glob("*.html")):
        for link in page(hostile_report, table.relative_to(hostile_report)).xpath("//tbody//a"):
            _, places = listed_at(hostile_report, link.get("href"))
            assert len(places) == len(set(places)) == int(link.text), (table.name, link.get("href"))
            linked += 1
    assert linked > 15


def test_places_that_fill_a_file_go_on_in_the_next(hostile_run, hostile_report, made_of, tmp_path, monkeypatch):
    again = tmp_path / "report"
    shutil.copytree(hostile_report, again)
    shutil.rmtree(again / "passages")
    monkeypatch.setattr("analysis.report.passage_files.FILE_CHARS", 2000)
    write_page(hostile_run, again, made_of=made_of)
    assert len(list((again / "passages").iterdir())) > 2 * len(list((hostile_report / "passages").iterdir()))
    assert articles(again) == articles(hostile_report)
    table = "04-4-speakers"
    assert all_listed(again, table) == all_listed(hostile_report, table)


def test_a_table_of_many_rows_has_pages_and_passages_lead_back_to_the_right_one(
    hostile_run, hostile_report, made_of, tmp_path, monkeypatch
):
    again = tmp_path / "report"
    shutil.copytree(hostile_report, again)
    for module in ("chart_tables", "evidence", "passage_files"):
        monkeypatch.setattr(f"analysis.report.{module}.PAGE_ROWS", 3)
    write_page(hostile_run, again, made_of=made_of)
    whole = page(hostile_report, "tables/02-3-words.html").xpath("//tbody/tr/@id")
    parts = [page(again, f"tables/02-3-words{end}.html") for end in ("", "-2")]
    assert [len(part.xpath("//tbody/tr")) for part in parts] == [3, 1]
    assert [row for part in parts for row in part.xpath("//tbody/tr/@id")] == whole
    assert [part.xpath("//nav//a/@href") for part in parts] == [
        ["../tables/02-3-words-2.html"],
        ["../tables/02-3-words.html"],
    ]
    assert '"rows":3' in (again / "passages.html").read_text(encoding="utf-8")
    numbers = page(again, "index.html").xpath('//h3//a[@class="number"]/@href')
    assert numbers
    for link in numbers:
        file, _, anchor = link.partition("#")
        assert page(again, file).xpath(f'//tr[@id="{anchor}"]'), link


def test_places_are_where_the_word_stands_in_the_articles_of_the_outlet(hostile_report):
    known, found = articles(hostile_report), []
    for heading, places in held(hostile_report, "02-3-words-1")["sections"].values():
        outlet, term = heading.rsplit(" · ", 1)
        assert {known[number]["outlet"] for number, *_ in places} == {outlet}
        assert {known[number]["text"][start:end] for number, start, end in places} == {term}
        found.append((outlet[:4], term, len(places)))
    # "A raid came at dawn" and "Another raid" in each of 40 articles of two outlets.
    assert sorted(found) == [("Post", "dawn", 40), ("Post", "raid", 80), ("Star", "dawn", 40), ("Star", "raid", 80)]


def test_every_counted_row_of_a_chart_is_a_link(hostile_report):
    data = pd.read_csv(hostile_report / "figures" / "04-1-sourcing-by-outlet.csv")
    rows = page(hostile_report, "tables/04-1-sourcing-by-outlet.html").xpath("//tbody/tr")
    assert [len(row.xpath(".//a")) for row in rows] == [int(n > 0) for n in data["n"]]


def test_every_number_of_a_finding_leads_to_the_row_that_has_it(hostile_report):
    links = page(hostile_report, "index.html").xpath('//h3//a[@class="number"]')
    assert links
    for link in links:
        file, _, anchor = link.get("href").partition("#")
        [row] = page(hostile_report, file).xpath(f'//tr[@id="{anchor}"]')
        shares = [f"{float(cell.rstrip('%')):.0f}%" for cell in row.xpath("./td/text()") if cell.endswith("%")]
        assert link.text in shares or not link.text.endswith("%")


def test_every_link_leads_somewhere(hostile_report):
    known = {path: page(hostile_report, path.relative_to(hostile_report)) for path in pages(hostile_report)}
    for path, tree in known.items():
        for href in tree.xpath("//a/@href"):
            file, _, anchor = href.partition("#")
            target = (path.parent / file).resolve() if file else path
            assert target.is_file(), href
            if target.name == "passages.html" and "/" in anchor:
                assert listed_at(hostile_report, f"passages.html#{anchor}")[1]
            else:
                assert not anchor or target.suffix != ".html" or known[target].xpath(f'//*[@id="{anchor}"]'), href


def test_a_page_begins_with_findings_that_hold_each_with_chart_and_passages(hostile_report):
    tree = page(hostile_report, "index.html")
    headings = [heading.text_content() for heading in tree.xpath("//h2")]
    assert headings == ["Findings", "What could not be told", "What was compared", "All charts, by question",
                        "Method and limits", "Data"]  # fmt: skip
    sections = tree.xpath('//section[@class="finding"]')
    assert 1 <= len(sections) <= 7  # two outlets and two kinds are one claim
    for section in sections:
        assert section.xpath(".//img/@alt")
        assert 2 <= len(section.xpath(".//li")) <= 3
        assert section.xpath(".//blockquote//mark") and section.xpath(".//blockquote//*[@class='source']")


def test_a_finding_that_holds_has_a_chart_of_its_own_that_says_the_sentence(hostile_report):
    sections = page(hostile_report, "index.html").xpath(
        '//section[@class="finding"][.//img[contains(@src, "finding-")]]'
    )
    assert sections
    for number, section in enumerate(sections, 1):
        first, *_ = section.xpath(".//img")
        assert first.get("src") == f"figures/finding-{number}.svg"
        assert section.xpath("string(h3)").rstrip(".") in first.get("alt")


def test_a_claim_whose_chart_could_not_be_made_stands_without_it(
    hostile_run, hostile_report, made_of, tmp_path, monkeypatch
):
    again = tmp_path / "report"
    shutil.copytree(hostile_report, again)

    def first_without_chart(*given):
        first, *others = choose_claims(*given)
        return [first._replace(comparison="02-9-of-a-notebook-that-failed", table="findings"), first, *others]

    monkeypatch.setattr("analysis.report.page.choose_claims", first_without_chart)
    write_page(hostile_run, again, made_of=made_of)
    before, after = page(hostile_report, "index.html"), page(again, "index.html")
    count = {
        name: f"count(//section[@class='finding']{inside})" for name, inside in (("findings", ""), ("charts", "//img"))
    }
    assert after.xpath(count["findings"]) == before.xpath(count["findings"]) + 1
    assert after.xpath(count["charts"]) == before.xpath(count["charts"]) > 0


@pytest.mark.parametrize("planted", ["<script>window", "<img src=x", 'href="javascript', ">49<"])
def test_hostile_text_stays_text(hostile_report, planted):
    for path in pages(hostile_report):
        assert planted not in path.read_text(encoding="utf-8"), path


def test_every_page_has_a_policy_that_allows_only_its_own_scripts(hostile_report):
    for path in pages(hostile_report):
        [policy] = page(hostile_report, path.relative_to(hostile_report)).xpath("//meta[@http-equiv]/@content")
        assert policy.startswith("default-src 'none'; base-uri 'none'; form-action 'none'")
        scripts = re.search(r"script-src (.*)", policy).group(1)
        assert ("strict-dynamic" in scripts) == (path.name == "passages.html")  # it reads the files of the passages
        assert re.fullmatch(r"'none'|'sha256-[\w+/=]+'( 'strict-dynamic')?", scripts), path
