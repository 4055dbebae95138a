### Words and sentences of the pages (`templates/web`).

## Several templates

common-error-lead = Error:
common-years-experience = years of experience
common-percent = %
common-print = Print
common-check-ad = Check an ad
common-whom-hire = Whom to hire
common-compare = Compare
common-check-offer = Check an offer
common-employer-cost = Employer cost
common-sources-method = Sources and method
common-method-limits = Method and limits
common-compare-roles = Compare the roles
common-what-salary-costs-employer = What a salary costs the employer
common-offer-line-market = Is this offer in line with the market?
common-whole-answer-its-sources = The whole answer, with its sources
common-start-again = Start again
common-see-answer = See the answer
common-what-market-pays = What the market pays
common-every-rule = Every rule

## web/_forms.html.j2

page-forms-there-problem = There is a problem
page-forms-secondary-useful-but-not-point = Secondary: useful, but not the point

## web/_offer_answer.html.j2

page-offer-answer-below-middle-half-market = below the middle half of the market
page-offer-answer-within-middle-half-market = within the middle half of the market
page-offer-answer-above-middle-half-market = above the middle half of the market
page-offer-answer-year-full-time-equivalent = a year, full-time equivalent
page-offer-answer-too-few-sources-place-offer = Too few sources to place the offer
page-offer-answer-aim-gross-year = to aim for, gross a year.
page-offer-answer-posts-pay-less = Posts that pay less
page-offer-answer-market-median = Market median
page-offer-answer-against-median-compa-ratio = Against the median (compa-ratio)
page-offer-answer-met = met
page-offer-answer-not-met = not met
page-offer-answer-band-derived-from-other-jobs = band derived from other jobs
page-offer-answer-band-pay-place-offer-not-known = The band is that of { $held }: pay at the place of the offer is not known apart.
page-offer-answer-offer-band = The offer on the band

## web/_offer_form.html.j2

page-offer-form-part-time-13th-month-variable-pay = Part time, 13th month, variable pay, benefits, another currency, agreement, another offer
page-offer-form-see-where-stands = See where it stands

## web/_parts.html.j2

page-parts-keep-answer = Keep this answer
page-parts-address-page-holds-answers-copy-share = The address of this page holds your answers: copy it to share them.
page-parts-link-fixes-day = Link that fixes the day
page-parts-same-answer-tomorrow = : the same answer tomorrow.
page-parts-copy-link = Copy the link
page-parts-link-copied = Link copied
page-parts-goal-quoted = “{ $g }”
page-parts-if-added = if you added
page-parts-if-dropped = if you dropped
page-parts-if-became-secondary = if this became secondary:
page-parts-if-became-primary = if this became primary:
page-parts-if-presence-were = if your presence were at: { $s }
page-parts-if-company-had = if the company had { $s }
page-parts-from-posts-week = from { $n } posts a week
page-parts-from-messages-week = from { $n } messages a week
page-parts-from-budget-year = from a budget of { $b } a year
page-parts-these-goals = { $n } of these goals:
page-parts-middle-market-known-within = The middle of the market is known within { $n }%: { $low } to { $high }.
page-parts-band-derived-from-other-jobs-no = A band derived from other jobs: no figure of this one is published for this country.
page-parts-employer-cost-not-known = The employer cost is not known for:
page-parts-no-band-known = No band is known for:

## web/audit.html.j2

page-audit-no-title-recognised = No title recognised
page-audit-nothing-grave-most-useful-changes = Nothing grave; the most useful changes
page-audit-quoted = “{ $t }”
page-audit-confidence = Confidence:
page-audit-other-professions = Other professions ({ $list })
page-audit-share-each-profession-tasks = Share of each profession in the tasks
page-audit-errors = Errors
page-audit-warnings = Warnings
page-audit-notices = Notices
page-audit-signals = Signals
page-audit-pay-beside-market = Pay beside the market
page-audit-text-passages-marked = The text, passages marked
page-audit-numbers-lead-findings-passages = Numbers lead to the findings; passages underlined without a number are the tasks recognised.
page-audit-eight-passages-underlined-each-task = Eight passages are underlined for each task at most.
page-audit-finding = Finding { $n }
page-audit-findings = The findings
page-audit-whole-ad = the whole ad
page-audit-more-findings-not-listed = { $n } more findings are not listed.
page-audit-correct-check-again = Correct and check again
page-audit-paste-ad-yours-somebody-elses-what = Paste an ad, yours or somebody else's: what the tasks really describe, what the law asks, words that put people off, pay beside the market.
page-audit-text-ad = The text of the ad
page-audit-file = Or a file
page-audit-text-markdown-html-docx-pdf-6 = Text, Markdown, HTML, DOCX or PDF, 6 MB at most. It is not kept.
page-audit-country-pay-law = The country is for pay and law.
page-audit-check = Check
page-audit-take-report-away = Take the report away
page-audit-html-report = HTML report

