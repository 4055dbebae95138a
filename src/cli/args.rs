//! What can be typed. Values that do not depend on the data are checked here, by clap, with its suggestions.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use super::options::{
    Audit as AuditFields, Band, Cost, Draft as DraftFields, Offer, Options, Place, Profile,
};
use crate::domain::dated::{Day, parse_day};
use crate::domain::decide::rule::Layer;
use crate::domain::text::Lang;
use crate::domain::vocab::Role;
use crate::toolkit::{AdForm, child};

const EXAMPLES: &str = "\
Examples:
  rolecall recommend                                    answer questions on the terminal
  rolecall recommend --stage launching --goal awareness,new-channels --employees 4
  rolecall recommend --profile company.toml --format html > report.html
  rolecall compare cm smm content
  rolecall rules show verdict-large-structure
  rolecall serve --listen 127.0.0.1:8080

Exit status: 0 answered, 1 findings (check, rules check), 2 error.";

/// Whom to hire for your social presence: community manager, social media manager, both, or neither.
#[derive(Debug, Parser)]
#[command(name = "rolecall", version, after_help = EXAMPLES, propagate_version = true, arg_required_else_help = true)]
pub struct Args {
    /// Options of every command.
    #[command(flatten)]
    pub global: Global,
    /// The question.
    #[command(subcommand)]
    pub command: Command,
}

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading on a terminal.
    Text,
    /// The body that the API sends, byte for byte.
    Json,
    /// Markdown.
    Md,
    /// One HTML page.
    Html,
    /// One JSON document a line (audit).
    Jsonl,
    /// SARIF 2.1.0, for code-scanning tools (audit).
    Sarif,
    /// Word document (draft).
    Docx,
    /// schema.org `JobPosting` (draft).
    Jsonld,
    /// A table, one line a level (salary).
    Csv,
}

fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::IDS).try_map(|id| id.parse::<Lang>())
}

fn layer() -> impl TypedValueParser<Value = Layer> {
    PossibleValuesParser::new(Layer::IDS).try_map(|id| id.parse::<Layer>())
}

fn document_form() -> impl TypedValueParser<Value = AdForm> {
    PossibleValuesParser::new(AdForm::IDS).try_map(|id| id.parse::<AdForm>())
}

/// A length in kB, as bytes.
fn kilobytes(text: &str) -> Result<usize, String> {
    let wrong = || "write a whole number of kB from 1 to 16000, for example 200".to_owned();
    let number: usize = text.parse().map_err(|_| wrong())?;
    if (1..=16_000).contains(&number) { Ok(number * 1_000) } else { Err(wrong()) }
}

fn day(text: &str) -> Result<Day, String> {
    parse_day(text).ok_or_else(|| "write the day as YYYY-MM-DD, for example 2026-11-21".to_owned())
}

fn role(name: &str) -> Result<Role, String> {
    Role::find_or_alias(name).map_err(|error| error.to_string())
}

/// Options of every command.
#[derive(Clone, Debug, ClapArgs)]
pub struct Global {
    /// Language of the texts [default: from the locale]
    #[arg(long, global = true, help_heading = "Options of every command", value_parser = lang(), value_name = "LANG")]
    pub lang: Option<Lang>,
    /// How the answer is written
    #[arg(
        long,
        global = true,
        help_heading = "Options of every command",
        value_enum,
        default_value = "text",
        value_name = "FORMAT"
    )]
    pub format: Format,
    /// Day for which the answer holds [default: today]
    #[arg(long, global = true, help_heading = "Options of every command", value_parser = day, value_name = "YYYY-MM-DD")]
    pub as_of: Option<Day>,
    /// Folder of data that overlays the built-in data
    #[arg(
        long,
        global = true,
        help_heading = "Options of every command",
        env = "ROLECALL_DATA_DIR",
        hide_env_values = true,
        value_name = "DIR",
        value_parser = clap::builder::OsStringValueParser::new().map(PathBuf::from)
    )]
    pub data_dir: Option<PathBuf>,
    /// Ignore any overlay: use the built-in data only
    #[arg(long, global = true, help_heading = "Options of every command")]
    pub isolated: bool,
    /// Run within limits on memory; what commands with templates of an overlay add to themselves
    #[arg(long, global = true, hide = true)]
    pub confined: bool,
}

/// The questions.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say whom to hire, how many, in which order, and why
    #[command(after_help = "\
