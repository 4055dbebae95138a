//! What is asked of job texts: audits and drafts.

use super::{
    ADDRESSES, AUDIT_FOR, CITY, CONTRACTS, COUNTRY, CURRENCY, FORMATS, GRADES, IN_THE_BRIEF, IN_THE_TEXT,
    LANGUAGES, LEVEL, LINE, MAX_EMPLOYEES, MAX_YEARLY, PAY, PAYMENTS, PERIOD, ROLE, STAGES, TONES, YEARS,
};
use crate::domain::input::field::{Face, Field, Kind, Object, Unit};
use crate::domain::message::ids;

/// Why the context of an audit is not echoed.
const IN_THE_HEAD: (Face, &str) = (Face::Echo, "the head of the report says how the ad was read");

/// An ad, and what is known about it.
pub const AUDIT: &[Field] = &[
    Field::new("text", Kind::Text, ids::ABOUT_AUDIT_TEXT)
        .ask(ids::FIELD_TEXT_ASK)
        .form("text", ids::FIELD_AUDIT_TEXT)
        .absent(&[(Face::Option, "the command line takes files"), IN_THE_HEAD]),
    Field::new("format", Kind::Choice(&FORMATS), ids::ABOUT_FORMAT).absent(&[
        (Face::Option, "the name of the file says it"),
        (Face::Form, "pasted text is plain; the name of a file says its form"),
        IN_THE_HEAD,
    ]),
    Field::new("title", Kind::Line { most: 0 }, ids::ABOUT_TITLE)
        .form("main", ids::FIELD_TITLE)
        .option("title", "TITLE")
        .absent(&[IN_THE_HEAD]),
    COUNTRY.about(ids::ABOUT_AUDIT_COUNTRY).absent(&[IN_THE_HEAD]),
    Field::new("region", Kind::Regions, ids::ABOUT_AUDIT_REGION)
        .option("region", "CODE")
        .example("FR-IDF")
        .absent(&[
            (Face::Form, "people type a city, which says its region; links carry the region"),
            IN_THE_HEAD,
        ]),
    CITY,
    Field::new("employees", Kind::Whole { from: 0, to: MAX_EMPLOYEES }, ids::ABOUT_AUDIT_EMPLOYEES)
        .form("main", ids::FIELD_HEADCOUNT)
        .option("employees", "N")
        .absent(&[IN_THE_HEAD]),
    Field::new("for", Kind::Choice(&AUDIT_FOR), ids::ABOUT_FOR)
        .form("main", ids::FIELD_FOR)
        .none(ids::FIELD_EMPLOYER)
        .option("for", "WHO")
        .absent(&[IN_THE_HEAD]),
    Field::new("language", Kind::Choice(&LANGUAGES), ids::ABOUT_LANGUAGE)
        .form("main", ids::FIELD_LANGUAGE)
        .none(ids::FIELD_LANGUAGE_NONE)
        .option("ad-lang", "LANG")
        .absent(&[IN_THE_HEAD]),
];

/// A draft to be written.
pub const DRAFT: &[Field] = &[
    ROLE.none(ids::FIELD_DRAFT_LEVEL_NONE).absent(&[IN_THE_TEXT]),
    LEVEL.about(ids::ABOUT_DRAFT_LEVEL).absent(&[IN_THE_TEXT]),
    YEARS.absent(&[IN_THE_TEXT]),
    Field::new("language", Kind::Choice(&LANGUAGES), ids::ABOUT_DRAFT_LANGUAGE)
        .form("main", ids::FIELD_DRAFT_LANGUAGE)
        .none(ids::FIELD_DRAFT_LANGUAGE_NONE)
        .absent(&[(Face::Option, "--lang is the language of the document"), IN_THE_TEXT]),
    Field::new("both", Kind::Flag, ids::ABOUT_BOTH)
        .form("main", ids::FIELD_BOTH)
        .option("both", "")
        .absent(&[IN_THE_TEXT]),
    Field::new("strict", Kind::Flag, ids::ABOUT_STRICT)
        .option("strict", "")
        .absent(&[(Face::Form, "the page lists what the law requires beside the draft"), IN_THE_TEXT]),
    Field::new(
        "brief",
        Kind::Object(&Object {
            schema: "Brief",
            about: "What is known about a post. Everything is optional.",
            fields: BRIEF,
        }),
        ids::ABOUT_BRIEF,
    )
    .absent(&[(Face::Option, "--brief reads it from a file"), IN_THE_TEXT]),
];

const fn of_brief(field: Field) -> Field {
    field.absent(&[IN_THE_BRIEF, IN_THE_TEXT])
}