## web/base.html.j2

page-base-community-manager-social-media-manager = Community manager or social media manager: whom to hire, at what pay, with which job description. Every answer cites its rules and sources.
page-base-skip-content = Skip to the content
page-base-pages = Pages
page-base-pay = Pay
page-base-write-description = Write a description
page-base-answer = answer for
page-base-data = data
page-base-answers = Answers for
page-base-nothing-stored-answers-address-page = Nothing is stored: your answers are in the address of the page, or nowhere.
page-base-rules = Rules
page-base-api = API

## web/compare.html.j2

page-compare-community-manager-social-media-manager = Community manager or social media manager?
page-compare-row-row = Row by row
page-compare-comparison-roles = Comparison of the roles
page-compare-how-roles-differ = How the roles differ
page-compare-what-compared = What is compared
page-compare-typical-week = A typical week
page-compare-time = Time: { $r }
page-compare-time-split = Time split: { $r }
page-compare-drawing = Drawing
page-compare-where-no-source-says-how-time = Where no source says how the time is shared, nothing is shown.
page-compare-what-they-pay = What they pay
page-compare-show-content-manager-too = Show the content manager too
page-compare-pay-compared = Pay compared
page-compare-pay-level = Pay by level
page-compare-gross-yearly-full-time-pay = Gross yearly full-time pay
page-compare-gap = Gap
page-compare-too-few-sources = too few sources

## web/cost.html.j2

page-cost-year-contributions-included = With { $b } a year, contributions included
page-cost-gross-year = gross a year
page-cost-gross-costs-year-month-highest-budget = This gross costs { $c } a year, or { $m } a month: it is the highest that this budget allows.
page-cost-net-year-before-tax = For { $n } net a year, before tax
page-cost-employer-pays-year-month = The employer pays { $c } a year, or { $m } a month.
page-cost-for-gross-year = For { $g } gross a year
page-cost-month-times-gross-pay = or { $m } a month: { $r } times the gross pay.
page-cost-net-employer-contributions = Net employer contributions
page-cost-net-employee-before-tax = Net for the employee, before tax
page-cost-break-even-day-rate = Break-even day rate
page-cost-what-cost-made = What the cost is made of
page-cost-gross = Gross
page-cost-contributions = Contributions
page-cost-change-calculation = Change the calculation
page-cost-whoever-hires-total-cost-year-item = For whoever hires: the total cost of a year, item by item, beside an apprentice, a freelancer and an agency.
page-cost-part-time-executive-agreement-known = Part time, executive, agreement, known rates
page-cost-compare-freelancer-agency-apprentice = Compare with a freelancer, an agency, an apprentice
page-cost-compute = Compute

## web/draft.html.j2

page-draft-write-job-description = Write a job description
page-draft-choose-job-text-fills-everything-else = Choose the job: the text fills in. Everything else is optional; nothing is invented, what is missing is marked.
page-draft-see-text-take-away = See the text and take it away
page-draft-missing = missing: { $n }
page-draft-post = The post
page-draft-document = Document
page-draft-ad-publish = Ad to publish
page-draft-internal-description = Internal description
page-draft-company-place = Company and place
page-draft-pay = Pay
page-draft-propose-range-from-market = Propose a range from the market
page-draft-confirmed-before-publication-does-not = To be confirmed before publication; it does not count as your offer.
page-draft-goals-stage-they-choose-missions = Goals and stage: they choose the missions
page-draft-team-tools-languages = Team, tools, languages
page-draft-apprenticeship-diploma-school-rhythm = Apprenticeship: diploma, school, rhythm, tutor
page-draft-application-legal-statements-tone = Application, legal statements, tone
page-draft-write-text = Write the text
page-draft-take-text-away = Take the text away
page-draft-structured-data-json-ld = Structured data (JSON-LD)
page-draft-preview-updated = Preview updated.
page-draft-preview-shows-here-once-job-chosen = The preview shows here once the job is chosen.

