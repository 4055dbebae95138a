//! What can be typed. Values that do not depend on the data are checked here, by clap, with its suggestions.

use std::path::PathBuf;

use clap::builder::TypedValueParser;
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use super::help::{examples, spoken};
use super::options::{
    Audit as AuditFields, Band, Cost, Draft as DraftFields, Offer, Options, Place, Profile,
};
#[cfg(feature = "service")]
use super::serve::Serve;
use super::values::{counted, day, document_form, kilobytes, lang, layer, named, role};
use crate::domain::dated::Day;
use crate::domain::decide::rule::Layer;
use crate::domain::job::wording::Severity;
use crate::domain::message::ids;
use crate::domain::pay::evidence::Counted;
use crate::domain::text::Lang;
use crate::domain::vocab::Role;
use crate::toolkit::{AdForm, child};

const EXAMPLES: &str = "  rolecall recommend
  rolecall recommend --stage launching --goal awareness,new-channels --employees 4
  rolecall recommend --profile company.toml --format html > report.html
  rolecall compare cm smm content
  rolecall rules show verdict-large-structure
  rolecall serve --listen 127.0.0.1:8080";

/// What `help-rolecall` says.
#[derive(Debug, Parser)]
#[command(name = "rolecall", version, about = spoken(ids::HELP_ROLECALL), after_help = examples(EXAMPLES, Some(ids::HELP_ROLECALL_MORE)), propagate_version = true, arg_required_else_help = true)]
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
    /// What `help-format-text` says.
    #[value(help = spoken(ids::HELP_FORMAT_TEXT))]
    Text,
    /// What `help-format-json` says.
    #[value(help = spoken(ids::HELP_FORMAT_JSON))]
    Json,
    /// What `help-format-md` says.
    #[value(help = spoken(ids::HELP_FORMAT_MD))]
    Md,
    /// What `help-format-html` says.
    #[value(help = spoken(ids::HELP_FORMAT_HTML))]
    Html,
    /// What `help-format-jsonl` says.
    #[value(help = spoken(ids::HELP_FORMAT_JSONL))]
    Jsonl,
    /// What `help-format-sarif` says.
    #[value(help = spoken(ids::HELP_FORMAT_SARIF))]
    Sarif,
    /// What `help-format-docx` says.
    #[value(help = spoken(ids::HELP_FORMAT_DOCX))]
    Docx,
    /// What `help-format-jsonld` says.
    #[value(help = spoken(ids::HELP_FORMAT_JSONLD))]
    Jsonld,
    /// What `help-format-csv` says.
    #[value(help = spoken(ids::HELP_FORMAT_CSV))]
    Csv,
}

/// Options of every command.
#[derive(Clone, Debug, ClapArgs)]
pub struct Global {
    /// What `help-lang` says.
    #[arg(help = spoken(ids::HELP_LANG), long, global = true, help_heading = spoken(ids::HELP_EVERYWHERE), value_parser = lang(), value_name = "LANG")]
    pub lang: Option<Lang>,
    /// What `help-format` says.
    #[arg(help = spoken(ids::HELP_FORMAT),
        long,
        global = true,
        help_heading = spoken(ids::HELP_EVERYWHERE),
        value_enum,
        default_value = "text",
        value_name = "FORMAT"
    )]
    pub format: Format,
    /// What `help-full` says.
    #[arg(help = spoken(ids::HELP_FULL), long, global = true, help_heading = spoken(ids::HELP_EVERYWHERE))]
    pub full: bool,
    /// What `help-as-of` says.
    #[arg(help = spoken(ids::HELP_AS_OF), long, global = true, help_heading = spoken(ids::HELP_EVERYWHERE), value_parser = day, value_name = "YYYY-MM-DD")]
    pub as_of: Option<Day>,
    /// What `help-data-dir` says.
    #[arg(help = spoken(ids::HELP_DATA_DIR),
        long,
        global = true,
        help_heading = spoken(ids::HELP_EVERYWHERE),
        env = "ROLECALL_DATA_DIR",
        hide_env_values = true,
        value_name = "DIR",
        value_parser = clap::builder::OsStringValueParser::new().map(PathBuf::from)
    )]
    pub data_dir: Option<PathBuf>,
    /// What `help-market-choice` says.
    #[arg(help = spoken(ids::HELP_MARKET_CHOICE), long = "figures", global = true, help_heading = spoken(ids::HELP_EVERYWHERE), env = "ROLECALL_FIGURES", hide_env_values = true, default_value = "both", hide_default_value = true, value_parser = counted(), value_name = "WHICH")]
    pub counted: Counted,
    /// What `help-isolated` says.
    #[arg(help = spoken(ids::HELP_ISOLATED), long, global = true, help_heading = spoken(ids::HELP_EVERYWHERE))]
    pub isolated: bool,
    /// Run within limits on memory; what commands with templates of an overlay add to themselves
    #[arg(long, global = true, hide = true)]
    pub confined: bool,
}

