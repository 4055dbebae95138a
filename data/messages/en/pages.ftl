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

page-offer-answer-year-full-time-equivalent = a year, full-time equivalent
page-offer-answer-posts-pay-less = Jobs that pay less
page-offer-answer-market-median = Market median
page-offer-answer-met = met
page-offer-answer-not-met = not met
page-offer-answer-offer-band = The offer in the market

## web/_offer_form.html.j2

page-offer-form-part-time-13th-month-variable-pay = Part time, 13th month, variable pay, benefits, another currency, agreement, another offer
page-offer-form-see-where-stands = See how it compares

## web/_parts.html.j2

page-parts-keep-answer = Save this answer
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
page-audit-quoted = “{ $t }”
page-audit-confidence = Confidence:
page-audit-other-professions = Other professions ({ $list })
page-audit-share-each-profession-tasks = Share of the tasks by profession
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

page-cost-net-employee-before-tax = Employee's net pay, before tax
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

page-hire-answer-need-belongs-another-profession = Your goals call for another profession.
page-hire-answer-nobody-hire-now = No one to hire for now.
page-hire-answer-people-hire = People to hire
page-hire-answer-other-professions = and other professions
page-hire-answer-work-week = Work per week
page-hire-answer-h = { $n } h
page-hire-answer-to = { $low } to { $high }
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
page-hire-question-brand-starts-opens-new-channels = You are just starting, or opening new channels; often under 1,000 followers.
page-hire-question-followers-arrive-there-reactions = You are gaining followers and reactions; often 1,000 to 20,000 followers.
page-hire-question-active-community-follows = You have an active community; often over 20,000 followers.
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
page-hire-result-share-each-job-goals = Share of your goals for each job
page-hire-result-first = { $role } first
page-hire-result-more-goals-choose-from = { $n } more goals to choose from
page-hire-result-and = , and{ " " }
page-hire-result-nearest-verdict-percentage-point-away = Next closest answer: { $v }, { $n } percentage point away.
page-hire-result-nearest-verdict-percentage-points-away = Next closest answer: { $v }, { $n } percentage points away.
page-hire-result-write-job-description = Write the job description: { $role }
page-hire-result-compare-two-jobs = Compare the two jobs
page-hire-result-change-answers = Change your answers
page-hire-result-sources-answer = Sources of this answer
page-hire-result-answer-data-digest = Answer for { $day }, data { $data }, digest { $digest }.

## web/home.html.j2

page-home-whom-hire-social-media = Whom to hire for your social media
page-home-whom-should-hire-social-media = Whom should you hire for your social media?
page-home-community-manager-social-media-manager = Community manager, social media manager, both or another profession: rolecall tells you whom to hire, why and at what pay, and writes the job description.
page-home-write-job-description-ad = Write a job description and the ad
page-home-how-two-jobs-differ = How the two jobs differ
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
page-offer-change-offer = Change the offer

## web/pay.html.j2

page-pay-market-pay = Market pay
page-pay-kind-community-collective-agreement = Kind of community, collective agreement (France)
page-pay-see-band = See the band
page-pay-published-figures-used = Published figures used
page-pay-against-country = Compared with the country
page-pay-full-stop = .
page-pay-bands-level-published-figures = Bands by level, with the published figures

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
page-sources-what-says = What it says ({ $n })
page-sources-what-rests = What we base on it ({ $n })

page-base-offer = Offer
page-base-ads = Ads
page-base-more = More
page-base-menu = Menu
page-base-about = About and privacy
page-base-contact = Contact
page-base-legal-notice = Legal notice
page-base-embed = Put this on your site
page-base-nothing-stored = We store nothing: your answers stay in the address of the page.
page-base-updated = Data updated on { $day }.
page-base-answer-of = Answer of { $day }
page-about-title = About rolecall
page-about-what = rolecall tells you whom to hire for your social media, at what pay, and with which job description. Every answer shows its reasons and its sources.
page-about-who = Who runs it
page-about-run-by = { $operator } runs this service.
page-about-run-by-nobody = The operator of this site is not named.
page-about-made-by = The software is free and open source, made by the rolecall team.
page-about-privacy = Privacy
page-about-privacy-text = We store nothing. Your answers stay in the address of the page; an ad or a file that you send is read and forgotten. No cookie, no tracker, nothing loaded from elsewhere.
page-about-data = Data
page-about-data-text = Data of { $day } (version { $version }): { $sources } publications and { $rules } rules.
page-about-licence = Licence
page-about-licence-text = Software and data: MIT or Apache 2.0, as you prefer. Facts from publications are restated in our own words, with their source.
page-about-use = Use it elsewhere
page-about-use-api = The API and its documentation
page-about-use-embed = Put the questions on your own site
page-about-use-link = The address of every answer can be kept and sent; the permanent link at its foot always gives the same answer.

