//! Paths, whatever their parameters are called.

/// A path without the names of its parameters, which nobody sends: `/pets/{}` for `/pets/{id}`. A
/// brace without another is text.
#[must_use]
pub fn path_shape(path: &str) -> String {
    let mut shape = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((_, after)) = after.split_once('}') else {
            break;
        };
        shape.push_str(before);
        shape.push_str("{}");
        rest = after;
    }
    shape + rest
}

#[cfg(test)]
mod tests {
    use super::path_shape;

    #[test]
    fn names_of_parameters_are_left_out() {
        for (path, shape) in [
            ("", ""),
            ("/pets", "/pets"),
            ("/pets/{id}", "/pets/{}"),
            ("GET /{a}/b/{c}.{d}", "GET /{}/b/{}.{}"),
            ("/{}/x", "/{}/x"),
            ("/a}/{b", "/a}/{b"),
        ] {
            assert_eq!(path_shape(path), shape, "{path}");
        }
    }
}
