"""An executed notebook as one self-contained HTML file, by a template of our own."""

from functools import cache
from pathlib import Path

from rightdoor import lean

TEMPLATES = Path(__file__).parent / "template"


def html(notebook, title, lang):
    """The HTML of an executed notebook: its outputs in their order, without code, scripts or outside references."""
    text, _ = _exporter().from_notebook_node(notebook, resources={"report": {"title": title, "lang": lang}})
    return text


@cache
def _exporter():
    """One exporter for a process: making it costs more than a report."""
    lean.skip_iri_grammar()
    from nbconvert.exporters import HTMLExporter, TemplateExporter

    class Exporter(HTMLExporter):
        """Without the parsing and writing anew of the finished page by which HTMLExporter adds texts for pictures:
        ours have theirs. It takes two thirds of the time of an export."""

        def from_notebook_node(self, nb, resources=None, **_):
            return TemplateExporter.from_notebook_node(self, nb, resources)

        def _preprocess(self, nb, resources):
            """With no preprocessor there is nothing to copy and check the notebook for."""
            return nb, resources

    # the preprocessors are for what these notebooks do not have: code to colour, cells to remove, LaTeX
    return Exporter(template_name="rightdoor", extra_template_basedirs=[str(TEMPLATES)], default_preprocessors=[])