/// What is known about a post. Everything is optional: what is missing becomes a gap.
pub const BRIEF: &[Field] = &[
    of_brief(Field::new(
        "company",
        Kind::Object(&Object { schema: "BriefCompany", about: "Who hires.", fields: COMPANY }),
        ids::ABOUT_COMPANY,
    ))
    .part("company"),
    of_brief(Field::new(
        "place",
        Kind::Object(&Object { schema: "BriefPlace", about: "Where the post is.", fields: POST_PLACE }),
        ids::ABOUT_PLACE,
    ))
    .part("company"),
    of_brief(Field::new("remote_days", Kind::Whole { from: 0, to: 5 }, ids::ABOUT_REMOTE_DAYS))
        .form("company", ids::FIELD_REMOTE_DAYS),
    of_brief(Field::new("fully_remote", Kind::Flag, ids::ABOUT_FULLY_REMOTE))
        .form("company", ids::FIELD_FULLY_REMOTE),
    of_brief(Field::new("contract", Kind::Choice(&CONTRACTS), ids::ABOUT_CONTRACT))
        .form("main", ids::FIELD_CONTRACT),
    of_brief(Field::new("duration_months", Kind::Whole { from: 1, to: 60 }, ids::ABOUT_DURATION_MONTHS))
        .form("main", ids::FIELD_DURATION_MONTHS),
    of_brief(Field::new(
        "hours_per_week",
        Kind::Number { from: 1.0, to: 60.0 },
        ids::ABOUT_BRIEF_HOURS_PER_WEEK,
    ))
    .form("main", ids::FIELD_BRIEF_HOURS_PER_WEEK),
    of_brief(Field::new("week", Kind::Lines, ids::ABOUT_WEEK)).form("main", ids::FIELD_WEEK),
    of_brief(Field::new("start_date", Kind::Day, ids::ABOUT_START_DATE)).form("main", ids::FIELD_START_DATE),
    of_brief(Field::new("presence_stage", Kind::Choice(&STAGES), ids::ABOUT_BRIEF_PRESENCE_STAGE))
        .form("goals", ids::FIELD_PRESENCE_STAGE),
    of_brief(Field::new("goals", Kind::Goals { any: false }, ids::ABOUT_BRIEF_GOALS))
        .form("goals", ids::FIELD_GOALS),
    of_brief(Field::new(
        "pay",
        Kind::Pay(&Object {
            schema: "BriefPayGiven",
            about: "A range, one end of it or a fixed amount, gross.",
            fields: POST_PAY,
        }),
        ids::ABOUT_PAY,
    ))
    .part("pay"),
    of_brief(Field::new("budget", Kind::Whole { from: 1, to: MAX_YEARLY }, ids::ABOUT_BRIEF_BUDGET))
        .unit(Unit::Money)
        .form("pay-more", ids::FIELD_BRIEF_BUDGET),
    of_brief(Field::new("diploma", LINE, ids::ABOUT_DIPLOMA)).form("learning", ids::FIELD_DIPLOMA),
    of_brief(Field::new("school", LINE, ids::ABOUT_SCHOOL)).form("learning", ids::FIELD_SCHOOL),
    of_brief(Field::new("rhythm", LINE, ids::ABOUT_RHYTHM)).form("learning", ids::FIELD_RHYTHM),
    of_brief(Field::new("tutor", LINE, ids::ABOUT_TUTOR)).form("learning", ids::FIELD_TUTOR),
    of_brief(Field::new("other_compensation", LINE, ids::ABOUT_OTHER_COMPENSATION))
        .form("pay-more", ids::FIELD_OTHER_COMPENSATION),
    of_brief(Field::new("collective_agreement", LINE, ids::ABOUT_COLLECTIVE_AGREEMENT))
        .form("legal", ids::FIELD_COLLECTIVE_AGREEMENT),
    of_brief(Field::new("pays_more", Kind::YesNo, ids::ABOUT_PAYS_MORE)).form("legal", ids::FIELD_PAYS_MORE),
    of_brief(Field::new("benefits", Kind::Lines, ids::ABOUT_BRIEF_BENEFITS))
        .form("pay-more", ids::FIELD_BRIEF_BENEFITS),
    of_brief(Field::new("tools", Kind::Lines, ids::ABOUT_TOOLS)).form("team", ids::FIELD_TOOLS),
    of_brief(Field::new("platforms", Kind::Lines, ids::ABOUT_PLATFORMS)).form("team", ids::FIELD_PLATFORMS),
    of_brief(Field::new("languages", Kind::Languages, ids::ABOUT_BRIEF_LANGUAGES))
        .form("team", ids::FIELD_BRIEF_LANGUAGES),
    of_brief(Field::new("team", LINE, ids::ABOUT_BRIEF_TEAM)).form("team", ids::FIELD_TEAM),
    of_brief(Field::new("reports_to", LINE, ids::ABOUT_REPORTS_TO)).form("team", ids::FIELD_REPORTS_TO),
    Field::new("leave_out", Kind::Lines, ids::ABOUT_LEAVE_OUT).absent(&[
        IN_THE_BRIEF,
        IN_THE_TEXT,
        (Face::Form, "the page lists the missions of the draft, each with a box"),
    ]),
    of_brief(Field::new("process", Kind::Lines, ids::ABOUT_PROCESS)).form("legal", ids::FIELD_PROCESS),
    of_brief(Field::new("closing_date", Kind::Day, ids::ABOUT_CLOSING_DATE))
        .form("legal", ids::FIELD_CLOSING_DATE),
    of_brief(Field::new("date_posted", Kind::Day, ids::ABOUT_DATE_POSTED))
        .form("legal", ids::FIELD_DATE_POSTED),
    of_brief(Field::new("contact", LINE, ids::ABOUT_CONTACT)).form("legal", ids::FIELD_CONTACT),
    of_brief(Field::new("reference", LINE, ids::ABOUT_REFERENCE)).form("legal", ids::FIELD_REFERENCE),
    of_brief(Field::new("ai_screening", Kind::YesNo, ids::ABOUT_AI_SCREENING))
        .form("legal", ids::FIELD_AI_SCREENING),
    of_brief(Field::new("existing_vacancy", Kind::YesNo, ids::ABOUT_EXISTING_VACANCY))
        .form("legal", ids::FIELD_EXISTING_VACANCY),
    of_brief(Field::new("tone", Kind::Choice(&TONES), ids::ABOUT_TONE)).form("legal", ids::FIELD_TONE),
    of_brief(Field::new("address", Kind::Choice(&ADDRESSES), ids::ABOUT_ADDRESS))
        .form("legal", ids::FIELD_ADDRESS),
];

