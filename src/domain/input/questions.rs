//! Every field of every question, described once. A new field begins here, beside its neighbours; what cannot follow from
//! its description is what the answer does with it.
//!
//! | question | read by | asked on |
//! | --- | --- | --- |
//! | [`PROFILE`] | [`crate::domain::profile`] | `recommend`, `/v1/recommendations`, `/v1/interview`, `/hire` |
//! | [`BAND`] | [`crate::domain::pay::request`] | `salary`, `/v1/salary-bands`, `/pay` |
//! | [`OFFER`] | the same | `offer`, `/v1/offer-assessments`, `/offer` |
//! | [`COST`] | the same | `cost`, `/v1/employer-costs`, `/cost` |
//! | [`AUDIT`] | [`crate::domain::job::request`] | `audit`, `/v1/job-ad-audits`, `/audit` |
//! | [`DRAFT`], with [`BRIEF`] inside | [`crate::domain::job::brief`] | `draft`, `/v1/job-descriptions`, `/draft` |
#![expect(clippy::large_types_passed_by_value, reason = "evaluated when the program is built")]

use super::field::{Choice, Face, Field, Kind, Object, Unit, register};
use crate::domain::job::terms::{AdFormat, Address, AuditFor, Cefr, Contract, Tone};
use crate::domain::pay::cost::EmployerKind;
use crate::domain::pay::figure::Period;
use crate::domain::pay::job::Community;
use crate::domain::text::Lang;
use crate::domain::vocab::{Level, Market, Priority, Stage};

/// The largest count.
pub const MAX_COUNT: u64 = 1_000_000_000;
/// The largest number of employees, where the answer needs no more than the size.
const MAX_EMPLOYEES: u64 = 10_000_000;
/// The largest budget, in whole units.
pub const MAX_AMOUNT: u64 = 1_000_000_000_000;
/// The largest pay, in whole units a period.
const MAX_PAY: f64 = 1e9;
/// The largest budget for one person, and the largest net pay, in whole units a year.
const MAX_YEARLY: u64 = 1_000_000_000;
/// The smallest pay: a hundredth. What is smaller is a slip.
const LEAST: f64 = 0.01;
/// The smallest share of full time: half a day a week. What is smaller is a slip, such as 8 for 80 or 0.8 where percent
/// were meant, and dividing by it gives numbers that mean nothing.
const LEAST_SHARE: f64 = 0.1;
/// Most characters of one line of a brief.
pub const LONGEST: usize = 600;
/// Most items of a list of a brief.
pub const MOST: usize = 30;
/// Most regions of a job: every state of a country.
pub const MOST_REGIONS: usize = 60;

const COUNT: Kind = Kind::Whole { from: 0, to: MAX_COUNT };
/// People in post, channels: more is a slip.
const HEADS: Kind = Kind::Whole { from: 0, to: 10_000 };
/// Posts a week: the largest publishers stay below.
const POSTED: Kind = Kind::Whole { from: 0, to: 5_000 };
/// Hours a week of several people.
const MAX_HOURS: u64 = 2_000;
const PAY: Kind = Kind::Number { from: LEAST, to: MAX_PAY };
const LINE: Kind = Kind::Line { most: LONGEST };

macro_rules! choice {
    ($name:ident: $type:ident, $schema:literal, $unknown:literal, $labels:literal) => {
        static $name: Choice = Choice {
            schema: $schema,
            register: register::<$type>,
            ids: $type::IDS,
            unknown: $unknown,
            labels: $labels,
        };
    };
}

choice!(STAGES: Stage, "Stage", "stade de présence inconnu", "stage");
choice!(MARKETS: Market, "Market", "marché inconnu", "market");
choice!(LEVELS: Level, "Level", "niveau inconnu", "level");
choice!(COMMUNITIES: Community, "Community", "communauté inconnue", "community");
choice!(PERIODS: Period, "Period", "période inconnue", "period");
choice!(EMPLOYERS: EmployerKind, "EmployerKind", "sorte d’employeur inconnue", "employer");
choice!(LANGUAGES: Lang, "Lang", "langue inconnue", "language");
choice!(FORMATS: AdFormat, "AdFormat", "format inconnu", "");
choice!(CONTRACTS: Contract, "Contract", "contrat inconnu", "contract");
choice!(TONES: Tone, "Tone", "ton inconnu", "tone");
choice!(ADDRESSES: Address, "Address", "forme d’adresse inconnue", "");
choice!(GRADES: Cefr, "Cefr", "niveau inconnu", "");
choice!(AUDIT_FOR: AuditFor, "AuditFor", "lecteur inconnu", "audit-for");
choice!(PRIORITIES: Priority, "Priority", "priorité inconnue", "");

/// Why fields of a brief have no option.
const IN_THE_BRIEF: (Face, &str) =
    (Face::Option, "a brief has many fields: the command line reads it from a file");
/// Why fields of a draft are not echoed.
const IN_THE_TEXT: (Face, &str) = (Face::Echo, "the draft itself shows it");
/// Why a city is not echoed on its own.
const IN_THE_PLACE: (Face, &str) =
    (Face::Echo, "country, region and city are said together, beside the country");

// What several questions ask.

const ROLE: Field = Field::new(
    "role",
    Kind::Role,
    "Role: cm, smm, content-manager, their full names, or hybrid (one person for both).",
)
.ask(
    "indiquez le rôle\u{a0}: cm, smm, hybrid ou content-manager",
    "give the role: cm, smm, hybrid or content-manager",
)
.form("main", "Métier", "Job")
.echo("Rôle", "Role")
.option("role", "ROLE")
.example("smm");

const LEVEL: Field = Field::new(
    "level",
    Kind::Choice(&LEVELS),
    "Level: junior (0-2 years), mid (2-5), senior (5 or more); all levels together when left out.",
)
.form("main", "Niveau", "Level")
.option("level", "LEVEL")
.example("mid");

const YEARS: Field = Field::new(
    "years",
    Kind::Whole { from: 0, to: 30 },
    "Years of experience in the field: a point on the curve of pay; under 2 is junior, under 5 mid, else senior.",
)
.form("main", "Années d’expérience (facultatif)", "Years of experience (optional)")
.option("years", "N")
.absent(&[(Face::Echo, "the level that they choose is said")]);

const COMMUNITY: Field = Field::new(
    "community",
    Kind::Choice(&COMMUNITIES),
    "Whose community a community manager looks after: that of a brand (when left out) or an online, technical or players' community, which pays more.",
)
.form("more", "Communauté", "Community")
.none("Non précisée", "Not said")
.option("community", "KIND");

