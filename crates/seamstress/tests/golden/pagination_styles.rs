// note[inferred-pages]: lists in pages were recognised: 2 of style `address`, 4 of style `cursor`, 1 of style `last-item`, 1 of style `link`, 1 of style `number`, 2 of style `offset`
//   --> pagination_styles.yaml:5:3 at #/paths
//   help: what is wrong or missing, say under `[pagination.operations]` in the configuration

// ==== src/client.rs ====

//! The client and its builder.

use seamstress_runtime::{Client, ClientBuilder};
use crate::settings::*;

#[allow(unused_imports, reason = "with no feature there is no resource")]
use crate::resources::*;

/// The client of the Styles API.
///
/// It is cheap to clone: all clones share one pool of connections.
#[derive(Clone, Debug)]
pub struct Styles {
    client: Client,
}

impl Styles {
    /// A builder, for all that can be set.
    pub fn builder() -> StylesBuilder {
        StylesBuilder::new()
    }

    /// The client below, which sends requests of every kind.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    #[cfg(feature = "charges")]
    /// The operations of `charges`.
    #[must_use]
    pub fn charges(&self) -> Charges {
        Charges::new(&self.client)
    }

    #[cfg(feature = "pods")]
    /// The operations of `pods`.
    #[must_use]
    pub fn pods(&self) -> Pods {
        Pods::new(&self.client)
    }

    #[cfg(feature = "files")]
    /// The operations of `files`.
    #[must_use]
    pub fn files(&self) -> Files {
        Files::new(&self.client)
    }

    #[cfg(feature = "contacts")]
    /// The operations of `contacts`.
    #[must_use]
    pub fn contacts(&self) -> Contacts {
        Contacts::new(&self.client)
    }

    #[cfg(feature = "orders")]
    /// The operations of `orders`.
    #[must_use]
    pub fn orders(&self) -> Orders {
        Orders::new(&self.client)
    }

    #[cfg(feature = "tracks")]
    /// The operations of `tracks`.
    #[must_use]
    pub fn tracks(&self) -> Tracks {
        Tracks::new(&self.client)
    }

    #[cfg(feature = "posts")]
    /// The operations of `posts`.
    #[must_use]
    pub fn posts(&self) -> Posts {
        Posts::new(&self.client)
    }

    #[cfg(feature = "repos")]
    /// The operations of `repos`.
    #[must_use]
    pub fn repos(&self) -> Repos {
        Repos::new(&self.client)
    }

    #[cfg(feature = "articles")]
    /// The operations of `articles`.
    #[must_use]
    pub fn articles(&self) -> Articles {
        Articles::new(&self.client)
    }

    #[cfg(feature = "users")]
    /// The operations of `users`.
    #[must_use]
    pub fn users(&self) -> Users {
        Users::new(&self.client)
    }

    #[cfg(feature = "backups")]
    /// The operations of `backups`.
    #[must_use]
    pub fn backups(&self) -> Backups {
        Backups::new(&self.client)
    }

    #[cfg(feature = "books")]
    /// The operations of `books`.
    #[must_use]
    pub fn books(&self) -> Books {
        Books::new(&self.client)
    }

    #[cfg(feature = "events")]
    /// The operations of `events`.
    #[must_use]
    pub fn events(&self) -> Events {
        Events::new(&self.client)
    }

    #[cfg(feature = "messages")]
    /// The operations of `messages`.
    #[must_use]
    pub fn messages(&self) -> Messages {
        Messages::new(&self.client)
    }

    #[cfg(feature = "threads")]
    /// The operations of `threads`.
    #[must_use]
    pub fn threads(&self) -> Threads {
        Threads::new(&self.client)
    }

    #[cfg(feature = "folders")]
    /// The operations of `folders`.
    #[must_use]
    pub fn folders(&self) -> Folders {
        Folders::new(&self.client)
    }
}

/// Sets up a [`Styles`].
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct StylesBuilder {
    inner: ClientBuilder,
}

impl StylesBuilder {
    fn new() -> Self {
        Self {
            inner: Client::builder(&SETTINGS),
        }
    }
}

seamstress_runtime::client_builder! { StylesBuilder => Styles }

