"""From the author's files, and the tables that a page shows, to the model."""
