//! Files that are generated and checked in: they are current, or the test says how to refresh them.

use std::fmt::Write as _;

use serde_json::Value;

use super::{asking, rolecall, root, toolkit, up_to_date};
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

/// The published tables of the back-test: methods, then groups.
fn backtest_tables() -> String {
    let toolkit = toolkit();
    let answer: Value =
        serde_json::from_slice(&to_json(&toolkit.backtest(asking(Lang::En)).unwrap())).unwrap();
    let number = |value: &Value| format!("{:.1}", value.as_f64().unwrap());
    let text = |value: &Value, none: &str| value.as_str().unwrap_or(none).to_owned();
    let scores = |item: &Value| {
        let fields = ["median_error_percent", "p90_error_percent", "bias_percent", "inside_percent"];
        fields.map(|field| number(&item[field])).join(" | ")
    };
    let mut out = format!(
        "{} usable figures of the three roles; {} of them stand alone in their country and cannot be predicted.\n\n\
         | combined by | growth applied, % | half-life, years | figures | median error, % | p90 error, % | bias, % | inside p25-p75, % |\n\
         |---|---|---|---|---|---|---|---|\n",
        answer["figures"], answer["alone"]
    );
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
    out += "\nThe method in use, group by group:\n\n\
        | country | role | level | figures | median error, % | p90 error, % | bias, % | inside p25-p75, % |\n\
        |---|---|---|---|---|---|---|---|\n";
    for group in answer["groups"].as_array().unwrap() {
        let role = text(&group["role"], "all");
        let level = if role == "all" { "" } else { "all levels" };
        let _ = writeln!(
            out,
            "| {} | {role} | {} | {} | {} |",
            text(&group["country"], "all"),
            text(&group["level"], level),
            group["predicted"],
            scores(group)
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
