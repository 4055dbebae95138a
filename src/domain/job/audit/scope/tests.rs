use proptest::prelude::*;

use super::super::tiny;
use super::*;
use crate::domain::job::fold::fold;
use crate::domain::job::lists::List;

/// A text as an audit folds it.
fn folded(data: &JobData, text: &str) -> Folded {
    fold(text, data.lists.of(List::NameBeginnings))
}

/// Reads an English ad with the tiny lexicon.
fn scope_of(text: &str, title: Option<&str>) -> Scope {
    let data = tiny::data(Vec::new(), Vec::new());
    read(&data, &folded(&data, text), title, Lang::En, &Work::unhurried()).unwrap()
}

/// An ad that lists these tasks below a heading.
fn tasks(lines: &[&str]) -> Scope {
    titled(None, lines)
}

fn titled(title: Option<&str>, lines: &[&str]) -> Scope {
    let list: String = lines.iter().map(|line| format!("- {line}\n")).collect();
    scope_of(&format!("# An ad\n\n## Missions\n\n{list}"), title)
}

/// The activities found, in order of place.
fn found(scope: &Scope) -> Vec<&'static str> {
    const IDS: [&str; 10] = [
        "moderate",
        "run-community",
        "answer-messages",
        "define-strategy",
        "run-advertising",
        "create-content",
        "produce-content",
        "build-site",
        "hire-people",
        "take-pictures",
    ];
    scope.passages.iter().map(|passage| IDS[usize::from(passage.activity)]).collect()
}

#[track_caller]
fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
}

/// The points of community, social and content manager.
#[track_caller]
fn counts(scope: &Scope, community: f64, social: f64, content: f64) {
    near(scope.points.community, community);
    near(scope.points.social, social);
    near(scope.points.content, content);
}

#[test]
fn an_activity_counts_its_weight_for_its_owners() {
    counts(&tasks(&["Answer messages."]), 2.0, 0.0, 0.0);
    counts(&tasks(&["Own the social strategy."]), 0.0, 3.0, 0.0);
    counts(&tasks(&["Run ads."]), 0.5, 1.5, 0.0);
    counts(&tasks(&["Create content."]), 0.0, 0.5, 0.5);
    let other = tasks(&["Build the site.", "Hire people."]);
    near(other.points.others["web-developer"], 2.0);
    near(other.points.others["recruiter"], 2.0);
    near(other.points.other(), 4.0);
    near(other.points.owned(), 4.0);
}

#[test]
fn a_sentence_in_which_nothing_is_known_counts_for_nobody() {
    let scope = tasks(&["Water the plants.", "Answer messages."]);
    near(scope.points.neither, 1.0);
    counts(&scope, 2.0, 0.0, 0.0);
}

#[test]
fn what_one_sentence_names_beside_the_weightiest_counts_half() {
    // 2 + 2 / 2 for one owner; another owner's work in the same sentence counts in full.
    counts(&tasks(&["Answer messages and moderate."]), 3.0, 0.0, 0.0);
    counts(&tasks(&["Answer messages and set the social strategy."]), 2.0, 3.0, 0.0);
}

#[test]
fn what_is_said_again_counts_less_and_less() {
    let scope = tasks(&["Answer messages.", "Answer messages.", "Answer messages."]);
    counts(&scope, 2.0 + 2.0 / 2.0_f64.sqrt() + 2.0 / 3.0_f64.sqrt(), 0.0, 0.0);
}

#[test]
fn where_it_stands_says_how_much_it_counts() {
    let below = |heading: &str, line: &str| {
        let text = format!("# An ad\n\n## Missions\n\n- Water the plants\n\n## {heading}\n\n- {line}\n");
        scope_of(&text, None).points.community
    };
    near(below("Profile", "Answer messages"), 2.0 * 0.2);
    near(below("Nice to have", "Answer messages"), 2.0 * 0.05);
    near(below("About us", "Answer messages"), 0.0);
    near(below("Missions", "Answer messages"), 2.0);
    near(below("Missions", "Ideally answer messages"), 2.0 * 0.2);
    // A heading that says nothing known: beside tasks it counts less than without.
    near(below("Odds and ends", "Answer messages"), 2.0 * 0.4);
    near(scope_of("An ad without headings.\n\nYou answer messages all day.", None).points.community, 2.0);
}

#[test]
fn words_that_belong_together_must_stand_near_one_another() {
    assert_eq!(found(&tasks(&["The strategy for everything social."])), ["define-strategy"]);
    let far = format!("The strategy {} and social.", "of this and that house ".repeat(5));
    assert_eq!(found(&tasks(&[&far])), [""; 0]);
    // They must stand in one sentence, too.
    assert_eq!(found(&tasks(&["A strategy.", "Social."])), [""; 0]);
}

