### answers

fault-template-memory = a template of the data folder takes more than { $most } MB of memory; look for a variable that grows without end, and compare it with the original (`rolecall data export`)

column-role = Role
column-level = Level
column-years = Years
column-country = Country
column-region = Region
column-area = Area
column-community = Community
column-p10 = 10th percentile
column-p25 = First quartile
column-p50 = Median
column-p75 = Third quartile
column-p90 = 90th percentile
column-interval-low = Median, at least
column-interval-high = Median, at most
column-interval-percent = ± %
column-effective-sources = Effective sources
column-derived = Derived
column-currency = Currency
column-grade = Confidence
column-oldest = Oldest figure
column-newest = Newest figure
sheet-bands = Bands
sheet-sources = Sources
sheet-id = id
sheet-title = Title
sheet-publisher = Publisher
sheet-date = Date
sheet-reliability = Reliability
sheet-address = Address
sheet-stamp = as_of { $as_of } · data { $version }
chart-offer = offer
chart-none = too few sources
chart-middle-half = half of these jobs
chart-median = median
chart-figure = published figure, adjusted
chart-legend = ├ first quartile   ┼ median   ┤ third quartile
chart-spoken-none = { $label }: { $none }
chart-spoken = { $label }: p25 { $p25 }, p50 { $p50 }, p75 { $p75 }
chart-spoken-offer = { $offer }: { $amount }
label-and-value = { $label }: { $value }
years-of-experience = { $n ->
    [one] { $n } year of experience
   *[other] { $n } years of experience
}

# What stands at the head of an answer.
job-and-level = { $role ->
    [community-manager] Community manager
    [social-media-manager] Social media manager
    [content-manager] Content manager
   *[hybrid] One person for both roles
}{ $level ->
    [junior] , junior
    [mid] , mid-level
    [senior] , senior
   *[none] { "" }
}
headline-salary = { $who }, { $place }: half of these jobs pay { $low } to { $high } gross a year. The median is { $median }.
headline-salary-unknown = { $who }, { $place }: too few sources to give a figure.
summary-nearest = { $because } Nearest figure: { $who }, median { $median }.
summary-interval = The median is known within { $percent }%: { $low } to { $high }.
summary-tails = One job in ten pays less than { $low }, one in ten more than { $high }.
summary-place = These are figures for { $held }: pay in { $place } is not known separately.
summary-minimum = The legal minimum is { $amount } gross a year, full time.
headline-offer-below = This offer is { $amount } ({ $percent }%) below the middle of the market.
headline-offer-above = This offer is { $amount } ({ $percent }%) above the middle of the market.
headline-offer-middle = This offer is in the middle of the market.
headline-offer-aim = Aim for { $low } to { $high } gross a year.
headline-offer-aim-one = Aim for { $amount } gross a year.
headline-offer-aim-part = Aim for { $low } to { $high } gross a year at { $n }% of full time.
headline-offer-aim-one-part = Aim for { $amount } gross a year at { $n }% of full time.
summary-offer-rank = It comes to { $amount } for a full-time year; { $rank } of these jobs pay less.
summary-offer-lawful = It meets the legal minimum of { $amount } a year.
headline-cost-gross = { $gross } gross a year costs the employer { $cost }, contributions included.
headline-cost-budget = With { $budget } a year, contributions included, you can pay { $gross } gross.
headline-cost-net = A net pay of { $net } a year takes { $gross } gross and costs the employer { $cost }.
summary-cost-month = That is { $amount } a month, { $ratio } times the gross pay.
summary-cost-net = The employee receives { $net } a year before income tax, { $month } a month.
summary-cost-freelance = A freelancer at { $amount } a day costs as much.
headline-compare-more = { $place }: a { $second } is paid { $percent }% more than a { $first }, at the median of all levels.
headline-compare-less = { $place }: a { $second } is paid { $percent }% less than a { $first }, at the median of all levels.
headline-compare-same = { $place }: a { $first } and a { $second } are paid the same, at the median of all levels.
headline-compare-unknown = { $place }: too few sources to compare their pay. What sets these jobs apart is the work.
summary-role = { $role }: { $text }

# What to ask next.
next-draft = Write the job description
next-pay = See what this pay rests on
next-cost = See the cost line by line
next-country = Add your country to see pay and cost
next-answer = Answer the open questions
next-compare = Compare the two jobs
next-offer = Check an offer
next-cost-of-median = See what the median costs
next-nearest = See the nearest figures
next-level = See pay one level up
next-evidence = See the figures behind this
next-year = Ask again with a yearly amount
next-month = Ask again with a monthly amount
next-offer-cost = See what this offer costs
next-recommend = Find out whom to hire
next-pay-of = See pay for the first job
next-pay-of-second = See pay for the second job
cite-between = ;{ " " }
cited-one-unsigned = one unsigned article
headline-compare-one = Only one job was named: name a second one to compare it with.
