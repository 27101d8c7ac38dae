"""The layouts of tables that are read."""

from __future__ import annotations

from enum import Enum


class Layout(Enum):
    """What stands where in a table; the values are what authors write.

    - `rows`: versions of the subject down, a component in each column, its versions in the cells.
    - `matrix`: versions of the subject down, versions of another component across, marks in cells.
    - `transposed`: components down, versions of the subject across, versions in the cells.
    - `long`: a component, its versions and what they are worth in each row.
    - `requirements`: components in each column and their versions, for all versions of the subject.
    - `releases`: a release with its dates in each row.
    - `list`: no table at all, but a list whose items name versions and what goes with them; never
      recognised, and declared under `lists`.
    """

    ROWS = "rows"
    MATRIX = "matrix"
    TRANSPOSED = "transposed"
    LONG = "long"
    REQUIREMENTS = "requirements"
    RELEASES = "releases"
    LIST = "list"


# What authors may say of tables.
LAYOUTS = tuple(layout.value for layout in Layout if layout is not Layout.LIST)
