//! Access codes.

use jiff::Timestamp;

words! {
    AccessCodeErrorCode {
        ProviderIssue = "provider_issue", FailedToSetOnDevice = "failed_to_set_on_device",
        FailedToRemoveFromDevice = "failed_to_remove_from_device",
        DuplicateCodeOnDevice = "duplicate_code_on_device",
        NoSpaceForAccessCodeOnDevice = "no_space_for_access_code_on_device",
        ConflictingExternalModification = "conflicting_external_modification",
        AccessCodeInactive = "access_code_inactive",
        InsufficientPermissions = "insufficient_permissions",
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
        AugustDeviceProgrammingDelay = "august_device_programming_delay",
        AugustLockInvalidCodeLength = "august_lock_invalid_code_length",
        AugustLockMissingKeypad = "august_lock_missing_keypad",
        AugustLockTemporarilyOffline = "august_lock_temporarily_offline",
        CodeModifiedExternalToSeam = "code_modified_external_to_seam",
        DormakabaOracodeInvalidTimeRange = "dormakaba_oracode_invalid_time_range",
        DuplicateCodeAttemptPrevented = "duplicate_code_attempt_prevented",
        KeynestUnsupportedThirdPartyLocker = "keynest_unsupported_third_party_locker",
        KwiksetInsufficientPermissions = "kwikset_insufficient_permissions",
        KwiksetUnableToConfirmCode = "kwikset_unable_to_confirm_code",
        KwiksetUnableToConfirmDeletion = "kwikset_unable_to_confirm_deletion",
        ReplacedByNewerAccessCode = "replaced_by_newer_access_code",
        SaltoKsUserNotSubscribed = "salto_ks_user_not_subscribed",
        SmartthingsFailedToSetAccessCode = "smartthings_failed_to_set_access_code",
        SmartthingsFailedToSetAfterMultipleRetries = "smartthings_failed_to_set_after_multiple_retries",
        SmartthingsNoFreeSlotsAvailable = "smartthings_no_free_slots_available",
        WyzeDuplicateCodeName = "wyze_duplicate_code_name",
        WyzePotentialDuplicateCode = "wyze_potential_duplicate_code",
        AugustLockMissingBridge = "august_lock_missing_bridge",
        LocklyMissingWifiBridge = "lockly_missing_wifi_bridge",
        TtlockLockNotPairedToGateway = "ttlock_lock_not_paired_to_gateway",
    }
    AccessCodeErrorChangeType {
        Modified = "modified", Removed = "removed",
    }
    AccessCodePendingMutationCode {
        Creating = "creating", DeferringCreation = "deferring_creation", Deleting = "deleting",
        UpdatingCode = "updating_code", UpdatingName = "updating_name",
        UpdatingTimeFrame = "updating_time_frame",
    }
    AccessCodeStatus {
        Setting = "setting", Set = "set", Unset = "unset", Removing = "removing",
        Unknown = "unknown",
    }
    AccessCodeType {
        TimeBound = "time_bound", Ongoing = "ongoing",
    }
    AccessCodeWarningCode {
        CodeRotatesPeriodically = "code_rotates_periodically",
        TimeFrameAdjustedForUnknownTimeZone = "time_frame_adjusted_for_unknown_time_zone",
        ExternalModificationInEffect = "external_modification_in_effect",
        DelayInSettingOnDevice = "delay_in_setting_on_device",
        DelayInRemovingFromDevice = "delay_in_removing_from_device",
        ThirdPartyIntegrationDetected = "third_party_integration_detected",
        IglooAlgopinMustBeUsedWithin24Hours = "igloo_algopin_must_be_used_within_24_hours",
        ManagementTransferred = "management_transferred",
        UsingBackupAccessCode = "using_backup_access_code", BeingDeleted = "being_deleted",
        UnknownIssueWithAccessCode = "unknown_issue_with_access_code",
        AugustDeviceProgrammingDelay = "august_device_programming_delay",
        AugustLockTemporarilyOffline = "august_lock_temporarily_offline",
        CodeModifiedExternalToSeam = "code_modified_external_to_seam",
        KwiksetUnableToConfirmCode = "kwikset_unable_to_confirm_code",
        SchlageAccessCodeAmbiguousTimezoneDstRisk = "schlage_access_code_ambiguous_timezone_dst_risk",
        SchlageCreationOutage = "schlage_creation_outage",
        SchlageDetectedDuplicate = "schlage_detected_duplicate",
        SmartthingsFailedToSetAccessCode = "smartthings_failed_to_set_access_code",
        UltraloqAccessCodeDisabled = "ultraloq_access_code_disabled",
    }
}

objects! {
    DormakabaOracodeMetadataObject {
        is_cancellable: Option<bool>, is_early_checkin_able: Option<bool>,
        is_extendable: Option<bool>, is_overridable: Option<bool>, site_name: Option<String>,
        stay_id: Option<i64>, user_level_id: Option<String>, user_level_name: Option<String>,
    }
    AccessCodeErrorModifiedField {
        field: String, from: Option<String>, to: Option<String>,
    }
    AccessCodeError {
        created_at: Option<Timestamp>, error_code: AccessCodeErrorCode,
        is_access_code_error: Option<bool>, message: String,
        managed_access_code_id: Option<String>, unmanaged_access_code_id: Option<String>,
        change_type: Option<AccessCodeErrorChangeType>,
        modified_fields: Option<Vec<AccessCodeErrorModifiedField>>,
        is_connected_account_error: Option<bool>, is_device_error: Option<bool>,
        is_bridge_error: Option<bool>,
    }
    AccessCodePendingMutationFrom {
        code: Option<String>, name: Option<String>, ends_at: Option<Timestamp>,
        starts_at: Option<Timestamp>,
    }
    AccessCodePendingMutation {
        created_at: Timestamp, message: String, mutation_code: AccessCodePendingMutationCode,
        scheduled_at: Option<Timestamp>, from: Option<Box<AccessCodePendingMutationFrom>>,
        to: Option<Box<AccessCodePendingMutationFrom>>,
    }
    AccessCodeWarning {
        created_at: Option<Timestamp>, message: String, warning_code: AccessCodeWarningCode,
        change_type: Option<AccessCodeErrorChangeType>,
        modified_fields: Option<Vec<AccessCodeErrorModifiedField>>,
    }
    AccessCode {
        access_code_id: String, code: Option<String>, common_code_key: Option<String>,
        created_at: Timestamp, device_id: String,
        dormakaba_oracode_metadata: Option<Box<DormakabaOracodeMetadataObject>>,
        ends_at: Option<Timestamp>, errors: Vec<AccessCodeError>, is_backup: Option<bool>,
        is_backup_access_code_available: bool, is_external_modification_allowed: bool,
        is_managed: bool, is_offline_access_code: bool, is_one_time_use: bool,
        is_scheduled_on_device: Option<bool>, is_waiting_for_code_assignment: Option<bool>,
        name: Option<String>, pending_mutations: Vec<AccessCodePendingMutation>,
        pulled_backup_access_code_id: Option<String>, starts_at: Option<Timestamp>,
        status: AccessCodeStatus, r#type: AccessCodeType, warnings: Vec<AccessCodeWarning>,
        workspace_id: String,
    }
}
