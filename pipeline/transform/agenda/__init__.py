"""The agendas of the teams' Improvement Cycle Meetings: which case is discussed, and why."""

from pipeline.transform.agenda.cases import team_agendas
from pipeline.transform.agenda.counts import agenda_figures
from pipeline.transform.agenda.grouping import Grouping, Standing, grouping

__all__ = ["Grouping", "Standing", "agenda_figures", "grouping", "team_agendas"]
