//! The least program that is of use: it lists the access codes of a device.
//!
//! `cargo xtask bench compile` measures how long it takes to build from nothing.

use seam_api::Seam;

#[tokio::main]
async fn main() -> Result<(), seam_api::Error> {
    let device_id = std::env::args().nth(1).unwrap_or_default();
    let seam = Seam::from_env()?;
    let mut codes = seam.access_codes().list().device_id(device_id).stream();
    while let Some(code) = codes.try_next().await? {
        println!("{} {}", code.access_code_id, code.code.unwrap_or_default());
    }
    Ok(())
}
