//! The macro that gives a generated builder all that every client can be set up with.

/// Gives a struct with a field `inner: ClientBuilder` what every client can be set up with, and
/// `build()`, which makes the client: a struct with a field `client: Client`.
///
/// Generated code defines both structs, and the methods for the API's own credentials.
///
/// ```
/// use seamstress_runtime::{Client, ClientBuilder, Settings, client_builder};
///
/// static SETTINGS: Settings = Settings { base_url: "https://api.example.com", ..Settings::DEFAULT };
///
/// /// The client of the example.
/// #[derive(Clone, Debug)]
/// pub struct Example { client: Client }
///
/// /// Sets up an [`Example`].
/// #[derive(Clone, Debug)]
/// pub struct ExampleBuilder { inner: ClientBuilder }
///
/// client_builder! { ExampleBuilder => Example }
///
/// let builder = ExampleBuilder { inner: Client::builder(&SETTINGS) };
/// let example = builder.timeout(std::time::Duration::from_secs(5)).build()?;
/// assert_eq!(example.client.base_url(), "https://api.example.com");
/// # Ok::<(), seamstress_runtime::Error>(())
/// ```
#[macro_export]
macro_rules! client_builder {
    ($builder:ident => $client:ident) => {
        impl $builder {
            $crate::__client_builder_settings! {
                /// The address in front of every path, instead of the API's own.
                #[doc(alias = "endpoint")]
                base_url(url: impl ::core::convert::Into<::std::string::String>);

                /// The time for one attempt at a request, to the last byte of the answer: 30
                /// seconds unless set.
                timeout(timeout: ::core::time::Duration);

                /// How often and how long requests are tried again. A request may have options
                /// of its own.
                retry(options: $crate::RetryOptions);

                /// How many retries all requests have between them while none succeeds: 100
                /// unless set. Each answer gives a fifth of one back.
                retry_budget(retries: u32);

                /// How often and how long `wait()` looks at long-running actions.
                wait_options(options: $crate::WaitOptions);

                /// A header of every request. It cannot replace those by which the client
                /// identifies itself to the API, nor those of a credential.
                header(
                    name: impl ::core::convert::Into<::std::string::String>,
                    value: impl ::core::convert::Into<::std::string::String>
                );

                /// A hook around every attempt. Given several, they are asked in this order
                /// before a request goes out, and in the opposite order when its answer has come.
                hook(hook: impl $crate::Hook);

                /// The largest answer that is read, in bytes after decompression: 64 MiB unless
                /// set.
                max_response_bytes(bytes: u64);

                /// Whether an answer that had to be corrected is an error. By default it is not:
                /// the corrections are listed beside the value.
                strict(strict: bool);

                /// What does the input and output, instead of the built-in HTTP client.
                transport(transport: impl $crate::Transport);

                /// What tells the time and waits, instead of the system.
                clock(clock: impl $crate::Clock);
            }

            $crate::__if_reqwest! {
                /// Your own HTTP client, with its pool, proxies and certificates. It should
                /// follow no redirects: see `ReqwestTransport::with_client`.
                #[must_use = "a builder does nothing until it is built"]
                pub fn http_client(mut self, client: $crate::reqwest::Client) -> Self {
                    self.inner = self.inner.http_client(client);
                    self
                }
            }

            /// The client.
            ///
            /// # Errors
            ///
            /// Where a setting or a credential cannot be used, or TLS cannot be set up.
            pub fn build(self) -> ::core::result::Result<$client, $crate::Error> {
                let client = self.inner.build()?;
                ::core::result::Result::Ok($client { client })
            }
        }
    };
}

/// Methods that pass their arguments on to the builder inside.
#[doc(hidden)]
#[macro_export]
macro_rules! __client_builder_settings {
    ($($(#[$attribute:meta])* $name:ident($($argument:ident: $ty:ty),*);)*) => {
        $(
            $(#[$attribute])*
            #[must_use = "a builder does nothing until it is built"]
            pub fn $name(mut self, $($argument: $ty),*) -> Self {
                self.inner = self.inner.$name($($argument),*);
                self
            }
        )*
    };
}

/// Keeps its content where the feature `reqwest` is on.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "reqwest")]
macro_rules! __if_reqwest {
    ($($content:tt)*) => { $($content)* };
}

#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "reqwest"))]
macro_rules! __if_reqwest {
    ($($content:tt)*) => {};
}