// ==== src/headers.rs ====

//! Headers of answers, and what they are read as: see
//! [`Response::header`](crate::Response::header), and
//! [`Error::header`](crate::Error::header) for those of failures.

use seamstress_runtime::Header;

/// The header `Link`.
pub const LINK: Header<String> = Header::new("Link");

// ==== src/resources/articles.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

/// The operations of `articles`.
#[derive(Clone, Debug)]
pub struct Articles {
    client: Client,
}

impl Articles {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /articles`
    pub fn list(&self) -> ArticlesList {
        let call = Call::new(&self.client, &LIST);
        ArticlesList { call }
    }
}

/// A request of [`Articles::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ArticlesList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "articles.list",
    method: Method::Get,
    path: "/articles",
    body: Body::None,
    response_key: Some("data"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ArticlesList => page Thing, &crate::settings::PAGING_ADDRESS_2 }

// ==== src/resources/backups.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

/// The operations of `backups`.
#[derive(Clone, Debug)]
pub struct Backups {
    client: Client,
}

impl Backups {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /backups`
    pub fn list(&self) -> BackupsList {
        let call = Call::new(&self.client, &LIST);
        BackupsList { call }
    }
}

/// A request of [`Backups::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct BackupsList {
    call: Call,
}

impl BackupsList {
    pub fn offset(mut self, offset: i64) -> Self {
        self.call.set("offset", &offset);
        self
    }

