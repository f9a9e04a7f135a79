//! What an error of waiting carries: the last state of the action that was waited for.

use std::any::Any;

use serde_json::Value;

use crate::json::{self, Json};

/// Why a long-running action failed, in the API's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionFailure {
    pub(crate) code: String,
    pub(crate) message: String,
}

impl ActionFailure {
    /// Which failure it is, for programs.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What went wrong, for people.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// The last state seen of an action: typed for those who know its type, and as JSON.
pub(crate) struct Action {
    pub(crate) failure: Option<ActionFailure>,
    pub(crate) state: Box<dyn Any + Send + Sync>,
    pub(crate) json: Value,
}

impl Action {
    pub(crate) fn new<T: Json + Send + Sync + 'static>(
        state: T,
        failure: Option<ActionFailure>,
    ) -> Self {
        Self {
            json: json::to_value(&state),
            failure,
            state: Box::new(state),
        }
    }
}
