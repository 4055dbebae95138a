//! Tools for assistants: the questions of the API, asked by programs that speak the Model Context Protocol.
//!
//! One handler serves both transports: standard input and output (`rolecall mcp`), and `/mcp` of the service. It decides
//! nothing: a tool reads its arguments as the API reads the body of the same question, asks the toolkit, and gives the
//! body of the API back as structured content, beside a short Markdown text for whoever reads along. The protocol itself
//! is the `rmcp` crate's: revision 2026-07-28, without sessions, and the older ones for clients that know no newer.

mod pipes;
mod resources;
mod schemas;
mod tools;

use std::sync::Arc;

use axum::http::request::Parts;
use rmcp::handler::server::ServerHandler;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, ErrorData, Implementation,
    ListResourceTemplatesResult, ListResourcesResult, ListToolsResult, PaginatedRequestParams,
    ReadResourceRequestParams, ReadResourceResponse, ServerCapabilities, ServerConfig,
};
use rmcp::service::{RequestContext, RoleServer, ServerInitializeError, ServiceExt};
use rmcp::transport::streamable_http_server::session::never::NeverSessionManager;
use rmcp::transport::streamable_http_server::{StreamableHttpServerConfig, StreamableHttpService};
use serde_json::{Map, Value};
use tokio::io::DuplexStream;

use crate::api::problem::Problem;
use crate::app::App;
use crate::app::language::accepted_language;
use crate::domain::message::{Words, ids, said};
use crate::domain::next::Tool;
use crate::domain::text::Lang;
use crate::toolkit::Asking;

/// Largest message over HTTP: the largest ad that the API reads, and what stands around it.
const MAX_MESSAGE: usize = (2 << 20) + (64 << 10);

/// Answers assistants from one set of data.
#[derive(Clone, Debug)]
pub struct Assistant {
    app: App,
    lang: Lang,
    tools: Arc<Vec<rmcp::model::Tool>>,
}

impl Assistant {
    /// An assistant's end of the toolkit; `lang` is the language of the tools, and of answers where nothing says another.
    #[must_use]
    pub fn new(app: App, lang: Lang) -> Self {
        let tools = Arc::new(schemas::tools(app.toolkit(), lang));
        Self { app, lang, tools }
    }

    fn words(&self, lang: Lang) -> Words<'_> {
        self.app.toolkit().words(lang)
    }

    /// Language and day of a call: those among its arguments, else what the request prefers, else today.
    fn asking(&self, arguments: &mut Map<String, Value>, parts: Option<&Parts>) -> Result<Asking, Problem> {
        let lang = parts.map_or(self.lang, |parts| accepted_language(&parts.headers));
        tools::asking(arguments, Asking { lang, as_of: self.app.today() })
    }

    /// Answers a call; faults of the arguments are an answer too.
    async fn call(
        &self,
        tool: Tool,
        mut arguments: Map<String, Value>,
        parts: Option<&Parts>,
    ) -> CallToolResult {
        let lang = parts.map_or(self.lang, |parts| accepted_language(&parts.headers));
        let asking = match self.asking(&mut arguments, parts) {
            Ok(asking) => asking,
            Err(problem) => return self.failed(&problem, lang),
        };
        // The token of the service stands before the same questions as in the API.
        if tool.guarded() && parts.is_some_and(|parts| !self.app.allows(&parts.headers)) {
            return self.failed(&Problem::new("unauthorized", ids::API_ADDRESS_ASKS_TOKEN_SEND), asking.lang);
        }
        self.app.process().metrics.answered(tool.metric());
        let app = self.app.clone();
        // Aside, so that a long ad delays nobody, and stops when nobody waits for it.
        let work = self.app.heavy(move |wanted| {
            let wanted = || wanted.still();
            tools::answer(app.toolkit(), tool, Value::Object(arguments), asking, &wanted)
        });
        match work.await.map_err(Problem::undone).and_then(|answer| answer) {
            Ok(answer) => {
                let mut content = vec![ContentBlock::text(answer.text)];
                if let Some(document) = answer.document {
                    content.push(ContentBlock::embedded_text(
                        format!("rolecall://drafts/{}", tool.id()),
                        document,
                    ));
                }
                let mut result = CallToolResult::success(content);
                result.structured_content = Some(answer.body);
                result
            }
            Err(problem) => self.failed(&problem, asking.lang),
        }
    }

    /// A fault as a result: what is wrong, where, and what to write instead, so that the call can be mended.
    fn failed(&self, problem: &Problem, lang: Lang) -> CallToolResult {
        let body = problem.written(self.words(lang));
        let mut text = format!("**{}** {}\n", body.title, body.detail);
        for fault in &body.errors {
            text.push_str(&format!("\n- `{}` {} (`{}`)", fault.pointer, fault.detail, fault.code));
        }
        let mut result = CallToolResult::error(vec![ContentBlock::text(text)]);
        result.structured_content = serde_json::to_value(&body).ok();
        result
    }
}

