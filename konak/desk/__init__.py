"""The desk: where everybody of the office begins the day, finds anything, and reads his notices."""
