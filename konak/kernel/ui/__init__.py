"""The face of every page: base templates, parts with declared names, forms, lists and links.

A room takes `forms`, `views`, `links`, `navigation` and `frame` from here; templates `{% load konak %}`.
"""
