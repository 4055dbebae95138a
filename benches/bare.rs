//! The yardstick of `tests/service/load`: an axum handler that reads a body and answers with fixed bytes, and nothing
//! else. `bare ADDRESS FILE…` serves `POST /v1/recommendations`, with the files in turn.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::Bytes;
use axum::http::header;
use axum::routing::post;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[expect(clippy::disallowed_methods, reason = "a yardstick, not the product")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let address = arguments.next().ok_or("give an address and one or more files")?;
    let answers: Vec<Bytes> =
        arguments.map(|path| std::fs::read(path).map(Bytes::from)).collect::<Result<_, _>>()?;
    if answers.is_empty() {
        return Err("give one or more files".into());
    }
    let (answers, next) = (Arc::new(answers), Arc::new(AtomicUsize::new(0)));
    let answer = move |_: Bytes| {
        let answer = answers[next.fetch_add(1, Ordering::Relaxed) % answers.len()].clone();
        async move { ([(header::CONTENT_TYPE, "application/json")], answer) }
    };
    let routes = Router::new().route("/v1/recommendations", post(answer));
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await?;
        axum::serve(listener, routes).await?;
        Ok(())
    })
}
