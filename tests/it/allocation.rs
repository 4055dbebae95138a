//! The verdict path allocates nothing.

use super::{today, toolkit};

#[test]
fn a_verdict_from_json_text_allocates_nothing() {
    let toolkit = toolkit();
    let json = br#"{"presence_stage":"growing","goals":["retention",{"goal":"awareness","priority":"secondary"}],"employees":12,"country":"FR","region":"FR-IDF","annual_budget":{"amount":60000,"currency":"EUR"},"team":{"community_managers":0,"social_media_managers":0,"agency":false},"workload":{"channels":3,"messages_per_week":80,"posts_per_week":5},"market":"b2c"}"#;
    let day = today();
    let counted = allocation_counter::measure(|| {
        let profile = toolkit.read_profile(json, true).unwrap();
        let decision = toolkit.decide(&profile, day).unwrap();
        assert!(decision.community_manager > 0);
    });
    assert_eq!(counted.count_total, 0, "{counted:?}");
}
