### Problems of the API.

problem-unauthorized = This address asks for a token
problem-too-many-requests = Too many requests in a minute
problem-not-ready = The service takes no new requests
problem-busy = The service is busy
problem-incomplete = The draft lacks something that it must have
problem-not-acceptable = None of the accepted media types can be written
problem-invalid-json = The body is not valid JSON
problem-invalid-parameter = A query parameter cannot be used
problem-not-found = There is nothing at this address
problem-unknown-name = There is no record of this name
problem-method-not-allowed = This address does not take this method
problem-timeout = The request took too long
problem-body-too-large = The body is too large
problem-unsupported-media-type = The body is not JSON
problem-invalid-input = The input cannot be used
problem-not-covered = This day or place is not covered
problem-bad-request = The request cannot be read
problem-internal = Something went wrong here

api-several-faults = { $n } faults; see `errors`
api-busy = too much heavy work at once; try again in { $seconds } s
api-not-made = the answer could not be made; the log has the reason under this request id

api-body-may-hold-bytes-most = the body may hold { $max_ad_body } bytes at most
api-accept-one = accept one of { $offered }
api-address-asks-token-send = this address asks for a token: send `authorization: Bearer …` with the one that the operator gave you
api-given-twice-keep-one = `{ $name }` is given twice; keep one
api-lang = lang: { $error }
api-write-day-yyyy-mm-dd = as_of: write the day as YYYY-MM-DD, for example 2026-11-21
api-send-body-content-type-application = send the body as `content-type: application/json`, not `{ $given }`
api-roles = roles: { $error }
api-layer = layer: { $error }
api-offer-write-whole-amount-year = offer: write a whole amount a year, for example 38000
api-documentation-could-written = the documentation could not be written
api-service-about-stop-ask-another = the service is about to stop; ask another one
api-address-api-see-docs = `{ $path }` is not an address of this API; see /docs
api-address-takes-another-method-allow = this address takes another method; the `allow` header names it, see /docs
api-address-answers-accept = this address answers with { $essence }; accept that, or `*/*`
api-answer-larger-than-any-should = the answer is larger than any should be
api-send-exactly-one-host-header = send exactly one `host` header, with the name or address of this service
api-more-than-requests-minute-try = more than { $a_minute } requests a minute; try again in { $wait } s
api-request-could-answered-log-has = the request could not be answered; the log has the reason under this request id
api-request-took-too-long-try = the request took too long; try again, or send less

api-send-json-or-file = send JSON or the file itself ({ $known }), not `{ $given }`
api-unknown-choice = { $name }: unknown `{ $given }` (accepted: { $accepted })
api-limit = limit: write a whole number from 1 to { $most }
