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
common-whole-answer-its-sources = The full answer, with its sources
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
page-offer-answer-too-few-sources-place-offer = Too few sources to rate the offer
page-offer-answer-aim-gross-year = gross a year is what to aim for.
page-offer-answer-posts-pay-less = Jobs that pay less
page-offer-answer-market-median = Market median
page-offer-answer-against-median-compa-ratio = Against the median (compa-ratio)
page-offer-answer-met = met
page-offer-answer-not-met = not met
page-offer-answer-band-derived-from-other-jobs = estimated from other jobs
page-offer-answer-band-pay-place-offer-not-known = This is the pay band for { $held }: we have no separate figures for the place of the offer.
page-offer-answer-offer-band = The offer in the market

## web/_offer_form.html.j2

page-offer-form-part-time-13th-month-variable-pay = Part time, 13th month, variable pay, benefits, another currency, agreement, another offer
page-offer-form-see-where-stands = See how it compares

## web/_parts.html.j2

page-parts-keep-answer = Save this answer
page-parts-address-page-holds-answers-copy-share = Your answers are in the address of this page: copy it to share them.
page-parts-link-fixes-day = Permanent link
page-parts-same-answer-tomorrow = : it keeps this answer.
page-parts-copy-link = Copy the link
page-parts-link-copied = Link copied
page-parts-goal-quoted = “{ $g }”
page-parts-if-added = if you added
page-parts-if-dropped = if you removed
page-parts-if-became-secondary = if this became secondary:
page-parts-if-became-primary = if this became primary:
page-parts-if-presence-were = if your presence stage were: { $s }
page-parts-if-company-had = if the company had { $s }
page-parts-from-posts-week = from { $n } posts a week
page-parts-from-messages-week = from { $n } messages a week
page-parts-from-budget-year = with a budget of { $b } a year or more
page-parts-these-goals = { $n } of these goals:
page-parts-middle-market-known-within = The median is known to within { $n }%: { $low } to { $high }.
page-parts-band-derived-from-other-jobs-no = This band is estimated from other jobs: no figure for this one is published in this country.
page-parts-employer-cost-not-known = We do not know the employer cost for:
page-parts-no-band-known = We have no pay figures for:

## web/audit.html.j2

page-audit-no-title-recognised = No job title found
page-audit-nothing-grave-most-useful-changes = Nothing serious; the most useful changes
page-audit-quoted = “{ $t }”
page-audit-confidence = Confidence:
page-audit-other-professions = Other professions ({ $list })
page-audit-share-each-profession-tasks = Share of the tasks by profession
page-audit-errors = Errors
page-audit-warnings = Warnings
page-audit-notices = Notices
page-audit-signals = Signals
page-audit-pay-beside-market = How the pay compares
page-audit-text-passages-marked = The ad, with passages marked
page-audit-numbers-lead-findings-passages = Click a number to see the finding. Passages underlined without a number are the tasks we recognised.
page-audit-eight-passages-underlined-each-task = At most eight passages are underlined for each task.
page-audit-finding = Finding { $n }
page-audit-findings = The findings
page-audit-whole-ad = the whole ad
page-audit-more-findings-not-listed = { $n } more findings are not shown.
page-audit-correct-check-again = Correct and check again
page-audit-paste-ad-yours-somebody-elses-what = Paste an ad, yours or someone else's. See what the job really is, what the law requires, which wording puts people off and how the pay compares.
page-audit-text-ad = The text of the ad
page-audit-file = Or a file
page-audit-text-markdown-html-docx-pdf-6 = Text, Markdown, HTML, DOCX or PDF, up to 6 MB. We do not keep it.
page-audit-country-pay-law = We use the country to check pay and law.
page-audit-check = Check
page-audit-take-report-away = Download the report
page-audit-html-report = HTML report

## web/base.html.j2

page-base-community-manager-social-media-manager = Community manager or social media manager: whom to hire, at what pay, with which job description. Every answer shows its reasons and its sources.
page-base-skip-content = Skip to content
page-base-pages = Pages
page-base-pay = Pay
page-base-write-description = Write a description
page-base-answer = answer for
page-base-data = data
page-base-answers = Answers for
page-base-nothing-stored-answers-address-page = We store nothing: your answers stay in the address of this page.
page-base-rules = Rules
page-base-api = API

