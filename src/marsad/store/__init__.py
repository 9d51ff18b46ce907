"""A crisis kept in one folder: the ledger is the truth, the index is made from it and can be made again."""
