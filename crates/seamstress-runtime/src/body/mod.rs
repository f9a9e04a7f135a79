//! Bodies of requests: what a caller gives, and how it is written.

mod boundary;
#[cfg(feature = "tokio")]
mod file;
mod form;
mod multipart;
mod upload;

pub(crate) use form::write as write_form;
pub(crate) use multipart::write as write_multipart;
pub use upload::Upload;

/// How a member of a form, or a part of a `multipart/form-data` body, is written where that is
/// not as [`Body`](crate::Body) says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Encoding {
    /// A part of this media type: JSON where the media type says so, and else text.
    Media(&'static str),
    /// The way to each value in brackets: `a[b][c]=`, `a[]=` in lists, and `a[0][b]=` in lists
    /// of objects.
    Nested,
    /// The members of an object are fields of their own.
    Spread,
    /// The elements of a list are one text, with this between.
    Joined(&'static str),
    /// JSON text.
    Json,
    /// A list repeats the name.
    Repeated,
}
