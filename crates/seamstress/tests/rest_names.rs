//! What REST operations are called: a row for each rule, and what a new operation changes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod golden_support;

use golden_support::config;
use seamstress::document::Document;
use serde_json::{Map, Value, json};

/// A document of operations, each `METHOD path [operationId] [tag]`.
fn document(operations: &[&str]) -> Value {
    let mut paths = Map::new();
    for operation in operations {
        let mut words = operation.split(' ');
        let (method, path) = (words.next().unwrap(), words.next().unwrap());
        let mut node = json!({ "responses": { "204": { "description": "Done." } } });
        if let Some(id) = words.next().filter(|id| *id != "-") {
            node["operationId"] = json!(id);
        }
        if let Some(tag) = words.next() {
            node["tags"] = json!([tag]);
        }
        let item = paths.entry(path.to_owned()).or_insert_with(|| json!({}));
        item[method.to_lowercase()] = node;
    }
    json!({ "openapi": "3.0.3", "info": { "title": "Names", "version": "1" }, "paths": paths })
}

/// The calls of a document, in the order of its operations.
fn calls(document: &Value, settings: &str) -> Vec<String> {
    let config = config("names", settings);
    let text = document.to_string();
    let (document, _) = Document::from_text("names.json", text, []).unwrap();
    let (api, _) = seamstress::lower(&document, &config);
    api.operations
        .iter()
        .map(|operation| operation.full_path().join("."))
        .collect()
}

/// Asserts what the operations of one document are called: rows of operation and call.
#[track_caller]
fn check(rule: &str, rows: &[(&str, &str)]) {
    let operations: Vec<&str> = rows.iter().map(|(operation, _)| *operation).collect();
    let document = document(&operations);
    let mut expected: Vec<&str> = rows.iter().map(|(_, call)| *call).collect();
    let mut found = calls(&document, "");
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, expected, "{rule}");
}

#[test]
fn methods_and_shapes_of_paths() {
    check(
        "without ids, methods say it",
        &[
            ("GET /pets", "pets.list"),
            ("POST /pets", "pets.create"),
            ("DELETE /pets", "pets.delete_all"),
            ("GET /pets/{id}", "pets.get"),
            ("PUT /pets/{id}", "pets.replace"),
            ("PATCH /pets/{id}", "pets.update"),
            ("DELETE /pets/{id}", "pets.delete"),
            ("HEAD /pets/{id}", "pets.head"),
            ("PUT /pets/{id}/name", "pets.name.update"),
            ("GET /settings", "settings.get"),
            ("GET /pets/{id}/tags", "pets.tags.list"),
        ],
    );
    check(
        "a POST to an item changes it",
        &[
            ("GET /pets/{id}", "pets.get"),
            ("POST /pets/{id}", "pets.update"),
        ],
    );
    check(
        "steps that are verbs are what is done",
        &[
            ("POST /orders/{id}/cancel", "orders.cancel"),
            ("GET /orders/search", "orders.search"),
            ("POST /orders/{id}/mark_paid", "orders.mark_paid"),
            ("POST /orders/{id}:archive", "orders.archive"),
            ("POST /orders:batchGet", "orders.batch_get"),
            ("POST /orders/{id}/refund", "orders.refund"),
            ("GET /orders/{id}/report", "orders.report.get"),
            ("PUT /orders/{id}/star starOrder", "orders.star"),
            ("DELETE /orders/{id}/star unstarOrder", "orders.unstar"),
            ("POST /orders/bulk bulkCreateOrders", "orders.bulk_create"),
        ],
    );
    check(
        "what other paths go on from is a resource",
        &[
            ("POST /store/order", "store.order.create"),
            ("GET /store/order/{id}", "store.order.get"),
            ("GET /invoices/preview", "invoices.preview.get"),
            ("GET /invoices/preview/lines", "invoices.preview.lines.list"),
        ],
    );
}

#[test]
fn ids_of_operations() {
    check(
        "the verb of an id is the name, without what the path says",
        &[
            ("GET /customers listCustomers", "customers.list"),
            ("POST /customers customers_create", "customers.create"),
            ("GET /customers/{id} retrieve-customer", "customers.get"),
            (
                "POST /customers/{id}/cards attachCardToCustomer",
                "customers.cards.attach",
            ),
            (
                "PUT /customers/{id} create_or_update_customer_v1",
                "customers.create_or_update",
            ),
            (
                "DELETE /customers/{id}/cards/{card} customers/detach-card",
                "customers.cards.detach",
            ),
            ("POST /uploads uploadFile", "uploads.create"),
        ],
    );
    check(
        "ids that are made of the path say nothing",
        &[
            ("GET /v1/customers GetCustomers", "customers.list"),
            (
                "POST /v1/customers/{customer} PostCustomersCustomer",
                "customers.update",
            ),
            (
                "GET /v1/customers/{customer} GetCustomersCustomer",
                "customers.get",
            ),
        ],
    );
    check(
        "nor do those of frameworks, nor hashes",
        &[
            ("GET /items read_items_items__get", "items.list"),
            (
                "GET /items/{item_id} read_item_items__item_id__get",
                "items.get",
            ),
            (
                "POST /items 6f1ed002ab5595859014ebf0951522d9",
                "items.create",
            ),
            (
                "DELETE /items/{item_id} ItemsController_destroy",
                "items.delete",
            ),
        ],
    );
    check(
        "ids that are a tree are the tree",
        &[
            (
                "GET /subscriptions/{s}/providers/Co.Compute/machines Machines_List",
                "machines.list",
            ),
            (
                "GET /subscriptions/{s}/providers/Co.Compute/machines/{m} Machines_GetMachine",
                "machines.get",
            ),
            (
                "POST /subscriptions/{s}/providers/Co.Compute/machines/{m}/start Machines_Start",
                "machines.start",
            ),
        ],
    );
    check(
        "what all of them begin with is the API",
        &[
            (
                "GET /v1/{project}/zones/{zone}/disks co.disks.list",
                "disks.list",
            ),
            (
                "POST /v1/{project}/zones/{zone}/disks co.disks.insert",
                "disks.insert",
            ),
            (
                "GET /v1/{project}/regions/{region}/disks co.regions.disks.list",
                "regions.disks.list",
            ),
        ],
    );
}

