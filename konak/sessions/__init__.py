"""The Council and its committees at work: convening, presence, votes, conclusions, minutes."""
