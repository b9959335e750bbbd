"""The wording of the settings files; `{...}` is filled in by whoever writes an authority's."""

from typing import Final

AUTHORITY_TOP: Final = """\
# Who we are: the authority, its localities, its teams, and who is expected at the check-ins.
#
# A line that begins with # is a note for people. Indents matter: keep them as they are.
# Only "authority" and "localities" (with their teams) have to be here. A name that is left out
# leaves an empty line to write on in the minutes; nothing breaks.

authority:
  name: {name}
  # The three-digit number that DfE knows the authority by. In quotes, or a leading 0 gets lost.
  code: "{code}"

# People expected beyond the teams.
people:
  # Chairs the OLT check-in and has the insights in advance.
  assistant_director: {director}
  # Prepare the packs and share the screen.
  performance_officers: {officers}
  # Write the minutes.
  business_services: {business}

# Localities and teams stand in the packs in the order in which they stand here.
# A team's name must be the one that the case system and the tracker's folder use. Where the case
# system has another spelling or a former name, list it under aliases; "until" is the last day on
# which the former name was used. A team that isn't listed is not lost: its plans count for the
# authority under "Not known", and the data quality page asks for an alias.
localities:"""

MEETINGS: Final = """\
# When the check-ins are. "cinpack due" and "cinpack run --due" go by this calendar.
#
# A meeting has a rule in words ("second Tuesday", "last Thursday"), listed dates, or both: then the
# listed dates win. Without either, each pack says the as-at date instead of a meeting's.

meetings:
  # How many working days before its meeting a pack is to be there. Left out: 5.
  pack_due_working_days_before: 5

  # The Operational Leadership Team's CIN check-in.
  olt:
    {olt}

  # The CIN check-in of every locality that has none of its own below.
  locality:
    {locality}

  # Localities that meet on other days.
  localities:
{localities}

# Working days count from Monday to Friday, less the bank holidays of the division (ENG, WLS, SCT or
# NIR; left out: ENG) and the authority's own closing days. Sign-off targets go by them.
bank_holidays:
  division: ENG
  closures:
{closures}
"""

THRESHOLDS: Final = """\
# The numbers in the definitions of the figures. Each has the value that it has when left out:
# change one here, and it changes in every pack at once. The packs print the values they used.

thresholds:
  # A plan is out of timescale from this age on (calendar months), unless it is exempt.
  out_of_timescale_months: 9

  # Managers review a plan from this age on.
  review_point_months: 6

  # Where one age band ends and the next begins, in months: 0-3, 3-6, ... and 24 or more.
  age_bands_months: [3, 6, 9, 12, 24]

  # Versions of a plan with no more than this many days between them are one plan.
  merge_gap_days: 7

  # A plan this young need not be on the team's tracker yet.
  new_plan_days: 7

  # "Weeks, not months": an action due later than this many days ahead is too far away.
  action_within_days: 42

  # A team's agenda takes up an action that is due within this many days.
  action_due_soon_days: 7

  # A case with a barrier is a particular challenge when its action has stood for this many days,
  action_unchanged_days: 21

  # or its stage for this many.
  stage_unchanged_days: 42

  # A plan is written up in time within this many working days of the CIN meeting (that day is 0).
  written_within_working_days: 2

  # A plan is sent promptly within this many working days of its sign-off (that day is 0).
  sent_within_working_days: 1

  # Closing sooner than this many months after a child protection plan ended brings up a question.
  after_cp_plan_months: 3

# How far apart visits and reviews may be (20 working days, 28 days, 4 weeks, 6 months). There is no
# national interval, so none is assumed: left out, overdue visits are not supplied, and reviews are
# overdue by their planned date alone.
#
# intervals:
#   visit: 20 working days
#   review: 6 months

# How long the rows of children that a run read (outputs/restricted) are kept. Left out, they stay.
# `cinpack history --retention` lists what is older; with --remove it goes. The figures stay.
#
# history:
#   keep_child_level_months: 13
"""

