### What `rolecall rules check` finds wrong with rules.

rules-rule-force-from = no rule is in force from { $from }
rules-rules-ask-about-too-many = the rules ask about too many single goals to be verified exactly; merge their conditions
rules-rule-reads-goal-add-rule = no rule reads this goal; add a rule that says whose it is
rules-goal-belongs-another-profession-but = goal `{ $id }` belongs to another profession, but no profession takes it; add a task to professions.toml
rules-answer-depends-order-rules-files = the answer depends on the order of the rules in the files
rules-input-leads-verdict = no input leads to this verdict
rules-adding-goal-making-primary-moves = adding goal `{ $id }` (or making it primary) moves the verdict from { $from } to { $to }, away from the role that it favours
rules-goal-never-changes-verdict = goal `{ $id }` never changes the verdict
rules-without-answer-would-change-remove = without it no answer would change; remove it or change its factor
rules-rule-leads-arrangement = no rule leads to this arrangement
rules-possible-input-meets-its-conditions = no possible input meets its conditions
rules-layer-leaves-cases-without-rule = the { $layer } layer leaves { $count } cases without a rule; add one that covers the witness
rules-repeats-rule-same-conditions-same = repeats the rule `{ $twin }`: same conditions, same effect; remove one of them
rules-without-answer-would-change-remove-2 = without it no answer would change; remove it or make it more specific
rules-never-decides-earlier-rule-covers = never decides: the earlier rule `{ $cover }` covers every case it matches
rules-never-decides-earlier-rules = never decides: the earlier rules { $names } together cover every case it matches
rules-has-same-priority-another-effect = has the same priority as `{ $loser }` and another effect on common cases; give them different priorities
rules-contradicts-cases-without-saying = contradicts `{ $loser }` on { $count } cases without saying why; add a [[rule.overrides]] with the reason
rules-claims-override-which-shares-case = claims to override `{ $rule }`, which shares no case after it; remove the claim

rules-teams-jump = at { $hours } hours of `{ $task }` the teams { $what ->
    [lost] lose hours
   *[jump] jump by more than one manager, or take one away, for half an hour more
}; look at work.toml or the arrangements
rules-goal-read-twice = { $code ->
    [duplicate] repeats
   *[contradiction] contradicts
} `{ $rule }`: goal `{ $goal }` is read by one rule only, so that citations do not multiply its weight
rules-case-not-applied = the rule does not apply
rules-case-expected = expected { $name } { $wanted }, got { $got }
rules-case-failed = case { $n }: { $reason }
