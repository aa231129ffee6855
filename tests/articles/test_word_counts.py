"""Words are counted in writing with blanks and without; articles in both are read."""

import json
from pathlib import Path

import pytest

from analysis.articles.word_counts import count_words
from analysis.corpus import read_articles

CHINESE = "马洛市议会周二投票决定关闭渡轮码头八个月，以便更换桩基。"
JAPANESE = "マーロウ市議会は火曜日、杭の交換のためフェリー乗り場を八か月間閉鎖することを可決した。"
THAI = "สภาเมืองมาร์โลว์ลงมติเมื่อวันอังคารให้ปิดท่าเรือเฟอร์รีเป็นเวลาแปดเดือนเพื่อเปลี่ยนเสาเข็มใต้ท่าเรือหลัก"
KHMER = "ក្រុមប្រឹក្សាក្រុងបានបោះឆ្នោតនៅថ្ងៃអង្គារដើម្បីបិទចំណតសាឡាងរយៈពេលប្រាំបីខែ"


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Rain fell on the café – again.", 7),  # as white space parts it: the dash counts, as it always has
        (CHINESE, 26),  # 28 characters, two of them marks
        ("the 雨 fell", 3),
        ("สภาเมือง", 2),  # 8 letters of Thai
        ("", 0),
    ],
)
def test_words_are_counted(text, n):
    assert count_words(text) == n


@pytest.mark.parametrize("text", [CHINESE, JAPANESE, THAI, KHMER])
@pytest.mark.parametrize("name", ["a.json", "a.txt", "a.csv"])
def test_articles_in_writing_without_blanks_are_read(tmp_path: Path, text: str, name: str):
    paragraphs = "\n\n".join([text, text[::-1]])
    if name == "a.json":
        content = json.dumps([{"title": "x", "text": paragraphs, "outlet": "The Ledger"}])
    elif name == "a.csv":
        content = f'title,text,outlet\nx,"{paragraphs}",The Ledger\n'
    else:
        content = f"{text[:8]}\n\n{paragraphs}"
    (tmp_path / name).write_text(content, encoding="utf-8")
    articles, rejects = read_articles([tmp_path / name])
    assert len(articles) == 1 and rejects.empty
    assert text in articles.loc[0, "text"] and articles.loc[0, "n_words"] >= 20