WORDS: Final = """\
# Our own words for things. The pipeline compares without regard to capitals and extra spaces.

words:
  # What a plan is called in print ("Family Help plan"?). Left out: CIN plan.
  plan: CIN plan

  # What each "Plan End Reason" of the case system means. There are five outcomes: closed, stepped
  # down, escalated, transferred, not known. A reason that isn't listed counts as "not known", and
  # the data quality page names it. DfE's codes RC1 to RC9 are known without being listed.
  outcomes:
{outcomes}

  # Other words in trackers for the four stages. A word that isn't listed counts as "Not
  # recognised": the row stays in, under that name.
  stages:
{stages}

  # Case statuses of Ofsted's Annex A (List 6) in our own words. Only rows of children on a CIN plan
  # count. Ofsted's words ("c) Child in need plan") and their usual short forms are known without
  # being listed. Rows with a status that isn't understood are set aside, and the data quality page
  # names it.
  statuses:
{statuses}

  # The main barriers that the packs count, each with other words for it. A barrier that isn't
  # listed counts as "Other". Left out: a list of common barriers, without other words for them.
  barriers:
{barriers}

  # Other words by which an agreed action is taken to be about a figure that it should move. The
  # usual ones are known without being listed, and the drop-down in the minutes corrects a proposal.
  # figures:
  #   plans not sent: [post out, hand over]
"""

HEADERS_NOTE: Final = """\
# Other headers under which a column may stand in our files. Capitals, spaces and punctuation make no
# difference, and the usual headers are known without being listed. A column that is not found
# shows as "not supplied" in the packs. Without a column that is needed the file can't be read, and
# the message says which one it is.

"""
HEADERS: Final = (
    HEADERS_NOTE
    + """\
headers:
  # The case extract.
  case_extract:
{case_extract}

  # Ofsted's Annex A, List 6: its own headers are known.
  annex_a:
    # status: [Case Type]

  # The trackers.
  tracker:
{tracker}
"""
)

EXTRACTS: Final = """\
# What the case extract covers.

extracts:
  # The first day of which the extract knows every plan that has finished. Series begin there; months
  # before it are "not supplied". Left out: the first full month after the earliest finished plan.
  {covers_from}
"""

COMPARISONS: Final = """\
# Published figures to compare with, each with what it counts and where it comes from. They stand
# beside ours in the OLT briefing, labelled with these words. Left out: no comparison is shown.
#
# Mind the difference: DfE's durations are of episodes of need, most of which have no CIN plan.

published_figures:
  - label: England, 31 March 2024
    counts: Episodes of need open on the day, with and without a CIN plan
    source: DfE, Children in need, 2024 release
    # Shares of 1 by how long the episode has been open; rounded, so they may not add up to 1.
    shares: {"up to 3m": 0.261, "3-6m": 0.105, "6m-1y": 0.135, "1-2y": 0.145, "2y+": 0.355}
"""

VARIATION: Final = """\
# What is usual from month to month. The packs draw limits around starts, finishes and open plans, and
# mark what goes beyond ordinary variation.

variation:
  # Limits are calculated anew only after a lasting change whose cause is known. The charts print the
  # cause, and new limits begin with the month that holds the day. Without "localities" the change
  # touched the whole authority. Never use this to make a signal go away.
  recalculate: []
  # recalculate:
  #   - since: 01/09/2026
  #     cause: Two teams became one
  #     localities: [North Dale]
"""

BRANDING: Final = """\
# How the documents are marked and coloured, and which are made.

branding:
  # Printed on every page. Left out: OFFICIAL-SENSITIVE.
  classification: OFFICIAL-SENSITIVE

  # The colour of headings and charts, as #RRGGBB. Choose a dark one: white text stands on it.
  # Left out: this dark blue.
  colour: "#12436D"

  # Our logo at the top of every document: a PNG file beside this one. Left out: none.
  # logo: logo.png

  # A Word document with our own styles, header and footer: a copy of
  # report_templates/house/base.docx, changed in Word, beside this file. Left out: the house's.
  # reference: our-styles.docx

# Which packs a run makes, by name. Left out, as here: all of them.
# packs: [check-in-minutes, olt-briefing]
"""

CIRCULATION: Final = """\
# Who gets which papers. For each list a run writes an e-mail draft to emails/ with the papers
# attached; nothing is ever sent. Left out: no drafts.
#
# "gets" is one of these. A list gets the papers made for that audience and no others. Children are
# named (by ID) in a team's own papers alone.
#   assistant director  the OLT briefing, and the priorities sheet to mark and send back
#   OLT                 the briefing
#   business services   all check-in minutes (with a locality: its own); copy in those who chair
#   locality            its performance pack and effectiveness summary (name the locality)
#   reviewer            all effectiveness review forms (with a locality: its own)
#   team                its weekly agenda and tracker rows (name the team)

emails:
  # Addresses must end in one of these. Left out: any will do.
  {domains}

  lists:
{lists}
"""