## web/draft/gaps.html.j2

page-draft-gaps-what-missing = What is missing ({ $n })
page-draft-gaps-nothing-missing = Nothing is missing
page-draft-gaps-required-law = required by law

## web/error.html.j2

page-error-request-id = Request id:
page-error-go-first-page = Go to the first page

## web/hire/_answer.html.j2

page-hire-answer-answer = Answer
page-hire-answer-need-belongs-another-profession = The need belongs to another profession.
page-hire-answer-nobody-hire-now = Nobody to hire for now.
page-hire-answer-first-hire = First hire:
page-hire-answer-need-covers-both-jobs = The need covers both jobs.
page-hire-answer-post-work-asks-holds-from-year = The post that the work asks for holds from { $b } a year, at the low end of the market.
page-hire-answer-posts-work-asks-hold-from-year = The { $n } posts that the work asks for hold from { $b } a year, at the low end of the market.
page-hire-answer-people-hire = People to hire
page-hire-answer-other-professions = and other professions
page-hire-answer-work-week = Work a week
page-hire-answer-h = { $n } h
page-hire-answer-to = { $low } to { $high }
page-hire-answer-arrangement = Arrangement
page-hire-answer-what-need-would-cost-year = What the need would cost a year
page-hire-answer-without-other-professions = without the other professions

## web/hire/_money.html.j2

page-hire-money-where-which-budget = Where, and with which budget?
page-hire-money-country-adds-pay-cost-answer-does = The country adds pay and cost to the answer; it does not change the verdict.

## web/hire/check.html.j2

page-hire-check-check-answers = Check your answers
page-hire-check-all-questions = All questions
page-hire-check-not-answered = Not answered
page-hire-check-change = Change
page-hire-check-answer = the answer to: { $q }
page-hire-check-counts-arrangement-cost = Counts for the arrangement and for the cost.

## web/hire/form.html.j2

page-hire-form-whom-hire-all-questions = Whom to hire: all questions
page-hire-form-first-two-questions-enough-answer = The first two questions are enough for an answer; the others make it more precise.
page-hire-form-one-question-time = One question at a time
page-hire-form-make-more-precise-optional = To make it more precise (optional)

## web/hire/question.html.j2

page-hire-question-previous-question = Previous question
page-hire-question-first-page = First page
page-hire-question-question-most = Question { $n } of { $most } at most
page-hire-question-why-question = Why this question?
page-hire-question-no-account-kept-regularly = No account that is kept regularly.
page-hire-question-brand-starts-opens-new-channels = The brand starts, or opens new channels.
page-hire-question-followers-arrive-there-reactions = Followers arrive, there are reactions.
page-hire-question-active-community-follows = An active community follows you.
page-hire-question-save-change = Save this change
page-hire-question-continue = Continue
page-hire-question-i-dont-know = I don't know
page-hire-question-first-answer = First answer
page-hire-question-first-answer-lead = First answer:
page-hire-question-see-answer-now = See the answer now
page-hire-question-all-questions-one-page = All questions on one page

## web/hire/result.html.j2

page-hire-result-answers = Your answers
page-hire-result-first-answer-one-question-can-still = First answer: one question can still change it
page-hire-result-first-answer-questions-can-still-change = First answer: { $n } questions can still change it
page-hire-result-what-cost = At what cost?
page-hire-result-add-pay-cost = Add pay and cost
page-hire-result-balance-needs = The balance of needs
page-hire-result-share-each-job-goals = Share of each job in your goals
page-hire-result-from-points-one-job-clearly-prevails = From { $n }% of the points on, one job clearly prevails.
page-hire-result-first = { $role } first
page-hire-result-more-goals-choose-from = { $n } more goals to choose from
page-hire-result-and = , and{ " " }
page-hire-result-nearest-verdict-percentage-point-away = Nearest verdict: { $v }, { $n } percentage point away.
page-hire-result-nearest-verdict-percentage-points-away = Nearest verdict: { $v }, { $n } percentage points away.
page-hire-result-next-step = Next step
page-hire-result-write-job-description = Write the job description: { $role }
page-hire-result-compare-two-jobs = Compare the two jobs
page-hire-result-change-answers = Change your answers
page-hire-result-sources-answer = Sources of this answer
page-hire-result-answer-data-digest = Answer for { $day }, data { $data }, digest { $digest }.

## web/home.html.j2

