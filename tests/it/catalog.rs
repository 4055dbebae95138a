//! Overlays: what merges, what is refused, and that hostile folders are harmless.

use super::{overlay, rolecall, write};
use rolecall::domain::iso::Country;
use rolecall::domain::job::law::Requirement;
use rolecall::domain::job::terms::Contract;
use rolecall::domain::message::Message;
use rolecall::domain::pay::figure::Statistic;
use rolecall::domain::pay::grade::{BandGrade, CauseCode};
use rolecall::toolkit::Toolkit;

fn refused(files: &[(&str, &str)]) -> String {
    let folder = overlay(files);
    Toolkit::load(Some(folder.path())).expect_err("must not load").to_string()
}

#[test]
fn records_merge_by_id_field_by_field() {
    let folder = overlay(&[
        ("goals.toml", "[[goal]]\nid = \"retention\"\nname = { fr = \"Garder\", en = \"Keep them\" }\n"),
        (
            "work.toml",
            "agency_hours = { low = 4, typical = 9, high = 20, sources = [\"rolecall-judgement\"] }\n[size_percent]\nlarge = 210\n",
        ),
        (
            "pay/figures.csv",
            "id,role,\"occupation\",level,\"country\",\"region\",area,statistic,\"amount\",\"currency\",period,\"n\",as_of,source,series,reliability,words,\"note\"\n\"n9-smm.max\",\"social-media-manager\",,,FR,,,max,58000,EUR,year,33,2020,atypique/N9,glassdoor-fr,low,\"social media manager\",Glassdoor\n",
        ),
    ]);
    let toolkit = Toolkit::load(Some(folder.path())).unwrap_or_else(|errors| panic!("{errors}"));
    let decide = toolkit.catalog().decide();
    let goal = decide.goals.iter().find(|goal| goal.id == "retention").unwrap();
    assert_eq!(&*goal.name.en, "Keep them");
    assert!(goal.help.en.contains("reasons to stay"), "what is not named stays");
    assert_eq!(decide.goal_index.len(), super::toolkit().catalog().decide().goal_index.len());
    assert_eq!((decide.work.agency_hours.estimate().typical, decide.work.part_below_percent), (9, 33));
    let observed = &toolkit.catalog().pay().unwrap().data.observations;
    let glassdoor = observed.iter().find(|item| item.set == "n9-smm").unwrap();
    assert_eq!(glassdoor.annual(Statistic::Max), Some(58_000.0));
    assert_eq!(glassdoor.annual(Statistic::Mean), Some(42_325.0), "what is not named stays");
    assert!(toolkit.catalog().version().contains("+overlay."));
}

#[test]
fn an_overlay_template_replaces_the_built_in_one() {
    let folder = overlay(&[("templates/report/goals.md.j2", "# Ours: {{ goals|length }}\n")]);
    let output =
        rolecall().args(["goals", "--format", "md", "--data-dir"]).arg(folder.path()).assert().success();
    let goals = super::toolkit().catalog().decide().goals.len();
    assert_eq!(String::from_utf8_lossy(&output.get_output().stdout), format!("# Ours: {goals}\n"));
    // The option wins over nothing; `--isolated` wins over the option.
    let output = rolecall()
        .args(["goals", "--format", "md", "--isolated", "--data-dir"])
        .arg(folder.path())
        .assert()
        .success();
    assert!(!String::from_utf8_lossy(&output.get_output().stdout).starts_with("# Ours"));
    let output = rolecall()
        .args(["goals", "--format", "md"])
        .env("ROLECALL_DATA_DIR", folder.path())
        .assert()
        .success();
    assert!(String::from_utf8_lossy(&output.get_output().stdout).starts_with("# Ours"));
}