/// The questions.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// What `help-recommend` says.
    #[command(about = spoken(ids::HELP_RECOMMEND), after_help = examples("  rolecall recommend --stage established --goal retention --goal awareness:secondary --employees 60\n  rolecall recommend --profile company.json --lang fr\n  echo '{\"presence_stage\":\"growing\",\"goals\":[\"retention\"]}' | rolecall recommend --profile - --format json", Some(ids::HELP_RECOMMEND_MORE)))]
    Recommend(Box<Recommend>),
    /// What `help-compare` says.
    #[command(about = spoken(ids::HELP_COMPARE),
        after_help = examples("  rolecall compare\n  rolecall compare cm smm content --format md\n  rolecall compare --city Paris", None)
    )]
    Compare {
        /// What `help-compare-roles` says.
        #[arg(help = spoken(ids::HELP_COMPARE_ROLES), value_parser = role, value_name = "ROLE")]
        roles: Vec<Role>,
        /// Where pay is compared [default: France]
        #[command(flatten)]
        place: Options<Place>,
    },
    /// What `help-roles` says.
    #[command(about = spoken(ids::HELP_ROLES), after_help = examples("  rolecall roles\n  rolecall roles smm --lang fr", None))]
    Roles {
        /// What `help-roles-role` says.
        #[arg(help = spoken(ids::HELP_ROLES_ROLE), value_parser = role, value_name = "ROLE")]
        role: Option<Role>,
    },
    /// What `help-goals` says.
    #[command(about = spoken(ids::HELP_GOALS))]
    Goals,
    /// What `help-rules` says.
    #[command(about = spoken(ids::HELP_RULES), subcommand, arg_required_else_help = true)]
    Rules(Rules),
    /// What `help-sources` says.
    #[command(about = spoken(ids::HELP_SOURCES))]
    Sources,
    /// What `help-salary` says.
    #[command(about = spoken(ids::HELP_SALARY), after_help = examples("  rolecall salary --role smm --level mid --country FR --region FR-IDF\n  rolecall salary --role cm --city Lyon --agreement 2198\n  rolecall salary --role hybrid --level mid --country FR --as-of 2026-11-21 --format json", Some(ids::HELP_SALARY_MORE)))]
    Salary(Options<Band>),
    /// What `help-offer` says.
    #[command(about = spoken(ids::HELP_OFFER), after_help = examples("  rolecall offer --role cm --level junior --country FR --amount 25000 --currency EUR --period year\n  rolecall offer --role cm --level junior --city Paris --amount 2100 --currency EUR --period month --payments 13\n  rolecall offer --role smm --country FR --amount 38000 --currency EUR --period year --against amount=41000,city=Paris", None))]
    Offer(Options<Offer>),
    /// What `help-cost` says.
    #[command(about = spoken(ids::HELP_COST), after_help = examples("  rolecall cost --country FR --gross 32000 --headcount 30\n  rolecall cost --country FR --gross 45000 --headcount 60 --executive --mobility-rate 3.2 --health-cover 40\n  rolecall cost --country FR --gross 32000 --headcount 8 --apprentice-age 21 --day-rate 350 --days 80 --retainer 1200\n  rolecall cost --country DE --gross 42000", None))]
    Cost(Box<Options<Cost>>),
    /// What `help-draft` says.
    #[command(about = spoken(ids::HELP_DRAFT), after_help = examples("  rolecall draft --role cm --level mid --lang fr --brief brief.json --format md\n  rolecall draft --role hybrid --lang en --brief brief.toml --format docx > job.docx\n  rolecall draft --role smm --level senior --lang en --brief brief.json --format jsonld --strict\n  rolecall draft --role cm --document description --format html > description.html", Some(ids::HELP_DRAFT_MORE)))]
    Draft(Box<Draft>),
    /// What `help-audit` says.
    #[command(about = spoken(ids::HELP_AUDIT), after_help = examples("  rolecall audit ad.md --country FR\n  rolecall audit ad.docx --title \"Community manager\" --region US-CO --employees 40 --format json\n  rolecall audit ads/*.html --format jsonl\n  rolecall audit ad.md --rewrite\n  cat ad.txt | rolecall audit -", Some(ids::HELP_AUDIT_MORE)))]
    Audit(Box<Audit>),
    /// What `help-check` says.
    #[command(about = spoken(ids::HELP_CHECK), after_help = examples("  rolecall check\n  rolecall check --data-dir ./my-data", None))]
    Check,
    /// What `help-data` says.
    #[command(about = spoken(ids::HELP_DATA), subcommand, arg_required_else_help = true)]
    Data(Data),
    /// What `help-market` says.
    #[command(about = spoken(ids::HELP_MARKET), subcommand, arg_required_else_help = true)]
    Market(Market),
    /// What `help-serve` says.
    #[cfg(feature = "service")]
    #[command(about = spoken(ids::HELP_SERVE), after_help = examples("  rolecall serve\n  rolecall serve --listen 0.0.0.0:8080 --rate-limit 120 --data-dir ./my-data --watch\n  rolecall serve --listen unix:/run/rolecall/http.sock --drain 5", Some(ids::HELP_SERVE_MORE)))]
    Serve(Box<Serve>),
    /// What `help-mcp` says.
    #[cfg(feature = "service")]
    #[command(about = spoken(ids::HELP_MCP), after_help = examples("  rolecall mcp\n  claude mcp add rolecall -- rolecall mcp", Some(ids::HELP_MCP_MORE)))]
    Mcp,
    /// What `help-openapi` says.
    #[cfg(feature = "service")]
    #[command(about = spoken(ids::HELP_OPENAPI))]
    Openapi,
    /// What `help-completions` says.
    #[command(about = spoken(ids::HELP_COMPLETIONS))]
    Completions {
        /// What `help-completions-shell` says.
        #[arg(help = spoken(ids::HELP_COMPLETIONS_SHELL), value_enum)]
        shell: clap_complete::Shell,
    },
    /// What `help-man` says.
    #[command(about = spoken(ids::HELP_MAN))]
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

