//! Which data the service takes into use: at the start, after a signal, when a folder changes.

use std::path::Path;
use std::process::Stdio;

use serde_json::Value;

use super::process::{Server, serve, until};
use super::{goal, overlay, rolecall, write};

fn request_id(head: &str) -> String {
    head.split("x-request-id: ").nth(1).unwrap().lines().next().unwrap().to_owned()
}

#[test]
fn new_data_answer_after_a_signal_and_bad_data_never_do() {
    let folder = overlay(&[("goals.toml", &goal("Erstes"))]);
    let server = Server::start(&["--data-dir", folder.path().to_str().unwrap()]);
    // A signal in the first moment is heeded like any other; it does not end the process.
    server.signal("HUP");
    let reloads = |result: &str, times: u32| {
        let line = format!("rolecall_data_reloads_total{{result=\"{result}\"}} {times}\n");
        server.get("/metrics").2.contains(&line)
    };
    until("the data are read again", || reloads("succeeded", 1));
    let names = |name: &str| server.get("/v1/goals").2.contains(name);
    let ready = || serde_json::from_str::<Value>(&server.get("/readyz").2).unwrap()["status"].clone();
    let first = request_id(&server.get("/v1/goals").1);
    assert!(names("Erstes"));
    assert_eq!(ready(), "ok");

    write(&folder.path().join("goals.toml"), &goal("Zweites"));
    assert!(names("Erstes"), "nothing is read again unasked");
    server.signal("HUP");
    until("the new data answer", || names("Zweites"));
    let (_, head, _) = server.get("/v1/goals");
    assert!(request_id(&head) > first, "ids go on: a log must not hold one twice");

    write(&folder.path().join("goals.toml"), "# fine\n[[goal]\n");
    server.signal("HUP");
    until("the failure shows", || ready() == "stale-data");
    assert!(names("Zweites"), "the data in use stay");
    let told = || server.logged("the data in the folder cannot be used");
    until("the log says why", || told().is_some());
    let error = told().unwrap();
    assert_eq!(error["level"], "ERROR");
    assert!(error["fields"]["errors"].as_str().unwrap().contains("goals.toml:2"), "{error}");
    // Wrong in meaning is as wrong as wrong in form.
    write(&folder.path().join("goals.toml"), &goal("Drittes"));
    write(
        &folder.path().join("rules/x.toml"),
        "[[rule]]\nid = \"verdict-both-material\"\nstatus = \"withdrawn\"\n",
    );
    server.signal("HUP");
    until("it fails again", || reloads("failed", 2));
    assert!(names("Zweites"));
    assert_eq!(ready(), "stale-data");

    std::fs::remove_file(folder.path().join("rules/x.toml")).unwrap();
    server.signal("HUP");
    until("the repaired data answer", || names("Drittes"));
    until("all is well again", || ready() == "ok" && reloads("succeeded", 3));
    let metrics = server.get("/metrics").2;
    assert!(metrics.contains("rolecall_data_loads_total 4\n"), "{metrics}");
    assert_eq!(metrics.matches("rolecall_data_info{").count(), 1, "{metrics}");
}

#[test]
fn a_watched_folder_is_read_again_by_itself() {
    let folder = overlay(&[("goals.toml", &goal("Erstes"))]);
    let server = Server::start(&["--watch", "--data-dir", folder.path().to_str().unwrap()]);
    let names = |name: &str| server.get("/v1/goals").2.contains(name);
    assert!(names("Erstes"));
    // The watch may begin a moment after the service: write until it is seen.
    let mut turn = 0_u32;
    until("the change is seen", || {
        if turn.is_multiple_of(100) {
            write(&folder.path().join("goals.toml"), &goal("Zweites"));
        }
        turn += 1;
        names("Zweites")
    });
    // As editors and deployments do it: written aside, then renamed; and a file in a new folder.
    write(&folder.path().join("goals.new"), &goal("Drittes"));
    std::fs::rename(folder.path().join("goals.new"), folder.path().join("goals.toml")).unwrap();
    until("the renamed file is seen", || names("Drittes"));
    write(&folder.path().join("rules/x.toml"), "nonsense");
    until("the failure shows", || server.get("/readyz").2.contains("stale-data"));
    assert!(names("Drittes"));
}

const BROKEN_PAGE: (&str, &str) = (
    "templates/web/home.html.j2",
    "{% extends \"web/base.html.j2\" %}\n{% block main %}{{ nothing.here }}{% endblock %}\n",
);

#[test]
fn a_page_that_cannot_be_written_is_found_by_check_and_not_served() {
    let folder = overlay(&[BROKEN_PAGE]);
    let found = rolecall().args(["check", "--data-dir"]).arg(folder.path()).assert().code(1);
    let found = String::from_utf8(found.get_output().stdout.clone()).unwrap();
    assert!(found.starts_with("templates/web/home.html.j2: undefined value"), "{found}");
    let output =
        serve(&["--data-dir", folder.path().to_str().unwrap()]).stderr(Stdio::piped()).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("templates/web/home.html.j2: undefined value"), "{told}");
}