const COMPANY: &[Field] = &[
    of_brief(Field::new("name", LINE, ids::ABOUT_NAME)).form("company", ids::FIELD_NAME),
    of_brief(Field::new("activity", LINE, ids::ABOUT_ACTIVITY)).form("company", ids::FIELD_ACTIVITY),
    of_brief(Field::new("employees", Kind::Whole { from: 0, to: MAX_EMPLOYEES }, ids::ABOUT_BRIEF_EMPLOYEES))
        .form("company", ids::FIELD_EMPLOYEES),
    of_brief(Field::new("website", Kind::Web, ids::ABOUT_WEBSITE)).form("company", ids::FIELD_WEBSITE),
    Field::new("tone", Kind::Choice(&TONES), ids::ABOUT_TONE).absent(&[
        IN_THE_BRIEF,
        IN_THE_TEXT,
        (Face::Form, "the brief asks for the tone once; here it is read from older files"),
    ]),
];

const POST_PLACE: &[Field] = &[
    of_brief(Field::new("city", LINE, ids::ABOUT_BRIEF_CITY)).form("place", ids::FIELD_BRIEF_CITY),
    of_brief(Field::new("postal_code", LINE, ids::ABOUT_POSTAL_CODE)).form("place", ids::FIELD_POSTAL_CODE),
    of_brief(Field::new("street", LINE, ids::ABOUT_STREET)).form("place", ids::FIELD_STREET),
    of_brief(Field::new("country", Kind::Country, ids::ABOUT_BRIEF_COUNTRY))
        .form("place", ids::FIELD_COUNTRY),
    Field::new("region", Kind::Region, ids::ABOUT_BRIEF_REGION).absent(&[
        IN_THE_BRIEF,
        IN_THE_TEXT,
        (Face::Form, "people type a city, which says its region; links carry the region"),
    ]),
];

const POST_PAY: &[Field] = &[
    of_brief(Field::new("min", PAY, ids::ABOUT_MIN)).unit(Unit::Money).form("pay", ids::FIELD_MIN),
    of_brief(Field::new("max", PAY, ids::ABOUT_MAX)).unit(Unit::Money).form("pay", ids::FIELD_MAX),
    of_brief(Field::new("amount", PAY, ids::ABOUT_BRIEF_PAY_AMOUNT))
        .unit(Unit::Money)
        .form("pay", ids::FIELD_BRIEF_PAY_AMOUNT),
    of_brief(PERIOD).part("pay"),
    of_brief(CURRENCY).form("pay", ids::FIELD_MONEY_CURRENCY),
    of_brief(PAYMENTS).part("pay"),
];

/// Fields of a language that is given with its level.
pub const LANGUAGE: &[Field] = &[
    Field::new("language", LINE, ids::ABOUT_BRIEF_LANGUAGE_NAME).ask(ids::FIELD_LANGUAGE_ASK),
    Field::new("level", Kind::Choice(&GRADES), ids::ABOUT_BRIEF_LANGUAGE_LEVEL),
];
