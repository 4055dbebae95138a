//! Files that are generated and checked in: they are current, or the test says how to refresh them.

use std::fmt::Write as _;

use serde_json::Value;

use super::{asking, rolecall, root, toolkit, up_to_date};
use rolecall::domain::input::field::Field;
use rolecall::domain::input::questions;
use rolecall::domain::text::Lang;
use rolecall::toolkit::to_json;

#[test]
fn the_openapi_document_is_current() {
    let output = rolecall().args(["openapi"]).assert().success().get_output().stdout.clone();
    up_to_date("openapi/openapi.json", &String::from_utf8(output).unwrap());
}

#[test]
fn the_digest_of_verified_data_is_current() {
    let toolkit = toolkit();
    assert!(toolkit.verify(asking(Lang::En)).ok, "data that fails is never marked as verified");
    up_to_date("data/verified.txt", &format!("{}\n", toolkit.catalog().digest()));
}

/// The published tables of the back-test: groups, individual salaries, ratios, methods.
fn backtest_tables() -> String {
    let toolkit = toolkit();
    let answer: Value =
        serde_json::from_slice(&to_json(&toolkit.backtest(asking(Lang::En)).unwrap())).unwrap();
    let number = |value: &Value| format!("{:.1}", value.as_f64().unwrap());
    let text = |value: &Value, none: &str| value.as_str().unwrap_or(none).to_owned();
    let scores = |item: &Value| {
        let fields = ["median_error_percent", "p90_error_percent", "bias_percent"];
        fields.map(|field| number(&item[field])).join(" | ")
    };
    let share = |item: &Value| {
        let mark = if item["borne_out"] == true { "" } else { " *" };
        let [low, high] = ["low_percent", "high_percent"].map(|field| item[field].as_f64().unwrap());
        format!("{:.0}{mark} ({low:.0}-{high:.0})", item["measured_percent"].as_f64().unwrap())
    };
    let mut out = format!(
        "{} figures on the list; {} of them cannot be predicted from anything else in their country. One source lies {}% \
         from the truth as the method has it, {}% as the figures that could be tuned on give it.\n\n\
         | group | n | median error, % | p90 error, % | bias, % | held at 50 | held at 80 | held at 90 |\n\
         |---|---|---|---|---|---|---|---|\n",
        answer["figures"],
        answer["alone"],
        number(&answer["disagreement_percent"]),
        number(&answer["disagreement_fitted_percent"])
    );
    for group in answer["groups"].as_array().unwrap() {
        let name = match (group["by"].as_str().unwrap(), group["name"].as_str().unwrap()) {
            ("held-out", _) => "set apart".to_owned(),
            (by, "") => by.to_owned(),
            (by, name) => format!("{by} {name}"),
        };
        let held: Vec<String> = group["coverage"].as_array().unwrap().iter().map(share).collect();
        let _ =
            writeln!(out, "| {name} | {} | {} | {} |", group["predicted"], scores(group), held.join(" | "));
    }
    out += "\nIndividual salaries, their own survey left out:\n\n\
        | salaries | n | between p25 and p75 | between p10 and p90 | below the predicted median, % |\n\
        |---|---|---|---|---|\n";
    for item in answer["individuals"].as_array().unwrap() {
        let name = format!("{} {}", text(&item["country"], "all"), text(&item["role"], "all"));
        let below = number(&item["below_median_percent"]);
        let (quartiles, deciles) = (&item["quartiles"], &item["deciles"]);
        let (n, middle, most) = (&quartiles["n"], share(quartiles), share(deciles));
        let _ = writeln!(out, "| {name} | {n} | {middle} | {most} | {below} |");
    }
    out += "\nPay of a role over pay of social media managers:\n\n\
        | role | countries | ratio | uncertainty for one more country | in use |\n|---|---|---|---|---|\n";
    for item in answer["ratios"].as_array().unwrap() {
        let countries: Vec<&str> =
            item["countries"].as_array().unwrap().iter().map(|code| code.as_str().unwrap()).collect();
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} ± {} |",
            item["role"].as_str().unwrap(),
            countries.join(" "),
            item["ratio"],
            item["uncertainty"],
            item["ratio_in_use"],
            item["uncertainty_in_use"]
        );
    }
    out += "\nWays of making a median, on the figures that could be tuned on:\n\n\
         | combined by | growth applied, % | half-life, years | figures | median error, % | p90 error, % | bias, % |\n\
         |---|---|---|---|---|---|---|\n";
    for method in answer["methods"].as_array().unwrap() {
        let mark = if method["in_use"] == true { " (in use)" } else { "" };
        let _ = writeln!(
            out,
            "| {}{mark} | {} | {} | {} | {} |",
            method["combine"].as_str().unwrap(),
            method["growth_percent"].as_f64().unwrap(),
            method["half_life_years"].as_f64().unwrap(),
            method["predicted"],
            scores(method)
        );
    }
    out
}

