### Words and sentences that reports, pages and drafts share.

## Several templates

semicolon = ;
colon = :
percent = { $n }%
common-conditions = Conditions
common-month = A month
common-level = Level
common-place = Place
term-secondary = secondary
term-yes = yes
term-no = no
term-insufficient = insufficient
term-year = a year
common-sources = Sources
common-skills-they-share = Skills they share
common-where-sources-disagree = Where sources disagree
common-no-source = no source
common-confidence = Confidence
common-legal-minimum = Legal minimum
common-from-median = From the median
common-fits-budget-too = Your budget also allows
common-employer-cost-year = Employer cost a year
common-what-would-change = What would change the answer
common-activity = Activity
common-share = Share
common-none = None.
common-rules = The rules
common-what-should-make-wary = Warning signs
common-mend-before-publishing = Fix before publishing
common-nothing-mend = Nothing to fix
common-what-job-really = What the job really is
common-error-within = error
common-warning = warning
common-notice = notice
common-signal = signal