Examples:
  rolecall recommend --stage established --goal retention --goal awareness:secondary --employees 60
  rolecall recommend --profile company.json --lang fr
  echo '{\"presence_stage\":\"growing\",\"goals\":[\"retention\"]}' | rolecall recommend --profile - --format json

Without a profile and without options, on a terminal, rolecall asks its questions one by one.
`rolecall goals` lists the goals.")]
    Recommend(Box<Recommend>),
    /// Compare roles side by side (community manager and social media manager by default)
    #[command(
        after_help = "Examples:\n  rolecall compare\n  rolecall compare cm smm content --format md\n  rolecall compare --city Paris"
    )]
    Compare {
        /// Roles: cm, smm, content, or their full names
        #[arg(value_parser = role, value_name = "ROLE")]
        roles: Vec<Role>,
        /// Where pay is compared [default: France]
        #[command(flatten)]
        place: Options<Place>,
    },
    /// List the roles, or describe one
    #[command(after_help = "Examples:\n  rolecall roles\n  rolecall roles smm --lang fr")]
    Roles {
        /// Role to describe: cm, smm, content, or its full name
        #[arg(value_parser = role, value_name = "ROLE")]
        role: Option<Role>,
    },
    /// List the goals that a profile may name
    Goals,
    /// List, show or verify the rules
    #[command(subcommand, arg_required_else_help = true)]
    Rules(Rules),
    /// List the sources, what they say and where they disagree
    Sources,
    /// Say what a role pays somewhere, with the evidence
    #[command(after_help = "\
Examples:
  rolecall salary --role smm --level mid --country FR --region FR-IDF
  rolecall salary --role cm --city Lyon --agreement 2198
  rolecall salary --role hybrid --level mid --country FR --as-of 2026-11-21 --format json

The band is gross yearly full-time pay. Without --level it is that of all levels together.")]
    Salary(Options<Band>),
    /// Say where an offer stands in the market
    #[command(after_help = "\
Examples:
  rolecall offer --role cm --level junior --country FR --amount 25000 --currency EUR --period year
  rolecall offer --role cm --level junior --city Paris --amount 2100 --currency EUR --period month --payments 13
  rolecall offer --role smm --country FR --amount 38000 --currency EUR --period year --against amount=41000,city=Paris")]
    Offer(Options<Offer>),
    /// Say what a person costs the employer, item by item
    #[command(after_help = "\
Examples:
  rolecall cost --country FR --gross 32000 --headcount 30
  rolecall cost --country FR --gross 45000 --headcount 60 --executive --mobility-rate 3.2 --health-cover 40
  rolecall cost --country FR --gross 32000 --headcount 8 --apprentice-age 21 --day-rate 350 --days 80 --retainer 1200
  rolecall cost --country DE --gross 42000")]
    Cost(Box<Options<Cost>>),
    /// Draft a job description and its ad from a brief
    #[command(after_help = "\
Examples:
  rolecall draft --role cm --level mid --lang fr --brief brief.json --format md
  rolecall draft --role hybrid --lang en --brief brief.toml --format docx > job.docx
  rolecall draft --role smm --level senior --lang en --brief brief.json --format jsonld --strict
  rolecall draft --role cm --document description --format html > description.html

The brief is JSON or TOML; everything in it is optional, and what is missing is listed and marked in the text.
Exit status: 0 drafted, 1 something is missing that the law requires (with --strict), 2 error.")]
    Draft(Box<Draft>),
    /// Say what an ad really describes, what it should pay, and what to change
    #[command(after_help = "\