impl Command {
    /// Whether it hands the data over to the server, which guards itself.
    #[must_use]
    pub const fn serves(&self) -> bool {
        #[cfg(feature = "service")]
        return matches!(self, Self::Serve(_) | Self::Openapi | Self::Mcp);
        #[cfg(not(feature = "service"))]
        false
    }
}

/// Rules.
#[derive(Debug, Subcommand)]
pub enum Rules {
    /// What `help-rules-list` says.
    #[command(about = spoken(ids::HELP_RULES_LIST))]
    List {
        /// What `help-rules-list-layer` says.
        #[arg(help = spoken(ids::HELP_RULES_LIST_LAYER), long, value_parser = layer(), value_name = "LAYER")]
        layer: Option<Layer>,
    },
    /// What `help-rules-show` says.
    #[command(about = spoken(ids::HELP_RULES_SHOW))]
    Show {
        /// What `help-rules-show-id` says.
        #[arg(help = spoken(ids::HELP_RULES_SHOW_ID), value_name = "RULE")]
        id: String,
    },
    /// What `help-rules-check` says.
    #[command(about = spoken(ids::HELP_RULES_CHECK))]
    Check,
}

/// Data.
#[derive(Debug, Subcommand)]
pub enum Data {
    /// What `help-data-export` says.
    #[command(about = spoken(ids::HELP_DATA_EXPORT))]
    Export {
        /// What `help-data-export-folder` says.
        #[arg(help = spoken(ids::HELP_DATA_EXPORT_FOLDER), value_name = "DIR")]
        folder: PathBuf,
    },
    /// What `help-data-backtest` says.
    #[command(about = spoken(ids::HELP_DATA_BACKTEST))]
    Backtest,
    /// What `help-data-bands` says.
    #[command(about = spoken(ids::HELP_DATA_BANDS))]
    Bands {
        /// What `help-data-bands-file` says.
        #[arg(help = spoken(ids::HELP_DATA_BANDS_FILE), value_name = "FILE")]
        file: PathBuf,
        /// What `help-data-bands-force` says.
        #[arg(help = spoken(ids::HELP_DATA_BANDS_FORCE), long)]
        force: bool,
    },
}

