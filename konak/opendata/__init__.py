"""What is published, for machines: feeds, JSON, Akoma Ntoso; the same things and no more than on the pages."""