const COUNTRY: Field = Field::new(
    "country",
    Kind::Country,
    "Country, ISO 3166-1 alpha-2, such as FR; not needed beside a region or city.",
)
.form("main", "Pays", "Country")
.echo("Lieu", "Place")
.option("country", "CODE")
.example("FR");

const REGION: Field = Field::new("region", Kind::Region, "Region, ISO 3166-2, such as FR-IDF.")
    .option("region", "CODE")
    .example("FR-IDF")
    .absent(&[
        (Face::Form, "people type a city, which says its region; links carry the region"),
        IN_THE_PLACE,
    ]);

const CITY: Field = Field::new("city", Kind::City, "City, looked up to its region.")
    .form("main", "Ville (facultatif)", "City (optional)")
    .option("city", "NAME")
    .example("Paris")
    .absent(&[IN_THE_PLACE]);

const AGREEMENT: Field = Field::new(
    "agreement",
    Kind::Whole { from: 1, to: 99_999 },
    "French collective agreement (IDCC) that the company applies, for example 2198; for France only.",
)
.unit(Unit::Number)
.form("more", "Convention collective (France)", "Collective agreement (France)")
.none("Aucune choisie", "None chosen")
.echo("Convention collective (IDCC)", "French collective agreement (IDCC)")
.option("agreement", "IDCC");

const FTE: Field = Field::new(
    "fte",
    Kind::Number { from: LEAST_SHARE, to: 1.0 },
    "Share of full time, from 0.1 to 1, or in percent from 10 to 100; 1 when left out.",
)
.unit(Unit::Share)
.form("more", "Part d’un temps plein", "Share of full time")
.echo("Part d’un temps plein", "Share of full time")
.hint("80\u{a0}% ou 0,8", "80% or 0.8")
.option("fte", "SHARE")
.typed("0.8, 80% and 4/5 are the same");

const CURRENCY: Field = Field::new("currency", Kind::Currency, "Currency, ISO 4217, such as EUR.")
    .ask("indiquez la devise, par exemple EUR", "give the currency, for example EUR")
    .form("more", "Monnaie, si autre que celle du pays", "Currency, if not the country’s")
    .none("Celle du pays", "The country’s")
    .option("currency", "CODE");

const PERIOD: Field = Field::new(
    "period",
    Kind::Choice(&PERIODS),
    "What the amount is paid for: year, month, week, day, hour.",
)
.ask(
    "indiquez la période\u{a0}: year, month, week, day ou hour",
    "give the period: year, month, week, day or hour",
)
.form("main", "Par", "Per")
.fallback("year")
.option("period", "PERIOD");

const PAYMENTS: Field = Field::new(
    "payments",
    Kind::Whole { from: 12, to: 14 },
    "Monthly payments a year: 12, 13 or 14; 12 when left out.",
)
.form("more", "Mois payés par an", "Months paid a year")
.fallback("12")
.option("payments", "N");

// Whom to hire.

/// Fields of `team`.
pub const TEAM: &[Field] = &[
    Field::new("community_managers", HEADS, "Community managers already employed.")
        .form("team", "Community managers", "Community managers")
        .echo("Community managers déjà en poste", "Community managers already in post")
        .option("community-managers", "N"),
    Field::new("social_media_managers", HEADS, "Social media managers already employed.")
        .form("team", "Social media managers", "Social media managers")
        .echo("Social media managers déjà en poste", "Social media managers already in post")
        .option("social-media-managers", "N"),
    Field::new("apprentices", HEADS, "Apprentices and interns already there for this work.")
        .form("team", "Apprentis et stagiaires", "Apprentices and interns")
        .echo("Apprentis et stagiaires déjà là", "Apprentices and interns already there")
        .option("apprentices", "N"),
    Field::new(
        "fte_percent",
        Kind::Whole { from: 1, to: 100 },
        "Share of full time, in percent, that each manager in post gives to this work; 100 when left out.",
    )
    .unit(Unit::Percent)
    .form("team", "Part du temps plein que chacun y consacre", "Share of full time that each gives to it")
    .echo("Temps de ceux qui sont en poste", "Time of those in post")
    .option("team-fte", "PERCENT"),
    Field::new(
        "agency",
        Kind::FlagOr(&Object {
            schema: "AgencyInPlace",
            about: "What an agency or freelance does for the company.",
            fields: AGENCY_IN_PLACE,
        }),
        "An agency or freelance already works for the company: true, or its hours and fee.",
    )
    .form("team", "Une agence travaille déjà pour nous", "An agency already works for us")
    .echo("Agence déjà engagée", "Agency already engaged")
    .option("agency", ""),
];

/// Fields of `team.agency`, where it is not simply true.
pub const AGENCY_IN_PLACE: &[Field] = &[
    Field::new(
        "hours_per_week",
        Kind::Whole { from: 1, to: MAX_HOURS },
        "Hours of work a week that it brings.",
    )
    .form("team", "Heures par semaine de l’agence", "Hours a week from the agency")
    .echo("Heures par semaine de l’agence", "Hours a week from the agency")
    .option("agency-hours", "HOURS"),
    Field::new(
        "fee_per_month",
        Kind::Object(&Object { schema: "MonthlyAmount", about: "Money a month.", fields: MONEY_A_MONTH }),
        "What it costs a month, without tax that can be deducted.",
    )
    .form("team", "Honoraires de l’agence", "The agency's fee")
    .echo("Honoraires de l’agence, par mois", "The agency's fee a month")
    .option("agency-fee", "AMOUNT")
    .typed("Such as 1200EUR"),
];

/// Fields of `workload.posts`.
pub const POSTS: &[Field] = &[
    Field::new("text", POSTED, "Posts of text and links a week.")
        .form("workload", "Textes et liens", "Text and links")
        .echo("Textes par semaine", "Text posts a week")
        .option("text-posts", "N"),
    Field::new(
        "image",
        POSTED,
        "Posts with pictures that have to be made, a week: photos, carousels, graphics.",
    )
    .form("workload", "Images, carrousels", "Pictures, carousels")
    .echo("Images par semaine", "Picture posts a week")
    .option("image-posts", "N"),
    Field::new("short_video", POSTED, "Short videos a week, up to about a minute and a half.")
        .form("workload", "Vidéos courtes", "Short videos")
        .echo("Vidéos courtes par semaine", "Short videos a week")
        .option("short-videos", "N"),
    Field::new("long_video", Kind::Whole { from: 0, to: 200 }, "Longer videos a week.")
        .form("workload", "Vidéos longues", "Longer videos")
        .echo("Vidéos longues par semaine", "Longer videos a week")
        .option("long-videos", "N"),
];