#[test]
fn a_page_that_cannot_be_written_is_refused_at_reload() {
    let folder = overlay(&[("goals.toml", &goal("Erstes"))]);
    let server = Server::start(&["--data-dir", folder.path().to_str().unwrap()]);
    write(&folder.path().join(BROKEN_PAGE.0), BROKEN_PAGE.1);
    write(&folder.path().join("goals.toml"), &goal("Zweites"));
    server.signal("HUP");
    until("it is refused", || server.measures("rolecall_data_reloads_total{result=\"failed\"} 1"));
    let told = || server.logged("the data in the folder cannot be used");
    until("the log says why", || told().is_some());
    assert!(told().unwrap()["fields"]["errors"].as_str().unwrap().contains("home.html.j2"));
    assert_eq!(server.get("/fr/").0, 200);
    assert!(server.get("/v1/goals").2.contains("Erstes") && server.get("/readyz").2.contains("stale-data"));
    // Nobody has asked for the pages of the check.
    assert!(!server.get("/metrics").2.contains("/fr/hire"));
    std::fs::remove_file(folder.path().join(BROKEN_PAGE.0)).unwrap();
    server.signal("HUP");
    until("the mended data answer", || server.get("/v1/goals").2.contains("Zweites"));
    until("all is well again", || server.get("/readyz").2.contains("\"ok\""));
}

#[test]
fn every_page_template_is_written_by_the_check() {
    // Each template with something undefined at its end, or in its first block, must be found.
    let mut unfound = Vec::new();
    let mut templates = Vec::new();
    for folder in
        ["templates/web", "templates/web/hire", "templates/web/draft", "templates/web/embed", "templates/job"]
    {
        for entry in std::fs::read_dir(super::root().join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            // Parts that begin with an underscore hold macros, or are included by those that do not.
            if !name.starts_with('_') && name.contains(".j2") {
                templates.push(format!("{folder}/{name}"));
            }
        }
    }
    assert!(templates.len() > 18, "{templates:?}");
    // All at once: a page that fails does not hide another one.
    let broken: Vec<(String, String)> = templates
        .iter()
        .map(|path| {
            let text = std::fs::read_to_string(super::root().join(path)).unwrap();
            let wrong = "{{ nothing.here }}";
            let text = match text.find("{% block main %}") {
                Some(at) => {
                    let at = at + "{% block main %}".len();
                    format!("{}{wrong}{}", &text[..at], &text[at..])
                }
                None => format!("{text}{wrong}"),
            };
            (path.clone(), text)
        })
        .filter(|(path, _)| !path.ends_with("base.html.j2"))
        .collect();
    // Pages show documents: a document that fails is found apart from them.
    let of_documents = |path: &str| path.starts_with("templates/job/") && path.ends_with(".md.j2");
    let mut found = String::new();
    for documents in [true, false] {
        let files = broken.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        let files: Vec<(&str, &str)> = files.filter(|(path, _)| of_documents(path) == documents).collect();
        let folder = overlay(&files);
        let checked = rolecall().args(["check", "--data-dir"]).arg(folder.path()).assert().code(1);
        found += &String::from_utf8_lossy(&checked.get_output().stdout);
    }
    for (path, _) in &broken {
        if !found.lines().any(|line| line.contains(path.trim_start_matches("templates/"))) {
            unfound.push(path.clone());
        }
    }
    assert!(unfound.is_empty(), "{unfound:?}\n{found}");
}

/// A service that watches `data` in a folder, first filled by `fill`.
fn watching(home: &Path) -> Server {
    let server = Server::start(&["--watch", "--data-dir", home.join("data").to_str().unwrap()]);
    assert!(names(&server, "Erstes"));
    server
}

fn fill(folder: &Path, name: &str) {
    write(&folder.join("goals.toml"), &goal(name));
}

/// Whether a goal has this name.
fn names(server: &Server, name: &str) -> bool {
    server.get("/v1/goals").2.contains(name)
}

#[test]
fn a_watched_link_may_be_switched() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    fill(&at("one"), "Erstes");
    std::os::unix::fs::symlink(at("one"), at("data")).unwrap();
    let server = watching(home.path());
    fill(&at("two"), "Zweites");
    std::os::unix::fs::symlink(at("two"), at("next")).unwrap();
    std::fs::rename(at("next"), at("data")).unwrap();
    until("the other folder is seen", || names(&server, "Zweites"));
    fill(&at("two"), "Drittes");
    until("changes in it are seen", || names(&server, "Drittes"));
}

#[test]
fn a_watched_folder_may_be_deleted_and_made_again() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    fill(&data, "Erstes");
    let server = watching(home.path());
    std::fs::remove_dir_all(&data).unwrap();
    fill(&data, "Zweites");
    until("the new folder is seen", || names(&server, "Zweites"));
    fill(&data, "Drittes");
    until("changes in it are seen", || names(&server, "Drittes"));
    until("all is well", || server.get("/readyz").2.contains("\"ok\""));
}

#[test]
fn a_watched_folder_may_be_moved_away_and_replaced() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    fill(&at("data"), "Erstes");
    fill(&at("other"), "Zweites");
    let server = watching(home.path());
    std::fs::rename(at("data"), at("old")).unwrap();
    std::fs::rename(at("other"), at("data")).unwrap();
    until("the folder moved there is seen", || names(&server, "Zweites"));
    fill(&at("data"), "Drittes");
    until("changes in it are seen", || names(&server, "Drittes"));
    until("all is well", || server.get("/readyz").2.contains("\"ok\""));
}
