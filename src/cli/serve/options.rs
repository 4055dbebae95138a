//! What can be typed behind `rolecall serve`.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use clap::builder::TypedValueParser;

use crate::app::operator::{is_mail, is_web};
use crate::cli::help::spoken;
use crate::cli::values::{kilobytes, named};
use crate::domain::message::ids;

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
            Some("") => Err(spoken(ids::HELP_WRITE_SOCKET).to_owned()),
            Some(path) => Ok(Self::Unix(path.into())),
            None => text.parse().map(Self::Tcp).map_err(|_| spoken(ids::HELP_WRITE_ADDRESS).to_owned()),
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
    Err(spoken(ids::HELP_WRITE_ORIGIN).to_owned())
}

/// How to serve.
#[derive(Clone, Debug, ClapArgs)]
pub struct Serve {
    /// What `help-serve-listen` says.
    #[arg(help = spoken(ids::HELP_SERVE_LISTEN), long, env = "ROLECALL_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    pub listen: Listen,
    /// What `help-serve-admin-listen` says.
    #[arg(help = spoken(ids::HELP_SERVE_ADMIN_LISTEN), long, env = "ROLECALL_ADMIN_LISTEN", value_name = "ADDRESS")]
    pub admin_listen: Option<Listen>,
    /// What `help-serve-workers` says.
    #[arg(help = spoken(ids::HELP_SERVE_WORKERS), long, env = "ROLECALL_WORKERS", value_name = "N")]
    pub workers: Option<std::num::NonZeroUsize>,
    /// What `help-serve-max-connections` says.
    #[arg(help = spoken(ids::HELP_SERVE_MAX_CONNECTIONS), long, env = "ROLECALL_MAX_CONNECTIONS", default_value = "4096", value_name = "N")]
    pub max_connections: std::num::NonZeroUsize,
    /// What `help-serve-max-connections-per-client` says.
    #[arg(help = spoken(ids::HELP_SERVE_MAX_CONNECTIONS_PER_CLIENT), long, env = "ROLECALL_MAX_CONNECTIONS_PER_CLIENT", default_value = "256", value_name = "N")]
    pub max_connections_per_client: usize,
    /// What `help-serve-request-timeout` says.
    #[arg(help = spoken(ids::HELP_SERVE_REQUEST_TIMEOUT), long, env = "ROLECALL_REQUEST_TIMEOUT", default_value = "10", value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..=600))]
    pub request_timeout: u32,
    /// What `help-serve-client-timeout` says.
    #[arg(help = spoken(ids::HELP_SERVE_CLIENT_TIMEOUT), long, env = "ROLECALL_CLIENT_TIMEOUT", default_value = "30", value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..=3600))]
    pub client_timeout: u32,
    /// What `help-serve-drain` says.
    #[arg(help = spoken(ids::HELP_SERVE_DRAIN), long, env = "ROLECALL_DRAIN", default_value = "0", value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(0..=600))]
    pub drain: u32,
    /// What `help-serve-shutdown-timeout` says.
    #[arg(help = spoken(ids::HELP_SERVE_SHUTDOWN_TIMEOUT), long, env = "ROLECALL_SHUTDOWN_TIMEOUT", default_value = "10", value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(0..=600))]
    pub shutdown_timeout: u32,
    /// What `help-serve-max-text` says.
    #[arg(help = spoken(ids::HELP_SERVE_MAX_TEXT), long, env = "ROLECALL_MAX_TEXT", default_value = "200", value_name = "KB", value_parser = kilobytes)]
    pub max_text: usize,
    /// What `help-serve-max-heavy` says.
    #[arg(help = spoken(ids::HELP_SERVE_MAX_HEAVY), long, env = "ROLECALL_MAX_HEAVY", value_name = "N")]
    pub max_heavy: Option<std::num::NonZeroUsize>,
    /// What `help-serve-rate-limit` says.
    #[arg(help = spoken(ids::HELP_SERVE_RATE_LIMIT), long, env = "ROLECALL_RATE_LIMIT", default_value = "0", value_name = "N")]
    pub rate_limit: u32,
    /// What `help-serve-trusted-proxy` says.
    #[arg(help = spoken(ids::HELP_SERVE_TRUSTED_PROXY), long, env = "ROLECALL_TRUSTED_PROXY", value_delimiter = ',', value_name = "CIDR", value_parser = network)]
    pub trusted_proxy: Vec<ipnet::IpNet>,
    /// What `help-serve-cors` says.
    #[arg(help = spoken(ids::HELP_SERVE_CORS), long, env = "ROLECALL_CORS", value_delimiter = ',', value_name = "ORIGIN", value_parser = origin)]
    pub cors: Vec<String>,
    /// What `help-serve-embed-origin` says.
    #[arg(help = spoken(ids::HELP_SERVE_EMBED_ORIGIN), long, env = "ROLECALL_EMBED_ORIGIN", value_delimiter = ',', default_value = "*", value_name = "ORIGIN", value_parser = origin)]
    pub embed_origin: Vec<String>,
    /// What `help-serve-operator` says.
    #[arg(help = spoken(ids::HELP_SERVE_OPERATOR), long, env = "ROLECALL_OPERATOR", value_name = "NAME", value_parser = named)]
    pub operator: Option<String>,
    /// What `help-serve-contact` says.
    #[arg(help = spoken(ids::HELP_SERVE_CONTACT), long, env = "ROLECALL_CONTACT", value_name = "ADDRESS", value_parser = contact)]
    pub contact: Option<String>,
    /// What `help-serve-legal-notice` says.
    #[arg(help = spoken(ids::HELP_SERVE_LEGAL_NOTICE), long, env = "ROLECALL_LEGAL_NOTICE", value_name = "URL", value_parser = web)]
    pub legal_notice: Option<String>,
    /// What `help-serve-public-url` says.
    #[arg(help = spoken(ids::HELP_SERVE_PUBLIC_URL), long, env = "ROLECALL_PUBLIC_URL", value_name = "URL", value_parser = origin)]
    pub public_url: Option<String>,
    /// What `help-serve-token-file` says.
    #[arg(help = spoken(ids::HELP_SERVE_TOKEN_FILE), long, env = "ROLECALL_TOKEN_FILE", value_name = "FILE", value_parser = clap::builder::OsStringValueParser::new().map(PathBuf::from))]
    pub token_file: Option<PathBuf>,
    /// What `help-serve-mcp` says.
    #[arg(help = spoken(ids::HELP_SERVE_MCP), long, env = "ROLECALL_MCP", value_parser = clap::builder::FalseyValueParser::new())]
    pub mcp: bool,
    /// What `help-serve-watch` says.
    #[arg(help = spoken(ids::HELP_SERVE_WATCH), long, env = "ROLECALL_WATCH", value_parser = clap::builder::FalseyValueParser::new())]
    pub watch: bool,
    /// What `help-serve-health` says.
    #[arg(help = spoken(ids::HELP_SERVE_HEALTH), long)]
    pub health: bool,
}

/// The address of a page.
fn web(text: &str) -> Result<String, String> {
    if is_web(text) { Ok(text.to_owned()) } else { Err(spoken(ids::HELP_WRITE_WEB).to_owned()) }
}

/// An address of mail or of a page.
fn contact(text: &str) -> Result<String, String> {
    if is_web(text) || is_mail(text) {
        Ok(text.to_owned())
    } else {
        Err(spoken(ids::HELP_WRITE_CONTACT).to_owned())
    }
}

/// A network, or a single address.
fn network(text: &str) -> Result<ipnet::IpNet, String> {
    text.parse()
        .or_else(|_| text.parse::<std::net::IpAddr>().map(ipnet::IpNet::from))
        .map_err(|_| spoken(ids::HELP_WRITE_NETWORK).to_owned())
}
