"""Each of the 33 rows of the article, and every report, done through the API on a small city of its own and counted by
hand. What is done stands in the modules `rows_…`; how it is read in `counted_city`.
"""

import pytest
from counted_city import CountedCity, play
from rows_demands import ROWS as DEMANDS
from rows_improvement import ROWS as IMPROVEMENT
from rows_party import ROWS as PARTY
from rows_registers import REGISTERS
from rows_system import ROWS as SYSTEM

ROWS = PARTY | DEMANDS | IMPROVEMENT | SYSTEM
# What each case has counted, by its name or its row.
COUNTED = {}


@pytest.fixture(scope="module")
def open_city(module_server, stubs):
    """Opens a city of Shandong by the second half of its code."""
    with module_server.channel() as channel:
        yield lambda number: CountedCity(stubs, channel, f"37{number:02d}")


@pytest.mark.parametrize("row", sorted(ROWS))
def test_the_figures_of_a_row_move_as_counted(row, open_city):
    """Row 8 is played in Jining (370800), whose rule it is."""
    city = open_city(row)
    COUNTED[row] = seen = play(ROWS[row], city)
    lines = {line.key for line in city.board({"year": 2026, "month": 1, "day": 31}) if line.row == row}
    assert lines <= seen.keys(), "the scoreboard has lines for the row that the case does not count"
    assert not [key for key in lines if len(set(seen[key])) == 1], "figures that never moved"


@pytest.mark.parametrize("name", sorted(REGISTERS))
def test_the_figures_of_a_register_are_as_counted(name, open_city):
    COUNTED[name] = play(REGISTERS[name], open_city(40 + sorted(REGISTERS).index(name)))


def test_every_row_is_there():
    assert sorted(ROWS) == list(range(1, 34))


def test_every_report_is_counted(open_city):
    """With a figure that is more than nothing, and one of a county, which is an ancestor of where the records are."""
    if COUNTED.keys() != ROWS.keys() | REGISTERS.keys():
        pytest.skip("counts on all cases having run")
    reports = open_city(90).call("ListReports", parent="cities/379000", page_size=1000).reports
    names = {report.name.rsplit("/", 1)[1] for report in reports}
    figures = {key for seen in COUNTED.values() for key, values in seen.items() if any(map(any_, values))}
    counted = {key.split("/")[0] for key in figures if "/" in key}
    rolled_up = {key.split("/")[0] for key in figures if key.endswith("@county-1")}
    assert names == counted and counted - rolled_up == OF_THE_CITY


# Recorded at the city: no county has any.
OF_THE_CITY = {"indicators", "policies", "programmes"}


def any_(value):
    """Whether a figure is more than nothing."""
    return value[0] if isinstance(value, tuple) else value
