### Words and sentences of drafts (`templates/job`).

## Several templates

common-complete = **\[To complete: { $text }\]**
common-essential = Essential:
common-welcome-not-required = Nice to have:
common-contract = Contract
common-months = { $duration_months ->
    [one] , { $duration_months } month
   *[other] , { $duration_months } months
}
common-start-date = Start date
common-confirm = . **\[To confirm: { $note }\]**

## job/ad.md.j2

ad-we-are = We are { $n } people.
ad-missions = The role
ad-apprentice = You learn the job with your tutor, one task at a time.
ad-glad = We look forward to doing this with you.
ad-place-in-team = Your team
ad-how-to-apply = How to apply
ad-contact = To apply, contact: { $contact }.
ad-equality = We assess skills only, and welcome applications from all backgrounds. Tell us{ $contact } if you need adjustments to apply or to work.
ad-hours = { $n } hours a week
ad-postal = { $city } { $postal_code }
ad-remote-days = { $n ->
    [one] { $n } remote day a week
   *[other] { $n } remote days a week
}
ad-apprentice-pay = { $low ->
    [none] { $high }% of the minimum wage, by age and year of the contract (table below)
   *[other] { $low } to { $high }% of the minimum wage, by age and year of the contract (table below)
}
ad-published = Published on { $date_posted }.
ad-reference = Reference: { $reference }
ad-posting-existing-vacancy = This posting is for an existing vacancy.
ad-posting-not-existing-vacancy = This posting is not for an existing vacancy.
ad-everything-started-we-have-no-presence = You will start from scratch: we are not on social media yet.
ad-we-launching-our-presence-new-channels = We are launching our presence, or new channels.
ad-our-audience-building = Our audience is growing.
ad-active-audience-already-there = We already have an active audience.
ad-social-media = Social media
ad-community = Community
ad-how-both-fit-one-week = How both jobs fit in one week
ad-networks-spaces = Networks and spaces: { $platforms }.
ad-what-success-looks-like = What success looks like
ad-report = You report to: { $reports_to }.
ad-team = The team: { $team }.
ad-what-we-ask = What you bring
ad-least-years-practice-kind-work-any = { $experience_months ->
    [one] At least { $experience_months } year’s experience of this kind of work, in any sector
   *[other] At least { $experience_months } years’ experience of this kind of work, in any sector
}
ad-beginners-welcome = Beginners are welcome.
ad-hours-heading = Hours
ad-location = Location
ad-fully-remote = fully remote
ad-office = , office in { $city }
ad-site = , on-site
ad-fee = Fee
ad-allowance = Allowance
ad-pay = Pay
ad-other-compensation = Other compensation
ad-no-other-compensation-no-bonus-no = no other compensation: no bonus, no commission
ad-collective-agreement = Collective agreement
ad-no-collective-agreement = no collective agreement
ad-above-minimum = Above the minimum
ad-we-willing-pay-more-than-minimum = we are willing to pay more than the minimum, by experience
ad-we-do-not-pay-above-minimum = we do not pay above the minimum
ad-benefits = Benefits
ad-tools = Tools
ad-training = The training
ad-diploma-prepared = Diploma prepared
ad-school-training-centre = School or training centre
ad-rhythm = Schedule
ad-tutor = Tutor
ad-least-gross-pay-month-age-year = Minimum gross pay a month, by age and year of the contract:
ad-age = Age
ad-year = Year
ad-share-minimum-wage = Share of the minimum wage
ad-under = under { $age_to }
ad-over = { $age_from } and over
ad-to = { $age_from } to { $age_to }
ad-closing-date = Closing date: { $closing_date }.
ad-hiring-process = The hiring process:
ad-we-use-artificial-intelligence-ai = We use artificial intelligence (AI) software to screen or rank applications.
ad-we-do-not-use-ai-screen = We do not use AI to screen applications.

## job/description.md.j2

description-remote-days = { $n ->
    [one] { $n } day a week
   *[other] { $n } days a week
}
description-week-published = { $role ->
    [hybrid] Of { $hours } hours a week, by the published shares for the roles, half for each; a starting point to adjust:
   *[other] Of { $hours } hours a week, by the published shares for the role; a starting point to adjust:
}
description-job-description = Job description: { $plain_title }
description-company = Company
description-reports = Reports to
description-team = Team
description-not-stated = not stated
description-remote = Remote
description-fully = fully
description-not-stated-within = not stated
description-purpose = Purpose
description-responsibilities = Responsibilities
description-how-week-divides = How a week divides
description-about-hours-work-week-estimated-post = About { $week_hours } hours of work a week, as estimated for this post:
description-activity = activity
description-share = share
description-hours = hours
description-results = Results
description-working-arrangements = Working arrangements
description-requirements = Requirements
description-least-years-practice-kind-work = { $experience_months ->
    [one] At least { $experience_months } year’s experience of this kind of work
   *[other] At least { $experience_months } years’ experience of this kind of work
}
description-tools-networks-pay = Tools, networks and pay
description-tools = Tools:
description-networks = Networks:
description-pay = Pay:
description-benefits = Benefits:
description-check-law-before-publishing = To check in law before publishing
description-checked-check-official-text = { $name }: { $says } Checked on { $verified_on }; check the official text.