page-home-hiring = You are hiring
page-home-hiring-text = Whom, at what pay, in which order: 2 to 6 questions, two minutes.
page-home-budget = Your yearly budget, if you know it
page-home-start = Find out whom to hire
page-home-offer = You have an offer
page-home-offer-text = How far it is from the market, and what to aim for.
page-home-amount = Gross pay you were offered
page-home-offer-see = Check the offer
page-home-ad = You have a job ad
page-home-ad-text = What to remove before you publish, or what should make you wary.
page-home-paste = Paste the ad
page-home-ad-see = Check the ad
page-home-sample = A sample answer
page-home-sample-of = A company of 12 in France, growing audience, €45,000 a year
page-home-sample-see = See the whole answer
page-parts-permanent-link = Permanent link (answer of { $day })
page-pay-title = Pay of a { $job }, { $place }
page-pay-description = What community managers, social media managers and content managers are paid, by level and place, with sources.
page-pay-change = change
page-cost-one-of-three = Fill in one of the three: a gross pay, a budget, or a net pay. We work out the other two.
page-cost-net-part = Net, before tax
page-cost-employee-part = Employee's contributions
page-cost-gross-year-fact = Gross pay a year
page-embed-lede = Your readers get the same answers, on your own pages, without an account.
page-embed-what = What to show
page-embed-language = Language
page-embed-colour = Colour
page-embed-teal = teal
page-embed-blue = blue
page-embed-violet = violet
page-embed-green = green
page-embed-red = red
page-embed-ink = black
page-embed-show = Show the preview
page-embed-copy = Copy this into your page
page-embed-copy-how = Paste these two lines where the questions should stand.
page-embed-copied = Copied
page-embed-copy-button = Copy
page-embed-script = The second line gives the frame the height of its content. Without it the frame scrolls. Nothing else passes between your page and ours.
page-embed-preview = Preview
page-hire-answer-market = Half of these jobs pay { $low } to { $high } gross a year; the median is { $median }.
page-hire-answer-costs = In all it costs about { $cost } a year, contributions included.
page-hire-answer-no-pay = We have no pay figures for this job in { $country }.
page-hire-result-cost-bar = What { $cost } a year pays for
page-hire-result-everything = Everything behind this answer: figures, rules, { $n } sources
page-hire-result-week = How the week divides
page-forms-common-goals = Common goals
page-forms-other-goals = Add other goals
page-hire-question-goals-help = One to three give the clearest answer. Other goals are further down.
page-hire-money-people-instead = I know how many people I can hire instead
page-sources-kind = Kind
page-sources-any-kind = All kinds
page-sources-page-of = page { $n } of { $pages }
page-sources-pages = Pages of the list
page-sources-before = Previous page
page-sources-after = Next page
page-source-open = Open the publication
page-source-reliability = Reliability
page-source-read = Read on
page-compare-pay-median = Median pay, gross a year
page-compare-copy-table = Copy the table for a sheet
page-compare-other-rows = { $n } more differences
page-compare-what-each-is = What each job is
page-compare-sources-disagreements = Sources and disagreements ({ $n } sources)
page-audit-remove-first = { $n ->
    [one] One passage to remove before publishing
   *[other] { $n } passages to remove before publishing
}
page-audit-add-first = { $n ->
    [one] One thing to mend before publishing
   *[other] { $n } things to mend before publishing
}
page-audit-nothing-grave-change = { $n ->
    [one] Nothing grave. One thing is worth changing
   *[other] Nothing grave. { $n } things are worth changing
}
page-audit-wary-of = { $n ->
    [one] One thing that should make you wary
   *[other] { $n } things that should make you wary
}
page-audit-nothing-wary = Nothing in this ad should alarm you
page-audit-worth-changing = Worth changing ({ $n })
page-audit-lesser = Smaller remarks ({ $n })
page-audit-times = ({ $n } times)
page-draft-gaps-check-ad = Check this ad
page-draft-missions = Missions ({ $n })
page-draft-missions-help = Tick what the job does not include: it leaves the text.
page-forms-none = None
page-audit-nothing-unlawful = { $n ->
    [one] Nothing unlawful found. One thing to improve
   *[other] Nothing unlawful found. { $n } things to improve
}