/// Fields of `workload`.
pub const WORKLOAD: &[Field] = &[
    Field::new("channels", HEADS, "Networks and other channels that are kept.")
        .form("workload", "Réseaux tenus", "Channels kept")
        .option("channels", "N"),
    Field::new(
        "messages_per_week",
        Kind::Whole { from: 0, to: 10_000_000 },
        "Comments and private messages that need an answer, a week.",
    )
    .form(
        "workload",
        "Messages et commentaires à traiter par semaine",
        "Messages and comments to answer a week",
    )
    .echo("Messages par semaine", "Messages a week")
    .option("messages", "N"),
    Field::new(
        "posts_per_week",
        POSTED,
        "Posts to publish a week, of any kind; those beyond `posts` count as posts of no stated kind.",
    )
    .form("workload", "Publications par semaine", "Posts a week")
    .option("posts", "N"),
    Field::new(
        "posts",
        Kind::Object(&Object { schema: "Posts", about: "Posts a week by kind.", fields: POSTS }),
        "Posts a week by kind.",
    )
    .form("workload", "Publications par sorte, par semaine", "Posts by kind, a week"),
    Field::new("followers", COUNT, "Followers, all channels together.")
        .form("workload", "Abonnés, tous réseaux confondus", "Followers, all channels together")
        .echo("Abonnés", "Followers")
        .option("followers", "N"),
];

/// Fields of an amount of money a month.
pub const MONEY_A_MONTH: &[Field] = &[
    Field::new("amount", Kind::Whole { from: 1, to: MAX_AMOUNT }, "Whole units of the currency a month.")
        .unit(Unit::Money)
        .ask("donnez le montant, en unités entières par mois", "give the amount, in whole units a month")
        .form("workload", "Montant par mois", "Amount a month")
        .absent(SAID_TOGETHER),
    CURRENCY_OF_MONEY.form("workload", "Monnaie", "Currency").fallback("EUR").absent(SAID_TOGETHER),
];

/// Why the parts of an amount have no face of their own.
const SAID_TOGETHER: &[(Face, &str)] = &[
    (Face::Option, "one option takes amount and currency together"),
    (Face::Echo, "the amount is said as a whole"),
];

const CURRENCY_OF_MONEY: Field = Field::new("currency", Kind::Currency, "Currency, ISO 4217, such as EUR.")
    .ask(
        "donnez la devise (code ISO 4217, par exemple EUR)",
        "give the currency (ISO 4217 code, such as EUR)",
    );

/// Fields of an amount of money that can be spent.
pub const MONEY: &[Field] = &[
    Field::new("amount", Kind::Whole { from: 1, to: MAX_AMOUNT }, "Whole units of the currency.")
        .unit(Unit::Money)
        .ask("donnez le montant, en unités entières par an", "give the amount, in whole units a year")
        .form("money", "Budget annuel, coût employeur compris", "Yearly budget, employer cost included")
        .absent(SAID_TOGETHER),
    CURRENCY_OF_MONEY.form("money", "Monnaie", "Currency").fallback("EUR").absent(SAID_TOGETHER),
];

/// What a company says of itself. Stage and goals may be missing while it is being asked, question by question.
pub const PROFILE: &[Field] = &[
    Field::new("presence_stage", Kind::Choice(&STAGES), "How far the presence on social networks has come.")
        .ask(
            "le champ «\u{a0}presence_stage\u{a0}» manque\u{202f}; valeurs acceptées\u{a0}: absent, launching, growing, established",
            "field `presence_stage` is missing; accepted: absent, launching, growing, established",
        )
        .form("stage", "Stade de présence", "Presence stage")
        .option("stage", "STAGE"),
    Field::new(
        "goals",
        Kind::Goals { any: true },
        "What is wanted: goals, at least one.",
    )
    .ask(
        "le champ «\u{a0}goals\u{a0}» manque\u{202f}; indiquez au moins un objectif",
        "field `goals` is missing; name at least one goal",
    )
    .form("goals", "Objectifs", "Goals")
    .option("goal", "GOAL")
    .typed("Comma-separated or repeated; `goal:secondary` for one that matters less")
    .alias("goals"),
    Field::new("employees", Kind::Whole { from: 1, to: MAX_COUNT }, "Employees of the company.")
        .unit(Unit::People)
        .form("employees", "Effectif", "Employees")
        .option("employees", "N"),
    COUNTRY
        .about("Country of the workplace, ISO 3166-1 alpha-2, such as FR; adds pay and cost to the answer.")
        .part("money")
        .echo("Pays", "Country"),
    REGION
        .about("Region of the workplace, ISO 3166-2, such as FR-IDF; must lie in the country.")
        .echo("Région", "Region")
        .absent(&[(Face::Form, "people type a city, which says its region; links carry the region")]),
    CITY.about("City of the workplace, looked up to its region and country.").part("money").absent(&[
        (Face::Json, "command line and pages look the city up; a profile holds country and region"),
        (Face::Echo, "it has become country and region"),
    ]),
    Field::new(
        "annual_budget",
        Kind::Object(&Object { schema: "Amount", about: "Money that can be spent.", fields: MONEY }),
        "Yearly budget with its currency, employer cost included; needs a country.",
    )
    .part("money")
    .echo("Budget annuel", "Annual budget")
    .option("budget", "AMOUNT")
    .typed("Such as 45k or 60 000 €; without a currency it is that of the country"),
    Field::new("max_hires", COUNT, "How many salaries the company can pay for now.")
        .form("max_hires", "Salaires possibles", "Affordable salaries")
        .option("hires", "N")
        .alias("max-hires"),
    Field::new(
        "team",
        Kind::Object(&Object { schema: "Team", about: "Who is already there.", fields: TEAM }),
        "Who is already there.",
    )
    .part("team"),
    Field::new(
        "workload",
        Kind::Object(&Object { schema: "Workload", about: "What there is to do in a week.", fields: WORKLOAD }),
        "What there is to do in a week.",
    )
    .part("workload"),
    Field::new("languages", Kind::Whole { from: 1, to: 50 }, "Languages in which the company publishes and answers.")
        .form("workload", "Langues dans lesquelles vous publiez et répondez", "Languages in which you publish and answer")
        .echo("Langues", "Languages")
        .option("languages", "N"),
    Field::new(
        "reply_within_hours",
        Kind::Whole { from: 1, to: 168 },
        "Hours within which messages are to be answered, where that is promised.",
    )
    .form("workload", "Délai de réponse promis, en heures", "Promised time to reply, in hours")
    .echo("Réponse promise en (heures)", "Reply promised within (hours)")
    .option("reply-within", "HOURS"),
    Field::new("out_of_hours", Kind::YesNo, "Whether evenings and weekends are to be covered.")
        .form("workload", "Présence le soir et le week-end", "Cover in the evening and at weekends")
        .option("out-of-hours", ""),
    Field::new(
        "own_space",
        Kind::YesNo,
        "Whether the company keeps a space of its own for its community: forum, Discord, app, group.",
    )
    .form(
        "workload",
        "Un espace à vous pour la communauté (forum, Discord, groupe)",
        "A space of your own for the community (forum, Discord, group)",
    )
    .echo("Espace communautaire propre", "Community space of your own")
    .option("own-space", ""),
    Field::new(
        "ad_budget_per_month",
        Kind::Object(&Object { schema: "MonthlyAmount", about: "Money a month.", fields: MONEY_A_MONTH }),
        "Money spent on advertising on social networks a month, salaries and fees aside.",
    )
    .form("workload", "Budget publicitaire", "Advertising budget")
    .echo("Budget publicitaire par mois", "Advertising budget a month")
    .option("ad-budget", "AMOUNT")
    .typed("Such as 2000EUR"),
    Field::new("market", Kind::Choice(&MARKETS), "Whom the company sells to.")
        .form("money", "Vous vendez à", "You sell to")
        .echo("Marché", "Market")
        .option("market", "MARKET"),
    AGREEMENT.part("money"),
];

