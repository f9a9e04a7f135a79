//! Prints the dogs of a pet store: `build-script [BASE_URL]`.
//!
//! The client is the module `pets`, which `build.rs` makes of `openapi.yaml`.

include!(concat!(env!("OUT_DIR"), "/pets.rs"));

use pets::PetStoreApi;
use pets::types::Kind;

#[tokio::main]
async fn main() -> Result<(), pets::Error> {
    let mut builder = PetStoreApi::builder().api_key("a key of yours");
    if let Some(url) = std::env::args().nth(1) {
        builder = builder.base_url(url);
    }
    let store = builder.build()?;
    for pet in store.pets().list(Kind::Dog).limit(10).send().await? {
        println!("{} ({})", pet.name, pet.kind);
    }
    Ok(())
}
