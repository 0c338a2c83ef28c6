"""The public house: acts, sessions and the gazette for every citizen, in each language, without signing in."""