/// Fields of a goal that is given with its priority.
pub const GOAL: &[Field] = &[
    Field::new("goal", Kind::Line { most: 0 }, "Id of a goal.")
        .ask("le champ «\u{a0}goal\u{a0}» manque", "field `goal` is missing"),
    Field::new("priority", Kind::Choice(&PRIORITIES), "Its priority."),
];

// Pay.

/// Where the work is done.
pub const PLACE: &[Field] = &[COUNTRY, REGION, CITY];

/// Why the question of a band is not echoed.
const IN_THE_TITLE: &[(Face, &str)] =
    &[(Face::Echo, "the title of the report says role, level and place; the agreement has a section")];

/// Which band.
pub const BAND: &[Field] = &[
    ROLE.absent(IN_THE_TITLE),
    LEVEL.none("Tous niveaux", "All levels").absent(IN_THE_TITLE),
    YEARS,
    COMMUNITY.absent(IN_THE_TITLE),
    COUNTRY.absent(IN_THE_TITLE),
    REGION,
    CITY,
    AGREEMENT.absent(IN_THE_TITLE),
];

const AMOUNT: Field = Field::new(
    "amount",
    PAY,
    "Gross pay for one period at the share of full time given, without the variable part.",
)
.unit(Unit::Money)
.ask("indiquez le montant, par exemple 25000", "give the amount, for example 25000")
.form("main", "Salaire proposé, brut", "Pay offered, gross")
.option("amount", "AMOUNT");
const VARIABLE: Field = Field::new(
    "variable",
    Kind::Number { from: 0.0, to: MAX_PAY },
    "Variable pay a year at target; shown, not compared.",
)
.unit(Unit::Money)
.form("more", "Variable annuel, à objectif atteint", "Variable pay a year, at target")
.option("variable", "AMOUNT");
const EQUITY: Field = Field::new(
    "equity",
    Kind::Number { from: 0.0, to: MAX_PAY },
    "Shares or options, what they are worth a year by your own estimate; shown apart, not compared.",
)
.unit(Unit::Money)
.form("more", "Actions ou options, valeur par an", "Shares or options, value a year")
.option("equity", "AMOUNT");
const BENEFITS: Field = Field::new(
    "benefits",
    Kind::Number { from: 0.0, to: MAX_PAY },
    "Benefits, what they are worth a year: meals, car, health cover; shown apart, not compared.",
)
.unit(Unit::Money)
.form("more", "Avantages, valeur par an", "Benefits, value a year")
.option("benefits", "AMOUNT");
const RATE: Field = Field::new(
    "rate",
    Kind::Number { from: 1e-6, to: 1e6 },
    "Units of the country's currency for one unit of the offer's, when the offer is in another one.",
)
.form(
    "more",
    "Taux de change, si l’offre est dans une autre monnaie",
    "Exchange rate, if the offer is in another currency",
)
.hint("1 unité de l’offre en monnaie du pays", "1 unit of the offer in the country’s currency")
.option("rate", "RATE");
const OFFER_PAYMENTS: Field = Field::new(
    "payments",
    Kind::Number { from: 12.0, to: 14.5 },
    "Monthly payments a year, 12 to 14.5, such as 13 or 13.92; 12 when left out.",
)
.form("more", "Mois payés par an", "Months paid a year")
.fallback("12")
.option("payments", "N");

/// Fields in which another offer may differ. None is required, and none has an option of its own: `--against` takes
/// them all.
const DIFFERENCE: &[Field] = &[
    of_another_post(ROLE),
    differing(LEVEL),
    of_another_post(YEARS),
    of_another_post(COMMUNITY),
    of_another_post(COUNTRY.about("Country. Any part of a place replaces the whole place.")),
    of_another_post(REGION),
    differing(CITY),
    of_another_post(AGREEMENT),
    differing(AMOUNT),
    of_another_post(CURRENCY),
    of_another_post(RATE),
    differing(PERIOD),
    differing(OFFER_PAYMENTS),
    differing(FTE),
    differing(VARIABLE),
    differing(EQUITY),
    differing(BENEFITS),
];

const AGAINST: (Face, &str) = (Face::Option, "--against takes field=value");
const BOTH: (Face, &str) = (Face::Echo, "the report sets both offers side by side");

const fn differing(field: Field) -> Field {
    field.optional().none("La même", "The same").absent(&[AGAINST, BOTH])
}

const fn of_another_post(field: Field) -> Field {
    field.optional().absent(&[
        AGAINST,
        BOTH,
        (
            Face::Form,
            "the page compares offers for one job in one country; command line and API take every field",
        ),
    ])
}

