//! The formats of strings: what they look like, and how one is drawn.
//!
//! A format is an annotation (JSON Schema 2020-12 validation, section 7), but clients read a
//! `date-time` as such: samples keep to the formats that are known, and unknown ones say nothing.

use crate::rng::Rng;

/// A format that is known.
#[derive(Debug)]
pub(crate) struct Format {
    names: &'static [&'static str],
    /// What all its texts match: strict enough to tell formats apart, not to judge them in full.
    pub(crate) pattern: &'static str,
    /// Texts worth trying, each for another reason. `#` stands for a random digit from 1 to 8, and
    /// `$` for a random letter from a to f, so that texts differ from each other.
    pub(crate) samples: &'static [&'static str],
}

const DATE_TIME: &str =
    r"^\d{4}-(0\d|1[0-2])-[0-3]\d[Tt][0-2]\d:[0-5]\d:[0-6]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$";
const DURATION: &str = r"^P(\d+W|(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)$";
const HOSTNAME: &str = r"^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$";

/// The formats of OpenAPI 3.0 and JSON Schema that restrict texts.
static FORMATS: [Format; 16] = [
    Format {
        names: &["uuid"],
        pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
        samples: &["#$#$#$#$-#$$#-4$#$-9#$#-$#$#$####$$#"],
    },
    // RFC 3339, section 5.6: fractions of any precision, and offsets beside `Z`.
    Format {
        names: &["date-time"],
        pattern: DATE_TIME,
        samples: &[
            "202#-0#-1#T1#:2#:3#Z",
            "202#-0#-1#T1#:2#:3#.###Z",
            "202#-0#-2#T0#:4#:5#.######+05:30",
            "1970-01-01T00:00:0#Z",
            "2024-02-29T23:59:5#-08:00",
        ],
    },
    Format {
        names: &["date"],
        pattern: r"^\d{4}-(0\d|1[0-2])-[0-3]\d$",
        samples: &["202#-0#-1#", "2024-02-29", "19#0-01-01"],
    },
    Format {
        names: &["time"],
        pattern: r"^[0-2]\d:[0-5]\d:[0-6]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$",
        samples: &["1#:2#:3#Z", "0#:4#:5#.###+02:00", "00:00:0#Z"],
    },
    // RFC 3339, appendix A.
    Format {
        names: &["duration"],
        pattern: DURATION,
        samples: &["P#D", "PT#H3#M", "P#Y2M1#DT#H5M6S", "P#W", "PT0S"],
    },
    Format {
        names: &["email", "idn-email"],
        pattern: r"^[^@\s]+@[^@\s]+$",
        samples: &["jane#@example.com", "o'hara.##+tag@mail.example.co.uk"],
    },
    Format {
        names: &["uri", "url", "iri"],
        pattern: r"^[A-Za-z][A-Za-z0-9+.-]*:\S+$",
        samples: &[
            "https://example.com/a/##",
            "https://user@example.com:8443/%C3%A9/##?q=a&r=b%20c",
            "urn:example:##",
        ],
    },
    Format {
        names: &["uri-reference", "iri-reference"],
        pattern: r"^\S*$",
        samples: &["/a/##?b=c", "https://example.com/##"],
    },
    Format {
        names: &["uri-template"],
        pattern: r"^[^\s]*$",
        samples: &["/a/{id}/##"],
    },
    Format {
        names: &["hostname", "idn-hostname"],
        pattern: HOSTNAME,
        samples: &["host##.example.com", "localhost", "xn--bcher-kva.example"],
    },
    Format {
        names: &["ipv4"],
        pattern: r"^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.|$)){4}$",
        samples: &["192.0.2.1##", "10.#.#.#", "255.255.255.255"],
    },
    Format {
        names: &["ipv6"],
        pattern: r"^(?=.*:.*:)[0-9a-fA-F:]{2,39}(\.\d+){0,3}$",
        samples: &["2001:db8::$#", "::1", "fe80:0:0:0:$#$#:#:$$$$:###"],
    },
    // RFC 4648, section 4, with the padding that OpenAPI asks for.
    Format {
        names: &["byte"],
        pattern: "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
        samples: &["U2VhbXN0cmVz$w==", "$#$#", "", "/+8=", "AAEC$#$="],
    },
    Format {
        names: &["json-pointer"],
        pattern: "^(/.*)?$",
        samples: &["/a~1b/##", ""],
    },
    Format {
        names: &["relative-json-pointer"],
        pattern: r"^\d+(#|/.*)?$",
        samples: &["1/a/##"],
    },
    Format {
        names: &["regex"],
        pattern: "",
        samples: &["^a{##}$"],
    },
];

impl Format {
    /// The format of a name, if it is known.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.names.contains(&name))
    }

    /// Which of the formats that are known this is.
    pub(crate) fn number(&self) -> usize {
        let is_this = |format: &Self| format.names == self.names;
        FORMATS.iter().position(is_this).unwrap_or(FORMATS.len())
    }

    /// A text like the sample at the index.
    pub(crate) fn draw(&self, index: usize, rng: &mut Rng) -> String {
        let sample = self.samples.get(index).copied().unwrap_or_default();
        let draw = |character| match character {
            '#' => rng
                .pick(&['1', '2', '3', '4', '5', '6', '7', '8'])
                .copied()
                .unwrap_or('1'),
            '$' => rng
                .pick(&['a', 'b', 'c', 'd', 'e', 'f'])
                .copied()
                .unwrap_or('a'),
            other => other,
        };
        sample.chars().map(draw).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::Pattern;

    #[test]
    fn samples_are_of_their_format() {
        let mut rng = Rng::new(1, "formats");
        for format in &FORMATS {
            let pattern = Pattern::new(format.pattern).unwrap();
            for index in 0..format.samples.len() {
                for _ in 0..20 {
                    let text = format.draw(index, &mut rng);
                    assert!(pattern.accepts(&text), "{text} is no {:?}", format.names);
                }
            }
        }
    }
}
