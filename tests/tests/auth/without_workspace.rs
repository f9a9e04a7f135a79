//! The client without a workspace.

use std::fs;
use std::path::Path;

use seam_api::SeamWithoutWorkspace;
use seam_api::testing::FakeTransport;
use serde_json::json;
use syn::{ImplItem, Item, Visibility};

#[tokio::test]
async fn it_makes_and_lists_workspaces() {
    for (token, console) in [("seam_at1_token", false), ("eyJhbGci", true)] {
        let server = FakeTransport::new();
        server.answer(
            200,
            json!({"workspaces": [{"workspace_id": "w1", "name": "First"}]}),
        );
        server.answer(
            200,
            json!({"workspace": {"workspace_id": "w2", "name": "Second"}}),
        );
        let builder = SeamWithoutWorkspace::builder().transport(server.clone());
        let builder = match console {
            true => builder.console_session_token(token),
            false => builder.personal_access_token(token),
        };
        let seam = builder.build().unwrap();
        let list = seam.workspaces().list().await.unwrap();
        assert_eq!(list.items[0].workspace_id, "w1");
        let made = seam
            .workspaces()
            .create("Second")
            .is_sandbox(true)
            .await
            .unwrap();
        assert_eq!(made.name, "Second");

        let requests = server.requests();
        let lines: Vec<_> = requests.iter().map(|request| request.line()).collect();
        assert_eq!(lines, ["GET /workspaces/list", "POST /workspaces/create"]);
        assert_eq!(
            requests[1].json(),
            json!({"name": "Second", "is_sandbox": true})
        );
        for request in &requests {
            assert_eq!(
                request.header("authorization"),
                Some(&*format!("Bearer {token}"))
            );
            assert_eq!(request.header("seam-workspace"), None);
            assert_eq!(request.header("seam-sdk-name"), Some("seam-api/rust"));
        }
    }
}

/// What its credentials cannot call is not there: to call it does not compile.
#[test]
fn it_has_nothing_else() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../generated/seam-api/src/seam_without_workspace.rs");
    let file = syn::parse_file(&fs::read_to_string(source).unwrap()).unwrap();
    assert_eq!(
        methods(&file, "SeamWithoutWorkspace"),
        [
            "builder",
            "client",
            "from_console_session_token",
            "from_env",
            "new",
            "workspaces"
        ]
    );
    assert_eq!(methods(&file, "Workspaces"), ["create", "list"]);
    assert_eq!(
        methods(&file, "SeamWithoutWorkspaceBuilder"),
        ["console_session_token", "from_env", "personal_access_token"]
    );
}

/// The public methods of a type, sorted.
fn methods(file: &syn::File, of: &str) -> Vec<String> {
    let mut methods = Vec::new();
    for item in &file.items {
        let Item::Impl(item) = item else { continue };
        let syn::Type::Path(path) = &*item.self_ty else {
            continue;
        };
        if item.trait_.is_some() || !path.path.is_ident(of) {
            continue;
        }
        for item in &item.items {
            if let ImplItem::Fn(function) = item
                && matches!(function.vis, Visibility::Public(_))
            {
                methods.push(function.sig.ident.to_string());
            }
        }
    }
    methods.sort();
    methods
}
