//! Prints what a client takes from the environment: its base URL, and what it sends with a
//! request; or why there is no client. With the argument `without-workspace`, it is a
//! `SeamWithoutWorkspace`.

use seam_api::runtime::http::{Response, Uri};
use seam_api::testing::FakeTransport;
use seam_api::{Error, Seam, SeamBuilder, SeamWithoutWorkspace, SeamWithoutWorkspaceBuilder};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let without_workspace = std::env::args().any(|argument| argument == "without-workspace");
    let server = FakeTransport::new();
    let result = match without_workspace {
        false => with_workspace(&server).await,
        true => without(&server).await,
    };
    if let Err(error) = result {
        println!("error: {error}");
        return;
    }
    for request in server.requests() {
        println!("base URL: {}", origin(request.uri()));
        for name in ["authorization", "seam-workspace", "client-session-token"] {
            if let Some(value) = request.header(name) {
                println!("{name}: {value}");
            }
        }
    }
}

/// The client that a program gets has the built-in transport; the same builder can have another.
async fn with_workspace(server: &FakeTransport) -> Result<(), Error> {
    Seam::from_env()?;
    let seam = SeamBuilder::from_env().transport(server.clone()).build()?;
    server.answer_with(Response::new(r#"{"devices": []}"#.into()));
    seam.devices().list().await.map(drop)
}

async fn without(server: &FakeTransport) -> Result<(), Error> {
    SeamWithoutWorkspace::from_env()?;
    let builder = SeamWithoutWorkspaceBuilder::from_env();
    let seam = builder.transport(server.clone()).build()?;
    server.answer_with(Response::new(r#"{"workspaces": []}"#.into()));
    seam.workspaces().list().await.map(drop)
}

fn origin(uri: &Uri) -> String {
    let scheme = uri.scheme_str().unwrap_or_default();
    let authority = uri.authority().map(ToString::to_string);
    format!("{scheme}://{}", authority.unwrap_or_default())
}
