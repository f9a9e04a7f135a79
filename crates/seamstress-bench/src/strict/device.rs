//! Devices.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::Value;

words! {
    DeviceCapabilitiesSupported {
        AccessCode = "access_code", Lock = "lock", NoiseDetection = "noise_detection",
        Thermostat = "thermostat", Battery = "battery", Phone = "phone",
    }
    DeviceType {
        AkuvoxLock = "akuvox_lock", AugustLock = "august_lock",
        BrivoAccessPoint = "brivo_access_point", ButterflymxPanel = "butterflymx_panel",
        AvigilonAltaEntry = "avigilon_alta_entry", DoorkingLock = "doorking_lock",
        GenieDoor = "genie_door", IglooLock = "igloo_lock", LinearLock = "linear_lock",
        LocklyLock = "lockly_lock", KwiksetLock = "kwikset_lock", NukiLock = "nuki_lock",
        SaltoLock = "salto_lock", SchlageLock = "schlage_lock",
        SmartthingsLock = "smartthings_lock", WyzeLock = "wyze_lock", YaleLock = "yale_lock",
        TwoNIntercom = "two_n_intercom", ControlbywebDevice = "controlbyweb_device",
        TtlockLock = "ttlock_lock", IgloohomeLock = "igloohome_lock",
        FourSuitesDoor = "four_suites_door", DormakabaOracodeDoor = "dormakaba_oracode_door",
        TedeeLock = "tedee_lock", AkilesLock = "akiles_lock", UltraloqLock = "ultraloq_lock",
        KeyincodeLock = "keyincode_lock", OmnitecLock = "omnitec_lock", KisiLock = "kisi_lock",
        KeynestKey = "keynest_key", NoiseawareActivityZone = "noiseaware_activity_zone",
        MinutSensor = "minut_sensor", EcobeeThermostat = "ecobee_thermostat",
        NestThermostat = "nest_thermostat",
        HoneywellResideoThermostat = "honeywell_resideo_thermostat",
        TadoThermostat = "tado_thermostat", SensiThermostat = "sensi_thermostat",
        SmartthingsThermostat = "smartthings_thermostat", IosPhone = "ios_phone",
        AndroidPhone = "android_phone", RingCamera = "ring_camera",
    }
    DeviceErrorCode {
        AccountDisconnected = "account_disconnected",
        SaltoKsSubscriptionLimitExceeded = "salto_ks_subscription_limit_exceeded",
        DormakabaSitesDisconnected = "dormakaba_sites_disconnected",
        DeviceOffline = "device_offline", DeviceRemoved = "device_removed",
        HubDisconnected = "hub_disconnected", DeviceDisconnected = "device_disconnected",
        EmptyBackupAccessCodePool = "empty_backup_access_code_pool",
        AugustLockNotAuthorized = "august_lock_not_authorized",
        MissingDeviceCredentials = "missing_device_credentials",
        AuxiliaryHeatRunning = "auxiliary_heat_running",
        SubscriptionRequired = "subscription_required", BridgeDisconnected = "bridge_disconnected",
    }
    BatteryStatus {
        Critical = "critical", Low = "low", Good = "good", Full = "full",
    }
    NoiseawareMetadataDeviceModel {
        Indoor = "indoor", Outdoor = "outdoor",
    }
    SeamBridgeMetadataUnlockMethod {
        Bridge = "bridge", Doorking = "doorking",
    }
    CodeConstraintType {
        NoZeros = "no_zeros", CannotStartWith12 = "cannot_start_with_12",
        NoTripleConsecutiveInts = "no_triple_consecutive_ints",
        CannotSpecifyPinCode = "cannot_specify_pin_code",
        PinCodeMatchesExistingSet = "pin_code_matches_existing_set",
        StartDateInFuture = "start_date_in_future",
        NoAscendingOrDescendingSequence = "no_ascending_or_descending_sequence",
        AtLeastThreeUniqueDigits = "at_least_three_unique_digits",
        CannotContain089 = "cannot_contain_089", CannotContain0789 = "cannot_contain_0789",
        UniqueFirstFourDigits = "unique_first_four_digits", NoAllSameDigits = "no_all_same_digits",
        NameLength = "name_length", NameMustBeUnique = "name_must_be_unique",
    }
    AvailableClimatePresetMode {
        Home = "home", Away = "away", Wake = "wake", Sleep = "sleep", Occupied = "occupied",
        Unoccupied = "unoccupied",
    }
    EcobeeMetadataOwner {
        User = "user", System = "system",
    }
    AvailableClimatePresetFanModeSetting {
        Auto = "auto", On = "on", Circulate = "circulate",
    }
    AvailableClimatePresetHvacModeSetting {
        Off = "off", Heat = "heat", Cool = "cool", HeatCool = "heat_cool", Eco = "eco",
    }
    DeviceWarningCode {
        PartialBackupAccessCodePool = "partial_backup_access_code_pool",
        ManyActiveBackupCodes = "many_active_backup_codes",
        ThirdPartyIntegrationDetected = "third_party_integration_detected",
        TtlockLockGatewayUnlockingNotEnabled = "ttlock_lock_gateway_unlocking_not_enabled",
        TtlockWeakGatewaySignal = "ttlock_weak_gateway_signal",
        PowerSavingMode = "power_saving_mode",
        TemperatureThresholdExceeded = "temperature_threshold_exceeded",
        DeviceCommunicationDegraded = "device_communication_degraded",
        ScheduledMaintenanceWindow = "scheduled_maintenance_window",
        DeviceHasFlakyConnection = "device_has_flaky_connection",
        SaltoKsOfficeMode = "salto_ks_office_mode", SaltoKsPrivacyMode = "salto_ks_privacy_mode",
        PrivacyMode = "privacy_mode",
        SaltoKsSubscriptionLimitAlmostReached = "salto_ks_subscription_limit_almost_reached",
        SaltoKsLockAccessCodeSupportRemoved = "salto_ks_lock_access_code_support_removed",
        UnknownIssueWithPhone = "unknown_issue_with_phone",
        LocklyTimeZoneNotConfigured = "lockly_time_zone_not_configured",
        UltraloqTimeZoneUnknown = "ultraloq_time_zone_unknown",
        TimeZoneUnknown = "time_zone_unknown", TimeZoneMismatch = "time_zone_mismatch",
        TwoNDeviceMissingTimezone = "two_n_device_missing_timezone",
        HubRequiredForAdditionalCapabilities = "hub_required_for_additional_capabilities",
        ProviderIssue = "provider_issue", KeynestUnsupportedLocker = "keynest_unsupported_locker",
        AccessoryKeypadSetupRequired = "accessory_keypad_setup_required",
        UnreliableOnlineStatus = "unreliable_online_status",
        MaxAccessCodesReached = "max_access_codes_reached",
        InsufficientPermissions = "insufficient_permissions",
    }
}

