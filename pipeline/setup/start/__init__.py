"""Starts an authority from an extract: its settings, its folders, a tracker for each team.

organisation   the teams and localities that the extract names
settings       the files of `config/`, each setting with a note on what it does
used_rows      the rows that a run would use
open_plans     the plans of each team that are open, as a run would see them
tracker        a team's workbook: the table of cases
summary        its sheet of counts, live and with the values they have now
other_sheets   its sheets of lists and of how to use it
authority      all of it together
placing        where it goes: nothing that is there is replaced
"""
