//! Devices, and what is on them.

use seam_api::Seam;
use seam_tests::LOCK;

use super::{Table, count, done};

/// A thermostat of the example data.
const THERMOSTAT: &str = "ecobee_device_1";
/// A noise sensor of the example data.
const NOISE_SENSOR: &str = "minut_device_1";

pub(super) async fn access_codes(seam: &Seam, table: &mut Table) {
    let codes = seam.access_codes();
    let generated = codes.generate_code(LOCK).await;
    let is_pin = |code: &str| code.len() >= 4 && code.chars().all(|digit| digit.is_ascii_digit());
    let is_pin = generated.map(|code| code.code.as_deref().is_some_and(is_pin));
    table.row("access_codes.generate_code", "true", is_pin);
    let multiple = codes.create_multiple([LOCK]).code("2468").await;
    table.row(
        "access_codes.create_multiple",
        "405 method_not_allowed",
        multiple.map(|codes| codes.len()),
    );
    let id = codes
        .create(LOCK)
        .code("9753")
        .await
        .unwrap()
        .access_code_id;
    let update = codes.update(&id).name("Renamed").await;
    table.row(
        "access_codes.update",
        "405 method_not_allowed",
        update.map(|attempt| attempt.action_type),
    );
    let backup = codes.pull_backup_access_code(&id).await;
    table.row(
        "access_codes.pull_backup_access_code",
        "400 access_code_not_time_bound",
        backup.map(|code| code.access_code_id),
    );
    // The fake is older than the document: of a DELETE like this one it reads the body alone.
    let delete = codes.delete(&id).await;
    table.row(
        "access_codes.delete",
        "404 access_code_not_found",
        delete.map(|attempt| attempt.action_type),
    );
}

pub(super) async fn devices(seam: &Seam, table: &mut Table) {
    #[expect(deprecated, reason = "it can be called all the same")]
    let lock = seam.locks().get().device_id(LOCK).await;
    table.row("locks.get", LOCK, lock.map(|device| device.device_id));
    table.row("locks.list", "3", count(seam.locks().list().await));
    let devices = seam.devices();
    table.row(
        "devices.list_device_providers",
        "3",
        count(devices.list_device_providers().await),
    );
    let update = devices.update(LOCK).name("Front").await;
    table.row("devices.update", "done", done(update));
    let device = devices.get().name("Front").await;
    table.row("devices.get", LOCK, device.map(|device| device.device_id));
    table.row(
        "devices.update",
        "done",
        done(devices.update("schlage_device_id").is_managed(false).await),
    );

    let unmanaged = devices.unmanaged();
    table.row("devices.unmanaged.list", "1", count(unmanaged.list().await));
    let device = unmanaged.get().device_id("schlage_device_id").await;
    table.row(
        "devices.unmanaged.get",
        "false",
        device.map(|device| device.is_managed),
    );
    let update = unmanaged.update("schlage_device_id").is_managed(true).await;
    table.row("devices.unmanaged.update", "done", done(update));
}

pub(super) async fn thermostats(seam: &Seam, table: &mut Table) {
    let thermostats = seam.thermostats();
    // The fake names the list `thermostats`, and the document `devices`.
    table.row(
        "thermostats.list",
        "Decode",
        count(thermostats.list().await),
    );
    // None of these types of actions is in the document.
    let heat = thermostats
        .heat(THERMOSTAT)
        .heating_set_point_celsius(20.0)
        .await;
    table.row(
        "thermostats.heat",
        "SET_HEAT",
        heat.map(|attempt| attempt.action_type),
    );
    let cool = thermostats
        .cool(THERMOSTAT)
        .cooling_set_point_celsius(25.5)
        .await;
    table.row(
        "thermostats.cool",
        "SET_COOL",
        cool.map(|attempt| attempt.action_type),
    );
    let both = thermostats
        .heat_cool(THERMOSTAT)
        .heating_set_point_fahrenheit(65.0)
        .cooling_set_point_fahrenheit(78.0)
        .await;
    table.row(
        "thermostats.heat_cool",
        "SET_HEAT_COOL",
        both.map(|attempt| attempt.action_type),
    );
    let off = thermostats.off(THERMOSTAT).await;
    table.row(
        "thermostats.off",
        "SET_THERMOSTAT_OFF",
        off.map(|attempt| attempt.action_type),
    );
    let fan = thermostats
        .set_fan_mode(THERMOSTAT)
        .fan_mode_setting("on".into())
        .await;
    table.row(
        "thermostats.set_fan_mode",
        "SET_FAN_MODE",
        fan.map(|attempt| attempt.action_type),
    );
}

pub(super) async fn noise_sensors(seam: &Seam, table: &mut Table) {
    let thresholds = seam.noise_sensors().noise_thresholds();
    let list = count(thresholds.list(NOISE_SENSOR).await);
    table.row("noise_sensors.noise_thresholds.list", "1", list);
    let created = thresholds
        .create(
            NOISE_SENSOR,
            "07:00:00[Europe/Berlin]",
            "22:00:00[Europe/Berlin]",
        )
        .name("Night")
        .noise_threshold_decibels(55.0)
        .await
        .unwrap();
    table.row(
        "noise_sensors.noise_thresholds.create",
        "Night",
        Ok(created.name),
    );
    let id = created.noise_threshold_id;
    let read = thresholds
        .get(&id)
        .await
        .map(|threshold| threshold.noise_threshold_decibels);
    table.row("noise_sensors.noise_thresholds.get", "55", read);
    let update = thresholds.update(&id, NOISE_SENSOR).name("Quiet").await;
    let update = update.map(|attempt| attempt.action_type);
    table.row(
        "noise_sensors.noise_thresholds.update",
        "405 method_not_allowed",
        update,
    );
    let delete = thresholds.delete(&id, NOISE_SENSOR).await;
    let delete = delete.map(|attempt| attempt.action_type);
    table.row(
        "noise_sensors.noise_thresholds.delete",
        "DELETE_NOISE_THRESHOLD",
        delete,
    );
}
