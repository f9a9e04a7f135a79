//! Makes the module `pets` of `openapi.yaml`, and again whenever that changes.

fn main() {
    seamstress::build::Generator::new("openapi.yaml")
        .module("pets")
        .run();
}
