//! What programs could build or match they no longer can.

#[non_exhaustive]
pub enum Mood {
    Calm,
}

#[non_exhaustive]
pub struct Pet {
    pub name: String,
}
