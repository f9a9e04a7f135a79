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

/// What is lent as what it derefs to: it, and an `Option` of it.
macro_rules! held {
    ($([$($parameter:ident)?] $field:ty => $lent:ty,)*) => { $(
        impl<'a, $($parameter)?> Held<&'a $lent> for &'a $field {
            #[inline]
            fn held(self) -> Option<&'a $lent> {
                Some(self)
            }
        }

        impl<'a, $($parameter)?> Held<&'a $lent> for &'a Option<$field> {
            #[inline]
            fn held(self) -> Option<&'a $lent> {
                self.as_deref()
            }
        }
    )* };
}

held! {
    [T] Box<T> => T,
    [] String => str,
    [T] Vec<T> => [T],
}
