//! Samples: a call of an operation, what has to be sent for it, and what comes back.

use serde_json::Value;

use super::OperationId;

/// A call of an operation, what has to be sent for it, and what comes back.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// The operation.
    pub operation: OperationId,
    /// What is given: places in [`Operation::parameters`](super::Operation::parameters), and
    /// values as JSON.
    pub arguments: Vec<(usize, Value)>,
    /// The path, with every parameter in it percent-encoded.
    pub path: String,
    /// The parameters of the query, decoded; nothing where their form is not foreseen.
    pub query: Option<Vec<(String, String)>>,
    /// The parameters in headers.
    pub headers: Vec<(String, String)>,
    /// The body; nothing where there is none, or its form is not foreseen.
    pub body: Option<Value>,
    /// The status of the answer.
    pub status: u16,
    /// The body of the answer; nothing where it has none.
    pub answer: Option<Value>,
    /// What of it the caller gets; nothing where that cannot be compared.
    pub result: Option<Value>,
}
