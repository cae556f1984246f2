"""The one place that keeps a second of idle work out of every process that reads notebooks.

jsonschema[format-nongpl] brings rfc3987_syntax, whose import builds a large Earley grammar: 1.0 to 1.2 s in every
process that imports nbformat. It serves only the JSON Schema format "iri", which no Jupyter schema needs, and
jsonschema itself suppresses the ImportError.
"""

import sys


def skip_iri_grammar():
    """Make `import rfc3987_syntax` fail from now on, unless it has already been imported. Call before nbformat."""
    sys.modules.setdefault("rfc3987_syntax", None)
