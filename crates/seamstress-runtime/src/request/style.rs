//! How a parameter is written, where it is not written as most are.

/// How one parameter of an operation is written.
///
/// Parameters without one are written in the default style of their place: in the path and in
/// headers `simple`, in the query and in cookies `form` with one pair per element. The styles are
/// those of OpenAPI (3.0.4, section 4.7.12, "Style Values"), most of which are expressions of RFC 6570.
///
/// ```
/// use seamstress_runtime::{Operation, ParameterStyle};
///
/// static LIST: Operation = Operation {
///     name: "shirts.list",
///     path: "/shirts{color}",
///     styles: &[
///         ParameterStyle::path("color").matrix(),
///         ParameterStyle::query("size").deep_object(),
///     ],
///     ..Operation::DEFAULT
/// };
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParameterStyle {
    place: Place,
    name: &'static str,
    pub(super) layout: Layout,
    /// Whether every element and every member stands for itself.
    pub(super) explode: bool,
    /// Whether characters with a meaning in addresses are left as they are.
    pub(super) reserved: bool,
    /// Whether null is sent, as a name without a value.
    pub(super) empty: bool,
    /// Whether it is the whole query, without its name.
    pub(super) whole: bool,
}

/// Where a parameter goes: parameters of one name in different places are different parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    Json,
}

impl ParameterStyle {
    /// A parameter of the path: `blue,black`.
    #[must_use]
    pub const fn path(name: &'static str) -> Self {
        Self::new(Place::Path, name, Layout::Simple, false)
    }

    /// A parameter of the query: `color=blue&color=black`.
    #[must_use]
    pub const fn query(name: &'static str) -> Self {
        Self::new(Place::Query, name, Layout::Form, true)
    }

    /// A header: `blue,black`.
    #[must_use]
    pub const fn header(name: &'static str) -> Self {
        Self::new(Place::Header, name, Layout::Simple, false)
    }

    /// A cookie: `color=blue; color=black`.
    #[must_use]
    pub const fn cookie(name: &'static str) -> Self {
        Self::new(Place::Cookie, name, Layout::Form, true)
    }

    const fn new(place: Place, name: &'static str, layout: Layout, explode: bool) -> Self {
        Self {
            place,
            name,
            layout,
            explode,
            reserved: false,
            empty: false,
            whole: false,
        }
    }

    /// In the path, after a dot: `.blue,black` (RFC 6570, section 3.2.5).
    #[must_use]
    pub const fn label(self) -> Self {
        self.with(Layout::Label)
    }

    /// In the path, with its name: `;color=blue,black` (RFC 6570, section 3.2.7).
    #[must_use]
    pub const fn matrix(self) -> Self {
        self.with(Layout::Matrix)
    }

    /// With spaces between: `color=blue%20black`.
    #[must_use]
    pub const fn space_delimited(self) -> Self {
        self.with(Layout::SpaceDelimited).explode(false)
    }

    /// With bars between: `color=blue%7Cblack`.
    #[must_use]
    pub const fn pipe_delimited(self) -> Self {
        self.with(Layout::PipeDelimited).explode(false)
    }

    /// Members by their names in brackets: `color[R]=100`, encoded.
    ///
    /// The style is not defined for anything inside of a member. Written is what most servers
    /// read: members of members as `a[b][c]=1`, elements of a list as `a[b][]=1`, and such that
    /// are lists or objects themselves with their number, as `a[b][0][c]=1`.
    #[must_use]
    pub const fn deep_object(self) -> Self {
        self.with(Layout::DeepObject)
    }

    /// As JSON text, wherever it goes.
    #[must_use]
    pub const fn json(self) -> Self {
        self.with(Layout::Json)
    }

    /// Whether every element and every member stands for itself: `color=blue&color=black` and
    /// not `color=blue,black`; `R=100` and not `R,100`.
    #[must_use]
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = explode;
        self
    }

    /// Leaves characters that have a meaning in addresses as they are, and triplets such as
    /// `%2F` (RFC 6570, section 3.2.3), but for those by which a value would end where it stands:
    /// `&`, `+`, `#` and brackets in the query, `/`, `?` and `#` in the path, and what no cookie
    /// can hold in a cookie. What stands between two elements is encoded inside of one.
    #[must_use]
    pub const fn allow_reserved(mut self) -> Self {
        self.reserved = true;
        self
    }

    /// Sends null as a name without a value: `color=`.
    #[must_use]
    pub const fn allow_empty(mut self) -> Self {
        self.empty = true;
        self
    }

    /// The whole query, without the name of the parameter (OpenAPI 3.2, section 4.12.1): a text as
    /// it is, an object as pairs of names and values, and with [`json`](Self::json) the text of
    /// that, percent-encoded in any case.
    #[must_use]
    pub const fn whole(mut self) -> Self {
        self.whole = true;
        self
    }

    const fn with(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }

    /// Where it goes.
    pub(super) const fn place(&self) -> Place {
        self.place
    }

    /// The style of a parameter among those of its operation.
    pub(crate) fn of(styles: &[Self], place: Place, name: &'static str) -> Self {
        let known = styles
            .iter()
            .find(|style| style.place == place && style.name == name);
        known.copied().unwrap_or(match place {
            Place::Path => Self::path(name),
            Place::Query => Self::query(name),
            Place::Header => Self::header(name),
            Place::Cookie => Self::cookie(name),
        })
    }
}
