"""A conference folder whose texts are as long, as foreign and as broken as they come."""

import csv

LONG_NAME = "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff-Rhoshandiatellyneshiaunneveshenk Kolokotronis"
HARD_PAPERS = [
    ("many", "Sixty authors write one paper", "|".join(f"Ada Author {number}" for number in range(60)), "", "collaboration"),
    ("arabic", "الترجمة الآلية للغات قليلة الموارد: دراسة في نقل المعرفة", "محمد عبد الله|Wei Zhang", "نقيس الدقة $p < 0.05$ على BLEU.", "ترجمة"),
    ("hebrew", "למידה עמוקה של מבנה תחבירי בעברית מודרנית", "יעל כהן|דוד לוי", "מאמר זה מציג שיטה (parsing) בעברית.", "תחביר"),
    ("long", "Supercalifragilisticexpialidocious" * 6, LONG_NAME, "Short.", "averyverylongkeyword" * 5),
    ("broken", r"Broken $\frac{1$ and $\href{javascript:1}{x}$, whole $\alpha_i$", "Ada Lovelace", r"$$\unknown$$, $5 and $6.", "theory"),
]
TALKS = {"many": "https://slideslive.com/38926698"}
HARD_PAGES = ["/", "/schedule", "/papers", "/sessions", "/keynotes", "/workshops", "/plan", "/sponsors", "/search?q=Zhang", "/help"] + [
    f"/papers/{paper[0]}" for paper in HARD_PAPERS
]


def write_hard_conference(folder):
    (folder / "conference.yml").write_text("id: hard\nname: The Forty-Third International Conference on Right-to-Left and Long-Titled Things\n")
    with open(folder / "papers.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "title", "authors", "abstract", "keywords", "video"])
        table.writerows([*paper, TALKS.get(paper[0], "")] for paper in HARD_PAPERS)