/// A job description to draft.
#[derive(Debug, ClapArgs)]
pub struct Draft {
    /// Which role and level.
    #[command(flatten)]
    pub fields: Options<DraftFields>,
    /// What `help-draft-brief` says.
    #[arg(help = spoken(ids::HELP_DRAFT_BRIEF), long, value_name = "FILE")]
    pub brief: Option<PathBuf>,
    /// What `help-draft-document` says.
    #[arg(help = spoken(ids::HELP_DRAFT_DOCUMENT), long, value_enum, default_value = "ad", value_name = "DOCUMENT")]
    pub document: DocumentArg,
}

/// Which document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DocumentArg {
    /// What `help-document-ad` says.
    #[value(help = spoken(ids::HELP_DOCUMENT_AD))]
    Ad,
    /// What `help-document-description` says.
    #[value(help = spoken(ids::HELP_DOCUMENT_DESCRIPTION))]
    Description,
}

/// From which finding on `audit` ends with 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum FailOn {
    #[expect(missing_docs, reason = "the word itself")]
    Error,
    #[expect(missing_docs, reason = "the word itself")]
    Warning,
    #[expect(missing_docs, reason = "the word itself")]
    Notice,
    #[expect(missing_docs, reason = "the word itself")]
    Never,
}

impl FailOn {
    /// The least grave finding that counts; none counts for `never`.
    #[must_use]
    pub const fn least(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Notice => Some(Severity::Notice),
            Self::Never => None,
        }
    }
}

/// An ad to audit.
#[derive(Debug, ClapArgs)]
pub struct Audit {
    /// What `help-audit-files` says.
    #[arg(help = spoken(ids::HELP_AUDIT_FILES), value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// What is known about the ad.
    #[command(flatten)]
    pub fields: Options<AuditFields>,
    /// What `help-audit-fail-on` says.
    #[arg(help = spoken(ids::HELP_AUDIT_FAIL_ON), long, value_enum, default_value = "warning", value_name = "SEVERITY")]
    pub fail_on: FailOn,
    /// What `help-audit-baseline` says.
    #[arg(help = spoken(ids::HELP_AUDIT_BASELINE), long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// What `help-audit-write-baseline` says.
    #[arg(help = spoken(ids::HELP_AUDIT_WRITE_BASELINE), long, requires = "baseline")]
    pub write_baseline: bool,
    /// What `help-audit-rewrite` says.
    #[arg(help = spoken(ids::HELP_AUDIT_REWRITE), long)]
    pub rewrite: bool,
    /// What `help-audit-jobs` says.
    #[arg(help = spoken(ids::HELP_AUDIT_JOBS), long, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
    /// What `help-audit-max-text` says.
    #[arg(help = spoken(ids::HELP_AUDIT_MAX_TEXT), long, env = "ROLECALL_MAX_TEXT", default_value = "200", value_name = "KB", value_parser = kilobytes)]
    pub max_text: usize,
}

/// The profile: a file, options, or both (options win).
#[derive(Debug, ClapArgs)]
pub struct Recommend {
    /// What `help-recommend-profile` says.
    #[arg(help = spoken(ids::HELP_RECOMMEND_PROFILE), long, value_name = "FILE")]
    pub profile: Option<PathBuf>,
    /// What the company says of itself.
    #[command(flatten)]
    pub fields: Options<Profile>,
    /// What `help-recommend-interview` says.
    #[arg(help = spoken(ids::HELP_RECOMMEND_INTERVIEW), long)]
    pub interview: bool,
}