## web/compare.html.j2

page-compare-community-manager-social-media-manager = Community manager or social media manager?
page-compare-row-row = Side by side
page-compare-comparison-roles = Comparison of the roles
page-compare-how-roles-differ = How the roles differ
page-compare-what-compared = Point of comparison
page-compare-typical-week = A typical week
page-compare-time = Time: { $r }
page-compare-time-split = Time split: { $r }
page-compare-drawing = Drawing
page-compare-where-no-source-says-how-time = We show nothing where no source says how the time is split.
page-compare-what-they-pay = What they pay
page-compare-show-content-manager-too = Add the content manager
page-compare-pay-compared = Pay compared
page-compare-pay-level = Pay by level
page-compare-gross-yearly-full-time-pay = Gross yearly full-time pay
page-compare-gap = Gap
page-compare-too-few-sources = too few sources

## web/cost.html.j2

page-cost-year-contributions-included = With { $b } a year, contributions included
page-cost-gross-year = gross a year
page-cost-gross-costs-year-month-highest-budget = This gross pay costs { $c } a year, or { $m } a month. It is the most this budget allows.
page-cost-net-year-before-tax = For { $n } net a year, before tax
page-cost-employer-pays-year-month = The employer pays { $c } a year, or { $m } a month.
page-cost-for-gross-year = For { $g } gross a year
page-cost-month-times-gross-pay = or { $m } a month: { $r } times gross pay.
page-cost-net-employer-contributions = Net employer contributions
page-cost-net-employee-before-tax = Employee's net pay, before tax
page-cost-break-even-day-rate = Break-even day rate
page-cost-what-cost-made = What makes up the cost
page-cost-gross = Gross
page-cost-contributions = Contributions
page-cost-change-calculation = Change the calculation
page-cost-whoever-hires-total-cost-year-item = Hiring? See the full cost of a year, line by line, next to an apprentice, a freelancer and an agency.
page-cost-part-time-executive-agreement-known = Part time, executive status, agreement, your own rates
page-cost-compare-freelancer-agency-apprentice = Compare with a freelancer, an agency, an apprentice
page-cost-compute = Calculate

## web/draft.html.j2

page-draft-write-job-description = Write a job description
page-draft-choose-job-text-fills-everything-else = Choose the job and we write the text. The rest is optional. We invent nothing: anything missing is marked.
page-draft-see-text-take-away = See and download the text
page-draft-missing = missing: { $n }
page-draft-post = The job
page-draft-document = Document
page-draft-ad-publish = Ad to publish
page-draft-internal-description = Internal description
page-draft-company-place = Company and place
page-draft-pay = Pay
page-draft-propose-range-from-market = Suggest a pay range from the market
page-draft-confirmed-before-publication-does-not = Confirm it before you publish; until then it does not count as your offer.
page-draft-goals-stage-they-choose-missions = Goals and stage: they decide the missions
page-draft-team-tools-languages = Team, tools, languages
page-draft-apprenticeship-diploma-school-rhythm = Apprenticeship: diploma, school, rhythm, tutor
page-draft-application-legal-statements-tone = Application, legal statements, tone
page-draft-write-text = Write the text
page-draft-take-text-away = Download the text
page-draft-structured-data-json-ld = Structured data (JSON-LD)
page-draft-preview-updated = Preview updated.
page-draft-preview-shows-here-once-job-chosen = Choose the job to see the preview here.

## web/draft/gaps.html.j2

page-draft-gaps-what-missing = What is missing ({ $n })
page-draft-gaps-nothing-missing = Nothing is missing
page-draft-gaps-required-law = required by law

## web/error.html.j2

page-error-request-id = Request id:
page-error-go-first-page = Go to the home page

## web/hire/_answer.html.j2