#[test]
fn an_overlay_message_replaces_the_built_in_one_wherever_it_is_said() {
    let folder = overlay(&[
        ("messages/en/faults.ftl", "fault-shared-city = Which { $city }? There is one in { $regions }.\n"),
        ("messages/fr/reports.ftl", "# Ours.\ncost-total = Somme : tout\n"),
        ("messages/en/pay.ftl", "band-note = Ours.\n"),
    ]);
    let run = |args: &[&str]| {
        let output = rolecall().args(args).arg("--data-dir").arg(folder.path()).output().unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    let told = run(&["salary", "--role", "cm", "--city", "Springfield"]);
    assert!(told.contains("Which Springfield? There is one in "), "{told}");
    let told = run(&["cost", "--country", "FR", "--gross", "32000", "--lang", "fr", "--format", "md"]);
    assert!(told.contains("| Somme\u{a0}: tout |"), "typography is applied: {told}");
    let told = run(&["salary", "--role", "cm", "--country", "FR", "--format", "json"]);
    assert!(told.contains("\"note\":\"Ours.\""), "{told}");
    let checked = run(&["check"]);
    assert!(checked.contains(": no findings\n"), "{checked}");
}

#[test]
fn what_is_wrong_with_a_message_is_told_with_its_line() {
    for (text, told) in [
        ("\ncost-totl = x\n", ":2: `cost-totl`: is no message of rolecall; did you mean `cost-total`?"),
        ("percent = { $m }%\n", ":1: `percent`: has no place `{ $m }`; did you mean `n`?"),
        ("percent = { $n\n", ":1: `percent`: lacks a `->`"),
        ("just words\n", ":1: is no message; write `id = text`"),
    ] {
        let folder = overlay(&[("messages/en/reports.ftl", text)]);
        let output = rolecall().args(["check", "--data-dir"]).arg(folder.path()).assert().code(1);
        let found = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
        assert!(found.contains(&format!("messages/en/reports.ftl{told}")), "{text}: {found}");
    }
    // A template that asks for what is not there.
    let folder = overlay(&[(
        "templates/report/goals.md.j2",
        "\n{{ t(\"goals-titel\") }}{% if false %}{{ t(\"percent\") }}{% endif %}\n",
    )]);
    let output = rolecall().args(["check", "--data-dir"]).arg(folder.path()).assert().code(1);
    let found = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    for told in ["there is no message `goals-titel`", "message `percent` needs `n=…` (line 2)"] {
        assert!(found.contains(told), "{told}: {found}");
    }
}

#[test]
fn every_message_is_used() {
    // Those that code names, the compiler counts; templates name the others, or they are found by a code.
    let toolkit = super::toolkit();
    let unused: Vec<&str> = toolkit.messages_without_template();
    let catalog = toolkit.catalog();
    let ads = catalog.job_ads().unwrap();
    let mut found: std::collections::BTreeSet<String> = std::collections::BTreeSet::new();
    for ground in &ads.lexicon.grounds {
        found.extend([ground.code.clone(), format!("{}-do", ground.code)]);
    }
    for section in &ads.sections {
        found.extend(["", "add-", "ask-"].map(|before| format!("{before}{}", section.id)));
    }
    for requirement in Requirement::ALL {
        found.extend(["needs-", "do-"].map(|before| format!("{before}{requirement}")));
    }
    for cause in CauseCode::ALL {
        found.insert(cause.id().to_owned());
    }
    let marked =
        |id: &&str| id.strip_prefix("draft-title-marked-").is_some_and(|code| Country::find(code).is_some());
    found.extend(unused.iter().filter(|id| marked(id)).map(|id| (*id).to_owned()));
    let titles = Contract::ALL.iter().map(|contract| contract.id().to_owned());
    let titles = titles.chain(
        ["community-manager", "social-media-manager", "content-manager", "hybrid", "marked"]
            .map(str::to_owned),
    );
    found.extend(titles.map(|title| format!("draft-title-{title}")));
    found.extend(BandGrade::ALL.iter().map(|grade| format!("term-{grade}")));
    // Under this code stands who answers for what nobody else does.
    found.insert("said-by-us".to_owned());
    // Each finding has a remedy, and an ad of the tests that brings it about.
    let is_finding = |id: &str| Message::find(&format!("{}-do", id.trim_end_matches("-do"))).is_some();
    let never: Vec<&&str> = unused.iter().filter(|id| !found.contains(**id) && !is_finding(id)).collect();
    assert!(never.is_empty(), "{never:?}");
}

#[test]
fn a_wrong_template_is_found_by_check_and_is_no_panic() {
    for text in [
        "{{ nothing.here }}",
        "{% for x in %}",
        "{% include \"/etc/passwd\" %}",
        "{% for a in range(100000) %}{% for b in range(100000) %}x{% endfor %}{% endfor %}",
    ] {
        let folder = overlay(&[("templates/report/goals.md.j2", text)]);
        let output = rolecall().args(["check", "--data-dir"]).arg(folder.path()).assert().code(1);
        let text = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
        assert!(text.contains("templates/report/goals.md.j2"), "{text}");
        assert!(!text.contains("root:"));
    }
}

#[test]
fn all_errors_come_at_once_with_file_line_and_remedy() {
    let errors = refused(&[
        (
            "rules/mine.toml",
            "[[rule]]\nid = \"verdict-both-material\"\nbecause = { fr = \"x\", en = \"\" }\nsources = [\"atypiqe/N10\"]\n\n[[rule]]\nid = \"order-large-structure\"\nthen = { first = \"content-manager\" }\nwhen.stag = [\"growing\"]\n",
        ),
        (
            "goals.toml",
            "[[goal]]\nid = \"retention\"\ntheme = \"relaton\"\n\n[[goal]]\nid = \"Bad Id\"\ntheme = \"reach\"\nname = { fr = \"x\", en = \"x\" }\nhelp = { fr = \"x\", en = \"x\" }\nsources = []\n",
        ),
        ("roles/community-manager.toml", "[[role]]\nid = \"community-manager\"\nalias = \"boss\"\n"),
    ]);
    for expected in [
        "mine.toml:1: `verdict-both-material`: a text has no `en`",
        "mine.toml:1: `verdict-both-material`: unknown source `atypiqe`; did you mean `atypique`?",
        "unknown condition `stag`; did you mean `stage`?",
        "unknown theme `relaton`; did you mean `relation`?",
        "`Bad Id`: ids are kebab-case",
        "`Bad Id`: names no source",
        "community-manager.toml:1: `community-manager`: alias must be `cm`",
    ] {
        assert!(errors.contains(expected), "{expected}\nis missing from\n{errors}");
    }
}

#[test]
fn each_defect_has_its_message() {
    for (path, text, expected) in [
        ("goal.toml", "", "is not a data file; did you mean `goals.toml`?"),
        ("rules/deeper/x.toml", "", "is not a data file"),
        ("goals.toml", "[[goal]]\nid = 3\n", "`id` must be a string"),
        ("goals.toml", "[[goal]]\nname = { fr = \"x\", en = \"x\" }\n", "has no `id`"),
        ("goals.toml", "[[goals]]\nid = \"x\"\n", "unknown section `goals`; this file holds only [[goal]]"),
        ("goals.toml", "goal = 3\n", "must be a list of tables"),
        ("goals.toml", "[[goal]\n", "goals.toml:1"),
        (
            "goals.toml",
            "[[goal]]\nid = \"a-a\"\n[[goal]]\nid = \"a-a\"\n",
            "goals.toml:3: `a-a`: duplicate id; the first one is at",
        ),
        ("goals.toml", "[[goal]]\nid = \"retention\"\ncolour = 1\n", "unknown field `colour`"),
        ("statements.toml", "[[statement]]\nid = \"N3\"\nsource = \"nobody\"\n", "unknown source `nobody`"),
        (
            "principles.toml",
            "[[principle]]\nid = \"separate-time-blocks\"\nsources = [\"journal-du-cm/J77\"]\n",
            "cites `journal-du-cm/J77`, a statement that does not exist",
        ),
        ("manifest.toml", "released_on = 2026-01-01\n", "manifest.toml:1"),
        ("manifest.toml", "released_on = \"21/11/2026\"\n", "is not a date"),
        ("scales.toml", "dominance_percent = 40\n", "dominance_percent must lie from 51 to 100"),
        ("degrees.toml", "[[degree]]\nid = \"mainly\"\nper_mille = 851\n", "whole points"),
        ("labels.toml", "[[label]]\nid = \"stage\"\nvalues = {}\n", "has no label for `absent`"),
        (
            "remarks.toml",
            "[[remark]]\nid = \"single-goal\"\ntext = { fr = \"\", en = \"x\" }\n",
            "a text has no `fr`",
        ),
        (
            "questions.toml",
            "[[question]]\nid = \"employes\"\ntext = { fr = \"x\", en = \"x\" }\nwhy = { fr = \"x\", en = \"x\" }\nhelp = { fr = \"x\", en = \"x\" }\nsources = [\"atypique\"]\n",
            "is not a field of a profile; did you mean `employees`?",
        ),
        (
            "rules/x.toml",
            "[[rule]]\nid = \"order-large-structure\"\nwhen.market = [\"b2b\"]\n",
            "a rule of the order layer may not ask for `market`",
        ),
        (
            "rules/x.toml",
            "[[rule]]\nid = \"verdict-both-material\"\nwhen.staff = [\"none\"]\n",
            "a rule of the verdict layer may not ask for `staff`",
        ),
        (
            "rules/x.toml",
            "[[rule]]\nid = \"staffing-none\"\nthen = { arrange = \"nonee\" }\n",
            "unknown arrangement `nonee`; did you mean `none`?",
        ),
        (
            "rules/x.toml",
            "[[rule]]\nid = \"staffing-none\"\noverrides = [{ rule = \"x-y\", reason = { fr = \"x\", en = \"x\" } }]\n",
            "overrides the rule `x-y`, which does not exist",
        ),
        ("rules/x.toml", "[[rule]]\nid = \"need-seo\"\nwhen.goals_any = [\"seoo\"]\n", "unknown goal `seoo`"),
        (
            "rules/x.toml",
            "[[rule]]\nid = \"need-seo\"\nvalid_to = \"2020-01-01\"\n",
            "valid_to lies before valid_from",
        ),
        (
            "rules/x.toml",
            "[[rule]]\nid = \"need-seo\"\ncase = [{ given = { presence_stage = \"growing\", goals = [\"seoo\"] } }]\n",
            "case, /goals/0: unknown goal `seoo`",
        ),
        (
            "professions.toml",
            "[[profession]]\nid = \"photographer\"\ntask = [{ goal = \"seo\", fit = \"first\", text = { fr = \"x\", en = \"x\" }, sources = [\"atypique/N11\"] }]\n",
            "goal `seo` has two professions marked `first`",
        ),
    ] {
        let errors = refused(&[(path, text)]);
        assert!(errors.contains(expected), "{path}: {expected}\nis missing from\n{errors}");
    }
}

#[test]
fn each_defect_of_pay_data_has_its_message() {
    for (path, text, expected) in [
        (
            "pay/figures.csv",
            "id,role,level,country,region,statistic,amount,currency,period,n,as_of,source,reliability,note\nx-1.max,community-manager,,XX,,max,-5,EUR,year,,,atypique/N9,low,\n",
            "figures.csv:2",
        ),
        (
            "pay/figures.csv",
            "id,role,level,country,region,statistic,amount,currency,period,n,as_of,source,reliability,note\nx-1.max,community-manager,,XX,,max,5,EUR,year,,,nobody/N9,low,\n",
            "unknown source `nobody`",
        ),
        (
            "pay/figures.csv",
            "id,role,level,country,region,statistic,amount,currency,period,n,as_of,source,reliability,note\nx-1.max,community-manager,,FR,,max,5,EUR,year,,n.d.,atypique/N9,low,\n",
            "as_of must be YYYY",
        ),
        (
            "pay/figures.csv",
            "id,role,level,country,region,statistic,amount,currency,period,n,as_of,source,reliability,note\nx-1,community-manager,,FR,,max,5,EUR,year,,,atypique/N99,low,\n",
            "cites `atypique/N99`, a statement that does not exist",
        ),
        (
            "pay/minimum_wages.csv",
            "id,country,region,amount,currency,period,annual_hours,valid_from,valid_to,source,reliability,note_fr,note_en\nx,FR,DE-BE,12,EUR,hour,,2026-13-01,,atypique,low,,\n",
            "minimum_wages.csv:2",
        ),
        (
            "employer-cost/parameters.csv",
            "id,country,side,label_fr,label_en,rate,base,lower,upper,unit,headcount_from,headcount_to,executive,region,over,valid_from,valid_to,source,confidence,note_fr,note_en\nx,FR,employer,a,b,-1,,,,,,,,,,,,atypique,low,,\n",
            "valid_from is missing",
        ),
        (
            "pay/growth.csv",
            "id,country,kind,population,valid_from,valid_to,percent,used,source,reliability,note\nx,FR,wage-growth,all,2024-06-01,2025-06-01,3,yes,atypique,low,\n",
            "says the same thing and is still in force then",
        ),
        (
            "pay/exclusions.csv",
            "id,sets,reason,because_fr,because_en,sources,decided_on\nx,fr-bdm-2023-cmm,repeat,a,b,atypique,2026-11-21\n",
            "no figure belongs to the set `fr-bdm-2023-cmm`; did you mean `fr-bdm-2023-cm`?",
        ),
    ] {
        let errors = refused(&[(path, text)]);
        assert!(errors.contains(expected), "{path}: {expected}\nis missing from\n{errors}");
    }
}

#[test]
fn hostile_folders_are_errors_and_never_more() {
    // Too large, too many, too deep, not UTF-8, deep nesting in TOML.
    let folder = overlay(&[("goals.toml", &"#".repeat((1 << 20) + 1))]);
    assert!(Toolkit::load(Some(folder.path())).unwrap_err().to_string().contains("is larger than"));

    let folder = overlay(&[]);
    for n in 0..2_100 {
        write(&folder.path().join(format!("rules/r{n}.toml")), "");
    }
    assert!(Toolkit::load(Some(folder.path())).unwrap_err().to_string().contains("more than 2000"));

    let folder = overlay(&[(&("a/".repeat(30) + "x.toml"), "")]);
    assert!(Toolkit::load(Some(folder.path())).unwrap_err().to_string().contains("deeper than"));

    let folder = overlay(&[]);
    std::fs::write(folder.path().join("goals.toml"), b"# ok\n\xff\xfe").unwrap();
    assert!(
        Toolkit::load(Some(folder.path())).unwrap_err().to_string().contains("goals.toml:2: is not UTF-8")
    );

    for text in [
        format!("goal = {}", "[".repeat(100_000)),
        format!("goal = {}", "{a=".repeat(50_000)),
        "a.".repeat(50_000) + "b = 1",
    ] {
        assert!(refused(&[("goals.toml", &text)]).contains("goals.toml"));
    }
    // Many goals, many rules: bounded, and said so.
    let many: String = (0..200).map(|n| format!("[[goal]]\nid = \"g-{n}\"\ntheme = \"reach\"\nname = {{ fr = \"x\", en = \"x\" }}\nhelp = {{ fr = \"x\", en = \"x\" }}\nsources = [\"atypique\"]\n")).collect();
    assert!(refused(&[("goals.toml", &many)]).contains("more than 64 goals"));
    assert!(
        Toolkit::load(Some(std::path::Path::new("/nowhere/at/all")))
            .unwrap_err()
            .to_string()
            .contains("cannot be read")
    );
}

#[cfg(unix)]
#[test]
fn links_and_special_files_are_not_followed() {
    use std::os::unix::fs::symlink;
    let folder = overlay(&[]);
    symlink("/etc/passwd", folder.path().join("goals.toml")).unwrap();
    symlink(folder.path(), folder.path().join("rules")).unwrap();
    let errors = Toolkit::load(Some(folder.path())).unwrap_err().to_string();
    assert_eq!(errors.matches("is a link").count(), 2, "{errors}");
    assert!(!errors.contains("root:"));

    let folder = overlay(&[]);
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("goals.toml")).status();
    if made.is_ok_and(|status| status.success()) {
        assert!(
            Toolkit::load(Some(folder.path()))
                .unwrap_err()
                .to_string()
                .contains("neither a file nor a folder")
        );
    }
}

#[test]
fn exported_data_is_a_valid_overlay_that_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("data");
    rolecall().args(["data", "export"]).arg(&target).assert().success();
    rolecall().args(["check", "--data-dir"]).arg(&target).assert().success();
    let own = rolecall().args(["goals", "--format", "md"]).assert().get_output().stdout.clone();
    let overlaid = rolecall()
        .args(["goals", "--format", "md", "--data-dir"])
        .arg(&target)
        .assert()
        .get_output()
        .stdout
        .clone();
    let toolkit = super::toolkit();
    let version = toolkit.catalog().version();
    let body = |bytes: Vec<u8>| {
        String::from_utf8(bytes)
            .unwrap()
            .lines()
            .filter(|line| !line.contains(version))
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(body(own), body(overlaid));
    rolecall().args(["data", "export"]).arg(&target).assert().code(2);
}
