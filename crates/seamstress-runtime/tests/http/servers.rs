//! Operations with a server of their own.

use std::sync::{Arc, Mutex};

use seamstress_runtime::bytes::Bytes;
use seamstress_runtime::http::Request;
use seamstress_runtime::{
    Attempt, Body, Call, Client, ClientBuilder, Credential, Error, ErrorKind, Hook, NextPage,
    Operation, Paging, RetryOptions, Settings,
};

use crate::api::{CANARY, LIST};
use crate::server::{Reply, Server};

static PAGES: Paging = Paging {
    next: NextPage::Address(&["next"]),
    ..Paging::ONE_PAGE
};

/// An API with its server, and one for some operations: the addresses of a test are not known before.
struct Api {
    main: Server,
    files: Server,
    settings: &'static Settings,
    upload: &'static Operation,
}

impl Api {
    async fn start(replies: Vec<Reply>) -> Self {
        let (main, files) = (
            Server::script(replies.clone()).await,
            Server::script(replies).await,
        );
        let known: &'static str = Box::leak(format!("{}/v2", files.url).into_boxed_str());
        let base_url: &'static str = Box::leak(main.url.clone().into_boxed_str());
        let settings = Box::leak(Box::new(Settings {
            base_url,
            servers: Box::leak(Box::new([known])),
            base_url_variables: &["API_URL"],
            ..Settings::DEFAULT
        }));
        let upload = Box::leak(Box::new(Operation {
            name: "files.list",
            path: "/files",
            server: Some(known),
            body: Body::Query,
            response_key: Some("names"),
            security: &["api_key"],
            ..Operation::DEFAULT
        }));
        Self {
            main,
            files,
            settings,
            upload,
        }
    }

    fn builder(&self) -> ClientBuilder {
        Client::builder(self.settings)
            .retry(RetryOptions::never())
            .credential(Credential::bearer(&["api_key"], CANARY).unwrap())
    }

    /// Calls both operations, and gives what the API's servers were asked.
    async fn asked(&self, builder: ClientBuilder) -> [Vec<String>; 2] {
        let client = builder.build().unwrap();
        for operation in [self.upload, &LIST] {
            let call = Call::new(&client, operation);
            call.send_value::<Vec<String>>().await.unwrap();
        }
        [self.main.lines(), self.files.lines()]
    }
}

