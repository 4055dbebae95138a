### What is wrong with an input, and how to mend it.

## What several faults say

unknown-value = { $what ->
    [presence-stage] unknown presence stage
    [market] unknown market
    [level] unknown level
    [community] unknown community
    [period] unknown period
    [kind-of-employer] unknown kind of employer
    [language] unknown language
    [format] unknown format
    [contract] unknown contract
    [tone] unknown tone
    [form-of-address] unknown form of address
    [language-level] unknown language level
    [reader-of-an-audit] unknown reader of an audit
    [priority] unknown priority
    [role] unknown role
    [field] unknown field
    [question] unknown question
    [task] unknown task
    [mission] unknown mission
    [goal] unknown goal
    [rule] unknown rule
    [layer] unknown layer
    [form-of-a-text] unknown form of a text
    [pay] unknown pay
    [city] unknown city
    [parameter] unknown parameter
   *[other] unknown { $thing }
} `{ $given }`{ $guessed ->
    [yes] ; did you mean `{ $guess }`?
   *[no] { "" }
}{ $listed ->
    [yes] { " " }(accepted: { $accepted })
   *[no] { "" }
}
fault-other-than-asked = expected { $asks }, got { $given }
as-typed = `{ $text }`
kind-of-value = { $kind ->
    [null] null
    [boolean] a boolean
    [number] a number
    [text] a string
    [list] a list
   *[object] an object
}
fault-two-readings = `{ $given }` can mean { $grouped } or { $decimal }: write { $first } or { $second }
fault-other-currency = this amount cannot be read: write digits only, in the local currency
fault-unknown-code = { $standard ->
    [country] unknown country
    [region] unknown region
   *[currency] unknown currency
} `{ $given }`{ $guessed ->
    [yes] ; did you mean `{ $guess }`?
   *[no] { "" }
} (code: { $standard ->
    [country] ISO 3166-1 alpha-2, such as FR, DE, US
    [region] ISO 3166-2, such as FR-IDF, DE-BE, US-TX
   *[currency] ISO 4217, such as EUR, USD
})
fault-region-elsewhere = region { $region } is in { $lies_in }, not in { $given }
fault-unknown-city = we do not know the city `{ $given }`{ $guessed ->
    [yes] ; did you mean `{ $guess }`?
   *[no] .
} Choose a nearby city, or leave it out.
fault-shared-city = several places are called { $city }: { $regions }; give the country or the region too
fault-city-elsewhere = { $city } is in { $lies_in }, not in { $given }; keep one of the two
fault-more = { $n } more faults are not listed; fix these first
asks-any-number = a number
asks-number = a number from { $from } to { $to }
asks-share = a share of full time from { $from } to { $to }, such as 0.8 for 80%
asks-whole-number = a whole number from { $from } to { $to }
asks-object = an object
asks-text = a string
asks-true-or-false = true or false
asks-true-false-or-object = true, false or an object
asks-region-code = the code of a region
asks-goals = a list of goals
asks-list = a list
asks-goal = a goal
fault-one-of = give one of { $names } or { $last }
fault-only-one-of = give only one of { $names } or { $last }

## One fault each

