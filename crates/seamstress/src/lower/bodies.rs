//! Bodies: how what an operation is sent beside path, query and headers is written.

use crate::api::{BodyFormat, Location, Method, Parameter};

/// How the body is written, where all its members are parameters.
pub(super) fn format(method: Method, parameters: &[Parameter]) -> BodyFormat {
    let any = |location| parameters.iter().any(|p| p.location == location);
    let takes_body = matches!(method, Method::Post | Method::Put | Method::Patch);
    match any(Location::Body) || (takes_body && !any(Location::Query)) {
        true => BodyFormat::Json { media: None },
        false => BodyFormat::None,
    }
}