/// `rolecall market`.
#[derive(Clone, Debug, Subcommand)]
pub enum Market {
    /// What `help-market-observe` says.
    #[command(about = spoken(ids::HELP_MARKET_OBSERVE), after_help = examples("  rolecall market observe ads.jsonl.gz --salt-file salt > records.jsonl\n  rolecall market observe ads.csv --map title=name --map text=body > records.jsonl", Some(ids::HELP_MARKET_OBSERVE_MORE)))]
    Observe(Observe),
    /// What `help-market-build` says.
    #[command(about = spoken(ids::HELP_MARKET_BUILD), after_help = examples("  rolecall market build records.jsonl\n  rolecall market build records.jsonl --overlay my-market\n  rolecall salary --role cm --country FR --data-dir my-market", None))]
    Build(Build),
    /// What `help-market-merge` says.
    #[command(about = spoken(ids::HELP_MARKET_MERGE), after_help = examples("  rolecall market merge part-*.jsonl > all.jsonl", Some(ids::HELP_MARKET_MERGE_MORE)))]
    Merge(Merge),
}

/// Options of `market observe`.
#[derive(Clone, Debug, ClapArgs)]
pub struct Observe {
    /// What `help-market-observe-files` says.
    #[arg(help = spoken(ids::HELP_MARKET_OBSERVE_FILES), value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What `help-market-observe-map` says.
    #[arg(help = spoken(ids::HELP_MARKET_OBSERVE_MAP), long, value_name = "FIELD=PATH", value_delimiter = ',')]
    pub map: Vec<String>,
    /// What `help-market-observe-keep-employer` says.
    #[arg(help = spoken(ids::HELP_MARKET_OBSERVE_KEEP_EMPLOYER), long)]
    pub keep_employer: bool,
    /// What `help-market-observe-salt-file` says.
    #[arg(help = spoken(ids::HELP_MARKET_OBSERVE_SALT_FILE), long, value_name = "FILE", conflicts_with = "keep_employer")]
    pub salt_file: Option<PathBuf>,
    /// What `help-market-observe-jobs` says.
    #[arg(help = spoken(ids::HELP_MARKET_OBSERVE_JOBS), long, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
}

/// Options of `market build`.
#[derive(Clone, Debug, ClapArgs)]
pub struct Build {
    /// What `help-market-build-records` says.
    #[arg(help = spoken(ids::HELP_MARKET_BUILD_RECORDS), value_name = "RECORDS")]
    pub records: Vec<PathBuf>,
    /// What `help-market-build-overlay` says.
    #[arg(help = spoken(ids::HELP_MARKET_BUILD_OVERLAY), long, value_name = "DIR")]
    pub overlay: Option<PathBuf>,
    /// What `help-market-build-before` says.
    #[arg(help = spoken(ids::HELP_MARKET_BUILD_BEFORE), long, value_name = "RECORDS")]
    pub before: Vec<PathBuf>,
    /// What `help-market-build-sheet` says.
    #[arg(help = spoken(ids::HELP_MARKET_BUILD_SHEET), long, value_name = "FILE")]
    pub sheet: Option<PathBuf>,
    /// What `help-market-build-name` says.
    #[arg(help = spoken(ids::HELP_MARKET_BUILD_NAME), long, default_value = "own-ads", value_name = "ID")]
    pub name: String,
    /// What `help-market-build-publisher` says.
    #[arg(help = spoken(ids::HELP_MARKET_BUILD_PUBLISHER), long, default_value = "own ads", value_name = "NAME", value_parser = named)]
    pub publisher: String,
    /// What `help-market-build-force` says.
    #[arg(help = spoken(ids::HELP_MARKET_BUILD_FORCE), long)]
    pub force: bool,
    /// What `help-market-observe-jobs` says.
    #[arg(help = spoken(ids::HELP_MARKET_OBSERVE_JOBS), long, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
}

/// Options of `market merge`.
#[derive(Clone, Debug, ClapArgs)]
pub struct Merge {
    /// What `help-market-build-records` says.
    #[arg(help = spoken(ids::HELP_MARKET_BUILD_RECORDS), value_name = "RECORDS")]
    pub records: Vec<PathBuf>,
    /// What `help-market-observe-jobs` says.
    #[arg(help = spoken(ids::HELP_MARKET_OBSERVE_JOBS), long, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
}
