"""Whom the article is about: names, the people that they name, and what stands for a person."""