fn names() -> Vec<Reply> {
    vec![Reply::json(r#"{"names": ["a"]}"#)]
}

#[tokio::test]
async fn an_operation_goes_to_its_server_with_its_credential() {
    let api = Api::start(names()).await;
    let asked = api.asked(api.builder()).await;
    assert_eq!(asked, [["GET /names/list"], ["GET /v2/files"]]);
    for server in [&api.main, &api.files] {
        let expected = format!("Bearer {CANARY}");
        let asked = server.asked();
        assert_eq!(asked[0].header("authorization"), Some(&*expected));
        let host = server.url.strip_prefix("http://");
        assert_eq!(asked[0].header("host"), host);
    }
}

/// Whoever names the API's own address is where the API is.
#[tokio::test]
async fn the_address_of_the_api_is_no_other_one() {
    let api = Api::start(names()).await;
    let builder = api.builder().base_url(format!("{}/", api.main.url));
    let asked = api.asked(builder).await;
    assert_eq!(asked, [["GET /names/list"], ["GET /v2/files"]]);
}

#[tokio::test]
async fn all_goes_to_a_base_url_of_the_caller() {
    let fake = Server::script(names()).await;
    let url = fake.url.clone();
    let given: [fn(ClientBuilder, String) -> ClientBuilder; 2] = [
        |builder, url| builder.base_url(url),
        |builder, url| builder.environment(|name| (name == "API_URL").then(|| url.clone())),
    ];
    for (round, give) in given.into_iter().enumerate() {
        let api = Api::start(names()).await;
        let builder = give(api.builder(), url.clone());
        assert_eq!(api.asked(builder).await, [[""; 0], [""; 0]]);
        assert_eq!(fake.lines()[2 * round..], ["GET /files", "GET /names/list"]);
    }
}

#[tokio::test]
async fn a_server_is_replaced_where_the_caller_says_so() {
    let other = Server::script(names()).await;
    let proxy = Server::script(names()).await;
    let api = Api::start(names()).await;
    let of = format!("{}/v2/", api.files.url);
    let builder = api.builder().server(&of, "http://127.0.0.1:1/unused");
    let builder = builder.server(&of, format!("{}/v3", other.url));
    let none: [&str; 0] = [];
    let asked = api.asked(builder.clone()).await;
    assert_eq!(asked, [&["GET /names/list"][..], &none]);
    assert_eq!(other.lines(), ["GET /v3/files"]);
    // Beside a base URL, too.
    let asked = api.asked(builder.base_url(&proxy.url)).await;
    assert_eq!(asked, [&["GET /names/list"][..], &none]);
    assert_eq!(other.lines(), ["GET /v3/files", "GET /v3/files"]);
    assert_eq!(proxy.lines(), ["GET /names/list"]);
}

#[tokio::test]
async fn what_is_no_server_is_refused_without_being_repeated() {
    let api = Api::start(names()).await;
    let known = api.settings.servers[0];
    for (of, url) in [
        ("https://canary.example", "https://a.example"),
        ("", "https://a.example"),
        (known, "https://user:canary@a.example"),
        (known, "/canary"),
        (known, ""),
    ] {
        let error = api.builder().server(of, url).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(!format!("{error} {error:?}").contains("canary"), "{error}");
    }
    let error = api.builder().server("", "").build().unwrap_err();
    assert!(error.to_string().contains(known), "{error}");
    let debug = format!("{:?}", api.builder().server(known, "http://canary"));
    assert!(!debug.contains("canary"), "{debug}");
}

/// The next page is where the first one was; at the API's other server, the credential of this
/// operation has no business.
#[tokio::test]
async fn pages_are_followed_at_the_server_of_their_operation() {
    for is_foreign in [false, true] {
        let api = Api::start(names()).await;
        let (other, url) = (api.main.url.clone(), Arc::new(Mutex::new(String::new())));
        let known = url.clone();
        let files = Server::start(move |index, _| {
            let own = known.lock().unwrap().clone();
            let origin = if is_foreign { &other } else { &own };
            match index {
                0 => Reply::json(&format!(
                    r#"{{"names": ["a"], "next": "{origin}/v2/files?at=2"}}"#
                )),
                _ => Reply::json(r#"{"names": ["b"]}"#),
            }
        })
        .await;
        url.lock().unwrap().clone_from(&files.url);
        let builder = api.builder().server(api.settings.servers[0], &files.url);
        let client = builder.build().unwrap();
        let mut items = Call::new(&client, api.upload).stream::<String>(&PAGES);
        if is_foreign {
            let error = items.try_next().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::ForeignPage);
            assert_eq!(files.lines(), ["GET /files"]);
        } else {
            for name in ["a", "b"] {
                assert_eq!(items.try_next().await.unwrap().as_deref(), Some(name));
            }
            assert_eq!(files.lines(), ["GET /files", "GET /v2/files?at=2"]);
        }
        assert!(api.main.asked().is_empty());
    }
}

#[tokio::test]
async fn redirects_to_the_other_server_are_not_followed() {
    let api = Api::start(names()).await;
    let headers = format!("location: {}/names/list\r\n", api.main.url);
    let files = Server::script(vec![Reply::with(307, &headers, "")]).await;
    let builder = api.builder().server(api.settings.servers[0], &files.url);
    let call = Call::new(&builder.build().unwrap(), api.upload);
    let error = call.send_value::<Vec<String>>().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 307);
    assert!(api.main.asked().is_empty());
}

/// A hook that signs for a host has to know which it is.
#[derive(Clone, Debug, Default)]
struct Seen(Arc<Mutex<Vec<String>>>);

impl Hook for Seen {
    fn before(&self, attempt: &Attempt<'_>, _: &mut Request<Bytes>) -> Result<(), Error> {
        let url = attempt.base_url().to_owned();
        self.0.lock().unwrap().push(url);
        Ok(())
    }
}

#[tokio::test]
async fn hooks_and_repetitions_are_of_the_same_server() {
    let failing = Reply::status(503, "application/json", "{}");
    let reply = names().remove(0);
    let api = Api::start(vec![failing, reply]).await;
    let seen = Seen::default();
    let builder = api.builder().hook(seen.clone());
    let builder = builder.retry(RetryOptions::default());
    let client = builder.build().unwrap();
    let call = Call::new(&client, api.upload);
    call.send_value::<Vec<String>>().await.unwrap();
    let expected = format!("{}/v2", api.files.url);
    assert_eq!(*seen.0.lock().unwrap(), [expected.clone(), expected]);
    assert_eq!(api.files.lines(), ["GET /v2/files", "GET /v2/files"]);
    assert!(api.main.asked().is_empty());
}
