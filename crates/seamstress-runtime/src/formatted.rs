//! Texts of a format: dates, times of day, durations, and bytes.
//!
//! Each keeps the text as the server wrote it, and writes it back so; what it means is asked for
//! when it is needed. Servers send texts that are not of the format that their description
//! promises, so none is refused: reading one from an answer records a correction.

mod base64;

use jiff::Span;
use jiff::civil;

/// Defines a text of a format.
macro_rules! formatted {
    ($(#[$meta:meta])* $name:ident, $expected:literal) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Box<str>);

        impl $name {
            /// The text as the server writes it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl From<&$name> for $name {
            fn from(value: &$name) -> Self {
                value.clone()
            }
        }

        impl crate::json::Json for $name {
            fn read(
                &mut self,
                reader: &mut crate::json::Reader<'_>,
            ) -> Result<(), crate::json::ReadError> {
                let text = reader.string()?;
                *self = Self(text.as_ref().into());
                if !self.is_valid() {
                    let kind = crate::json::CorrectionKind::InvalidFormat;
                    reader.note(kind, $expected, &text);
                }
                Ok(())
            }

            fn write(&self, writer: &mut crate::json::Writer) {
                writer.string(&self.0);
            }
        }

        crate::__text!($name);
        crate::__serde!($name);
    };
}

formatted! {
    /// A day of the calendar, without a time (`full-date` of RFC 3339, section 5.6).
    ///
    /// ```
    /// use seamstress_runtime::CalendarDate;
    /// use seamstress_runtime::jiff::civil::date;
    ///
    /// let day = CalendarDate::from(date(2026, 2, 28));
    /// assert_eq!(day.as_str(), "2026-02-28");
    /// assert_eq!(day.date(), Some(date(2026, 2, 28)));
    /// assert_eq!(CalendarDate::from("soon").date(), None);
    /// ```
    CalendarDate, "a date of RFC 3339"
}

impl CalendarDate {
    /// The day; nothing where the text is none.
    #[must_use]
    pub fn date(&self) -> Option<civil::Date> {
        let is_full = self.0.len() == 10 && self.0.is_ascii();
        self.0.parse().ok().filter(|_| is_full)
    }

    fn is_valid(&self) -> bool {
        self.date().is_some()
    }
}

impl From<civil::Date> for CalendarDate {
    fn from(date: civil::Date) -> Self {
        Self::from(date.to_string())
    }
}

formatted! {
    /// A time of day (`full-time` of RFC 3339, section 5.6, and the same without an offset).
    ///
    /// ```
    /// use seamstress_runtime::TimeOfDay;
    /// use seamstress_runtime::jiff::civil::time;
    ///
    /// assert_eq!(TimeOfDay::from("16:54:17+02:00").time(), Some(time(16, 54, 17, 0)));
    /// assert_eq!(TimeOfDay::from(time(9, 30, 0, 0)).as_str(), "09:30:00");
    /// ```
    TimeOfDay, "a time of RFC 3339"
}

impl TimeOfDay {
    /// The time as a clock at that place shows it; nothing where the text is none.
    #[must_use]
    pub fn time(&self) -> Option<civil::Time> {
        let local = self.0.trim_end_matches(['Z', 'z']);
        let local = local.get(..local.rfind(['+', '-']).unwrap_or(local.len()))?;
        local.parse().ok().filter(|_| local.contains(':'))
    }

    fn is_valid(&self) -> bool {
        self.time().is_some()
    }
}

impl From<civil::Time> for TimeOfDay {
    fn from(time: civil::Time) -> Self {
        Self::from(time.to_string())
    }
}

formatted! {
    /// A span of time (ISO 8601, as in RFC 3339, appendix A).
    ///
    /// ```
    /// use seamstress_runtime::IsoDuration;
    /// use seamstress_runtime::jiff::ToSpan;
    ///
    /// let span = IsoDuration::from("P1DT2H").span();
    /// assert_eq!(span.map(|span| span.get_hours()), Some(2));
    /// assert_eq!(IsoDuration::from(90.minutes()).as_str(), "PT90M");
    /// ```
    IsoDuration, "a duration of ISO 8601"
}

impl IsoDuration {
    /// The span; nothing where the text is none.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        let is_iso = self
            .0
            .trim_start_matches(['-', '+'])
            .starts_with(['P', 'p']);
        self.0.parse().ok().filter(|_| is_iso)
    }

    fn is_valid(&self) -> bool {
        self.span().is_some()
    }
}

impl From<Span> for IsoDuration {
    fn from(span: Span) -> Self {
        Self::from(span.to_string())
    }
}

formatted! {
    /// Bytes, as text in base64 (RFC 4648, section 4).
    ///
    /// ```
    /// use seamstress_runtime::Base64;
    ///
    /// let bytes = Base64::from(b"seam".as_slice());
    /// assert_eq!(bytes.as_str(), "c2VhbQ==");
    /// assert_eq!(bytes.decode(), Some(b"seam".to_vec()));
    /// assert_eq!(Base64::from("?").decode(), None);
    /// ```
    Base64, "base64 of RFC 4648"
}

impl Base64 {
    /// The bytes; nothing where the text is no base64. The alphabet for addresses, missing padding
    /// and line breaks are taken too.
    #[must_use]
    pub fn decode(&self) -> Option<Vec<u8>> {
        base64::decode(&self.0)
    }

    fn is_valid(&self) -> bool {
        self.decode().is_some()
    }
}

impl From<&[u8]> for Base64 {
    fn from(bytes: &[u8]) -> Self {
        Self::from(base64::encode(bytes))
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self::from(bytes.as_slice())
    }
}