Examples:
  rolecall audit ad.md --country FR
  rolecall audit ad.docx --title \"Community manager\" --region US-CO --employees 40 --format json
  rolecall audit ads/*.html --format jsonl
  rolecall audit ad.md --rewrite
  cat ad.txt | rolecall audit -

Exit status: 0 nothing grave, 1 errors or warnings found, 2 a file could not be read.")]
    Audit(Box<Audit>),
    /// Check all data and templates (built-in and overlay); exit 1 with findings
    #[command(after_help = "Examples:\n  rolecall check\n  rolecall check --data-dir ./my-data")]
    Check,
    /// Work with the data
    #[command(subcommand, arg_required_else_help = true)]
    Data(Data),
    /// Serve the web pages, the JSON API and its documentation
    #[command(after_help = "\
Examples:
  rolecall serve
  rolecall serve --listen 0.0.0.0:8080 --rate-limit 120 --data-dir ./my-data --watch
  rolecall serve --listen unix:/run/rolecall/http.sock --drain 5

Every option can be set in the environment too: ROLECALL_LISTEN, ROLECALL_RATE_LIMIT and so on. The token that audits
and drafts ask for is read from --token-file or ROLECALL_API_TOKEN. SIGHUP reads the data folder again; SIGTERM stops.")]
    Serve(Box<Serve>),
    /// Print the OpenAPI 3.1 document of the API
    Openapi,
    /// Print shell completions
    Completions {
        /// Shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page (troff)
    Man,
    /// Read one document on standard input within limits; what `audit` and `serve` start for DOCX and PDF
    #[command(name = child::COMMAND, hide = true)]
    ReadDocument {
        /// What the document is.
        #[arg(value_parser = document_form())]
        form: AdForm,
        /// Longest text, in bytes.
        max_text: usize,
    },
}

/// Rules.
#[derive(Debug, Subcommand)]
pub enum Rules {
    /// List the rules in force
    List {
        /// Only the rules of one layer
        #[arg(long, value_parser = layer(), value_name = "LAYER")]
        layer: Option<Layer>,
    },
    /// Show one rule with its evidence and examples
    Show {
        /// Id of the rule
        #[arg(value_name = "RULE")]
        id: String,
    },
    /// Verify the rules over the whole input space; exit 1 with findings
    Check,
}

/// Data.
#[derive(Debug, Subcommand)]
pub enum Data {
    /// Write the built-in data into an empty folder, to start an overlay
    Export {
        /// Folder
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Measure the bands: leave each source out, predict it, report the error
    Backtest,
    /// Write all bands as a table: CSV or XLSX, by the name of the file
    Bands {
        /// File to write, .csv or .xlsx
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Replace a file that exists
        #[arg(long)]
        force: bool,
    },
}

/// A job description to draft.
#[derive(Debug, ClapArgs)]
pub struct Draft {
    /// Which role and level.
    #[command(flatten)]
    pub fields: Options<DraftFields>,
    /// What is known about the post, JSON or TOML; - for standard input
    #[arg(long, value_name = "FILE")]
    pub brief: Option<PathBuf>,
    /// The published ad, or the internal description
    #[arg(long, value_enum, default_value = "ad", value_name = "DOCUMENT")]
    pub document: DocumentArg,
}

/// Which document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DocumentArg {
    /// The published ad.
    Ad,
    /// The internal job description.
    Description,
}

/// An ad to audit.
#[derive(Debug, ClapArgs)]
pub struct Audit {
    /// Files: text, Markdown, HTML, DOCX, PDF with a text layer; - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// What is known about the ad.
    #[command(flatten)]
    pub fields: Options<AuditFields>,
    /// Print the whole report as text, not only what matters first
    #[arg(long)]
    pub full: bool,
    /// Show the safe replacements as a diff instead of the audit
    #[arg(long)]
    pub rewrite: bool,
    /// Files audited at the same time [default: number of processors]
    #[arg(long, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
    /// Longest text of an ad, in kB
    #[arg(long, env = "ROLECALL_MAX_TEXT", default_value = "200", value_name = "KB", value_parser = kilobytes)]
    pub max_text: usize,
}

/// The profile: a file, options, or both (options win).
#[derive(Debug, ClapArgs)]
pub struct Recommend {
    /// Profile in JSON or TOML; `-` reads standard input. Options win over it (a list replaces the list)
    #[arg(long, value_name = "FILE")]
    pub profile: Option<PathBuf>,
    /// What the company says of itself.
    #[command(flatten)]
    pub fields: Options<Profile>,
    /// Ask the questions that can still change the answer, even when a profile is given
    #[arg(long)]
    pub interview: bool,
}

/// Where to listen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listen {
    /// Address and port.
    Tcp(std::net::SocketAddr),
    /// Path of a Unix socket.
    Unix(PathBuf),
}

impl std::str::FromStr for Listen {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        match text.strip_prefix("unix:") {
            Some("") => {
                Err("give the path of the socket, for example unix:/run/rolecall/http.sock".to_owned())
            }
            Some(path) => Ok(Self::Unix(path.into())),
            None => text.parse().map(Self::Tcp).map_err(|_| {
                "write an address and a port, for example 127.0.0.1:8080, or unix:/path/to/socket".to_owned()
            }),
        }
    }
}

impl std::fmt::Display for Listen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Tcp(address) => address.fmt(f),
            Self::Unix(path) => write!(f, "unix:{}", path.display()),
        }
    }
}

/// An origin as browsers send it: scheme, host, port; or `*`.
fn origin(text: &str) -> Result<String, String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let sound = |host: &str| {
        !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]*".contains(&byte))
    };
    if text == "*" || host.is_some_and(sound) {
        return Ok(text.to_owned());
    }
    Err("write an origin, for example https://www.example.org, or * for any".to_owned())
}

/// How to serve.
#[derive(Clone, Debug, ClapArgs)]
pub struct Serve {
    /// Address and port to listen on (port 0 picks a free one), or unix:PATH
    #[arg(long, env = "ROLECALL_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    pub listen: Listen,
    /// Serve /healthz, /readyz and /metrics here, and here only: an address and port, or unix:PATH
    #[arg(long, env = "ROLECALL_ADMIN_LISTEN", value_name = "ADDRESS")]
    pub admin_listen: Option<Listen>,
    /// Threads that answer [default: one a processor]
    #[arg(long, env = "ROLECALL_WORKERS", value_name = "N")]
    pub workers: Option<std::num::NonZeroUsize>,
    /// Connections at once; more wait
    #[arg(long, env = "ROLECALL_MAX_CONNECTIONS", default_value = "4096", value_name = "N")]
    pub max_connections: std::num::NonZeroUsize,
    /// Connections at once for each client, trusted proxies excepted; more are closed; 0: no limit
    #[arg(long, env = "ROLECALL_MAX_CONNECTIONS_PER_CLIENT", default_value = "256", value_name = "N")]
    pub max_connections_per_client: usize,
    /// Longest time for one request
    #[arg(long, env = "ROLECALL_REQUEST_TIMEOUT", default_value = "10", value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..=600))]
    pub request_timeout: u32,
    /// Longest time in which a client sends headers, stands still between requests, or reads less than 10 kB/s
    #[arg(long, env = "ROLECALL_CLIENT_TIMEOUT", default_value = "30", value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..=3600))]
    pub client_timeout: u32,
    /// How long /readyz says no before the listener closes, once told to stop
    #[arg(long, env = "ROLECALL_DRAIN", default_value = "0", value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(0..=600))]
    pub drain: u32,
    /// Longest time that running requests are then given
    #[arg(long, env = "ROLECALL_SHUTDOWN_TIMEOUT", default_value = "10", value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(0..=600))]
    pub shutdown_timeout: u32,
    /// Longest text of an ad, in kB
    #[arg(long, env = "ROLECALL_MAX_TEXT", default_value = "200", value_name = "KB", value_parser = kilobytes)]
    pub max_text: usize,
    /// Audits, files, batches and tables worked on at once; a few more wait, the rest are told to come back [default: one
    /// a processor]
    #[arg(long, env = "ROLECALL_MAX_HEAVY", value_name = "N")]
    pub max_heavy: Option<std::num::NonZeroUsize>,
    /// Requests a minute for each client; 0: no limit
    #[arg(long, env = "ROLECALL_RATE_LIMIT", default_value = "0", value_name = "N")]
    pub rate_limit: u32,
    /// Network of a proxy whose X-Forwarded-For is believed, for example 10.0.0.0/8 (may be repeated)
    #[arg(long, env = "ROLECALL_TRUSTED_PROXY", value_delimiter = ',', value_name = "CIDR", value_parser = network)]
    pub trusted_proxy: Vec<ipnet::IpNet>,
    /// Origin whose pages may call the API, or * for any (may be repeated)
    #[arg(long, env = "ROLECALL_CORS", value_delimiter = ',', value_name = "ORIGIN", value_parser = origin)]
    pub cors: Vec<String>,
    /// Origin that may frame the pages under /embed/, or * for any (may be repeated)
    #[arg(long, env = "ROLECALL_EMBED_ORIGIN", value_delimiter = ',', default_value = "*", value_name = "ORIGIN", value_parser = origin)]
    pub embed_origin: Vec<String>,
    /// File with the token that audits and drafts then ask for
    #[arg(long, env = "ROLECALL_TOKEN_FILE", value_name = "FILE", value_parser = clap::builder::OsStringValueParser::new().map(PathBuf::from))]
    pub token_file: Option<PathBuf>,
    /// Read the data folder again when a file in it changes
    #[arg(long, env = "ROLECALL_WATCH", value_parser = clap::builder::FalseyValueParser::new())]
    pub watch: bool,
}

/// A network, or a single address.
fn network(text: &str) -> Result<ipnet::IpNet, String> {
    text.parse()
        .or_else(|_| text.parse::<std::net::IpAddr>().map(ipnet::IpNet::from))
        .map_err(|_| "write a network or an address, for example 10.0.0.0/8 or 127.0.0.1".to_owned())
}
