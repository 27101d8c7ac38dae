"""How tables are laid out: what stands in which row and column, and how it is read."""
