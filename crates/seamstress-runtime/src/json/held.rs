//! What a method of a union gives of a field that all of its alternatives have.

/// A field, lent as `T`, if it has a value.
///
/// Alternatives that share a member need not hold it alike: it may be optional in some, and boxed
/// where the layout of one asks for that. For the macros only.
#[doc(hidden)]
pub trait Held<T> {
    /// The value, where there is one.
    fn held(self) -> Option<T>;
}

impl<'a, T> Held<&'a T> for &'a T {
    #[inline]
    fn held(self) -> Option<&'a T> {
        Some(self)
    }
}

impl<'a, T> Held<&'a T> for &'a Option<T> {
    #[inline]
    fn held(self) -> Option<&'a T> {
        self.as_ref()
    }
}

impl<'a, T> Held<&'a T> for &'a Box<T> {
    #[inline]
    fn held(self) -> Option<&'a T> {
        Some(self)
    }
}

impl<'a, T> Held<&'a T> for &'a Option<Box<T>> {
    #[inline]
    fn held(self) -> Option<&'a T> {
        self.as_deref()
    }
}

impl<T: Copy> Held<T> for &T {
    #[inline]
    fn held(self) -> Option<T> {
        Some(*self)
    }
}

impl<T: Copy> Held<T> for &Option<T> {
    #[inline]
    fn held(self) -> Option<T> {
        *self
    }
}

impl<'a> Held<&'a str> for &'a String {
    #[inline]
    fn held(self) -> Option<&'a str> {
        Some(self)
    }
}

impl<'a> Held<&'a str> for &'a Option<String> {
    #[inline]
    fn held(self) -> Option<&'a str> {
        self.as_deref()
    }
}

impl<'a, T> Held<&'a [T]> for &'a Vec<T> {
    #[inline]
    fn held(self) -> Option<&'a [T]> {
        Some(self)
    }
}

impl<'a, T> Held<&'a [T]> for &'a Option<Vec<T>> {
    #[inline]
    fn held(self) -> Option<&'a [T]> {
        self.as_deref()
    }
}
