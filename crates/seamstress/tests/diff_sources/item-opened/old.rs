//! What programs could build or match they no longer can.

pub enum Mood {
    Calm,
}

pub struct Pet {
    pub name: String,
}
