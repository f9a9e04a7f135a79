//! Every operation that the fake server has and the other tests leave out: each is called once,
//! and its row says what was read, or which error came back.

use std::fmt::Display;

use seam_api::types::{Device, DeviceId};
use seam_api::{Error, Page, Seam};
use seam_tests::{FakeSeam, LOCK};

use crate::{client, client_with};

/// A thermostat of the example data.
const THERMOSTAT: &str = "ecobee_device_1";
/// A noise sensor of the example data.
const NOISE_SENSOR: &str = "minut_device_1";
/// An account of the example data, which all but the sensors belong to.
const ACCOUNT: &str = "john_connected_account_id";
/// An access system of the example data.
const ACS_SYSTEM: &str = "visionline_acs_system_1";

/// What the operations gave, row by row.
#[derive(Default)]
struct Table {
    rows: usize,
    surprises: Vec<String>,
}

impl Table {
    /// `expected` is what the value is made to say, or the status and the type of the error.
    fn row(&mut self, operation: &str, expected: &str, found: Result<impl Display, Error>) {
        self.rows += 1;
        let found = match found {
            Ok(value) => value.to_string(),
            Err(error) => {
                assert_eq!(error.operation(), Some(operation), "{error}");
                let status = error.status().map_or(0, |status| status.as_u16());
                let kind = error.api().and_then(|api| api.kind());
                format!("{status} {}", kind.unwrap_or("without a type"))
            }
        };
        if found != expected {
            self.surprises.push(format!("{operation}: expected {expected}, found {found}"));
        }
    }
}

#[tokio::test]
async fn every_operation_of_the_fake_is_understood() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let mut table = Table::default();
    access_codes(&seam, &mut table).await;
    devices(&seam, &mut table).await;
    thermostats(&seam, &mut table).await;
    noise_sensors(&seam, &mut table).await;
    accounts(&seam, &mut table).await;
    access_systems(&seam, &mut table).await;
    workspaces(&seam, &mut table).await;
    webhooks(&seam, &mut table).await;
    events(&seam, &mut table).await;
    table.row(
        "workspaces.reset_sandbox",
        "RESET_SANDBOX_WORKSPACE",
        // The second key is of the other workspace, which nothing above needs.
        client_with(&server, "seam_apikey2_token")
            .workspaces()
            .reset_sandbox()
            .await
            .map(|attempt| attempt.action_type),
    );
    assert!(table.surprises.is_empty(), "{:#?}", table.surprises);
    assert_eq!(table.rows, 62);
}

async fn access_codes(seam: &Seam, table: &mut Table) {
    let codes = seam.access_codes();
    let generated = codes.generate_code(LOCK).await;
    let digits = |code: Option<String>| code.map_or(0, |code| code.len());
    table.row("access_codes.generate_code", "4", generated.map(|code| digits(code.code)));
    let multiple = codes.create_multiple([LOCK]).code("2468").await;
    table.row("access_codes.create_multiple", "405 method_not_allowed", multiple.map(|codes| codes.len()));
    let code = codes.create(LOCK).code("9753").await;
    let id = code.as_ref().map(|code| code.access_code_id.clone()).unwrap();
    table.row("access_codes.create", "9753", code.map(|code| code.code.unwrap_or_default()));
    let update = codes.update(&id).name("Renamed").await;
    table.row("access_codes.update", "405 method_not_allowed", update.map(|attempt| attempt.action_type));
    let backup = codes.pull_backup_access_code(&id).await;
    table.row("access_codes.pull_backup_access_code", "404 no", backup.map(|code| code.access_code_id));
    let delete = codes.delete(&id).await;
    table.row("access_codes.delete", "DELETE_ACCESS_CODE", delete.map(|attempt| attempt.action_type));
}

async fn devices(seam: &Seam, table: &mut Table) {
    let name = |device: Device| device.properties.name;
    let lock = seam.locks().get().device_id(LOCK).await;
    table.row("locks.get", "Fake August Lock 1", lock.map(name));
    table.row("locks.list", "3", count(seam.locks().list().await));
    let devices = seam.devices();
    table.row("devices.list_device_providers", "3", count(devices.list_device_providers().await));
    let update = devices.update(LOCK).name("Front").await;
    table.row("devices.update", "done", done(update));
    let device = devices.get().name("Front").await;
    table.row("devices.get", LOCK, device.map(|device| device.device_id));
    table.row("devices.update", "done", done(devices.update("schlage_device_id").is_managed(false).await));

    let unmanaged = devices.unmanaged();
    table.row("devices.unmanaged.list", "1", count(unmanaged.list().await));
    let device = unmanaged.get().device_id("schlage_device_id").await;
    table.row("devices.unmanaged.get", "false", device.map(|device| device.is_managed));
    let update = unmanaged.update("schlage_device_id").is_managed(true).await;
    table.row("devices.unmanaged.update", "done", done(update));
}

