//! Samples: a call of an operation, what has to be sent for it, and what comes back.

use serde_json::Value;

use super::OperationId;

/// A call of an operation, what has to be sent for it, and what comes back.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// The operation.
    pub operation: OperationId,
    /// Who calls.
    pub caller: SampleCaller,
    /// What is given: places in [`Operation::parameters`](super::Operation::parameters), and
    /// values as JSON. [`Type::Content`](super::Type::Content) is text here.
    pub arguments: Vec<(usize, Value)>,
    /// The path, with every parameter in it percent-encoded.
    pub path: String,
    /// The parameters of the query, decoded; nothing where their form is not foreseen.
    pub query: Option<Vec<(String, String)>>,
    /// The parameters in headers.
    pub headers: Vec<(String, String)>,
    /// The parameters in cookies, decoded.
    pub cookies: Vec<(String, String)>,
    /// The body.
    pub body: SampleBody,
    /// The status of the answer.
    pub status: u16,
    /// The body of the answer; nothing where it has none.
    pub answer: Option<Value>,
    /// What of it the caller gets; nothing where that cannot be compared.
    pub result: Option<Value>,
}

/// Who makes a sampled call: a client, and the credentials that it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SampleCaller {
    /// The place in [`Api::restricted`](super::Api::restricted); nothing for the main client.
    pub restricted: Option<usize>,
    /// The places among the credentials of that client, which together suffice.
    pub credentials: Vec<usize>,
}

/// What has to be sent in a body.
#[derive(Clone, Debug, PartialEq)]
pub enum SampleBody {
    /// Nothing, or nothing that tells anything.
    None,
    /// This JSON.
    Json(Value),
    /// The fields of a form, decoded.
    Form(Vec<(String, String)>),
    /// Parts.
    Parts(Vec<SamplePart>),
    /// Content that is sent as it is.
    Content {
        /// Its media type, where the document names one.
        media: Option<String>,
        /// What it is, which here is text.
        text: String,
    },
}

/// One part of a body that has parts (RFC 7578).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SamplePart {
    /// Its name.
    pub name: String,
    /// The name of the file that it is.
    pub file_name: Option<String>,
    /// Its media type; nothing where it is plain text by default.
    pub media: Option<String>,
    /// What it holds, which here is text.
    pub text: String,
}