/// Why an offer is not echoed.
const SIDE_BY_SIDE: &[(Face, &str)] =
    &[(Face::Echo, "the report sets the offer, field by field, beside the other one")];

/// An offer on its own, as another one becomes when it is laid over the first.
pub const OFFER_ALONE: &[Field] = &[
    ROLE,
    LEVEL,
    YEARS,
    COMMUNITY,
    COUNTRY,
    REGION,
    CITY,
    AGREEMENT,
    AMOUNT,
    CURRENCY,
    RATE,
    PERIOD,
    OFFER_PAYMENTS,
    FTE,
    VARIABLE,
    EQUITY,
    BENEFITS,
];

/// An offer, and another one beside it.
pub const OFFER: &[Field] = &[
    ROLE.absent(SIDE_BY_SIDE),
    LEVEL.none("Je ne sais pas", "I don’t know").absent(SIDE_BY_SIDE),
    YEARS,
    COMMUNITY.absent(SIDE_BY_SIDE),
    COUNTRY.absent(SIDE_BY_SIDE),
    REGION,
    CITY,
    AMOUNT.absent(SIDE_BY_SIDE),
    PERIOD.absent(SIDE_BY_SIDE),
    FTE.absent(SIDE_BY_SIDE),
    OFFER_PAYMENTS.absent(SIDE_BY_SIDE),
    VARIABLE.absent(SIDE_BY_SIDE),
    EQUITY.absent(SIDE_BY_SIDE),
    BENEFITS.absent(SIDE_BY_SIDE),
    CURRENCY.absent(SIDE_BY_SIDE),
    RATE.absent(SIDE_BY_SIDE),
    AGREEMENT.absent(SIDE_BY_SIDE),
    Field::new(
        "against",
        Kind::Difference(&Object {
            schema: "OfferDifference",
            about: "How another offer differs: at least one field of it; null for what it does not have.",
            fields: DIFFERENCE,
        }),
        "Another offer to set beside it: the fields that differ.",
    )
    .form("more", "Autre offre à comparer", "Another offer to compare")
    .option("against", "FIELD=VALUE")
    .typed("As field=value,field=value")
    .absent(SIDE_BY_SIDE),
];

const ALTERNATIVES: &str = "Alternatives";
/// Why alternatives are not echoed.
const BESIDE: (Face, &str) = (Face::Echo, "the table of alternatives shows it");

/// Whose cost.
pub const COST: &[Field] = &[
    COUNTRY,
    REGION,
    CITY,
    Field::new("gross", PAY, "Gross pay of a year as it is actually paid, 13th month and bonuses included.")
        .unit(Unit::Money)
        .form("main", "Salaire brut annuel", "Gross pay a year")
        .echo("Salaire brut de l’année", "Gross pay of the year")
        .option("gross", "AMOUNT")
        .typed("Or --budget or --net. 32000, 32k, 32 000 €")
        .alternative(),
    Field::new(
        "budget",
        Kind::Whole { from: 1, to: MAX_YEARLY },
        "What may be spent in a year, contributions included: the largest gross that it pays for is sought.",
    )
    .unit(Unit::Money)
    .form("main", "ou budget annuel, charges comprises", "or budget a year, contributions included")
    .echo("Budget de l’année, charges comprises", "Budget of the year, contributions included")
    .option("budget", "AMOUNT")
    .alternative(),
    Field::new(
        "net",
        Kind::Whole { from: 1, to: MAX_YEARLY },
        "What is to be left to the employee of a year before income tax: the smallest gross that leaves it is sought.",
    )
    .unit(Unit::Money)
    .form("main", "ou net annuel avant impôt", "or net pay a year, before tax")
    .echo("Net de l’année avant impôt", "Net pay of the year before tax")
    .option("net", "AMOUNT")
    .alternative(),
    FTE,
    Field::new(
        "headcount",
        Kind::Whole { from: 1, to: MAX_EMPLOYEES },
        "Employees of the company; 20 is assumed, and said, when left out.",
    )
    .unit(Unit::People)
    .form("main", "Salariés de l’entreprise", "Employees of the company")
    .echo("Effectif", "Employees")
    .option("headcount", "N"),
    Field::new("executive", Kind::Flag, "Executive status (cadre), France.")
        .form("more", "Statut cadre", "Executive status")
        .option("executive", "")
        .french(),
    Field::new(
        "employer",
        Kind::Choice(&EMPLOYERS),
        "Kind of employer: a company, a non-profit association outside value-added tax, or a public body; a company when left out.",
    )
    .form("more", "Employeur", "Employer")
    .none("Entreprise", "Company")
    .option("employer", "KIND"),
    Field::new(
        "age",
        Kind::Whole { from: 15, to: 75 },
        "Age of the person, where contributions go by age (Switzerland); 30 when left out.",
    )
    .unit(Unit::Number)
    .form("more", "Âge de la personne (Suisse)", "Age of the person (Switzerland)")
    .echo("Âge de la personne", "Age of the person")
    .option("age", "YEARS"),
    Field::new(
        "holiday_pay",
        Kind::Flag,
        "Holiday pay comes on top of the gross, which is that of twelve months (Belgium).",
    )
    .form("more", "Double pécule de vacances en plus (Belgique)", "Double holiday pay on top (Belgium)")
    .echo("Pécule de vacances en plus", "Holiday pay on top")
    .option("holiday-pay", ""),
    Field::new(
        "thirteenth_month",
        Kind::Flag,
        "A thirteenth month comes on top of the gross, which is that of twelve months (Belgium).",
    )
    .form("more", "13e mois en plus (Belgique)", "13th month on top (Belgium)")
    .echo("13e mois en plus", "13th month on top")
    .option("thirteenth-month", ""),
    ROLE.about("Role, for the collective agreement and published fees.").optional().part("more"),
    LEVEL.about("Level, likewise.").part("more"),
    YEARS.part("more"),
    AGREEMENT,
    Field::new(
        "mobility_rate",
        Kind::Number { from: 0.0, to: 10.0 },
        "Local transport levy in percent (versement mobilité), France.",
    )
    .unit(Unit::Percent)
    .form("more", "Versement mobilité", "Transport levy")
    .option("mobility-rate", "PERCENT")
    .french(),
    Field::new(
        "accident_rate",
        Kind::Number { from: 0.0, to: 30.0 },
        "Accident insurance rate in percent (AT/MP), France; the national average when left out.",
    )
    .unit(Unit::Percent)
    .form("more", "Accidents du travail", "Accident insurance")
    .echo("Taux d’accident du travail", "Accident insurance rate")
    .option("accident-rate", "PERCENT")
    .french(),
    Field::new(
        "health_cover",
        Kind::Number { from: 0.0, to: 400.0 },
        "Health cover, EUR a month, employer and employee together, France; 40 when left out.",
    )
    .unit(Unit::MoneyAMonth)
    .form("more", "Mutuelle, par mois", "Health cover, a month")
    .echo("Complémentaire santé", "Health cover")
    .option("health-cover", "AMOUNT")
    .french(),
    Field::new(
        "apprentice",
        Kind::Object(&Object { schema: "ApprenticeQuestion", about: "An apprentice.", fields: APPRENTICE }),
        "An apprentice to compare with, France.",
    )
    .form("others", "Apprenti", "Apprentice")
    .french()
    .absent(&[BESIDE]),
    Field::new(
        "freelance",
        Kind::Object(&Object { schema: "FreelanceQuestion", about: "A freelancer.", fields: FREELANCE }),
        "A freelancer to compare with.",
    )
    .form("others", "Freelance", "Freelancer")
    .absent(&[BESIDE]),
    Field::new(
        "agency",
        Kind::Object(&Object { schema: "AgencyQuestion", about: "An agency.", fields: AGENCY }),
        "An agency to compare with.",
    )
    .form("others", "Agence", "Agency")
    .absent(&[BESIDE]),
];