#[test]
fn what_is_denied_or_a_colleagues_is_no_task() {
    assert_eq!(found(&tasks(&["You do not answer messages."])), [""; 0]);
    assert_eq!(found(&tasks(&["You work alongside those who answer messages."])), [""; 0]);
    // Farther on, or behind a comma, the negation says nothing of it.
    assert_eq!(found(&tasks(&["No office hours, you answer messages."])), ["answer-messages"]);
    assert_eq!(
        found(&tasks(&["We do not mind when and from which place in the world you answer messages."])),
        ["answer-messages"]
    );
    assert_eq!(found(&tasks(&["Not only answer messages."])), ["answer-messages"]);
}

#[test]
fn the_name_of_a_job_is_no_task() {
    assert_eq!(found(&tasks(&["Manage the community."])), ["run-community"]);
    assert_eq!(found(&tasks(&["Work with the community manager."])), [""; 0]);
}

#[test]
fn a_heading_lends_its_words_to_what_stands_below() {
    let text = |heading: &str, line: &str| format!("# An ad\n\n## Missions\n\n### {heading}\n\n- {line}\n");
    assert_eq!(found(&scope_of(&text("Social", "Own the strategy"), None)), ["define-strategy"]);
    // What is common to every job is not completed that way.
    assert_eq!(found(&scope_of(&text("Community", "Manage things"), None)), [""; 0]);
}

#[test]
fn a_general_activity_gives_way_to_a_special_one_beside_it() {
    assert_eq!(found(&tasks(&["Create content and produce videos."])), ["produce-content"]);
    assert_eq!(found(&tasks(&["Create content.", "Produce videos."])), ["create-content", "produce-content"]);
}

#[test]
fn moderating_alone_is_another_profession() {
    let scope = tasks(&["Moderate comments.", "Moderate the forum."]);
    near(scope.points.community, 0.0);
    near(scope.work.others["content-moderator"], 2.0);
    assert_eq!(scope.described, Described::Other);
    // With a community's life beside it, it is not.
    let scope = tasks(&["Moderate comments.", "Answer messages."]);
    counts(&scope, 4.0, 0.0, 0.0);
    assert_eq!(scope.described, Described::CommunityManager);
    // 3.4 to 2: below twice as much.
    let lines = ["Moderate comments.", "Moderate comments.", "Answer messages."];
    assert_eq!(tasks(&lines).described, Described::CommunityManager);
}

#[test]
fn every_task_sentence_is_one_of_somebodys() {
    let scope = tasks(&["Answer messages.", "Run ads.", "Build the site.", "Water the plants."]);
    near(scope.work.community, 1.25);
    near(scope.work.social, 0.75);
    near(scope.work.others["web-developer"], 1.0);
    near(scope.work.neither, 1.0);
}

#[test]
fn what_lists_much_in_one_breath_counts_more() {
    let work = |words: usize| {
        let sentence = format!("Answer messages{}.", " here".repeat(words - 2));
        tasks(&[&sentence]).work.community
    };
    near(work(2), 1.0);
    near(work(8), 1.0);
    near(work(32), 2.0);
}

#[test]
fn a_role_leads_alone_from_seven_tenths() {
    let described = |lines: &[&str]| tasks(lines).described;
    let strategy = "Own the social strategy.";
    assert_eq!(described(&["Answer messages.", strategy]), Described::Both, "1 to 1");
    let community = ["Answer messages.", "Manage the community.", "Moderate.", strategy];
    assert_eq!(described(&community), Described::CommunityManager, "3 to 1");
    assert_eq!(described(&[&community[..], &[strategy]].concat()), Described::Both, "3 to 2");
    assert_eq!(described(&[strategy, "Run ads."]), Described::SocialMediaManager, "0.25 to 1.75");
    assert_eq!(described(&["Produce videos.", "Produce videos."]), Described::ContentManager);
}

#[test]
fn what_does_not_tell_the_tasks_is_undetermined() {
    assert_eq!(tasks(&["Water the plants."]).described, Described::Undetermined);
    assert_eq!(tasks(&[]).confidence, Grade::Low);
    let aside =
        scope_of("# An ad\n\n## Missions\n\n- Water the plants\n\n## Profile\n\n- Answer messages\n", None);
    assert_eq!(aside.described, Described::Undetermined, "what is asked of the person is no task");
    assert_eq!(tasks(&["Answer messages."]).described, Described::CommunityManager);
}

#[test]
fn another_profession_must_do_as_much_as_the_roles_or_nearly() {
    // 1 and eleven twentieths of it again are 1.55 beside 1; beside 3 they are about half of it.
    assert_eq!(tasks(&["Answer messages.", "Build the site."]).described, Described::Other);
    let three = ["Answer messages.", "Manage the community.", "Moderate.", "Build the site."];
    assert_eq!(tasks(&three).described, Described::CommunityManager);
    // The first of several others counts in full, all of them 0.55: 1 + 0.55 × 3 are 2.65 beside 4, and beside 3.
    let many = [&three[..], &["Answer messages.", "Hire people.", "Take pictures."]].concat();
    assert_eq!(tasks(&many).described, Described::CommunityManager);
    assert_eq!(
        tasks(&[&three[..], &["Hire people.", "Take pictures."]].concat()).described,
        Described::Other
    );
}

