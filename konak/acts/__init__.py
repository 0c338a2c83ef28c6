"""Acts of the council and the mayor: drafts, opinions, texts, originals, promulgation, texts in force."""
