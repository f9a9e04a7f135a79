//! Workspaces, their webhooks and events.

use seam_api::Seam;
use seam_api::types::DeviceId;
use seam_tests::LOCK;

use super::{Table, count, done};

pub(super) async fn workspaces(seam: &Seam, table: &mut Table) {
    let workspaces = seam.workspaces();
    table.row(
        "workspaces.get",
        "My Workspace",
        workspaces.get().await.map(|workspace| workspace.name),
    );
    table.row("workspaces.list", "1", count(workspaces.list().await));
    // Only a personal access token may do this.
    let created = workspaces.create("Second").company_name("Example").await;
    table.row(
        "workspaces.create",
        "Credential",
        created.map(|workspace| workspace.name),
    );
    // Last, as it takes away what all others need.
    let reset = workspaces.reset_sandbox().await;
    table.row(
        "workspaces.reset_sandbox",
        "RESET_SANDBOX_WORKSPACE",
        reset.map(|attempt| attempt.action_type),
    );
}

pub(super) async fn webhooks(seam: &Seam, table: &mut Table) {
    let webhooks = seam.webhooks();
    let created = webhooks
        .create("https://example.com/seam")
        .event_types(["device.connected"])
        .await
        .unwrap();
    table.row(
        "webhooks.create",
        "https://example.com/seam",
        Ok(created.url),
    );
    let id = created.webhook_id;
    let read = webhooks.get(&id).await;
    let types = read.map(|webhook| webhook.event_types.unwrap_or_default().concat());
    table.row("webhooks.get", "device.connected", types);
    table.row("webhooks.list", "1", count(webhooks.list().await));
    table.row("webhooks.delete", "done", done(webhooks.delete(&id).await));
}

pub(super) async fn events(seam: &Seam, table: &mut Table) {
    let since = || {
        "2020-01-01T00:00:00Z"
            .parse::<seam_api::DateTime>()
            .unwrap_or_default()
    };
    let events = seam.events().list().since(since()).device_id(LOCK).await;
    let first = events
        .as_ref()
        .ok()
        .and_then(|events| events.items.first())
        .cloned()
        .unwrap_or_default();
    table.row(
        "events.list",
        "device.connected",
        events.map(|_| first.kind.as_str().to_owned()),
    );
    let event = seam.events().get().event_id(&first.event_id).await;
    table.row(
        "events.get",
        LOCK,
        event.map(|event| {
            let device = event.and_then(|event| event.device_id);
            device.unwrap_or(DeviceId::from(""))
        }),
    );
}