const APPRENTICE: &[Field] = &[
    Field::new("age", Kind::Whole { from: 15, to: 35 }, "Age of an apprentice to compare with, France.")
        .ask("indiquez l’âge", "give the age")
        .form("others", "Âge", "Age")
        .option("apprentice-age", "YEARS")
        .under(ALTERNATIVES, None)
        .absent(&[BESIDE]),
    Field::new(
        "degree",
        Kind::Whole { from: 4, to: 7 },
        "Level of the degree that the apprentice prepares: 4 baccalauréat or below, 5 bac+2, 6 bac+3 or 4, 7 bac+5; 6 when left out.",
    )
    .unit(Unit::Number)
    .form("others", "Niveau préparé (4 à 7)", "Degree prepared (4 to 7)")
    .hint("4\u{a0}: bac ou moins, 5\u{a0}: bac+2, 6\u{a0}: bac+3 ou 4, 7\u{a0}: bac+5", "4: baccalauréat or below, 5: bac+2, 6: bac+3 or 4, 7: bac+5")
    .option("degree", "LEVEL")
    .under(ALTERNATIVES, Some("apprentice-age"))
    .absent(&[BESIDE]),
    Field::new("year", Kind::Whole { from: 1, to: 3 }, "Year of the apprentice’s contract; 1 when left out.")
        .unit(Unit::Number)
        .form("others", "Année du contrat", "Year of the contract")
        .option("apprentice-year", "N")
        .under(ALTERNATIVES, Some("apprentice-age"))
        .absent(&[BESIDE]),
    Field::new(
        "presence_percent",
        Kind::Whole { from: 10, to: 100 },
        "Percent of the time that the apprentice spends in the company; 100 when left out.",
    )
    .unit(Unit::Percent)
    .form("others", "Temps passé dans l’entreprise", "Time spent in the company")
    .option("presence", "PERCENT")
    .under(ALTERNATIVES, Some("apprentice-age"))
    .absent(&[BESIDE]),
];

const FREELANCE: &[Field] = &[
    Field::new(
        "day_rate",
        Kind::Number { from: LEAST, to: 100_000.0 },
        "Fee a day of a freelancer to compare with, without value-added tax.",
    )
    .unit(Unit::Money)
    .ask("indiquez le tarif par jour", "give the fee a day")
    .form("others", "Tarif par jour", "Fee a day")
    .option("day-rate", "AMOUNT")
    .under(ALTERNATIVES, None)
    .absent(&[BESIDE]),
    Field::new("days", Kind::Whole { from: 1, to: 366 }, "Days a year of the freelancer; 100 when left out.")
        .form("others", "Jours par an", "Days a year")
        .option("days", "N")
        .under(ALTERNATIVES, Some("day-rate"))
        .absent(&[BESIDE]),
    Field::new(
        "fees_percent",
        Kind::Number { from: 0.0, to: 100.0 },
        "Fees of a platform in percent; none when left out.",
    )
    .unit(Unit::Percent)
    .form("others", "Frais de plateforme", "Fees of a platform")
    .option("fees", "PERCENT")
    .under(ALTERNATIVES, Some("day-rate"))
    .absent(&[BESIDE]),
];

const AGENCY: &[Field] = &[
    Field::new(
        "monthly_retainer",
        Kind::Number { from: LEAST, to: 1e7 },
        "Fee a month of an agency to compare with, without value-added tax.",
    )
    .unit(Unit::Money)
    .ask("indiquez le forfait mensuel", "give the fee a month")
    .form("others", "Forfait mensuel", "Monthly retainer")
    .option("retainer", "AMOUNT")
    .under(ALTERNATIVES, None)
    .absent(&[BESIDE]),
    Field::new(
        "setup",
        Kind::Number { from: 0.0, to: 1e7 },
        "Fee of the agency at the start; none when left out.",
    )
    .unit(Unit::Money)
    .form("others", "Frais de démarrage", "Fee at the start")
    .option("setup", "AMOUNT")
    .under(ALTERNATIVES, Some("retainer"))
    .absent(&[BESIDE]),
];

// Job ads.

/// Why the context of an audit is not echoed.
const IN_THE_HEAD: (Face, &str) = (Face::Echo, "the head of the report says how the ad was read");

