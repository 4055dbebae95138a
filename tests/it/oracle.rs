//! Our employer cost beside the official public model's. `tests/oracle/run` makes the points and runs this.

use serde_json::Value;

use rolecall::domain::text::Lang;

use super::{asking, toolkit};

/// How far whole units, and a relief in whole units taken from them, may lie from the model's unrounded amounts.
const WITHIN: f64 = 1.01;

#[test]
#[expect(clippy::print_stdout, reason = "whoever runs it wants to know how near")]
#[ignore = "needs the points that tests/oracle/run makes"]
fn french_cost_and_net_are_those_of_the_official_model() {
    let path = std::env::var("ROLECALL_ORACLE").expect("run tests/oracle/run");
    let points = std::fs::read_to_string(path).unwrap();
    let toolkit = toolkit();
    let (mut count, mut worst) = (0, 0.0_f64);
    let mut apart = Vec::new();
    for line in points.lines() {
        let point: Value = serde_json::from_str(line).unwrap();
        let answer = toolkit.employer_cost(&point["question"], asking(Lang::En)).unwrap();
        let answer = serde_json::to_value(&answer).unwrap();
        for field in ["employer_cost", "net_before_tax"] {
            // The model knows no relief of the payroll tax.
            let items = answer["items"].as_array().unwrap();
            let relief = items.iter().find(|item| item["id"] == "fr-payroll-tax-relief");
            let relief = relief
                .filter(|_| field == "employer_cost")
                .map_or(0.0, |item| item["amount"].as_f64().unwrap());
            let ours = answer[field]["amount"].as_f64().unwrap() - relief;
            let difference = (ours - point[field].as_f64().unwrap()).abs();
            worst = worst.max(difference);
            if difference > WITHIN {
                apart.push(format!(
                    "{field}: ours {ours}, theirs {}, for {}",
                    point[field], point["question"]
                ));
            }
        }
        count += 1;
    }
    println!("{count} situations, largest difference {worst:.2} EUR");
    assert!(apart.is_empty(), "{} of {count} differ:\n{}", apart.len(), apart.join("\n"));
    assert!(count > 0);
}
