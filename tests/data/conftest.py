"""What the tests of the tables share."""

import pytest
from workshop import Workshop


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    """The tables of this checkout, copied, to be damaged one file at a time."""
    return Workshop(tmp_path_factory.mktemp("workshop"))
