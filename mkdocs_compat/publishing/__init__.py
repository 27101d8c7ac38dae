"""What leaves the house: `compat.json`, the HTML of the elements, and reports of findings."""
