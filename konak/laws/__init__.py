"""The law watch: regulations we rest on, their changes, what they oblige us to, and what of the gazette was read."""
