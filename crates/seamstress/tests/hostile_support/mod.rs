//! Hostile documents, and the crates that they become.

mod openapi;
mod payloads;
mod swagger;

use std::cell::RefCell;
use std::sync::OnceLock;

use serde_json::Value;

use super::golden_support::{Generated, config, try_generate};
use payloads::{PAYLOADS, fill};

type Dialect = fn(&dyn Fn(&str) -> String) -> Value;

const DIALECTS: [(&str, Dialect); 3] = [
    ("3-0", openapi::openapi_3_0),
    ("3-1", openapi::openapi_3_1),
    ("2-0", swagger::swagger_2_0),
];

/// How many of the payloads each place gets by itself. The others it gets in company.
const ALONE: usize = 1;

/// The crates of all documents: every payload in all places of a document at once, in every
/// dialect, and some in a single place of a document that is plain otherwise. In company a
/// payload may hide behind another one that was refused before it.
pub(crate) fn all() -> &'static [Generated] {
    static ALL: OnceLock<Vec<Generated>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Vec::new();
        for (dialect, document) in DIALECTS {
            for (name, payload) in PAYLOADS {
                let name = format!("{dialect}-{name}");
                all.push(crate_of(&name, document, &|place| fill(payload, place)));
            }
            for (number, chosen) in places(document).into_iter().enumerate() {
                for turn in 0..ALONE {
                    let (name, payload) = PAYLOADS[(number * 7 + turn) % PAYLOADS.len()];
                    let at = |place: &str| match place == chosen {
                        true => fill(payload, place),
                        false => place.to_owned(),
                    };
                    let place = chosen.replace('_', "-");
                    let name = format!("{dialect}-{name}-as-{place}");
                    all.push(crate_of(&name, document, &at));
                }
            }
        }
        all
    })
}

/// A crate of a document without any harm in it.
pub(crate) fn plain() -> Generated {
    crate_of("plain", openapi::openapi_3_0, &|_| "plain".to_owned())
}

/// The names of all places of a document, in order.
fn places(document: Dialect) -> Vec<String> {
    let places = RefCell::new(Vec::new());
    document(&|place| {
        let mut places = places.borrow_mut();
        if !places.iter().any(|known| known == place) {
            places.push(place.to_owned());
        }
        place.to_owned()
    });
    places.into_inner()
}

/// The crate of a document, and of a configuration that holds `at(place)` in every place too.
#[track_caller]
fn crate_of(name: &str, document: Dialect, at: &dyn Fn(&str) -> String) -> Generated {
    let text = |place: &str| Value::from(at(place)).to_string();
    let settings = format!(
        "[client.environment]\nbase-url = [\"CANARY_URL\"]\n\
         [[client.credentials]]\nname = \"key\"\nschemes = [\"key\"]\nenvironment = \"CANARY_KEY\"\n\
         [client.error]\nobject = {}\nkind = \"type\"\n\
         [operations]\nresponse-key = \"x-key\"\ndeprecated = \"x-reason\"\n\
         [pagination]\ncursor-parameter = {}\ninfo = {}\nnext-cursor = {}\n",
        text("error"),
        text("cursor"),
        text("info"),
        text("next"),
    );
    let name = format!("hostile-{name}");
    let mut config = config(&name, &settings);
    config.package.description = Some(at("package_description"));
    config.package.license = Some(at("license"));
    config.package.repository = Some(at("repository"));
    config.package.homepage = Some(at("homepage"));
    config.package.keywords = vec![at("keyword")];
    config.document.command = at("command");
    config.client.credentials[0].description = Some(at("credential"));
    config.client.base_url = Some(at("base_url"));
    let document = document(at).to_string();
    try_generate(&name, &document, &config).unwrap_or_else(|refusal| panic!("{name}: {refusal}"))
}