/// An ad, and what is known about it.
pub const AUDIT: &[Field] = &[
    Field::new("text", Kind::Text, "The text of the ad.")
        .ask("donnez le texte de l’annonce", "give the text of the ad")
        .form("text", "Le texte de l’annonce", "The text of the ad")
        .absent(&[(Face::Option, "the command line takes files"), IN_THE_HEAD]),
    Field::new("format", Kind::Choice(&FORMATS), "What the text is written in; `text` when left out.")
        .absent(&[
            (Face::Option, "the name of the file says it"),
            (Face::Form, "pasted text is plain; the name of a file says its form"),
            IN_THE_HEAD,
        ]),
    Field::new("title", Kind::Line { most: 0 }, "Title of the ad, when it is not in the text.")
        .form("main", "Titre, s’il n’est pas dans le texte", "Title, if not in the text")
        .option("title", "TITLE")
        .absent(&[IN_THE_HEAD]),
    COUNTRY
        .about("Country of the job, ISO 3166-1 alpha-2, for pay and law; not needed beside a region or city.")
        .absent(&[IN_THE_HEAD]),
    Field::new(
        "region",
        Kind::Regions,
        "Region, ISO 3166-2, such as US-CO; several where the job is offered in several: pay is that of the first, the law is that of all.",
    )
    .option("region", "CODE")
    .example("FR-IDF")
    .absent(&[
        (Face::Form, "people type a city, which says its region; links carry the region"),
        IN_THE_HEAD,
    ]),
    CITY,
    Field::new(
        "employees",
        Kind::Whole { from: 0, to: MAX_EMPLOYEES },
        "Employees of the company: some laws apply from a size on.",
    )
    .form("main", "Salariés de l’entreprise", "Employees of the company")
    .option("employees", "N")
    .absent(&[IN_THE_HEAD]),
    Field::new(
        "for",
        Kind::Choice(&AUDIT_FOR),
        "For whom the audit is written: employer when left out; candidate adds what the pay means, how to negotiate and what to ask.",
    )
    .form("main", "Vous lisez cette annonce comme", "You read this ad as")
    .none("Employeur", "Employer")
    .option("for", "WHO")
    .absent(&[IN_THE_HEAD]),
    Field::new("language", Kind::Choice(&LANGUAGES), "Language of the ad; recognised when left out.")
        .form("main", "Langue de l’annonce", "Language of the ad")
        .none("À reconnaître", "To be recognised")
        .option("ad-lang", "LANG")
        .absent(&[IN_THE_HEAD]),
];

/// A draft to be written.
pub const DRAFT: &[Field] = &[
    ROLE.none("Choisir", "Choose").absent(&[IN_THE_TEXT]),
    LEVEL
        .about("Level: junior (0-2 years), mid (2-5), senior (5 or more); a gap when left out.")
        .absent(&[IN_THE_TEXT]),
    YEARS.absent(&[IN_THE_TEXT]),
    Field::new("language", Kind::Choice(&LANGUAGES), "Language of the document.")
        .form("main", "Langue du texte", "Language of the text")
        .none("Celle de cette page", "That of this page")
        .absent(&[(Face::Option, "--lang is the language of the document"), IN_THE_TEXT]),
    Field::new(
        "both",
        Kind::Flag,
        "The same text in the other language too, below the first.",
    )
    .form("main", "En français et en anglais", "In French and in English")
    .option("both", "")
    .absent(&[IN_THE_TEXT]),
    Field::new(
        "strict",
        Kind::Flag,
        "Refuse a draft in which something is missing that the law of the place requires, or whose pay lies below a minimum.",
    )
    .option("strict", "")
    .absent(&[(Face::Form, "the page lists what the law requires beside the draft"), IN_THE_TEXT]),
    Field::new(
        "brief",
        Kind::Object(&Object {
            schema: "Brief",
            about: "What is known about a post. Everything is optional.",
            fields: BRIEF,
        }),
        "What is known about the post.",
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
        "Who hires.",
    ))
    .part("company"),
    of_brief(Field::new(
        "place",
        Kind::Object(&Object { schema: "BriefPlace", about: "Where the post is.", fields: POST_PLACE }),
        "Where the work is done.",
    ))
    .part("company"),
    of_brief(Field::new("remote_days", Kind::Whole { from: 0, to: 5 }, "Remote days a week.")).form(
        "company",
        "Jours de télétravail par semaine",
        "Remote days a week",
    ),
    of_brief(Field::new(
        "fully_remote",
        Kind::Flag,
        "Whether the work may be done wholly away from the office.",
    ))
    .form("company", "Entièrement à distance", "Fully remote"),
    of_brief(Field::new("contract", Kind::Choice(&CONTRACTS), "Contract."))
        .form("main", "Contrat", "Contract"),
    of_brief(Field::new(
        "duration_months",
        Kind::Whole { from: 1, to: 60 },
        "Months, of a contract with an end.",
    ))
    .form("main", "Durée, en mois", "Length, in months"),
    of_brief(Field::new("hours_per_week", Kind::Number { from: 1.0, to: 60.0 }, "Hours a week, to the half hour.")).form(
        "main",
        "Heures par semaine",
        "Hours a week",
    ),
    of_brief(Field::new(
        "week",
        Kind::Lines,
        "Tasks with their hours a week, one a line: `answering: 12.5`; as `staffing.positions[].tasks` of a recommendation.",
    ))
    .form(
        "main",
        "Tâches et heures par semaine, une par ligne",
        "Tasks and hours a week, one a line",
    ),
    of_brief(Field::new("start_date", Kind::Day, "First day, YYYY-MM-DD.")).form(
        "main",
        "Date de début",
        "Start date",
    ),
    of_brief(Field::new("presence_stage", Kind::Choice(&STAGES), "Stage of the online presence.")).form(
        "goals",
        "Stade de présence",
        "Presence stage",
    ),
    of_brief(Field::new(
        "goals",
        Kind::Goals { any: false },
        "Goals, as in a profile; missions and measures follow from them.",
    ))
    .form("goals", "Objectifs", "Goals"),
    of_brief(Field::new(
        "pay",
        Kind::Pay(&Object {
            schema: "BriefPayGiven",
            about: "A range, one end of it or a fixed amount, gross.",
            fields: POST_PAY,
        }),
        "`from-band` to have it proposed, or a range or amount.",
    ))
    .part("pay"),
    of_brief(Field::new(
        "budget",
        Kind::Whole { from: 1, to: MAX_YEARLY },
        "What may be spent in a year, contributions included: proposed pay stays within the gross that it pays for.",
    ))
    .unit(Unit::Money)
    .form("pay-more", "Budget annuel, charges comprises", "Budget a year, contributions included"),
    of_brief(Field::new("diploma", LINE, "Diploma that an apprentice prepares.")).form(
        "learning",
        "Diplôme préparé",
        "Diploma prepared",
    ),
    of_brief(Field::new("school", LINE, "School or training centre of an apprentice.")).form(
        "learning",
        "École ou CFA",
        "School or training centre",
    ),
    of_brief(Field::new("rhythm", LINE, "How an apprentice's time is shared: three days in the company, two in class.")).form(
        "learning",
        "Rythme de l’alternance",
        "Rhythm of school and company",
    ),
    of_brief(Field::new("tutor", LINE, "Who guides an apprentice, by function.")).form(
        "learning",
        "Maître d’apprentissage, par sa fonction",
        "Tutor, by function",
    ),
    of_brief(Field::new("other_compensation", LINE, "Bonus, commission, equity; `none` when there is none."))
        .form(
            "pay-more",
            "Primes, variable («\u{a0}none\u{a0}» s’il n’y en a pas)",
            "Bonus, commission (“none” if there is none)",
        ),
    of_brief(Field::new("collective_agreement", LINE, "Collective agreement; `none` when there is none."))
        .form(
            "legal",
            "Convention collective («\u{a0}none\u{a0}» s’il n’y en a pas)",
            "Collective agreement (“none” if there is none)",
        ),
    of_brief(Field::new("pays_more", Kind::YesNo, "Whether more than the stated minimum may be paid.")).form(
        "legal",
        "Plus que le minimum indiqué est possible",
        "More than the stated minimum may be paid",
    ),
    of_brief(Field::new("benefits", Kind::Lines, "Benefits, by name.")).form(
        "pay-more",
        "Avantages, un par ligne",
        "Benefits, one per line",
    ),
    of_brief(Field::new("tools", Kind::Lines, "Tools.")).form(
        "team",
        "Outils, un par ligne",
        "Tools, one per line",
    ),
    of_brief(Field::new("platforms", Kind::Lines, "Networks and spaces.")).form(
        "team",
        "Réseaux, un par ligne",
        "Channels, one per line",
    ),
    of_brief(Field::new(
        "languages",
        Kind::Languages,
        "Languages: names, or objects with `language` and `level` (A1 to C2).",
    ))
    .form("team", "Langues, une par ligne", "Languages, one per line"),
    of_brief(Field::new("team", LINE, "The team.")).form("team", "L’équipe", "The team"),
    of_brief(Field::new("reports_to", LINE, "To whom the person reports.")).form(
        "team",
        "Rattachement\u{a0}: à qui",
        "Reports to",
    ),
    of_brief(Field::new("process", Kind::Lines, "Steps of the selection.")).form(
        "legal",
        "Étapes du recrutement, une par ligne",
        "Steps of the selection, one per line",
    ),
    of_brief(Field::new("closing_date", Kind::Day, "Last day to apply, YYYY-MM-DD.")).form(
        "legal",
        "Candidatures jusqu’au",
        "Applications until",
    ),
    of_brief(Field::new("date_posted", Kind::Day, "Day of publication, YYYY-MM-DD.")).form(
        "legal",
        "Date de publication",
        "Date of publication",
    ),
    of_brief(Field::new("contact", LINE, "Whom to write to.")).form("legal", "Où écrire", "Whom to write to"),
    of_brief(Field::new("reference", LINE, "Reference of the post.")).form("legal", "Référence", "Reference"),
    of_brief(Field::new("ai_screening", Kind::YesNo, "Whether software screens or ranks applications."))
        .form("legal", "Un logiciel trie les candidatures", "Software screens applications"),
    of_brief(Field::new("existing_vacancy", Kind::YesNo, "Whether the vacancy exists.")).form(
        "legal",
        "Le poste est vacant",
        "The vacancy exists",
    ),
    of_brief(Field::new("tone", Kind::Choice(&TONES), "How the ad speaks.")).form("legal", "Ton", "Tone"),
    of_brief(Field::new("address", Kind::Choice(&ADDRESSES), "Tu or vous, in French.")).form(
        "legal",
        "Vous ou tu (français)",
        "Vous or tu (French)",
    ),
];