async fn thermostats(seam: &Seam, table: &mut Table) {
    let thermostats = seam.thermostats();
    table.row("thermostats.list", "1", count(thermostats.list().await));
    let heat = thermostats.heat(THERMOSTAT).heating_set_point_celsius(20.0).await;
    table.row("thermostats.heat", "SET_HVAC_MODE", heat.map(|attempt| attempt.action_type));
    let cool = thermostats.cool(THERMOSTAT).cooling_set_point_celsius(25.5).await;
    table.row("thermostats.cool", "SET_HVAC_MODE", cool.map(|attempt| attempt.action_type));
    let both = thermostats
        .heat_cool(THERMOSTAT)
        .heating_set_point_fahrenheit(65.0)
        .cooling_set_point_fahrenheit(78.0)
        .await;
    table.row("thermostats.heat_cool", "SET_HVAC_MODE", both.map(|attempt| attempt.action_type));
    let off = thermostats.off(THERMOSTAT).await;
    table.row("thermostats.off", "SET_HVAC_MODE", off.map(|attempt| attempt.action_type));
    let fan = thermostats.set_fan_mode(THERMOSTAT).fan_mode_setting("on".into()).await;
    table.row("thermostats.set_fan_mode", "SET_FAN_MODE", fan.map(|attempt| attempt.action_type));
}

async fn noise_sensors(seam: &Seam, table: &mut Table) {
    let thresholds = seam.noise_sensors().noise_thresholds();
    let list = count(thresholds.list(NOISE_SENSOR).await);
    table.row("noise_sensors.noise_thresholds.list", "1", list);
    let created = thresholds
        .create(NOISE_SENSOR, "07:00:00[UTC]", "22:00:00[UTC]")
        .name("Night")
        .noise_threshold_decibels(55.0)
        .await;
    let id = created.as_ref().map(|threshold| threshold.noise_threshold_id.clone());
    let name = created.map(|threshold| threshold.name);
    table.row("noise_sensors.noise_thresholds.create", "Night", name);
    let id = id.unwrap();
    let read = thresholds.get(&id).await.map(|threshold| threshold.noise_threshold_decibels);
    table.row("noise_sensors.noise_thresholds.get", "55", read);
    let update = thresholds.update(NOISE_SENSOR, &id).name("Quiet").await;
    let update = update.map(|attempt| attempt.action_type);
    table.row("noise_sensors.noise_thresholds.update", "405 method_not_allowed", update);
    let delete = thresholds.delete(NOISE_SENSOR, &id).await;
    let delete = delete.map(|attempt| attempt.action_type);
    table.row("noise_sensors.noise_thresholds.delete", "DELETE_NOISE_THRESHOLD", delete);
}

async fn accounts(seam: &Seam, table: &mut Table) {
    let webviews = seam.connect_webviews();
    table.row("connect_webviews.list", "1", count(webviews.list().await));
    let webview = webviews.create().accepted_providers(["august".into()]).await;
    let id = webview.as_ref().map(|webview| webview.connect_webview_id.clone());
    table.row("connect_webviews.create", "pending", webview.map(|webview| webview.status));
    let read = webviews.get(id.unwrap()).await.map(|webview| webview.login_successful);
    table.row("connect_webviews.get", "false", read);

    let accounts = seam.connected_accounts();
    table.row("connected_accounts.list", "2", count(accounts.list().await));
    let account = accounts.get().connected_account_id(ACCOUNT).await;
    table.row("connected_accounts.get", ACCOUNT, account.map(|account| account.connected_account_id));
    let update = accounts.update(ACCOUNT).automatically_manage_new_devices(false).await;
    let update = update.map(|account| account.connected_account_id);
    table.row("connected_accounts.update", "405 method_not_allowed", update);
    let delete = accounts.delete("jane_connected_account_id").await;
    table.row("connected_accounts.delete", "done", done(delete));

    let sessions = seam.client_sessions();
    let session = sessions.create().user_identifier_key("jane").connected_account_ids([ACCOUNT]).await;
    let id = session.as_ref().map(|session| session.client_session_id.clone());
    let has_token = session.map(|session| session.token.starts_with("seam_cst"));
    table.row("client_sessions.create", "true", has_token);
    let read = sessions.get().client_session_id(id.unwrap()).await;
    let accounts = read.map(|session| session.connected_account_ids.len());
    table.row("client_sessions.get", "1", accounts);
    // It wants a publishable key, which this client does not have.
    let session = sessions.get_or_create().user_identifier_key("jane").await;
    let session = session.map(|session| session.client_session_id);
    table.row("client_sessions.get_or_create", "400 publishable_key_header_required", session);
    let identity = seam.user_identities().create().full_name("Jane Doe").await;
    let identity = identity.map(|identity| identity.user_identity_id);
    table.row("user_identities.create", "500 without a type", identity);
}