page-hire-answer-answer = Answer
page-hire-answer-need-belongs-another-profession = Your goals call for another profession.
page-hire-answer-nobody-hire-now = No one to hire for now.
page-hire-answer-first-hire = First hire:
page-hire-answer-need-covers-both-jobs = Your goals call for both jobs.
page-hire-answer-post-work-asks-holds-from-year = To hire for all of this work, plan on at least { $b } a year, at the low end of the market.
page-hire-answer-posts-work-asks-hold-from-year = To hire all { $n } people this work needs, plan on at least { $b } a year, at the low end of the market.
page-hire-answer-people-hire = People to hire
page-hire-answer-other-professions = and other professions
page-hire-answer-work-week = Work per week
page-hire-answer-h = { $n } h
page-hire-answer-to = { $low } to { $high }
page-hire-answer-arrangement = How to staff it
page-hire-answer-what-need-would-cost-year = What this would cost a year
page-hire-answer-without-other-professions = without the other professions

## web/hire/_money.html.j2

page-hire-money-where-which-budget = Where, and on what budget?
page-hire-money-country-adds-pay-cost-answer-does = Add the country to see pay and cost. It does not change whom to hire.

## web/hire/check.html.j2

page-hire-check-check-answers = Check your answers
page-hire-check-all-questions = All questions
page-hire-check-not-answered = Not answered
page-hire-check-change = Change
page-hire-check-answer = the answer to: { $q }
page-hire-check-counts-arrangement-cost = Used to work out staffing and cost.

## web/hire/form.html.j2

page-hire-form-whom-hire-all-questions = Whom to hire: all questions
page-hire-form-first-two-questions-enough-answer = The first two questions are enough for an answer; the others refine it.
page-hire-form-one-question-time = One question at a time
page-hire-form-make-more-precise-optional = Refine the answer (optional)

## web/hire/question.html.j2

page-hire-question-previous-question = Previous question
page-hire-question-first-page = Home
page-hire-question-question-most = Question { $n } of { $most } at most
page-hire-question-why-question = Why do we ask?
page-hire-question-no-account-kept-regularly = No account you post on regularly.
page-hire-question-brand-starts-opens-new-channels = You are just starting, or opening new channels.
page-hire-question-followers-arrive-there-reactions = You are gaining followers and reactions.
page-hire-question-active-community-follows = You have an active community.
page-hire-question-save-change = Save this change
page-hire-question-continue = Continue
page-hire-question-i-dont-know = I don't know
page-hire-question-first-answer = First answer
page-hire-question-first-answer-lead = First answer:
page-hire-question-see-answer-now = See the answer now
page-hire-question-all-questions-one-page = All questions on one page

## web/hire/result.html.j2

page-hire-result-answers = Your answers
page-hire-result-first-answer-one-question-can-still = First answer: one more question could change it
page-hire-result-first-answer-questions-can-still-change = First answer: { $n } more questions could change it
page-hire-result-what-cost = What would it cost?
page-hire-result-add-pay-cost = Add pay and cost
page-hire-result-balance-needs = How your goals split
page-hire-result-share-each-job-goals = Share of your goals for each job
page-hire-result-from-points-one-job-clearly-prevails = One job wins outright from { $n }% of the points.
page-hire-result-first = { $role } first
page-hire-result-more-goals-choose-from = { $n } more goals to choose from
page-hire-result-and = , and{ " " }
page-hire-result-nearest-verdict-percentage-point-away = Next closest answer: { $v }, { $n } percentage point away.
page-hire-result-nearest-verdict-percentage-points-away = Next closest answer: { $v }, { $n } percentage points away.
page-hire-result-next-step = Next step
page-hire-result-write-job-description = Write the job description: { $role }
page-hire-result-compare-two-jobs = Compare the two jobs
page-hire-result-change-answers = Change your answers
page-hire-result-sources-answer = Sources of this answer
page-hire-result-answer-data-digest = Answer for { $day }, data { $data }, digest { $digest }.

## web/home.html.j2

