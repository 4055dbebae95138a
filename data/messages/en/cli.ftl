### What the command line says beside its answers.

cli-draft-lacks = the draft lacks:
cli-format-draft-written-md-html = --format: a draft is written as md, html, docx, jsonld or json
cli-mission-role-serves-these-goals = No mission of this role serves these goals: { $list } (see `rolecall recommend`)
cli-complete = To complete:
cli-note-terminal-so-question-asked = note: no terminal, so no question is asked
cli-nothing-go-give-stage-goal = nothing to go on: give --stage and --goal, or --profile FILE, or run the command on a terminal (see `rolecall recommend --help`)
cli-files-written-keep-those-change = { $count } files written to { $folder }; keep those that you change, then `rolecall check --data-dir { $folder }`
cli-name-must-end-csv-xlsx = { $file }: the name must end in .csv or .xlsx
cli-bands-written = { $count } bands written to { $file }
cli-safe-replacements = { $made ->
    [one] { $made } safe replacement
   *[other] { $made } safe replacements
}
cli-several-files-choose-format-text = several files: choose --format text, jsonl or sarif, without --rewrite
cli-files-could-read = { $failed } of { $total } files could not be read
cli-against-write-field-value-example = --against { $pair }: write field=value, for example amount=28000
cli-against-given-twice-only-one = --against: `{ $name }` is given twice; only one other offer can be compared
cli-question-incomplete-wrong = the question is incomplete or wrong:
cli-format-command-writes = --format { $name }: this command writes { $list } only
cli-put-token-there-unset-serve = { $name }: { $what }; put a token there, or unset { $given_by } to serve without one
cli-token-file-token-file-hold = { $token_variable } and the token file (--token-file, { $file_variable }) hold different tokens; keep one of the two
interview-few-questions-most-useful-first = A few questions, the most useful first. At any time: ? why this question, b back, s skip, q quit.
interview-first-question = This is the first question.
interview-answer-needed-choose-what-comes = This answer is needed: choose the closest one.
interview-number = Number:
interview-numbers-separated-spaces-after = Numbers, separated by spaces (a "-" after the number: secondary goal):
interview-count = Number:
interview-i-did-understand-answer-number = I did not understand that; answer with a number.
interview-i-did-understand-0-nobody = I did not understand that; 0 for nobody or nothing.
interview-answer-why-b-back-s = (answer, or: ? why, b back, s skip, q quit)

cli-error = error: { $reason }
cli-data-unusable = the data cannot be used: { $errors }
cli-interview-left = interview left without an answer
cli-place-and-fault = { $place }: { $fault }
cli-note = note: { $note }
cli-file-not-utf8 = { $file }: not UTF-8; save the file as UTF-8
cli-file-exists = { $file }: exists already; add --force to replace it
token-empty = there is no token
token-not-utf8 = the token is not UTF-8
token-guessable = a token has at least { $least } visible ASCII characters and no spaces
token-unreadable = cannot be read ({ $error })
cli-check-no-findings = data { $version }: no findings
cli-check-findings = { $n ->
    [one] { $n } finding
   *[other] { $n } findings
}
interview-so-far = First answer: { $answer } ({ $n ->
    [1] one question can still change it
   *[other] { $n } questions can still change it
}.)
interview-field = { $label }:
interview-field-yes-no = { $label } (y/n):
cli-baseline-unusable = baseline { $file }: { $reason }; write it anew with --write-baseline
cli-baseline-written = { $n } findings written to { $file }
cli-baseline-counted = Against { $file }: { $known } known, { $new } new
cli-health-ready = The service is ready.
cli-health-not-ready = { $place } answers { $status }: not ready.
cli-health-nobody = Nobody answers at { $place }: { $error }.
