//! Files that are generated and checked in: they are current, or the test says how to refresh them.

use super::{asking, rolecall, toolkit, up_to_date};
use rolecall::domain::text::Lang;

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
