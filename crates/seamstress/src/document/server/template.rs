//! Templates of addresses: a variable for each name in braces.

/// The address of a server, with the default of each variable in its place (OpenAPI 3.0.4, sections
/// 4.8.5 and 4.8.6). What a default says is not looked into again: it may have braces of its own.
///
/// # Errors
///
/// The first name that has no default.
pub(super) fn server_address<'u, 'd>(
    url: &'u str,
    default_of: impl Fn(&str) -> Option<&'d str>,
) -> Result<String, &'u str> {
    let mut address = String::with_capacity(url.len());
    let mut rest = url;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        address.push_str(before);
        address.push_str(default_of(name).ok_or(name)?);
        rest = after;
    }
    address.push_str(rest);
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::server_address;

    #[test]
    fn every_variable_has_its_default() {
        let default_of = |name: &str| match name {
            "scheme" => Some("https"),
            "region" => Some("eu"),
            "nested" => Some("{region}"),
            "none" => Some(""),
            _ => None,
        };
        for (url, expected) in [
            ("https://a.example", Ok("https://a.example")),
            (
                "https://{region}.{region}.example/{none}",
                Ok("https://eu.eu.example/"),
            ),
            ("{scheme}://{region}.example", Ok("https://eu.example")),
            ("https://{region}.{tenant}/{other}", Err("tenant")),
            ("https://{nested}.example", Ok("https://{region}.example")),
            ("https://{}.example", Err("")),
            ("https://{region", Ok("https://{region")),
            ("https://region}.{region}", Ok("https://region}.eu")),
            ("", Ok("")),
        ] {
            let address = server_address(url, default_of);
            assert_eq!(address.as_deref(), expected.as_deref(), "{url}");
        }
    }
}