#[test]
fn the_published_back_test_is_current() {
    let path = "docs/results/backtest.md";
    let page = std::fs::read_to_string(root().join(path)).unwrap();
    let (start, end) = ("<!-- back-test: written by the test suite -->\n", "<!-- /back-test -->");
    let (before, rest) = page.split_once(start).expect("the section for the back-test");
    let (_, after) = rest.split_once(end).expect("its end");
    up_to_date(path, &format!("{before}{start}\n{}\n{end}{after}", backtest_tables()));
}

/// The commands of a command with their own options: what a question takes stands in the reference of questions.
fn commands(of: &clap::Command, path: &str, out: &mut String) {
    for command in
        of.get_subcommands().filter(|command| !command.is_hide_set() && command.get_name() != "help")
    {
        let path = format!("{path} {}", command.get_name());
        let fields = questions::ALL.iter().flat_map(|(_, fields)| fields.iter());
        let mut asked: Vec<&str> = Vec::new();
        let mut waiting: Vec<&Field> = fields.collect();
        while let Some(field) = waiting.pop() {
            asked.extend(field.option.map(|option| option.long));
            waiting.extend(field.fields());
        }
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        let _ = write!(out, "\n## `{}`\n\n{about}\n", path.trim());
        let own: Vec<&clap::Arg> = command
            .get_arguments()
            .filter(|arg| !arg.is_hide_set() && !arg.is_global_set())
            .filter(|arg| !arg.get_long().is_some_and(|long| asked.contains(&long)))
            .filter(|arg| !["help", "version"].contains(&arg.get_id().as_str()))
            .collect();
        let all =
            command.get_arguments().filter(|arg| arg.get_long().is_some_and(|long| asked.contains(&long)));
        if all.count() > 0 {
            *out += "\nIts question: [every field](questions.md).\n";
        }
        options(&own, out);
        commands(command, &path, out);
    }
}

fn options(args: &[&clap::Arg], out: &mut String) {
    if args.is_empty() {
        return;
    }
    *out += "\n| option | meaning |\n| --- | --- |\n";
    for arg in args {
        let names = arg.get_value_names().unwrap_or_default();
        let value = names.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let takes = arg.get_action().takes_values();
        let name = match arg.get_long() {
            Some(long) if takes => format!("--{long} {value}"),
            Some(long) => format!("--{long}"),
            None => value,
        };
        let mut meaning = arg.get_help().map(ToString::to_string).unwrap_or_default();
        let values: Vec<String> = arg
            .get_possible_values()
            .iter()
            .filter(|value| !value.is_hide_set() && takes)
            .map(|value| format!("`{}`", value.get_name()))
            .collect();
        if !values.is_empty() {
            let _ = write!(meaning, ": {}", values.join(", "));
        }
        let defaults = arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned());
        let defaults: Vec<String> = defaults.filter(|_| takes).collect();
        if !defaults.is_empty() {
            let _ = write!(meaning, " (`{}` unless given)", defaults.join(","));
        }
        if let Some(variable) = arg.get_env() {
            let _ = write!(meaning, "; `{}`", variable.to_string_lossy());
        }
        let _ = writeln!(out, "| `{}` | {} |", name.trim(), meaning.replace('|', "\\|").replace('\n', " "));
    }
}

#[test]
fn the_reference_of_commands_is_current() {
    let command = rolecall::cli::command(Lang::En);
    let mut out = "# Commands\n\nThis page lists every command with its options. It is made from the program; `UPDATE=1 cargo test` writes it again.\nThe fields of questions, which are options too, have [a page of their own](questions.md).\n\n## Options of every command\n"
        .to_owned();
    let everywhere: Vec<&clap::Arg> =
        command.get_arguments().filter(|arg| arg.is_global_set() && !arg.is_hide_set()).collect();
    options(&everywhere, &mut out);
    commands(&command, "", &mut out);
    up_to_date("docs/reference/commands.md", &out);
}
