//! Lists the access codes on a lock that Seam does not manage, says what is wrong with them, and
//! unlocks the door.
//!
//! ```text
//! SEAM_API_KEY=seam_… cargo run --example unmanaged_access_codes -- DEVICE_ID
//! ```
//!
//! Without an argument, the device is the one that `SEAM_DEVICE_ID` names.

use std::env;
use std::process;

use seam_api::{Seam, types::AccessCodeErrorKind};

#[tokio::main]
async fn main() -> Result<(), seam_api::Error> {
    let Some(device_id) = env::args()
        .nth(1)
        .or_else(|| env::var("SEAM_DEVICE_ID").ok())
    else {
        eprintln!("which device? Give its id as an argument, or in SEAM_DEVICE_ID.");
        process::exit(2);
    };
    let seam = Seam::from_env()?; // SEAM_API_KEY, SEAM_ENDPOINT

    // One page. Required parameters are arguments, optional ones are setters.
    let page = seam
        .access_codes()
        .unmanaged()
        .list(&device_id)
        .limit(50)
        .send()
        .await?;
    println!("{} codes, more: {}", page.items.len(), page.has_next_page());

    // Every item of every page, in constant memory.
    let mut codes = seam.access_codes().unmanaged().list(&device_id).stream();
    while let Some(code) = codes.try_next().await? {
        println!(
            "{}: {}",
            code.access_code_id,
            code.name.as_deref().unwrap_or("unnamed")
        );
        for error in &code.errors {
            match &error.kind {
                AccessCodeErrorKind::DeviceDisconnected => println!("  offline: {}", error.message),
                AccessCodeErrorKind::Unknown(unknown) => {
                    println!("  new code {}: {}", unknown.tag(), error.message);
                }
                other => println!("  {}: {}", other.as_str(), error.message),
            }
        }
    }

    // A long-running action, awaited to its typed result.
    let attempt = seam.locks().unlock_door(&device_id).wait().await?;
    println!("{}: {}", attempt.action_type, attempt.state.as_str());
    Ok(())
}