impl ServerHandler for Assistant {
    fn get_info(&self) -> ServerConfig {
        let words = self.words(self.lang);
        let capabilities = ServerCapabilities::builder().enable_tools().enable_resources().build();
        let implementation = Implementation::new("rolecall", env!("CARGO_PKG_VERSION"))
            .with_title("rolecall")
            .with_description(words.say(ids::ASSISTANT_ABOUT));
        ServerConfig::new(capabilities)
            .with_server_info(implementation)
            .with_instructions(words.say(ids::ASSISTANT_INSTRUCTIONS))
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        Ok(ListToolsResult::with_all_items(self.tools.to_vec()))
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let Ok(tool) = request.name.parse::<Tool>() else {
            let known: Vec<&str> = Tool::ALL.iter().map(|tool| tool.id()).collect();
            let given: String = request.name.chars().take(60).collect();
            let place = said!(ASSISTANT_NO_TOOL, given = given.escape_debug(), known = known.join(", "));
            return Err(ErrorData::invalid_params(self.words(self.lang).say(place), None));
        };
        let parts = context.extensions.get::<Parts>();
        let called = self.call(tool, request.arguments.unwrap_or_default(), parts);
        tokio::select! {
            result = called => Ok(result.into()),
            // Dropping the call tells its work that nobody waits for it.
            () = context.ct.cancelled() => {
                Err(ErrorData::internal_error(self.words(self.lang).say(ids::ASSISTANT_CANCELLED), None))
            }
        }
    }

    async fn list_resources(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListResourcesResult, ErrorData> {
        Ok(ListResourcesResult::with_all_items(resources::list(self.words(self.lang))))
    }

    async fn list_resource_templates(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListResourceTemplatesResult, ErrorData> {
        Ok(ListResourceTemplatesResult::with_all_items(resources::templates(self.words(self.lang))))
    }

    async fn read_resource(
        &self,
        request: ReadResourceRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Result<ReadResourceResponse, ErrorData> {
        let parts = context.extensions.get::<Parts>();
        let lang = parts.map_or(self.lang, |parts| accepted_language(&parts.headers));
        let asking = Asking { lang, as_of: self.app.today() };
        resources::read(self.app.toolkit(), &request.uri, asking).map(Into::into).map_err(|problem| {
            let body = problem.written(self.words(lang));
            ErrorData::resource_not_found(body.detail.clone(), serde_json::to_value(&body).ok())
        })
    }
}

/// The address of the service at which assistants ask: every request stands for itself, and is answered in JSON.
#[must_use]
pub fn service(app: App) -> StreamableHttpService<Assistant, NeverSessionManager> {
    let assistant = Assistant::new(app, Lang::En);
    let config = StreamableHttpServerConfig::default()
        .with_legacy_session_mode(false)
        .with_json_response(true)
        .with_max_request_body_bytes(MAX_MESSAGE)
        // Nothing here depends on who asks, nor from which page: the layers of the service check the rest.
        .disable_allowed_hosts();
    StreamableHttpService::new(move || Ok(assistant.clone()), Arc::default(), config)
}

/// Answers one assistant over standard input and output, a message a line, until it goes away.
///
/// # Errors
/// Why it cannot go on, in words.
pub async fn over_pipes(app: App, lang: Lang) -> Result<(), String> {
    let assistant = Assistant::new(app, lang);
    let words = assistant.clone();
    let (input, output) = rmcp::transport::io::stdio_pipes();
    let say = move |said| words.words(lang).say(said);
    let (ends, lines) = pipes::lines(input, output, MAX_MESSAGE, say);
    let ended = answered(assistant, ends).await;
    lines.end().await;
    ended
}

/// Answers until the assistant goes away.
async fn answered(assistant: Assistant, ends: (DuplexStream, DuplexStream)) -> Result<(), String> {
    let running = match assistant.serve(ends).await {
        Ok(running) => running,
        // It went away before it asked anything.
        Err(ServerInitializeError::ConnectionClosed(_)) => return Ok(()),
        Err(error) => return Err(error.to_string()),
    };
    running.waiting().await.map(drop).map_err(|error| error.to_string())
}
