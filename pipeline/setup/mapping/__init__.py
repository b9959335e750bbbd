"""What an unknown extract holds: which of its columns is which, and which team is which.

opening      the file as it stands: header row, columns
clues        the names and words by which a column of ours may be known
values       what the cells of a column look like, without keeping any
matching     how a header is like a column of ours
columns      a header for each column of ours, with how sure that is and why
teams        the file's team names against config's
words        localities and end reasons
showing      which values may be shown: the names of places and of reasons, never a child's
national     formats that need no mapping
order        whether starts come before ends
look         all of it together
writing      what was confirmed, into the settings
"""
