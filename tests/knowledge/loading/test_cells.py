"""Cells that a spreadsheet would run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.loading.cells import as_text, is_formula


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        '=HYPERLINK("x")',
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-cmd",
        "+1+cmd",
        "-2+3+cmd",
        "\t=1",
        "\rx",
        " =1",
        "\n=1",
        "＝1",
        "＠x",
        "＋x",
    ],
)
def test_a_formula_is_known(cell):
    """What begins as a formula does is known as one, behind white space and in wide characters too."""
    assert is_formula(cell)
    assert as_text(cell) == "'" + cell


@pytest.mark.parametrize(
    "cell",
    ["", "Kent", "a=b", "+44 (0)20 7946 0958", "-1.5", "0800 1111", "'quoted", "x@y.example", "–dash", "2025-11"],
)
def test_an_honest_cell_stays(cell):
    """Names, dates, numbers, telephone numbers and e-mail addresses are no formulas."""
    assert as_text(cell) == cell


@given(st.text(alphabet="=+-@\t\r\n 1a(＝＠+－'\x00", max_size=8))
def test_nothing_written_can_be_run(cell):
    """Whatever a cell holds, what is written for it is no formula, and the words are still there."""
    written = as_text(cell)
    assert not is_formula(written)
    assert written.endswith(cell)
