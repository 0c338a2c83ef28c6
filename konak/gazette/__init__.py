"""Службен гласник: the town's acts put together in issues, in both languages, and published."""
