"""The Standard Safeguarding Dataset: its tables, and what they tell of each plan."""