page-home-whom-hire-social-media = Whom to hire for your social media
page-home-whom-should-hire-social-media = Whom should you hire for your social media?
page-home-community-manager-social-media-manager = Community manager, social media manager, both, or another profession: rolecall answers, says why and at what pay, and writes the job description.
page-home-start-whom-hire = Start: whom to hire
page-home-2-6-questions-under-two-minutes = 2 to 6 questions, under two minutes. No account, no cookie.
page-home-run-company = You run a company
page-home-whom-hire-how-many-which-order = Whom to hire, how many, in which order
page-home-recruit-hr = You recruit (HR)
page-home-write-job-description-ad = Write a job description and the ad
page-home-check-ad-law-wording-scope = Check an ad: law, wording, scope
page-home-how-two-jobs-differ = How the two jobs differ
page-home-look-job = You look for a job
page-home-see-where-offer-stands = See where an offer stands
page-home-see-what-ad-really-asks = See what an ad really asks for
page-home-compare-missions-pay = Compare missions and pay
page-home-why-trust-how-far = Why trust it, and how far
page-home-every-answer-names-rules-fired-sources = Every answer names the rules that fired and the sources behind them ({ $rules } rules, { $sources } sources). Where sources disagree, you see it. A figure with little behind it says so.
page-home-most-advice-practitioners-opinion-not = Most of the advice is practitioners' opinion, not measurement.

## web/method.html.j2

page-method-each-goal-split-between-two-jobs = Each goal is split between the two jobs as the sources say. Presence stage and size move the balance. A job that reaches the threshold prevails; otherwise both are needed.
page-method-weights-thresholds-our-own-judgement = Weights and thresholds are our own judgement. Nearly all the advice comes from practitioners and tool vendors: no answer is graded high on opinion alone.
page-method-before-they-used-rules-walked-over = Before they are used, the rules are walked over every possible input: no gap, no tie, no contradiction without a written reason; data that fail are not loaded.
page-method-pay = Pay
page-method-every-published-figure-aged-localised = Every published figure is aged, localised, and weighed by its reliability and number of answers; too few sources give no figure.
page-method-how-good-bands = How good the bands are
page-method-job-ads = Job ads
page-method-tasks-recognised-lexicon-without = Tasks are recognised by a lexicon, without machine learning: every passage counted is marked. This is not legal advice.

## web/offer.html.j2

page-offer-whoever-applies-negotiates-where-pay = For whoever applies or negotiates: where the pay of a community or social media manager stands.
page-offer-see-band-its-sources = See the band and its sources
page-offer-change-offer = Change the offer

## web/pay.html.j2

page-pay-market-pay = Market pay
page-pay-kind-community-collective-agreement = Kind of community, collective agreement (France)
page-pay-see-band = See the band
page-pay-too-few-sources-figure = Too few sources for a figure
page-pay-rather-no-figure-than-bad-one = Rather no figure than a bad one: see below what there is.
page-pay-gross-year-median = gross a year, median
page-pay-middle-half-market = The middle half of the market: { $low } to { $high }.
page-pay-published-figures-used = Published figures used
page-pay-against-country = Against the country
page-pay-full-stop = .
page-pay-pay-not-known-apart-band-place = Pay in { $place } is not known apart: this band is that of the place named above.
page-pay-bands-level-published-figures = Bands by level, with the published figures
page-pay-see-where-offer-stands = See where an offer stands
page-pay-cost-employer = Cost to the employer

## web/rules.html.j2

page-rules-verdict = The verdict
page-rules-whom-start = Whom to start with
page-rules-staffing = The staffing
page-rules-which-job-each-goal-falls = Which job each goal falls to
page-rules-what-tips-balance = What tips the balance
page-rules-advice = The advice
page-rules-rules-force = The rules in force
page-rules-rules-written-data-each-its-reason = { $n } rules written as data, each with its reason, its sources and its examples.

## web/sources.html.j2

page-sources-publications-what-they-say-what-rests = { $n } publications: what they say, what rests on them, and how far to trust them.
page-sources-where-they-disagree = Where they disagree
page-sources-search-title-publisher-id = Search a title, publisher or id
page-sources-search = Search
page-sources-show-all = Show all
page-sources-result-s = { $n } result(s)
page-sources-reliability = reliability
page-sources-read = read on
page-sources-what-says = What it says ({ $n })
page-sources-what-rests = What rests on it ({ $n })