#[test]
fn the_title_says_nothing_of_the_tasks() {
    let lines = ["Answer messages.", "Own the social strategy.", "Moderate.", "Build the site."];
    let without = tasks(&lines);
    for title in ["Social media manager", "Community manager", "Web developer", "Content moderator", "Both"] {
        let scope = titled(Some(title), &lines);
        assert_eq!((scope.described, scope.confidence), (without.described, without.confidence), "{title}");
    }
}

#[test]
fn titles_are_read_by_their_longest_name() {
    let says = |title: &str| scope_of("Text.", Some(title)).title.unwrap().says;
    let is = |id: &str| Some(id.to_owned());
    assert_eq!(says("Social media manager (m/f)"), is("social-media-manager"));
    assert_eq!(says("Community manager and social media manager"), is("both"));
    // The networks are where, the profession is what.
    assert_eq!(says("Social media recruiter"), is("recruiter"));
    assert_eq!(says("Gardener"), None);
    let reading = scope_of("Text.", Some("Recruiter")).title.unwrap();
    assert_eq!(reading.role(), Some(Described::Other));
    let long = "x".repeat(500);
    assert_eq!(scope_of("Text.", Some(&long)).title.unwrap().text.len(), 200);
}

#[test]
fn a_title_is_found_near_the_top_of_the_text() {
    let scope = scope_of("# Community manager\n\n## Missions\n\n- Answer messages\n", None);
    assert_eq!(scope.title_block, Some(0));
    assert_eq!(scope.title.unwrap().says.as_deref(), Some("community-manager"));
    let item = scope_of("Hello.\n\n- Community manager\n", None);
    assert_eq!(item.title, None, "an item of a list is no title");
}

#[test]
fn how_sure_it_is_depends_on_evidence_and_distance() {
    assert_eq!(tasks(&["Answer messages."]).confidence, Grade::Low);
    let three = ["Answer messages.", "Manage the community.", "Moderate."];
    assert_eq!(tasks(&three).confidence, Grade::Medium);
    let six = [&three[..], &three[..]].concat();
    assert_eq!(tasks(&six).confidence, Grade::High);
    // 4 to 2 lie two in a hundred from the edge.
    let near = [&three[..], &["Moderate.", "Own the social strategy.", "Own the social strategy."]].concat();
    assert_eq!(tasks(&near).confidence, Grade::Low);
}

#[test]
fn skills_alone_are_no_sure_sign_of_the_work() {
    let skills = "# An ad\n\n## Profile\n\n- Answer messages\n- Manage the community\n- Moderate\n- Moderate\n- Answer messages\n- Moderate\n- Answer messages\n";
    let scope = scope_of(skills, None);
    assert_eq!((scope.described, scope.confidence), (Described::CommunityManager, Grade::Low));
    assert!(!scope.states_tasks());
    let scope = scope_of(&skills.replace("Profile", "Missions"), None);
    assert_eq!(scope.confidence, Grade::High);
}

#[test]
fn signs_are_noted_where_they_first_stand() {
    let text = "# An ad\n\nA permanent post.\n\nStill permanent. Salary: 30 000.\n";
    let scope = scope_of(text, None);
    let folded = folded(&tiny::data(Vec::new(), Vec::new()), text);
    let place = scope.cues[&Cue::Contract].clone();
    assert_eq!(&folded.text[place.clone()], "permanent");
    assert_eq!(place.start, folded.text.find("permanent").unwrap());
    assert_eq!(scope.pay_cues.len(), 1);
    assert!(scope.sentences.iter().any(|sentence| sentence.cues & bit(Cue::PayWord) != 0));
}

proptest! {
    /// Points never shrink below nothing, passages lie in the text and in order, and the title is no longer than a line.
    #[test]
    fn any_text_is_read(lines in prop::collection::vec(prop::sample::select(vec![
        "# Missions", "## Profile", "- Answer messages", "- Moderate", "Own the social strategy", "You do not", "build the site", "Run ads.", "", "Community manager", "é·è", "salary 30k",
    ]), 0..30), title in prop::option::of("\\PC{0,300}")) {
        let text = lines.join("\n");
        let folded = folded(&tiny::data(Vec::new(), Vec::new()), &text);
        let scope = scope_of(&text, title.as_deref());
        for points in [scope.points.community, scope.points.social, scope.points.content, scope.points.other(), scope.points.neither] {
            prop_assert!(points >= -1e-9, "{:?}", scope.points);
        }
        for passage in &scope.passages {
            prop_assert!(folded.text.get(passage.range.clone()).is_some());
            prop_assert!(passage.points > 0.0);
        }
        let total: f64 = scope.passages.iter().map(|passage| passage.points).sum();
        prop_assert!((scope.points.owned() - total).abs() < 1e-6, "{} {total}", scope.points.owned());
        prop_assert!(scope.title.is_none_or(|title| title.text.chars().count() <= 200));
    }
}
