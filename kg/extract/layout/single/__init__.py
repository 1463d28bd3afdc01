"""The number and the title of an act that stands alone on its page: labels first, then places, each with its rule."""
