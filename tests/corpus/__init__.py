"""How much of real pages is read: `python -m tests.corpus FOLDER`."""
