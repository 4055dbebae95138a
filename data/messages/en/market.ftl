# What `rolecall market` says: counts while it reads, and the report of its figures.

market-headline = { $job }, { $country }: half of the posted pay lies between { $low } and { $high } gross a year, the median is { $median } ({ $bands } bands of { $employers } employers).
market-nothing = No figure can be printed from { $ads } ads: too few bands or employers.
market-read = { $ads } ads were read; { $printed } of { $all } figures rest on enough bands and employers to be printed.
market-posted-is-not-hired = Posted pay is not hired pay: some are hired above it, and ads that name no pay may pay otherwise.
market-observed = { $ads } ads read, { $roles } of them for these roles; { $priced } of all of them state pay that counts
market-observed-unread = { $n ->
    [one] { $n } line not read: { $reasons }
   *[other] { $n } lines not read: { $reasons }
}
market-no-salt = Employers are hashed without a salt, so that whoever has the records can try names out. Give --salt-file.
market-stopped = { $file }: { $reason }; what was read before is kept
market-built = Overlay written to { $folder }: use it with --data-dir { $folder }
market-map-unknown = --map: { $field } is no field; write FIELD=PATH with one of { $fields }
market-name-unusable = --name: { $name } is no id; use lower-case letters, digits and hyphens
market-progress = { $ads } ads, { $rate } a second
market-salt-empty = { $file }: the salt is empty
market-incomplete = some files could not be read, or not to their end
market-own-band = By job ads ({ $publisher }): { $low } to { $high }, median { $median }.
market-own-too-few = The job ads ({ $publisher }) do not suffice for a band.
market-published-band = By published figures: { $low } to { $high }, median { $median }.
market-published-too-few = Published figures do not suffice for a band.
market-observe-format = --format: records are written as jsonl or csv
market-merge-format = --format: counts are written as jsonl
market-no-records = these are no records; make some with rolecall market observe
market-figure-note = { $ads } ads, { $bands } bands of { $employers } employers; median between { $low } and { $high } ({ $coverage }%)
market-source-title = Market figures from job ads, { $window }
market-source-window = { $from } to { $to }
market-source-undated = undated
market-source-covers = Posted pay, computed from { $ads } ads ({ $window }).
market-source-licence = computed by rolecall from the ads of its user; no ad is kept
market-source-note = Posted pay is not hired pay.
market-growth-population = job ads of these roles
market-growth-note = Median of { $growths } growths from { $ads } ads.
market-partial-broken = counts of rolecall market merge are cut short or of another version of rolecall: make them again from the records
market-name-taken = --name: { $name } is the id of a source of rolecall; choose another
