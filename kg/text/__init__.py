"""Text as rules see it: ``view`` gives the normalised and folded copies of raw characters, with the way back to them.

Besides: what is found alike everywhere (amounts, dates, names, numbers), what belongs to the page and not to the text
(``wrapping``, ``pages``, ``running``, ``stamps``), letters that OCR took for figures (``misread``), and cues: patterns
that are run where words that they need stand (``cues``).
"""