async fn access_systems(seam: &Seam, table: &mut Table) {
    let acs = seam.acs();
    table.row("acs.systems.list", "1", count(acs.systems().list().await));
    let system = acs.systems().get(ACS_SYSTEM).await;
    table.row("acs.systems.get", "Fake Visionline System", system.map(|system| system.name));
    table.row("acs.entrances.list", "0", count(acs.entrances().list().await));
    let entrance = acs.entrances().get("no-entrance").await;
    let entrance = entrance.map(|entrance| entrance.display_name);
    table.row("acs.entrances.get", "404 acs_entrance_not_found", entrance);

    let users = acs.users();
    let user = users.create(ACS_SYSTEM, "Jane Doe").email_address("jane@example.com").await;
    let id = user.as_ref().map(|user| user.acs_user_id.clone());
    table.row("acs.users.create", "Jane Doe", user.map(|user| user.full_name.unwrap_or_default()));
    let id = id.unwrap();
    let grant = acs.entrances().grant_access("no-entrance").acs_user_id(&id).await;
    table.row("acs.entrances.grant_access", "404 acs_entrance_not_found", done(grant));
    table.row("acs.users.list", "1", count(users.list().await));
    let user = users.get().acs_user_id(&id).await;
    table.row("acs.users.get", "jane@example.com", user.map(|user| user.email_address.unwrap_or_default()));
    let update = users.update().acs_user_id(&id).full_name("Jane Roe").await;
    table.row("acs.users.update", "done", done(update));
    table.row("acs.users.suspend", "done", done(users.suspend().acs_user_id(&id).await));
    table.row("acs.users.unsuspend", "done", done(users.unsuspend().acs_user_id(&id).await));
    let add = users.add_to_access_group("no-group", &id).await;
    table.row("acs.users.add_to_access_group", "404 acs_access_group_not_found", done(add));
    let remove = users.remove_from_access_group("no-group").acs_user_id(&id).await;
    table.row("acs.users.remove_from_access_group", "404 acs_access_group_not_found", done(remove));
    let add = seam.user_identities().add_acs_user(&id).user_identity_id("no-identity").await;
    table.row("user_identities.add_acs_user", "404 user_identity_not_found", done(add));
    table.row("acs.users.delete", "done", done(users.delete().acs_user_id(&id).await));
}

async fn workspaces(seam: &Seam, table: &mut Table) {
    let workspaces = seam.workspaces();
    table.row("workspaces.get", "My Workspace", workspaces.get().await.map(|workspace| workspace.name));
    table.row("workspaces.list", "1", count(workspaces.list().await));
    // Only a personal access token may do this.
    let created = workspaces.create("Second").company_name("Example").await;
    table.row("workspaces.create", "401 unauthorized", created.map(|workspace| workspace.name));
}

async fn webhooks(seam: &Seam, table: &mut Table) {
    let webhooks = seam.webhooks();
    let created = webhooks.create("https://example.com/seam").event_types(["device.connected"]).await;
    let id = created.as_ref().map(|webhook| webhook.webhook_id.clone());
    table.row("webhooks.create", "https://example.com/seam", created.map(|webhook| webhook.url));
    let id = id.unwrap();
    let read = webhooks.get(&id).await;
    let types = read.map(|webhook| webhook.event_types.unwrap_or_default().concat());
    table.row("webhooks.get", "device.connected", types);
    table.row("webhooks.list", "1", count(webhooks.list().await));
    table.row("webhooks.delete", "done", done(webhooks.delete(&id).await));
}

async fn events(seam: &Seam, table: &mut Table) {
    let since = || "2020-01-01T00:00:00Z".parse::<seam_api::DateTime>().unwrap_or_default();
    let events = seam.events().list().since(since()).device_id(LOCK).await;
    let first = events.as_ref().ok().and_then(|events| events.items.first()).cloned().unwrap_or_default();
    table.row("events.list", "device.connected", events.map(|_| first.kind.as_str().to_owned()));
    let event = seam.events().get().event_id(&first.event_id).await;
    table.row("events.get", LOCK, event.map(|event| event.device_id.unwrap_or(DeviceId::from(""))));
}

fn count<T>(page: Result<Page<T>, Error>) -> Result<usize, Error> {
    page.map(|page| page.items.len())
}

fn done(result: Result<(), Error>) -> Result<&'static str, Error> {
    result.map(|()| "done")
}
