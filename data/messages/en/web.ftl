### Sentences of pages that code chooses.

web-page-asks-token = This page needs a token
web-enter-password-user-name-does = Enter it as the password; the user name does not matter.
web-address-cannot-used = This address cannot be used
web-write-day-yyyy-mm-dd = as_of: write the day as YYYY-MM-DD, for example 2026-11-21.
web-answer-could-made = We could not work out an answer.

web-yes = Yes
web-no = No
web-answer-this = Please fill this in.
web-write-a-number = Enter digits only, for example 34000.
web-write = write { $what }
quoted-name = “{ $text }”
web-not-found = There is nothing at this address
web-not-found-do = Check it, or start from the home page.
web-method-not-allowed = You cannot open this page directly
web-method-not-allowed-do = Start from its form.
web-payload-too-large = That is too large
web-payload-too-large-do = Send one ad of up to 6 MB.
web-too-many-requests = Too many requests in a minute
web-too-many-requests-do = Wait a moment, then reload the page.
web-request-timeout = The request took too long
web-request-timeout-do = Reload the page, or send less.
web-service-unavailable = The service is busy
web-service-unavailable-do = Wait a few seconds, then try again.
web-unreadable = This request cannot be read
web-unreadable-do = Start from the form of the page.
web-internal = Something went wrong here
web-internal-do = Try reloading in a moment.
web-day-not-covered = no rules for { $as_of }: the rules of data { $version } answer for { $from } and later.
web-no-answer = This question has no answer
web-audit-file-too-large-6-mb = this file is too large: 6 MB at most
web-audit-form-did-arrive-whole-send = the form did not arrive in full; send it again
web-audit-paste-ad-choose-file = paste the ad, or choose a file
