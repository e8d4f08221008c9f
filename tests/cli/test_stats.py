"""stats: on the terminal, as JSON, and as a page that is looked at in a browser."""

import html
import html.parser
import re
import shutil
import subprocess

import pytest
from conftest import width

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def test_on_the_terminal(crm):
    text = crm("stats", "crm.db").out
    assert re.search(r"^Customers +5 ", text, re.M)
    assert re.search(r"^Open opportunities +1 +¥120k", text, re.M)
    for title in ("Customers by region", "Customers by industry", "Customers by tier", "Customers by owner", "Pipeline", "New customers by month"):
        assert title in text, title
    tier = text.split("Customers by tier")[1].split("\n\n")[0].splitlines()[1:]
    counts = {re.match(r"  (\S+)", line)[1]: (line.count("█"), int(re.search(r"(\d+) +\d", line)[1])) for line in tier}
    assert {label: count for label, (_, count) in counts.items()} == {"A": 3, "B": 1, "C": 1}
    assert counts["A"][0] >= 3 * counts["B"][0] - 2 > 0


@pytest.mark.parametrize("columns", [50, 60, 80, 120])
def test_bars_keep_to_the_screen_and_line_up(crm, columns):
    for block in crm("stats", "crm.db", columns=columns, lang="zh").out.strip().split("\n\n"):
        assert max(width(line) for line in block.splitlines()) <= columns
        ends = {width(line) for line in block.splitlines()[1:] if "█" in line and "%" in line}
        assert len(ends) <= 1


def test_as_json(crm):
    stats = crm("stats", "crm.db", "--json").json
    assert stats["figures"]["accounts"]["value"] == 5
    assert {v["code"]: v["count"] for v in stats["charts"]["tier"]["values"]} == {"A": 3, "B": 1, "C": 1}
    assert [v["code"] for v in stats["charts"]["pipeline"]["values"]] == ["proposal", "won"]
    assert stats["charts"]["pipeline"]["values"][1]["sums"] == ["80000.50 CNY"]
    assert sum(month["value"] for month in stats["months"]["growth"]["values"]) == 5
    assert {v["label"]: v["count"] for v in stats["charts"]["department"]["values"]}["Sales"] >= 2


def test_of_an_empty_store(guanxi):
    guanxi("init", "crm.db", "--admin", "admin")
    assert "Nothing yet." in guanxi("stats", "crm.db").out
    assert "暂无数据。" in guanxi("stats", "crm.db", lang="zh").out
    guanxi("stats", "crm.db", "--html", "page.html")
    assert "guanxi import crm.db customers.csv" in (guanxi.folder / "page.html").read_text()


class Reader(html.parser.HTMLParser):
    """Checks that tags nest, and keeps what a page refers to."""

    VOID = {"meta"}

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.text = [], set(), ""

    def handle_starttag(self, tag, attributes):
        self.seen.add(tag)
        for name, value in attributes:
            assert name not in ("src", "href", "xlink:href"), (tag, name, value)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.seen.add(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, tag

    def handle_data(self, data):
        self.text += data


@pytest.fixture
def page(crm):
    def write(lang):
        crm("add", "crm.db", "account", "name=<b>Sample</b> & Sons", "province=<script>alert(1)</script> Nordrhein-Westfalen und noch viel weiter")
        said = crm("stats", "crm.db", "--html", "page.html", lang=lang)
        assert "page.html" in said.out
        return (crm.folder / "page.html").read_text("utf-8")
    return write


@pytest.mark.parametrize("lang, title", [("en", "Customers at a glance"), ("zh", "客户概览")])
def test_the_page_stands_alone(page, lang, title):
    text = page(lang)
    reader = Reader()
    reader.feed(text)
    assert reader.open == []
    assert "script" not in reader.seen and "link" not in reader.seen and "img" not in reader.seen
    assert "svg" in reader.seen
    assert not re.search(r"url\(|@import|https?:", text)
    assert "prefers-color-scheme:dark" in text and 'name="viewport"' in text
    assert title in reader.text and "<script>alert(1)</script>" in reader.text


HARNESS = """<!doctype html><meta charset="utf-8"><body style="margin:0">
<iframe width="{width}" height="900" style="border:0" srcdoc="{page}"></iframe>
<script>
const frame = document.querySelector("iframe");
function inside(inner, outer) {{ return inner.left >= outer.left - 1 && inner.right <= outer.right + 1; }}
function cross(a, b) {{ return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1; }}
frame.onload = () => {{
  const view = frame.contentDocument, root = view.documentElement, faults = [];
  if (root.scrollWidth > {width}) faults.push("wider than the screen: " + root.scrollWidth);
  for (const card of view.querySelectorAll(".chart, .figures > div")) {{
    const outer = card.getBoundingClientRect();
    const words = [...card.querySelectorAll(".label, .value, h2, h2 small, .names span, .ticks span, dt, dd, b")];
    for (const word of words)
      if (!inside(word.getBoundingClientRect(), outer)) faults.push("outside its card: " + word.textContent);
    for (const one of words)
      for (const other of words)
        if (one !== other && !one.contains(other) && !other.contains(one) && cross(one.getBoundingClientRect(), other.getBoundingClientRect()))
          faults.push("on each other: " + one.textContent + " / " + other.textContent);
  }}
  document.body.dataset.looked = view.querySelectorAll(".chart").length;
  document.body.dataset.faults = faults.join("; ");
}};
</script>"""


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("screen", [390, 1280])
def test_the_page_fits_phone_and_desktop(page, tmp_path, lang, screen):
    (tmp_path / "look.html").write_text(HARNESS.format(width=screen, page=html.escape(page(lang), quote=True)))
    dom = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", f"--user-data-dir={tmp_path / 'profile'}",
         "--window-size=1400,1000", "--virtual-time-budget=5000", "--dump-dom", f"file://{tmp_path / 'look.html'}"],
        capture_output=True, timeout=240).stdout.decode()
    looked = re.search(r'data-looked="(\d+)"', dom)
    assert looked and int(looked[1]) >= 6, dom[:2000]
    assert re.search(r'data-faults="([^"]*)"', dom)[1] == ""
