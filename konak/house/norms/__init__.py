"""The law's numbers on screen, and the town's deviations from what is shipped.

The kernel keeps the norms, but knows no journal; so the one deed on them stands here.
"""
