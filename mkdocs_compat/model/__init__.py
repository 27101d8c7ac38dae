"""The model of what a site says: components, tables, verdicts. Frozen data, no behaviour."""