    pub fn limit(mut self, limit: i64) -> Self {
        self.call.set("limit", &limit);
        self
    }
}

static LIST: Operation = Operation {
    name: "backups.list",
    method: Method::Get,
    path: "/backups",
    body: Body::Query,
    response_key: Some("data"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { BackupsList => page Thing, &crate::settings::PAGING_OFFSET_2 }

// ==== src/resources/books.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::BooksGetResponse;

/// The operations of `books`.
#[derive(Clone, Debug)]
pub struct Books {
    client: Client,
}

impl Books {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /books/{id}`
    pub fn get(&self, id: impl Into<String>) -> BooksGet {
        let call = Call::new(&self.client, &GET).path_into::<String>("id", id);
        BooksGet { call }
    }
}

/// A request of [`Books::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct BooksGet {
    call: Call,
}

impl BooksGet {
    pub fn page(mut self, page: i64) -> Self {
        self.call.set("page", &page);
        self
    }

    pub fn limit(mut self, limit: i64) -> Self {
        self.call.set("limit", &limit);
        self
    }
}

static GET: Operation = Operation {
    name: "books.get",
    method: Method::Get,
    path: "/books/{id}",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { BooksGet => value BooksGetResponse }

// ==== src/resources/charges.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

/// The operations of `charges`.
#[derive(Clone, Debug)]
pub struct Charges {
    client: Client,
}

impl Charges {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /charges`
    pub fn list(&self) -> ChargesList {
        let call = Call::new(&self.client, &LIST);
        ChargesList { call }
    }
}

/// A request of [`Charges::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ChargesList {
    call: Call,
}

impl ChargesList {
    pub fn starting_after(mut self, starting_after: impl Into<String>) -> Self {
        self.call.set_into::<String>("starting_after", starting_after);
        self
    }

    pub fn limit(mut self, limit: i64) -> Self {
        self.call.set("limit", &limit);
        self
    }
}

static LIST: Operation = Operation {
    name: "charges.list",
    method: Method::Get,
    path: "/charges",
    body: Body::Query,
    response_key: Some("data"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ChargesList => page Thing, &crate::settings::PAGING_STARTING_AFTER }

// ==== src/resources/contacts.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

/// The operations of `contacts`.
#[derive(Clone, Debug)]
pub struct Contacts {
    client: Client,
}

impl Contacts {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /contacts`
    pub fn list(&self) -> ContactsList {
        let call = Call::new(&self.client, &LIST);
        ContactsList { call }
    }
}

/// A request of [`Contacts::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ContactsList {
    call: Call,
}

impl ContactsList {
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.call.set_into::<String>("after", after);
        self
    }
}

static LIST: Operation = Operation {
    name: "contacts.list",
    method: Method::Get,
    path: "/contacts",
    body: Body::Query,
    response_key: Some("results"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ContactsList => page Thing, &crate::settings::PAGING_AFTER }

// ==== src/resources/events.rs ====

use seamstress_runtime::{Body, Call, Client, DateTime, Method, Operation};
use crate::types::EventsListResponse;

/// The operations of `events`.
#[derive(Clone, Debug)]
pub struct Events {
    client: Client,
}

impl Events {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /events`
    pub fn list(&self) -> EventsList {
        let call = Call::new(&self.client, &LIST);
        EventsList { call }
    }
}

/// A request of [`Events::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct EventsList {
    call: Call,
}

impl EventsList {
    pub fn after(mut self, after: impl Into<DateTime>) -> Self {
        self.call.set_into::<DateTime>("after", after);
        self
    }

    pub fn limit(mut self, limit: i64) -> Self {
        self.call.set("limit", &limit);
        self
    }
}

static LIST: Operation = Operation {
    name: "events.list",
    method: Method::Get,
    path: "/events",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { EventsList => value EventsListResponse }

// ==== src/resources/files.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

/// The operations of `files`.
#[derive(Clone, Debug)]
pub struct Files {
    client: Client,
}

impl Files {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /files`
    pub fn list(&self) -> FilesList {
        let call = Call::new(&self.client, &LIST);
        FilesList { call }
    }
}

/// A request of [`Files::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct FilesList {
    call: Call,
}

impl FilesList {
    pub fn page_token(mut self, page_token: impl Into<String>) -> Self {
        self.call.set_into::<String>("pageToken", page_token);
        self
    }
}

static LIST: Operation = Operation {
    name: "files.list",
    method: Method::Get,
    path: "/files",
    body: Body::Query,
    response_key: Some("files"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { FilesList => page Thing, &crate::settings::PAGING_PAGE_TOKEN }

// ==== src/resources/folders.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::FoldersListResponse;

/// The operations of `folders`.
#[derive(Clone, Debug)]
pub struct Folders {
    client: Client,
}

impl Folders {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /folders`
    pub fn list(&self) -> FoldersList {
        let call = Call::new(&self.client, &LIST);
        FoldersList { call }
    }
}

/// A request of [`Folders::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct FoldersList {
    call: Call,
}

impl FoldersList {
    pub fn usemarker(mut self, usemarker: bool) -> Self {
        self.call.set("usemarker", &usemarker);
        self
    }

    pub fn marker(mut self, marker: impl Into<String>) -> Self {
        self.call.set_into::<String>("marker", marker);
        self
    }
}

static LIST: Operation = Operation {
    name: "folders.list",
    method: Method::Get,
    path: "/folders",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { FoldersList => value FoldersListResponse }

// ==== src/resources/messages.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};
use crate::types::Thing;

/// The operations of `messages`.
#[derive(Clone, Debug)]
pub struct Messages {
    client: Client,
}

impl Messages {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /messages`
    pub fn list(&self) -> MessagesList {
        let call = Call::new(&self.client, &LIST);
        MessagesList { call }
    }
}

/// A request of [`Messages::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct MessagesList {
    call: Call,
}

impl MessagesList {
    pub fn before(mut self, before: impl Into<String>) -> Self {
        self.call.set_into::<String>("before", before);
        self
    }

    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.call.set_into::<String>("after", after);
        self
    }
}

static LIST: Operation = Operation {
    name: "messages.list",
    method: Method::Get,
    path: "/messages",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { MessagesList => page Thing, Paging::NONE }

// ==== src/resources/orders.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

/// The operations of `orders`.
#[derive(Clone, Debug)]
pub struct Orders {
    client: Client,
}

impl Orders {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /orders/search`
    pub fn search(&self) -> OrdersSearch {
        let call = Call::new(&self.client, &SEARCH);
        OrdersSearch { call }
    }
}

/// A request of [`Orders::search`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct OrdersSearch {
    call: Call,
}

impl OrdersSearch {
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.call.set_into::<String>("cursor", cursor);
        self
    }

    pub fn query(mut self, query: impl Into<String>) -> Self {
        self.call.set_into::<String>("query", query);
        self
    }
}

static SEARCH: Operation = Operation {
    name: "orders.search",
    method: Method::Post,
    path: "/orders/search",
    body: Body::Json,
    response_key: Some("orders"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { OrdersSearch => page Thing, &crate::settings::PAGING_CURSOR }

// ==== src/resources/pods.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

/// The operations of `pods`.
#[derive(Clone, Debug)]
pub struct Pods {
    client: Client,
}

impl Pods {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /pods`
    pub fn list(&self) -> PodsList {
        let call = Call::new(&self.client, &LIST);
        PodsList { call }
    }
}

/// A request of [`Pods::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PodsList {
    call: Call,
}

impl PodsList {
    pub fn r#continue(mut self, r#continue: impl Into<String>) -> Self {
        self.call.set_into::<String>("continue", r#continue);
        self
    }
}

static LIST: Operation = Operation {
    name: "pods.list",
    method: Method::Get,
    path: "/pods",
    body: Body::Query,
    response_key: Some("items"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PodsList => page Thing, &crate::settings::PAGING_CONTINUE }

// ==== src/resources/posts.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

/// The operations of `posts`.
#[derive(Clone, Debug)]
pub struct Posts {
    client: Client,
}

impl Posts {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /posts`
    pub fn list(&self) -> PostsList {
        let call = Call::new(&self.client, &LIST);
        PostsList { call }
    }
}

/// A request of [`Posts::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PostsList {
    call: Call,
}

impl PostsList {
    /// Limits: at least 1.
    pub fn page(mut self, page: u64) -> Self {
        self.call.set("page", &page);
        self
    }

    pub fn per_page(mut self, per_page: i64) -> Self {
        self.call.set("per_page", &per_page);
        self
    }
}

static LIST: Operation = Operation {
    name: "posts.list",
    method: Method::Get,
    path: "/posts",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PostsList => page Thing, &crate::settings::PAGING_PAGE }

// ==== src/resources/repos.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

/// The operations of `repos`.
#[derive(Clone, Debug)]
pub struct Repos {
    client: Client,
}

impl Repos {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /repos`
    ///
    /// Headers of the answer: [`Link`](crate::headers::LINK).
    pub fn list(&self) -> ReposList {
        let call = Call::new(&self.client, &LIST);
        ReposList { call }
    }
}

/// A request of [`Repos::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ReposList {
    call: Call,
}

impl ReposList {
    pub fn page(mut self, page: i64) -> Self {
        self.call.set("page", &page);
        self
    }
}

static LIST: Operation = Operation {
    name: "repos.list",
    method: Method::Get,
    path: "/repos",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ReposList => page Thing, &crate::settings::PAGING_LINK }

// ==== src/resources/threads.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::ThreadsListResponse;

/// The operations of `threads`.
#[derive(Clone, Debug)]
pub struct Threads {
    client: Client,
}

impl Threads {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /threads`
    pub fn list(&self) -> ThreadsList {
        let call = Call::new(&self.client, &LIST);
        ThreadsList { call }
    }
}

/// A request of [`Threads::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ThreadsList {
    call: Call,
}

impl ThreadsList {
    pub fn offset(mut self, offset: i64) -> Self {
        self.call.set("offset", &offset);
        self
    }

    pub fn limit(mut self, limit: i64) -> Self {
        self.call.set("limit", &limit);
        self
    }
}

static LIST: Operation = Operation {
    name: "threads.list",
    method: Method::Get,
    path: "/threads",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ThreadsList => value ThreadsListResponse }

// ==== src/resources/tracks.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

/// The operations of `tracks`.
#[derive(Clone, Debug)]
pub struct Tracks {
    client: Client,
}

impl Tracks {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /tracks`
    pub fn list(&self) -> TracksList {
        let call = Call::new(&self.client, &LIST);
        TracksList { call }
    }
}

/// A request of [`Tracks::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct TracksList {
    call: Call,
}

impl TracksList {
    pub fn offset(mut self, offset: i64) -> Self {
        self.call.set("offset", &offset);
        self
    }

    pub fn limit(mut self, limit: i64) -> Self {
        self.call.set("limit", &limit);
        self
    }
}

static LIST: Operation = Operation {
    name: "tracks.list",
    method: Method::Get,
    path: "/tracks",
    body: Body::Query,
    response_key: Some("items"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { TracksList => page Thing, &crate::settings::PAGING_OFFSET }

// ==== src/resources/users.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

/// The operations of `users`.
#[derive(Clone, Debug)]
pub struct Users {
    client: Client,
}

impl Users {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /users`
    pub fn list(&self) -> UsersList {
        let call = Call::new(&self.client, &LIST);
        UsersList { call }
    }
}

/// A request of [`Users::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct UsersList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "users.list",
    method: Method::Get,
    path: "/users",
    body: Body::None,
    response_key: Some("value"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { UsersList => page Thing, &crate::settings::PAGING_ADDRESS }

// ==== src/resources.rs ====

//! Resources, their operations, and the requests that these start.

#[cfg(feature = "charges")]
mod charges;
#[cfg(feature = "charges")]
pub use charges::*;
#[cfg(feature = "pods")]
mod pods;
#[cfg(feature = "pods")]
pub use pods::*;
#[cfg(feature = "files")]
mod files;
#[cfg(feature = "files")]
pub use files::*;
#[cfg(feature = "contacts")]
mod contacts;
#[cfg(feature = "contacts")]
pub use contacts::*;
#[cfg(feature = "orders")]
mod orders;
#[cfg(feature = "orders")]
pub use orders::*;
#[cfg(feature = "tracks")]
mod tracks;
#[cfg(feature = "tracks")]
pub use tracks::*;
#[cfg(feature = "posts")]
mod posts;
#[cfg(feature = "posts")]
pub use posts::*;
#[cfg(feature = "repos")]
mod repos;
#[cfg(feature = "repos")]
pub use repos::*;
#[cfg(feature = "articles")]
mod articles;
#[cfg(feature = "articles")]
pub use articles::*;
#[cfg(feature = "users")]
mod users;
#[cfg(feature = "users")]
pub use users::*;
#[cfg(feature = "backups")]
mod backups;
#[cfg(feature = "backups")]
pub use backups::*;
#[cfg(feature = "books")]
mod books;
#[cfg(feature = "books")]
pub use books::*;
#[cfg(feature = "events")]
mod events;
#[cfg(feature = "events")]
pub use events::*;
#[cfg(feature = "messages")]
mod messages;
#[cfg(feature = "messages")]
pub use messages::*;
#[cfg(feature = "threads")]
mod threads;
#[cfg(feature = "threads")]
pub use threads::*;
#[cfg(feature = "folders")]
mod folders;
#[cfg(feature = "folders")]
pub use folders::*;

// ==== src/settings.rs ====

//! What the runtime is told of the API.

use seamstress_runtime::{ErrorBody, NextPage, Paging, QueryStyle, Settings};

pub(crate) static SETTINGS: Settings = Settings {
    base_url: "",
    user_agent: "pagination_styles/0.1.0",
    headers: &[],
    query_style: QueryStyle::Form,
    error_body: &ERROR_BODY,
    request_id_header: None,
    ..Settings::DEFAULT
};

static ERROR_BODY: ErrorBody = ErrorBody {
    object: None,
    kind: None,
    message: None,
    validation: None,
    validation_messages: None,
    request_id: None,
};

/// How lists come in pages.
#[allow(dead_code, reason = "some features have no lists")]
pub(crate) static PAGING_ADDRESS: Paging = Paging {
    parameter: "",
    next: NextPage::Address(&["@odata.nextLink"]),
    ..Paging::ONE_PAGE
};

/// How lists come in pages.
#[allow(dead_code, reason = "some features have no lists")]
pub(crate) static PAGING_ADDRESS_2: Paging = Paging {
    parameter: "",
    next: NextPage::Address(&["links", "next"]),
    ..Paging::ONE_PAGE
};

/// How lists come in pages.
#[allow(dead_code, reason = "some features have no lists")]
pub(crate) static PAGING_LINK: Paging = Paging {
    parameter: "",
    next: NextPage::Link,
    ..Paging::ONE_PAGE
};

/// How lists come in pages.
#[allow(dead_code, reason = "some features have no lists")]
pub(crate) static PAGING_AFTER: Paging = Paging {
    parameter: "after",
    next: NextPage::Cursor(&["paging", "next", "after"]),
    ..Paging::ONE_PAGE
};

/// How lists come in pages.
#[allow(dead_code, reason = "some features have no lists")]
pub(crate) static PAGING_CONTINUE: Paging = Paging {
    parameter: "continue",
    next: NextPage::Cursor(&["metadata", "continue"]),
    ..Paging::ONE_PAGE
};

/// How lists come in pages.
#[allow(dead_code, reason = "some features have no lists")]
pub(crate) static PAGING_CURSOR: Paging = Paging {
    parameter: "cursor",
    next: NextPage::Cursor(&["next_cursor"]),
    ..Paging::ONE_PAGE
};

/// How lists come in pages.
#[allow(dead_code, reason = "some features have no lists")]
pub(crate) static PAGING_OFFSET: Paging = Paging {
    parameter: "offset",
    next: NextPage::Offset,
    total: &["total"],
    ..Paging::ONE_PAGE
};

/// How lists come in pages.
#[allow(dead_code, reason = "some features have no lists")]
pub(crate) static PAGING_OFFSET_2: Paging = Paging {
    parameter: "offset",
    next: NextPage::Offset,
    has_next: &["hasMore"],
    total: &["total"],
    may_lack_items: true,
};

/// How lists come in pages.
#[allow(dead_code, reason = "some features have no lists")]
pub(crate) static PAGING_PAGE: Paging = Paging {
    parameter: "page",
    next: NextPage::Number(1),
    ..Paging::ONE_PAGE
};

/// How lists come in pages.
#[allow(dead_code, reason = "some features have no lists")]
pub(crate) static PAGING_PAGE_TOKEN: Paging = Paging {
    parameter: "pageToken",
    next: NextPage::Cursor(&["nextPageToken"]),
    may_lack_items: true,
    ..Paging::ONE_PAGE
};

/// How lists come in pages.
#[allow(dead_code, reason = "some features have no lists")]
pub(crate) static PAGING_STARTING_AFTER: Paging = Paging {
    parameter: "starting_after",
    next: NextPage::LastItem(&["id"]),
    has_next: &["has_more"],
    ..Paging::ONE_PAGE
};

// ==== src/testing.rs ====

//! For tests: a transport that plays answers, a clock that nobody waits for, and how the
//! answer of every operation is read.

#![allow(unused_imports, reason = "what is needed depends on the features")]

pub use seamstress_runtime::testing::*;
pub use answers::ANSWERS;
mod answers {
    use seamstress_runtime::testing;
    use seamstress_runtime::{Method, Paging};
    use crate::types::*;
    /// How the answer of every operation is read, without calling it: for tests with answers
    /// that were recorded or made up.
    pub static ANSWERS: &[testing::Answer] = &[
        #[cfg(feature = "charges")]
        testing::Answer::page::<Thing>(Method::Get, "/charges", Some("data"), &crate::settings::PAGING_STARTING_AFTER),
        #[cfg(feature = "pods")]
        testing::Answer::page::<Thing>(Method::Get, "/pods", Some("items"), &crate::settings::PAGING_CONTINUE),
        #[cfg(feature = "files")]
        testing::Answer::page::<Thing>(Method::Get, "/files", Some("files"), &crate::settings::PAGING_PAGE_TOKEN),
        #[cfg(feature = "contacts")]
        testing::Answer::page::<Thing>(Method::Get, "/contacts", Some("results"), &crate::settings::PAGING_AFTER),
        #[cfg(feature = "orders")]
        testing::Answer::page::<Thing>(Method::Post, "/orders/search", Some("orders"), &crate::settings::PAGING_CURSOR),
        #[cfg(feature = "tracks")]
        testing::Answer::page::<Thing>(Method::Get, "/tracks", Some("items"), &crate::settings::PAGING_OFFSET),
        #[cfg(feature = "posts")]
        testing::Answer::page::<Thing>(Method::Get, "/posts", None, &crate::settings::PAGING_PAGE),
        #[cfg(feature = "repos")]
        testing::Answer::page::<Thing>(Method::Get, "/repos", None, &crate::settings::PAGING_LINK),
        #[cfg(feature = "articles")]
        testing::Answer::page::<Thing>(Method::Get, "/articles", Some("data"), &crate::settings::PAGING_ADDRESS_2),
        #[cfg(feature = "users")]
        testing::Answer::page::<Thing>(Method::Get, "/users", Some("value"), &crate::settings::PAGING_ADDRESS),
        #[cfg(feature = "backups")]
        testing::Answer::page::<Thing>(Method::Get, "/backups", Some("data"), &crate::settings::PAGING_OFFSET_2),
        #[cfg(feature = "books")]
        testing::Answer::value::<BooksGetResponse>(Method::Get, "/books/{id}", None),
        #[cfg(feature = "events")]
        testing::Answer::value::<EventsListResponse>(Method::Get, "/events", None),
        #[cfg(feature = "messages")]
        testing::Answer::page::<Thing>(Method::Get, "/messages", None, Paging::NONE),
        #[cfg(feature = "threads")]
        testing::Answer::value::<ThreadsListResponse>(Method::Get, "/threads", None),
        #[cfg(feature = "folders")]
        testing::Answer::value::<FoldersListResponse>(Method::Get, "/folders", None),
    ];
}

// ==== src/types/books_operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BooksGetResponse {
    pub id: BookId,
    pub lines: Vec<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    BooksGetResponse {
        "id" => id: required,
        "lines" => lines: required,
    }
}

// ==== src/types/events_operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct EventsListResponse {
    pub data: Vec<Thing>,
    pub has_more: bool,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    EventsListResponse {
        "data" => data: required,
        "has_more" => has_more: required,
    }
}

// ==== src/types/folders_operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FoldersListResponse {
    pub entries: Vec<Thing>,
    pub next_marker: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    FoldersListResponse {
        "entries" => entries: required,
        "next_marker" => next_marker: optional,
    }
}

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies a book.
    BookId
}

seamstress_runtime::id! {
    /// Identifies a thing.
    ThingId
}

// ==== src/types/list_meta.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `ListMeta`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListMeta {
    pub r#continue: Option<String>,
    pub remaining_item_count: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    ListMeta {
        "continue" => r#continue: optional,
        "remainingItemCount" => remaining_item_count: optional,
    }
}

// ==== src/types/pod_list.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `PodList`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PodList {
    pub kind: Option<String>,
    pub items: Vec<Thing>,
    pub metadata: Option<ListMeta>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    PodList {
        "kind" => kind: optional,
        "items" => items: required,
        "metadata" => metadata: optional,
    }
}

// ==== src/types/thing.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Thing`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    pub id: ThingId,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Thing {
        "id" => id: required,
    }
}

// ==== src/types/threads_operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ThreadsListResponse {
    pub threads: Vec<Thing>,
    pub members: Vec<Thing>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    ThreadsListResponse {
        "threads" => threads: required,
        "members" => members: required,
    }
}

// ==== src/types.rs ====

//! All types of the API, by name.

#[cfg(feature = "books")]
mod books_operations;
#[cfg(feature = "books")]
pub use books_operations::*;
#[cfg(feature = "events")]
mod events_operations;
#[cfg(feature = "events")]
pub use events_operations::*;
#[cfg(feature = "folders")]
mod folders_operations;
#[cfg(feature = "folders")]
pub use folders_operations::*;
#[cfg(feature = "unused-schemas")]
mod list_meta;
#[cfg(feature = "unused-schemas")]
pub use list_meta::*;
#[cfg(feature = "unused-schemas")]
mod pod_list;
#[cfg(feature = "unused-schemas")]
pub use pod_list::*;
#[cfg(feature = "_Thing")]
mod thing;
#[cfg(feature = "_Thing")]
pub use thing::*;
#[cfg(feature = "threads")]
mod threads_operations;
#[cfg(feature = "threads")]
pub use threads_operations::*;
mod ids;
pub use ids::*;