#[test]
fn prefixes_and_versions() {
    check(
        "what all paths begin with up to a version is left out",
        &[
            ("GET /shop/api/v2/pets", "pets.list"),
            ("GET /shop/api/v2/pets/{id}", "pets.get"),
        ],
    );
    check(
        "other versions stay apart",
        &[
            ("GET /v1/pets", "pets.list"),
            ("GET /v1/pets/{id}", "pets.get"),
            ("GET /v2/pets", "v2.pets.list"),
        ],
    );
    check(
        "hosts are called by their first label",
        &[
            ("GET /apis/apps.example.io/v1/jobs", "apps.v1.jobs.list"),
            ("GET /apis/batch.example.io/v1/jobs", "batch.v1.jobs.list"),
        ],
    );
}

#[test]
fn procedures_and_tags() {
    check(
        "procedures hang on the client, or on their tag",
        &[
            ("POST /sendMessage", "send_message"),
            ("POST /setWebhook", "set_webhook"),
            ("POST /getChat", "get_chat"),
            ("POST /createUser - users", "users.create"),
        ],
    );
    check(
        "a step with dots is a way",
        &[
            ("POST /chat.postMessage", "chat.post_message"),
            ("GET /admin.apps.list", "admin.apps.list"),
        ],
    );
    check(
        "paths without steps have ids and tags",
        &[
            ("GET / ListBuckets", "list_buckets"),
            ("GET /{bucket}/{key} GetObject objects", "objects.get"),
            ("POST /#Action=DescribeImages", "describe_images"),
        ],
    );
}

#[test]
fn parents_of_tags() {
    let mut document = document(&["POST /borrow borrow books", "POST /renew renewLoan books"]);
    document["tags"] = json!([{ "name": "library" }, { "name": "books", "parent": "library" }]);
    document["paths"]["/borrow"]["post"]["tags"] = json!(["library"]);
    assert_eq!(
        calls(&document, ""),
        ["library.borrow", "library.books.renew"]
    );
}

#[test]
fn collisions() {
    check(
        "the odd one out says more",
        &[
            ("GET /threads/{thread}/runs listRuns", "threads.runs.list"),
            (
                "POST /threads/{thread}/runs createRun",
                "threads.runs.create",
            ),
            (
                "POST /threads/runs createThreadAndRun",
                "threads.runs.create_thread_and_run",
            ),
        ],
    );
    check(
        "parameters tell items apart",
        &[
            ("GET /hooks/{id}", "hooks.get"),
            ("GET /hooks/{id}/{token}", "hooks.get_by_token"),
        ],
    );
    check(
        "so do queries in paths, and spellings",
        &[
            ("POST /files", "files.create"),
            ("POST /files?beta=true", "files.create_beta"),
            ("GET /file-s/", "file_s.get_file_s"),
            ("GET /file_s", "file_s.get"),
        ],
    );
}

#[test]
fn a_new_operation_renames_no_other() {
    let before = [
        "GET /v1/pets listPets",
        "POST /v1/pets/{id}/feed feedPet",
        "GET /v1/hooks/{id}",
        "GET /v1/owners/{id}/pets",
    ];
    let calls_before = calls(&document(&before), "");
    for new in [
        "DELETE /v1/pets/{id} deletePet",
        "GET /v2/pets listPetsV2",
        "GET /v1/hooks/{id}/{token}",
        "GET /v1/pets/{id}/feeds",
        "POST /v1/pets/search",
        "GET /v1/owners/pets",
        "GET /status",
    ] {
        let after = calls(&document(&[&before[..], &[new]].concat()), "");
        for call in &calls_before {
            assert!(after.contains(call), "{new}: {call} is gone: {after:?}");
        }
    }
}

#[test]
fn names_do_not_depend_on_the_order_of_the_document() {
    let operations = [
        "POST /threads/runs createThreadAndRun",
        "GET /threads/{thread}/runs listRuns",
        "POST /threads/{thread}/runs createRun",
        "GET /hooks/{id}/{token}",
        "GET /hooks/{id}",
    ];
    let mut forwards = calls(&document(&operations), "");
    let reversed: Vec<&str> = operations.iter().rev().copied().collect();
    let mut backwards = calls(&document(&reversed), "");
    forwards.sort();
    backwards.sort();
    assert_eq!(forwards, backwards);
}

#[test]
fn the_configuration_overrules() {
    let document = document(&[
        "GET /pets listPets",
        "POST /pets createPet",
        "GET /cats listCats",
    ]);
    let settings = "[names.rename]\n\
                    \"#/paths/~1pets/get\" = \"animals.dogs.all\"\n\
                    createPet = \"add\"\n\
                    listCats = \"pets.add\"\n";
    assert_eq!(
        calls(&document, settings),
        ["animals.dogs.all", "pets.create", "pets.add"]
    );
    let config = config("names", settings);
    let (document, _) = Document::from_text("names.json", document.to_string(), []).unwrap();
    let (_, complaints) = seamstress::lower(&document, &config);
    let complaint = complaints
        .iter()
        .map(ToString::to_string)
        .collect::<String>();
    assert!(
        complaint.contains("`add` is the name of another operation"),
        "{complaint}"
    );
}
