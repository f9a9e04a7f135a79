//! `[names] lock`: whether names are remembered, and where.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// Where names are remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Written")]
#[non_exhaustive]
pub enum LockSetting {
    /// Beside the configuration, under its name with the ending `lock`; nowhere where there is no
    /// configuration file.
    #[default]
    Beside,
    /// Nowhere.
    Off,
    /// In this file.
    File(PathBuf),
}

#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "the lock is the path of a file, or `false` for none"
)]
enum Written {
    Switch(bool),
    File(PathBuf),
}

impl From<Written> for LockSetting {
    fn from(written: Written) -> Self {
        match written {
            Written::Switch(true) => Self::Beside,
            Written::Switch(false) => Self::Off,
            Written::File(path) => Self::File(path),
        }
    }
}

impl LockSetting {
    /// The file, where there is one.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Beside | Self::Off => None,
        }
    }

    /// The same for the configuration file `config`.
    pub(super) fn resolve(&mut self, config: &Path) {
        match self {
            Self::Beside => *self = Self::File(config.with_extension("lock")),
            Self::File(path) => {
                *path = config.parent().unwrap_or(Path::new("")).join(&*path);
            }
            Self::Off => {}
        }
    }
}
