"""How a document is laid out: heading marks, the series they form, numbers, titles, items."""
