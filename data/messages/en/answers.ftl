### answers

answer-gross-yearly-full-time-pay = Gross yearly full-time pay
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
