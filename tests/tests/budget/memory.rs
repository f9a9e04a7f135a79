//! How large objects are in memory: a page holds thousands of them, one beside the other.
#![cfg(target_pointer_width = "64")]

use std::mem::size_of;

use seam_api::types::{AccessCode, AccessCodeError, Device, DeviceError, Event};

use crate::at_most;

const ADVICE: &str = "A large member that most objects do not have belongs into a box \
                      (`rust/` decides which are).";

#[test]
fn device() {
    at_most(496, "bytes of a `Device`", size_of::<Device>(), ADVICE);
    at_most(
        96,
        "bytes of a `DeviceError`",
        size_of::<DeviceError>(),
        ADVICE,
    );
}

#[test]
fn access_code() {
    at_most(
        480,
        "bytes of an `AccessCode`",
        size_of::<AccessCode>(),
        ADVICE,
    );
    let error = size_of::<AccessCodeError>();
    at_most(128, "bytes of an `AccessCodeError`", error, ADVICE);
}

#[test]
fn event() {
    at_most(448, "bytes of an `Event`", size_of::<Event>(), ADVICE);
}
