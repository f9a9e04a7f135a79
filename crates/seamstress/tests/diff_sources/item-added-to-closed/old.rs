//! What was all named can be matched without a rest, and built.

pub enum Mood {
    Calm,
    Wild,
}

pub struct Pet {
    pub name: String,
}
