//! Connected accounts, and the sessions of their owners.

use seam_api::Seam;
use seam_api::resources::ConnectedAccountsGetBy;

use super::{Table, count, done};

/// An account of the example data, which all but the sensors belong to.
const ACCOUNT: &str = "john_connected_account_id";

pub(super) async fn accounts(seam: &Seam, table: &mut Table) {
    let webviews = seam.connect_webviews();
    table.row("connect_webviews.list", "1", count(webviews.list().await));
    let created = webviews
        .create()
        .accepted_providers(["august".into()])
        .await
        .unwrap();
    table.row("connect_webviews.create", "pending", Ok(created.status));
    let read = webviews.get(created.connect_webview_id).await;
    let read = read.map(|webview| webview.login_successful);
    table.row("connect_webviews.get", "false", read);

    let accounts = seam.connected_accounts();
    table.row("connected_accounts.list", "3", count(accounts.list().await));
    let account = accounts
        .get(ConnectedAccountsGetBy::connected_account_id(ACCOUNT))
        .await;
    table.row(
        "connected_accounts.get",
        ACCOUNT,
        account.map(|account| account.connected_account_id),
    );
    let update = accounts
        .update(ACCOUNT)
        .automatically_manage_new_devices(false)
        .await;
    let update = update.map(|account| account.connected_account_id);
    table.row(
        "connected_accounts.update",
        "405 method_not_allowed",
        update,
    );
    let delete = accounts.delete("jane_connected_account_id").await;
    table.row("connected_accounts.delete", "done", done(delete));
}

pub(super) async fn sessions(seam: &Seam, table: &mut Table) {
    let sessions = seam.client_sessions();
    let session = sessions
        .create()
        .user_identifier_key("jane")
        .connected_account_ids([ACCOUNT])
        .await
        .unwrap();
    table.row(
        "client_sessions.create",
        "true",
        Ok(session.token.starts_with("seam_cst")),
    );
    let read = sessions
        .get()
        .client_session_id(session.client_session_id)
        .await;
    let accounts = read.map(|session| session.connected_account_ids.len());
    table.row("client_sessions.get", "1", accounts);
    // It wants a publishable key, which this client does not have.
    let session = sessions.get_or_create().user_identifier_key("jane").await;
    let session = session.map(|session| session.client_session_id);
    table.row(
        "client_sessions.get_or_create",
        "400 publishable_key_header_required",
        session,
    );
    let identity = seam.user_identities().create().full_name("Jane Doe").await;
    let identity = identity.map(|identity| identity.user_identity_id);
    table.row("user_identities.create", "500 Not implemented!", identity);
}
