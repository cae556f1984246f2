"""What axe-core finds on a page that would stand gravely in somebody's way."""

from axe_playwright_python.sync_playwright import Axe

GRAVE = ("serious", "critical")
WIDTHS = (1280, 390)
HEIGHT = 860
UNFOLD = "document.querySelectorAll('details').forEach(d => { d.open = true })"
RUN = "axe.run({resultTypes: ['violations']}).then(found => found.violations)"
SCRIPT = Axe().axe_script


def grave(page):
    """The serious and critical violations of the page as it stands: `(rule, impact, the first elements)`."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    found = [v for v in page.evaluate(RUN) if v["impact"] in GRAVE]
    return [(v["id"], v["impact"], [node["html"][:160] for node in v["nodes"][:3]]) for v in found]


def check(page, where, widths=WIDTHS):
    """No grave violation at any of these widths, with everything unfolded, and nothing beyond the edge; the last width stays."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.evaluate(UNFOLD)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (where, width)
        assert not (found := grave(page)), (where, width, found)