const COMPANY: &[Field] = &[
    of_brief(Field::new("name", LINE, "Legal or brand name.")).form(
        "company",
        "Nom de l’entreprise",
        "Name of the company",
    ),
    of_brief(Field::new("activity", LINE, "What it does.")).form(
        "company",
        "Ce qu’elle fait, en une phrase",
        "What it does, in a sentence",
    ),
    of_brief(Field::new("employees", Kind::Whole { from: 0, to: MAX_EMPLOYEES }, "Employees.")).form(
        "company",
        "Effectif",
        "Employees",
    ),
    of_brief(Field::new("website", Kind::Web, "Site or profile, https://…")).form(
        "company",
        "Site ou profil (https://…)",
        "Site or profile (https://…)",
    ),
    Field::new("tone", Kind::Choice(&TONES), "How the ad speaks.").absent(&[
        IN_THE_BRIEF,
        IN_THE_TEXT,
        (Face::Form, "the brief asks for the tone once; here it is read from older files"),
    ]),
];

const POST_PLACE: &[Field] = &[
    of_brief(Field::new("city", LINE, "City, as it is to be written.")).form("place", "Ville", "City"),
    of_brief(Field::new("postal_code", LINE, "Postal code.")).form("place", "Code postal", "Postal code"),
    of_brief(Field::new("street", LINE, "Street.")).form("place", "Rue", "Street"),
    of_brief(Field::new("country", Kind::Country, "Country, ISO 3166-1 alpha-2."))
        .form("place", "Pays", "Country"),
    Field::new("region", Kind::Region, "Region, ISO 3166-2.").absent(&[
        IN_THE_BRIEF,
        IN_THE_TEXT,
        (Face::Form, "people type a city, which says its region; links carry the region"),
    ]),
];

const POST_PAY: &[Field] = &[
    of_brief(Field::new("min", PAY, "Lower end; alone: from so much."))
        .unit(Unit::Money)
        .form("pay", "De", "From"),
    of_brief(Field::new("max", PAY, "Upper end; alone: up to so much."))
        .unit(Unit::Money)
        .form("pay", "À", "To"),
    of_brief(Field::new("amount", PAY, "A fixed amount, in place of both ends.")).unit(Unit::Money).form(
        "pay",
        "ou montant fixe",
        "or a fixed amount",
    ),
    of_brief(PERIOD).part("pay"),
    of_brief(CURRENCY).form("pay", "Monnaie", "Currency"),
    of_brief(PAYMENTS).part("pay"),
];

/// Fields of a language that is given with its level.
pub const LANGUAGE: &[Field] = &[
    Field::new("language", LINE, "The language, as it is to be written.")
        .ask("indiquez la langue", "give the language"),
    Field::new("level", Kind::Choice(&GRADES), "Level."),
];

/// Every question, with its name.
pub const ALL: &[(&str, &[Field])] = &[
    ("profile", PROFILE),
    ("band", BAND),
    ("offer", OFFER),
    ("cost", COST),
    ("audit", AUDIT),
    ("draft", DRAFT),
];