objects! {
    DeviceManufacturer {
        display_name: String, image_url: Option<String>, manufacturer: String,
    }
    DeviceProvider {
        device_provider_name: String, display_name: String, image_url: Option<String>,
        provider_category: String,
    }
    DeviceError {
        created_at: Timestamp, error_code: DeviceErrorCode,
        is_connected_account_error: Option<bool>, is_device_error: Option<bool>, message: String,
        is_bridge_error: Option<bool>,
    }
    DeviceLocation {
        location_name: Option<String>, time_zone: Option<String>, timezone: Option<String>,
    }
    AccessoryKeypadBattery {
        level: f64,
    }
    AccessoryKeypad {
        battery: Option<AccessoryKeypadBattery>, is_connected: bool,
    }
    Appearance {
        name: String,
    }
    Battery {
        level: f64, status: BatteryStatus,
    }
    Model {
        accessory_keypad_supported: Option<bool>, can_connect_accessory_keypad: Option<bool>,
        display_name: String, has_built_in_keypad: Option<bool>, manufacturer_display_name: String,
        offline_access_codes_supported: Option<bool>, online_access_codes_supported: Option<bool>,
    }
    AssaAbloyCredentialServiceMetadataEndpoint {
        endpoint_id: Option<String>, is_active: Option<bool>,
    }
    AssaAbloyCredentialServiceMetadata {
        endpoints: Option<Vec<AssaAbloyCredentialServiceMetadataEndpoint>>,
        has_active_endpoint: Option<bool>,
    }
    SaltoSpaceCredentialServiceMetadata {
        has_active_phone: Option<bool>,
    }
    AkilesMetadata {
        _member_group_id: Option<String>, gadget_id: Option<String>, gadget_name: Option<String>,
        product_name: Option<String>,
    }
    AssaAbloyVostioMetadata {
        encoder_name: Option<String>,
    }
    AugustMetadata {
        has_keypad: Option<bool>, house_id: Option<String>, house_name: Option<String>,
        keypad_battery_level: Option<String>, lock_id: Option<String>, lock_name: Option<String>,
        model: Option<String>,
    }
    AvigilonAltaMetadata {
        entry_name: Option<String>, entry_relays_total_count: Option<i64>,
        org_name: Option<String>, site_id: Option<i64>, site_name: Option<String>,
        zone_id: Option<i64>, zone_name: Option<String>,
    }
    BrivoMetadata {
        activation_enabled: Option<bool>, device_name: Option<String>,
    }
    ControlbywebMetadata {
        device_id: Option<String>, device_name: Option<String>, relay_name: Option<String>,
    }
    DormakabaOracodeMetadataPredefinedTimeSlot {
        check_in_time: Option<String>, check_out_time: Option<String>,
        dormakaba_oracode_user_level_id: Option<String>,
        dormakaba_oracode_user_level_prefix: Option<i64>, is_24_hour: Option<bool>,
        is_biweekly_mode: Option<bool>, is_master: Option<bool>, is_one_shot: Option<bool>,
        name: Option<String>, prefix: Option<i64>,
    }
    DormakabaOracodeMetadata {
        device_id: Option<Value>, door_id: Option<i64>, door_is_wireless: Option<bool>,
        door_name: Option<String>, iana_timezone: Option<String>,
        predefined_time_slots: Option<Vec<DormakabaOracodeMetadataPredefinedTimeSlot>>,
        site_id: Option<i64>, site_name: Option<String>,
    }
    EcobeeMetadata {
        device_name: Option<String>, ecobee_device_id: Option<String>,
    }
    FourSuitesMetadata {
        device_id: Option<i64>, device_name: Option<String>, reclose_delay_in_seconds: Option<i64>,
    }
    GenieMetadata {
        device_name: Option<String>, door_name: Option<String>,
    }
    HoneywellResideoMetadata {
        device_name: Option<String>, honeywell_resideo_device_id: Option<String>,
    }
    IglooMetadata {
        bridge_id: Option<String>, device_id: Option<String>, model: Option<String>,
    }
    IgloohomeMetadata {
        bridge_id: Option<String>, bridge_name: Option<String>, device_id: Option<String>,
        device_name: Option<String>, is_accessory_keypad_linked_to_bridge: Option<bool>,
        keypad_id: Option<String>,
    }
    KeynestMetadata {
        address: Option<String>, current_or_last_store_id: Option<i64>,
        current_status: Option<String>, current_user_company: Option<String>,
        current_user_email: Option<String>, current_user_name: Option<String>,
        current_user_phone_number: Option<String>, default_office_id: Option<i64>,
        device_name: Option<String>, fob_id: Option<i64>, handover_method: Option<String>,
        has_photo: Option<bool>, is_quadient_locker: Option<bool>, key_id: Option<String>,
        key_notes: Option<String>, keynest_app_user: Option<String>, last_movement: Option<String>,
        property_id: Option<String>, property_postcode: Option<String>,
        status_type: Option<String>, subscription_plan: Option<String>,
    }
    KisiMetadata {
        description: Option<String>, lock_id: Option<i64>, lock_name: Option<String>,
        place_name: Option<String>,
    }
    KorelockMetadata {
        device_id: Option<String>, device_name: Option<String>, firmware_version: Option<String>,
        location_id: Option<String>, model_code: Option<String>, serial_number: Option<String>,
        wifi_signal_strength: Option<f64>,
    }
    KwiksetMetadata {
        device_id: Option<String>, device_name: Option<String>, model_number: Option<String>,
    }
    LocklyMetadata {
        device_id: Option<String>, device_name: Option<String>, model: Option<String>,
    }
    MinutMetadataLatestSensorValuesAccelerometerZ {
        time: Option<String>, value: Option<f64>,
    }
    MinutMetadataLatestSensorValues {
        accelerometer_z: Option<MinutMetadataLatestSensorValuesAccelerometerZ>,
        humidity: Option<MinutMetadataLatestSensorValuesAccelerometerZ>,
        pressure: Option<MinutMetadataLatestSensorValuesAccelerometerZ>,
        sound: Option<MinutMetadataLatestSensorValuesAccelerometerZ>,
        temperature: Option<MinutMetadataLatestSensorValuesAccelerometerZ>,
    }
    MinutMetadata {
        device_id: Option<String>, device_name: Option<String>,
        latest_sensor_values: Option<Box<MinutMetadataLatestSensorValues>>,
    }
    NestMetadata {
        device_custom_name: Option<String>, device_name: Option<String>,
        display_name: Option<String>, nest_device_id: Option<String>,
    }
    NoiseawareMetadata {
        device_id: Option<String>, device_model: Option<NoiseawareMetadataDeviceModel>,
        device_name: Option<String>, noise_level_decibel: Option<f64>,
        noise_level_nrs: Option<f64>,
    }
    NukiMetadata {
        device_id: Option<String>, device_name: Option<String>, keypad_2_paired: Option<bool>,
        keypad_battery_critical: Option<bool>, keypad_paired: Option<bool>,
    }
    OmnitecMetadata {
        has_gateway: Option<bool>, lock_alias: Option<String>, lock_id: Option<i64>,
        lock_mac: Option<String>, lock_name: Option<String>, time_zone: Option<String>,
        timezone_raw_offset_ms: Option<i64>,
    }
    RingMetadata {
        device_id: Option<String>, device_name: Option<String>,
    }
    SaltoKsMetadata {
        battery_level: Option<String>, customer_reference: Option<String>,
        has_custom_pin_subscription: Option<bool>, lock_id: Option<String>,
        lock_type: Option<String>, locked_state: Option<String>, model: Option<String>,
        site_id: Option<String>, site_name: Option<String>,
    }
    SaltoMetadata {
        battery_level: Option<String>, customer_reference: Option<String>, lock_id: Option<String>,
        lock_type: Option<String>, locked_state: Option<String>, model: Option<String>,
        site_id: Option<String>, site_name: Option<String>,
    }
    SeamBridgeMetadata {
        device_num: Option<i64>, name: Option<String>,
        unlock_method: Option<SeamBridgeMetadataUnlockMethod>,
    }
    SensiMetadata {
        device_id: Option<String>, device_name: Option<String>,
        dual_setpoints_not_supported: Option<bool>, enforced_setpoint_range_celsius: Option<Value>,
        product_type: Option<String>,
    }
    SmartthingsMetadata {
        device_id: Option<String>, device_name: Option<String>, location_id: Option<String>,
        model: Option<String>,
    }
    TadoMetadata {
        device_type: Option<String>, serial_no: Option<String>,
    }
    TedeeMetadata {
        bridge_id: Option<i64>, bridge_name: Option<String>, device_id: Option<i64>,
        device_model: Option<String>, device_name: Option<String>, keypad_id: Option<i64>,
        serial_number: Option<String>,
    }
    TtlockMetadataFeatures {
        auto_lock_time_config: Option<bool>, incomplete_keyboard_passcode: Option<bool>,
        lock_command: Option<bool>, passcode: Option<bool>, passcode_management: Option<bool>,
        unlock_via_gateway: Option<bool>, wifi: Option<bool>,
    }
    TtlockMetadataWirelessKeypad {
        wireless_keypad_id: Option<i64>, wireless_keypad_name: Option<String>,
    }
    TtlockMetadata {
        feature_value: Option<String>, features: Option<Box<TtlockMetadataFeatures>>,
        has_gateway: Option<bool>, lock_alias: Option<String>, lock_id: Option<i64>,
        timezone_raw_offset_ms: Option<i64>,
        wireless_keypads: Option<Vec<TtlockMetadataWirelessKeypad>>,
    }
    TwoNMetadata {
        device_id: Option<i64>, device_name: Option<String>,
    }
    UltraloqMetadata {
        device_id: Option<String>, device_name: Option<String>, device_type: Option<String>,
        time_zone: Option<String>,
    }
    VisionlineMetadata {
        encoder_id: Option<String>,
    }
    WyzeMetadata {
        device_id: Option<String>, device_info_model: Option<String>, device_name: Option<String>,
        keypad_uuid: Option<String>, locker_status_hardlock: Option<i64>,
        product_model: Option<String>, product_name: Option<String>, product_type: Option<String>,
    }
    CodeConstraint {
        constraint_type: CodeConstraintType, max_length: Option<i64>, min_length: Option<i64>,
    }
    OfflineTimeFrameOptionTimePair {
        display_name: String, end_time: String, start_time: String,
    }
    OfflineTimeFrameOption {
        display_name: String, end_date_recurrence_rule: Option<String>,
        matching_start_end_time: Option<bool>, max_duration: Option<String>,
        min_duration: Option<String>, start_date_recurrence_rule: Option<String>,
        time_pairs: Option<Vec<OfflineTimeFrameOptionTimePair>>, time_zone: Option<String>,
    }
    ActiveThermostatScheduleError {
        created_at: Timestamp, error_code: String, message: String,
    }
    ActiveThermostatSchedule {
        climate_preset_key: String, created_at: Timestamp, device_id: String, ends_at: Timestamp,
        errors: Vec<ActiveThermostatScheduleError>, is_override_allowed: Option<bool>,
        max_override_period_minutes: Option<i64>, name: Option<String>, starts_at: Timestamp,
        thermostat_schedule_id: String, workspace_id: String,
    }
    EcobeeMetadataObject {
        climate_ref: Option<String>, is_optimized: Option<bool>,
        owner: Option<EcobeeMetadataOwner>,
    }
    AvailableClimatePreset {
        can_delete: bool, can_edit: bool, can_use_with_thermostat_daily_programs: bool,
        climate_preset_key: String, climate_preset_mode: Option<AvailableClimatePresetMode>,
        cooling_set_point_celsius: Option<f64>, cooling_set_point_fahrenheit: Option<f64>,
        display_name: String, ecobee_metadata: Option<EcobeeMetadataObject>,
        fan_mode_setting: Option<AvailableClimatePresetFanModeSetting>,
        heating_set_point_celsius: Option<f64>, heating_set_point_fahrenheit: Option<f64>,
        hvac_mode_setting: Option<AvailableClimatePresetHvacModeSetting>,
        manual_override_allowed: bool, name: Option<String>,
    }
    CurrentClimateSetting {
        can_delete: Option<bool>, can_edit: Option<bool>,
        can_use_with_thermostat_daily_programs: Option<bool>, climate_preset_key: Option<String>,
        climate_preset_mode: Option<AvailableClimatePresetMode>,
        cooling_set_point_celsius: Option<f64>, cooling_set_point_fahrenheit: Option<f64>,
        display_name: Option<String>, ecobee_metadata: Option<EcobeeMetadataObject>,
        fan_mode_setting: Option<AvailableClimatePresetFanModeSetting>,
        heating_set_point_celsius: Option<f64>, heating_set_point_fahrenheit: Option<f64>,
        hvac_mode_setting: Option<AvailableClimatePresetHvacModeSetting>,
        manual_override_allowed: Option<bool>, name: Option<String>,
    }
    TemperatureThreshold {
        lower_limit_celsius: Option<f64>, lower_limit_fahrenheit: Option<f64>,
        upper_limit_celsius: Option<f64>, upper_limit_fahrenheit: Option<f64>,
    }
    ThermostatDailyProgramPeriod {
        climate_preset_key: String, starts_at_time: String,
    }
    ThermostatDailyProgram {
        created_at: Timestamp, device_id: String, name: Option<String>,
        periods: Vec<ThermostatDailyProgramPeriod>, thermostat_daily_program_id: String,
        workspace_id: String,
    }
    ThermostatWeeklyProgram {
        created_at: Timestamp, friday_program_id: Option<String>,
        monday_program_id: Option<String>, saturday_program_id: Option<String>,
        sunday_program_id: Option<String>, thursday_program_id: Option<String>,
        tuesday_program_id: Option<String>, wednesday_program_id: Option<String>,
    }
    DeviceProperties {
        accessory_keypad: Option<AccessoryKeypad>, appearance: Appearance,
        battery: Option<Battery>, battery_level: Option<f64>,
        currently_triggering_noise_threshold_ids: Option<Vec<String>>,
        has_direct_power: Option<bool>, image_alt_text: Option<String>, image_url: Option<String>,
        manufacturer: Option<String>, model: Model, name: String,
        noise_level_decibels: Option<f64>, offline_access_codes_enabled: Option<bool>,
        online: bool, online_access_codes_enabled: Option<bool>, serial_number: Option<String>,
        supports_accessory_keypad: Option<bool>, supports_offline_access_codes: Option<bool>,
        assa_abloy_credential_service_metadata: Option<AssaAbloyCredentialServiceMetadata>,
        salto_space_credential_service_metadata: Option<SaltoSpaceCredentialServiceMetadata>,
        akiles_metadata: Option<Box<AkilesMetadata>>,
        assa_abloy_vostio_metadata: Option<AssaAbloyVostioMetadata>,
        august_metadata: Option<Box<AugustMetadata>>,
        avigilon_alta_metadata: Option<Box<AvigilonAltaMetadata>>,
        brivo_metadata: Option<BrivoMetadata>, controlbyweb_metadata: Option<ControlbywebMetadata>,
        dormakaba_oracode_metadata: Option<Box<DormakabaOracodeMetadata>>,
        ecobee_metadata: Option<EcobeeMetadata>, four_suites_metadata: Option<FourSuitesMetadata>,
        genie_metadata: Option<GenieMetadata>,
        honeywell_resideo_metadata: Option<HoneywellResideoMetadata>,
        igloo_metadata: Option<IglooMetadata>, igloohome_metadata: Option<Box<IgloohomeMetadata>>,
        keynest_metadata: Option<Box<KeynestMetadata>>, kisi_metadata: Option<Box<KisiMetadata>>,
        korelock_metadata: Option<Box<KorelockMetadata>>,
        kwikset_metadata: Option<KwiksetMetadata>, lockly_metadata: Option<LocklyMetadata>,
        minut_metadata: Option<MinutMetadata>, nest_metadata: Option<Box<NestMetadata>>,
        noiseaware_metadata: Option<Box<NoiseawareMetadata>>,
        nuki_metadata: Option<Box<NukiMetadata>>, omnitec_metadata: Option<Box<OmnitecMetadata>>,
        ring_metadata: Option<RingMetadata>, salto_ks_metadata: Option<Box<SaltoKsMetadata>>,
        salto_metadata: Option<Box<SaltoMetadata>>, schlage_metadata: Option<LocklyMetadata>,
        seam_bridge_metadata: Option<SeamBridgeMetadata>,
        sensi_metadata: Option<Box<SensiMetadata>>,
        smartthings_metadata: Option<Box<SmartthingsMetadata>>,
        tado_metadata: Option<TadoMetadata>, tedee_metadata: Option<Box<TedeeMetadata>>,
        ttlock_metadata: Option<Box<TtlockMetadata>>, two_n_metadata: Option<TwoNMetadata>,
        ultraloq_metadata: Option<Box<UltraloqMetadata>>,
        visionline_metadata: Option<VisionlineMetadata>, wyze_metadata: Option<Box<WyzeMetadata>>,
        _experimental_supported_code_from_access_codes_lengths: Option<Vec<f64>>,
        auto_lock_delay_seconds: Option<i64>, auto_lock_enabled: Option<bool>,
        backup_access_code_pool_enabled: Option<bool>,
        code_constraints: Option<Vec<CodeConstraint>>, door_open: Option<bool>,
        has_native_entry_events: Option<bool>, keypad_battery: Option<AccessoryKeypadBattery>,
        locked: Option<bool>, max_active_codes_supported: Option<i64>,
        offline_time_frame_options: Option<Vec<OfflineTimeFrameOption>>,
        online_time_frame_options: Option<Vec<OfflineTimeFrameOption>>,
        supported_code_lengths: Option<Vec<i64>>, supports_backup_access_code_pool: Option<bool>,
        active_thermostat_schedule: Option<Box<ActiveThermostatSchedule>>,
        active_thermostat_schedule_id: Option<String>,
        available_climate_preset_modes: Option<Vec<AvailableClimatePresetMode>>,
        available_climate_presets: Option<Vec<AvailableClimatePreset>>,
        available_fan_mode_settings: Option<Vec<AvailableClimatePresetFanModeSetting>>,
        available_hvac_mode_settings: Option<Vec<AvailableClimatePresetHvacModeSetting>>,
        current_climate_setting: Option<Box<CurrentClimateSetting>>,
        default_climate_setting: Option<Box<CurrentClimateSetting>>,
        fallback_climate_preset_key: Option<String>,
        fan_mode_setting: Option<AvailableClimatePresetFanModeSetting>, is_cooling: Option<bool>,
        is_fan_running: Option<bool>, is_heating: Option<bool>,
        is_temporary_manual_override_active: Option<bool>,
        max_cooling_set_point_celsius: Option<f64>, max_cooling_set_point_fahrenheit: Option<f64>,
        max_heating_set_point_celsius: Option<f64>, max_heating_set_point_fahrenheit: Option<f64>,
        max_thermostat_daily_program_periods_per_day: Option<i64>,
        max_unique_climate_presets_per_thermostat_weekly_program: Option<i64>,
        min_cooling_set_point_celsius: Option<f64>, min_cooling_set_point_fahrenheit: Option<f64>,
        min_heating_cooling_delta_celsius: Option<f64>,
        min_heating_cooling_delta_fahrenheit: Option<f64>,
        min_heating_set_point_celsius: Option<f64>, min_heating_set_point_fahrenheit: Option<f64>,
        relative_humidity: Option<f64>, temperature_celsius: Option<f64>,
        temperature_fahrenheit: Option<f64>,
        temperature_threshold: Option<Box<TemperatureThreshold>>,
        thermostat_daily_program_period_precision_minutes: Option<i64>,
        thermostat_daily_programs: Option<Vec<ThermostatDailyProgram>>,
        thermostat_weekly_program: Option<Box<ThermostatWeeklyProgram>>,
    }
    DeviceWarning {
        created_at: Timestamp, message: String, warning_code: DeviceWarningCode,
        active_access_code_count: Option<i64>, max_active_access_code_count: Option<i64>,
    }
    Device {
        can_configure_auto_lock: Option<bool>, can_hvac_cool: Option<bool>,
        can_hvac_heat: Option<bool>, can_hvac_heat_cool: Option<bool>,
        can_program_offline_access_codes: Option<bool>,
        can_program_online_access_codes: Option<bool>,
        can_program_thermostat_programs_as_different_each_day: Option<bool>,
        can_program_thermostat_programs_as_same_each_day: Option<bool>,
        can_program_thermostat_programs_as_weekday_weekend: Option<bool>,
        can_remotely_lock: Option<bool>, can_remotely_unlock: Option<bool>,
        can_run_thermostat_programs: Option<bool>, can_simulate_connection: Option<bool>,
        can_simulate_disconnection: Option<bool>, can_simulate_hub_connection: Option<bool>,
        can_simulate_hub_disconnection: Option<bool>, can_simulate_paid_subscription: Option<bool>,
        can_simulate_removal: Option<bool>, can_turn_off_hvac: Option<bool>,
        can_unlock_with_code: Option<bool>,
        capabilities_supported: Vec<DeviceCapabilitiesSupported>, connected_account_id: String,
        created_at: Timestamp, custom_metadata: BTreeMap<String, Value>, device_id: String,
        device_manufacturer: Option<DeviceManufacturer>,
        device_provider: Option<Box<DeviceProvider>>, device_type: DeviceType,
        display_name: String, errors: Vec<DeviceError>, is_managed: bool,
        location: Option<DeviceLocation>, nickname: Option<String>,
        properties: Box<DeviceProperties>,
        space_ids: Vec<String>, warnings: Vec<DeviceWarning>, workspace_id: String,
    }
}
