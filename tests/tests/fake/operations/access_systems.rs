//! Access systems, and their users.

use seam_api::Seam;

use super::{Table, count, done};

/// An access system of the example data.
const ACS_SYSTEM: &str = "visionline_acs_system_1";

pub(super) async fn access_systems(seam: &Seam, table: &mut Table) {
    let acs = seam.acs();
    table.row("acs.systems.list", "1", count(acs.systems().list().await));
    let system = acs.systems().get(ACS_SYSTEM).await;
    table.row(
        "acs.systems.get",
        "Fake Visionline System",
        system.map(|system| system.name),
    );
    table.row(
        "acs.entrances.list",
        "0",
        count(acs.entrances().list().await),
    );
    let entrance = acs.entrances().get("no-entrance").await;
    let entrance = entrance.map(|entrance| entrance.display_name);
    table.row("acs.entrances.get", "404 acs_entrance_not_found", entrance);

    let users = acs.users();
    let user = users
        .create("Jane Doe", ACS_SYSTEM)
        .email_address("jane@example.com")
        .await
        .unwrap();
    table.row(
        "acs.users.create",
        "Jane Doe",
        Ok(user.full_name.unwrap_or_default()),
    );
    let id = user.acs_user_id;
    let grant = acs
        .entrances()
        .grant_access("no-entrance")
        .acs_user_id(&id)
        .await;
    table.row(
        "acs.entrances.grant_access",
        "404 acs_entrance_not_found",
        done(grant),
    );
    table.row("acs.users.list", "1", count(users.list().await));
    let user = users.get().acs_user_id(&id).await;
    table.row(
        "acs.users.get",
        "jane@example.com",
        user.map(|user| user.email_address.unwrap_or_default()),
    );
    let update = users.update().acs_user_id(&id).full_name("Jane Roe").await;
    table.row("acs.users.update", "done", done(update));
    table.row(
        "acs.users.suspend",
        "done",
        done(users.suspend().acs_user_id(&id).await),
    );
    table.row(
        "acs.users.unsuspend",
        "done",
        done(users.unsuspend().acs_user_id(&id).await),
    );
    let add = users.add_to_access_group(&id, "no-group").await;
    table.row(
        "acs.users.add_to_access_group",
        "404 acs_access_group_not_found",
        done(add),
    );
    // The fake reads the body of this DELETE alone, as above.
    let remove = users
        .remove_from_access_group("no-group")
        .acs_user_id(&id)
        .await;
    table.row(
        "acs.users.remove_from_access_group",
        "404 acs_user_not_found",
        done(remove),
    );
    // Here alone the fake insists on UUIDs, which its own ids are not.
    let add = seam
        .user_identities()
        .add_acs_user(&id)
        .user_identity_id("no-identity")
        .await;
    table.row(
        "user_identities.add_acs_user",
        "400 invalid_input",
        done(add),
    );
    table.row(
        "acs.users.delete",
        "done",
        done(users.delete().acs_user_id(&id).await),
    );
}