fault-hours-half-hour-such-17 = hours to the half hour, such as 17.5
fault-years-experience-make-level-keep = the years of experience ({ $years }) make the level { $chosen }, not { $level }; keep one of the two
fault-most-regions = at most { $most_regions } regions
fault-online-community-work-community = an online community is the work of a community manager, alone or in both roles; leave it out
fault-most-characters = at most { $longest } characters
fault-must-begin-https = must begin with https://
fault-write-date-yyyy-mm-dd = write the date as YYYY-MM-DD, for example 2027-01-04
fault-most-items = at most { $most } items
fault-pay-known-give-amount-exchange = pay in { $country } is known in { $expected }, not in { $code }; give the amount in { $expected }, or the exchange rate (rate: how many { $expected } for 1 { $code })
fault-offer-already-currency-pay-leave = the offer is already in { $expected }, the currency of pay in { $country }; leave the rate out
fault-number-payments-makes-sense-period = give a number of payments only with the period month
fault-name-least-one-field-differs = name at least one field that differs, for example amount
fault-holds-france-only-leave-out = applies to France only, not to { $country }; leave it out
fault-no-agreements-there = we know no collective agreements of { $country }; leave it out
fault-must-lie-after-date-publication = must be after the date of publication
fault-permanent-contract-has-length = a permanent contract has no length; remove it or change the contract
fault-post-fully-remote-keep-one = the post is fully remote; keep one of the two
fault-give-fixed-amount-amount-range = give a fixed amount (amount) or a range (min, max), not both
fault-min-above-max = min is above max
fault-write-task-its-hours-such = write the task and its hours, such as `answering: 12.5`
fault-hours-go-from-0-5 = hours go from 0.5 to 168 a week
fault-task-given-twice = the task `{ $task }` is given twice
fault-posts-all-fewer-than-given = { $all } posts in all are fewer than the { $by_kind } given by kind; correct one of the two
fault-give-country-example-fr = give the country, for example FR
fault-list-goals-empty-name-least = the list of goals is empty; name at least one (see `rolecall goals` or GET /v1/goals)
fault-give-min-max-both-amount = give min, max or both, or amount
fault-expected-list-1-profiles-got = expected a list of 1 to { $most_profiles } profiles; got { $given }
fault-id-list-give-last-item = `{ $given }` is not an id of this list; give that of the last item you have
fault-cost-parameters-countries-covered = no cost parameters for { $country }; countries covered: { $covered }
fault-employees-contributions-known-here = the employee's contributions of { $country } are not known here; give the gross pay (gross) or a budget (budget)
fault-budget-does-pay-any-salary = this budget does not pay for any salary; give the budget of a year
fault-parameters-begin-ask-day-later = the parameters of { $country } begin on { $from }; ask for that day or later
fault-parameters-verified-until-used = the parameters of { $country } are verified until { $verified_until } and used until { $answered_until } at the latest; ask for an earlier day or update the data

fault-day-not-covered = no rules for { $as_of }: the rules of data { $version } answer for { $from } and later

fault-implausible-pay = { $amount } { $unit } is not plausible pay for this work: check the amount, the period and the hours
fault-required-by-law = { $what } ({ $laws })
fault-as-told = { $text }
fault-unknown-agreement = agreement { $idcc } is not known here. The { $n } that are: { $list }
semicolon-between = ;{ " " }
damage-malformed = { $reason }
damage-encrypted = it is protected by a password
damage-too-slow = reading it takes too long
damage-too-large = reading it takes too much memory
damage-fatal = its structure makes no sense
damage-unsupported = its text is mixed with control words
intake-too-large = larger than { $most } MB; send the text of one ad
intake-too-long = the text is longer than { $most } kB; send one ad
intake-not-utf8 = not UTF-8 from line { $line } on; save the file as UTF-8
intake-not-text = it is not text; send the ad as text, Markdown, HTML, DOCX or PDF
intake-damaged = the { $form } document cannot be read: { $damage }; save it again, or paste its text
intake-empty = there is no text in it; a scanned page has none: paste the text instead
intake-not-rewritten = --rewrite changes text and Markdown only, not { $form }; paste its text
intake-no-reader = the program that reads documents cannot be started: { $reason }; paste the text
intake-abandoned = the answer took too long and was stopped; send less text
intake-no-reader-outside = documents cannot be read here at the moment; paste the text
fault-share-of-nobody = say how many people this is the share of: community managers or social media managers in post
asks-number-alone = the number alone, without the period ({ $asks })
json-cut-short = the JSON ends too early: a brace, a bracket or a quotation mark is not closed
json-unexpected = “{ $found }” cannot stand here: check the commas, quotation marks and brackets before it
json-control = a control character cannot stand here: write it as \u and four digits
json-broken = this is not valid JSON: check the commas, quotation marks and brackets before this place
json-too-deep = more than { $n } lists and objects stand inside one another
json-field-twice = the field “{ $key }” is written twice: keep one
json-invalid = not valid JSON at line { $line }, column { $column }: { $reason }
file-too-large = { $file }: larger than { $most } bytes
posting-missing = missing
posting-as-title = the same as the title
posting-no-date = not an ISO 8601 date
posting-not-after = not after datePosted
posting-only-telecommute = only TELECOMMUTE is known
posting-missing-not-remote = missing, and the work is not remote
posting-no-country = addressCountry is missing
posting-missing-remote = missing beside TELECOMMUTE
posting-unknown-value = unknown value
posting-no-currency = the currency is missing
posting-no-unit = unitText is missing
posting-no-value = neither a value nor a range
posting-min-above-max = minValue is above maxValue, or 0
posting-never-in-ad = never in an employer’s ad
posting-long-title = longer than 80 characters
posting-fault = JobPosting.{ $property }: { $reason }