page-home-whom-hire-social-media = Whom to hire for your social media
page-home-whom-should-hire-social-media = Whom should you hire for your social media?
page-home-community-manager-social-media-manager = Community manager, social media manager, both or another profession: rolecall tells you whom to hire, why and at what pay, and writes the job description.
page-home-start-whom-hire = Start: whom to hire
page-home-2-6-questions-under-two-minutes = 2 to 6 questions, under two minutes. No account, no cookie.
page-home-run-company = You run a company
page-home-whom-hire-how-many-which-order = Whom to hire, how many, in which order
page-home-recruit-hr = You work in HR
page-home-write-job-description-ad = Write a job description and the ad
page-home-check-ad-law-wording-scope = Check an ad: law, wording, workload
page-home-how-two-jobs-differ = How the two jobs differ
page-home-look-job = You are looking for a job
page-home-see-where-offer-stands = See how an offer compares
page-home-see-what-ad-really-asks = See what an ad really asks for
page-home-compare-missions-pay = Compare missions and pay
page-home-why-trust-how-far = How far can you trust it?
page-home-every-answer-names-rules-fired-sources = Every answer shows its reasons and its sources ({ $rules } rules, { $sources } sources). We flag weak figures and conflicting sources.
page-home-most-advice-practitioners-opinion-not = Most of the advice is practitioners' opinion, not measured fact.

## web/method.html.j2

page-method-each-goal-split-between-two-jobs = We split each goal between the two jobs as the sources say. Your presence stage and size shift the balance. A job that reaches the threshold wins; otherwise you need both.
page-method-weights-thresholds-our-own-judgement = The weights and thresholds are our own judgement. Nearly all the advice comes from practitioners and tool vendors: no answer gets a high grade on opinion alone.
page-method-before-they-used-rules-walked-over = Before use, the rules are tested on every possible input: no gap, no tie, no contradiction without a written reason. Data that fail are not loaded.
page-method-pay = Pay
page-method-every-published-figure-aged-localised = We update every published figure, adjust it to the place and weigh it by reliability and sample size. Too few sources: no figure.
page-method-how-good-bands = How accurate the pay bands are
page-method-job-ads = Job ads
page-method-tasks-recognised-lexicon-without = We recognise tasks from lists of words, without machine learning, and mark every passage we count. This is not legal advice.

## web/offer.html.j2

page-offer-whoever-applies-negotiates-where-pay = Got an offer as a community or social media manager? See how the pay compares.
page-offer-see-band-its-sources = See the band and its sources
page-offer-change-offer = Change the offer

## web/pay.html.j2

page-pay-market-pay = Market pay
page-pay-kind-community-collective-agreement = Kind of community, collective agreement (France)
page-pay-see-band = See the band
page-pay-too-few-sources-figure = Too few sources for a figure
page-pay-rather-no-figure-than-bad-one = We would rather give no figure than a bad one. See below what we have.
page-pay-gross-year-median = gross a year, median
page-pay-middle-half-market = The middle half of the market: { $low } to { $high }.
page-pay-published-figures-used = Published figures used
page-pay-against-country = Compared with the country
page-pay-full-stop = .
page-pay-pay-not-known-apart-band-place = We have no separate pay figures for { $place }: this band is for the place named above.
page-pay-bands-level-published-figures = Bands by level, with the published figures
page-pay-see-where-offer-stands = See how an offer compares
page-pay-cost-employer = Cost to the employer

## web/rules.html.j2

page-rules-verdict = The verdict
page-rules-whom-start = Whom to start with
page-rules-staffing = The staffing
page-rules-which-job-each-goal-falls = Which job each goal belongs to
page-rules-what-tips-balance = What tips the balance
page-rules-advice = The advice
page-rules-rules-force = The rules in force
page-rules-rules-written-data-each-its-reason = { $n } rules written as data, each with its reason, its sources and its examples.

## web/sources.html.j2

page-sources-publications-what-they-say-what-rests = { $n } publications: what they say, what we base on them and how far to trust them.
page-sources-where-they-disagree = Where they disagree
page-sources-search-title-publisher-id = Search a title, publisher or id
page-sources-search = Search
page-sources-show-all = Show all
page-sources-result-s = { $n } result(s)
page-sources-reliability = reliability
page-sources-read = read on
page-sources-what-says = What it says ({ $n })
page-sources-what-rests = What we base on it ({ $n })
