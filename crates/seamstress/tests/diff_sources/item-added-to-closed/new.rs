//! What was all named can be matched without a rest, and built.

pub enum Mood {
    Calm,
    Sleepy,
    Wild,
}

pub struct Pet {
    pub age: u8,
    pub name: String,
}
