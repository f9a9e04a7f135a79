//! The macro that makes a generated struct around a [`Call`](crate::Call) a request.
//!
//! What it writes per operation is kept to a few short functions without bodies of their
//! own: there may be hundreds of operations, and each is checked by every user's compiler. They
//! are `#[inline]`, so that only those are compiled that a program calls.

/// Makes a struct with a field `call: Call` a request that can be sent.
///
/// Generated code defines the struct and its setters; the macro adds what all have, by what
/// comes back:
///
/// - `=> value T`: `send()` gives the `T`, `send_with_response()` also the answer around it.
///   `()` stands for operations whose answer is not looked at.
/// - `=> page T, PAGING`: `send()` gives a [`Page<T>`](crate::Page), `pages()` and `stream()` all
///   of them. `PAGING` is a `&'static` [`Paging`](crate::Paging).
/// - `=> wait T, poll`: as `value T`, and `wait()` and `wait_with(options)` wait for the `T`
///   that comes back to be done. `poll` is a `fn(&Client, &T) -> Call`.
/// - `=> value T, wait "member" as U, poll`: the same where the action to wait for stands
///   beside the value, in the member of that name.
///
/// - `=> answer T`: as `value T`, where `T` is read by the status of the answer, or is the answer's
///   text: a [`FromAnswer`](crate::FromAnswer).
/// - `=> download`: `send()` gives a [`Download`](crate::Download), which is read piece by piece.
/// - `=> stream T, FORMAT, "media/type"`: `send()` gives an [`EventStream<T>`](crate::EventStream).
///
/// Where items can be asked for instead of a value, `operation_events!` adds `events()`.
///
/// With the feature `blocking`, there are `send_blocking()`, `pages_blocking()`,
/// `items_blocking()` and `wait_blocking()` besides.
///
/// Each can be awaited directly, which is `send()`, and is a [`Request`](crate::Request). So
/// `send`, `send_with_response`, `pages`, `stream`, `wait`, `wait_with`, those that end in
/// `_blocking`, `clone` and `into_future` cannot be names of setters.
///
/// ```
/// use seamstress_runtime::{Body, Call, Client, Method, Operation, operation};
///
/// static OPERATION: Operation = Operation {
///     name: "greetings.get",
///     path: "/greetings/get",
///     body: Body::Query,
///     response_key: Some("greeting"),
///     ..Operation::DEFAULT
/// };
///
/// /// Request of [`greetings`].
/// #[must_use]
/// #[derive(Clone, Debug)]
/// pub struct GreetingsGet {
///     pub(crate) call: Call,
/// }
///
/// impl GreetingsGet {
///     /// The language.
///     pub fn language(mut self, language: impl Into<String>) -> Self {
///         self.call.set("language", &language.into());
///         self
///     }
/// }
///
/// operation! { GreetingsGet => value String }
///
/// async fn greetings(client: &Client) -> Result<String, seamstress_runtime::Error> {
///     let request = GreetingsGet { call: Call::new(client, &OPERATION) };
///     request.language("en").await
/// }
/// ```
#[macro_export]
macro_rules! operation {
    ($name:ident => page $item:ty, $paging:expr) => {
        impl $name {
            /// Sends the request, and reads one page.
            #[inline]
            pub fn send(self) -> $crate::Sending<$crate::Page<$item>> {
                self.call.send_page($paging)
            }

            /// All pages, from the one that this request asks for.
            #[inline]
            pub fn pages(self) -> $crate::Pages<$item> {
                self.call.pages($paging)
            }

            /// All items of all pages.
            #[inline]
            pub fn stream(self) -> $crate::Items<$item> {
                self.call.stream($paging)
            }

            $crate::__if_blocking! {
                /// The same as [`send`](Self::send), for programs without asynchronous code.
                #[inline]
                pub fn send_blocking(self) -> ::core::result::Result<$crate::Page<$item>, $crate::Error> {
                    self.send().blocking()
                }

                /// The same as [`pages`](Self::pages), for programs without asynchronous code.
                #[inline]
                pub fn pages_blocking(self) -> $crate::BlockingIter<$crate::Pages<$item>> {
                    $crate::BlockingIter::new(self.pages())
                }

                /// The same as [`stream`](Self::stream), for programs without asynchronous code.
                #[inline]
                pub fn items_blocking(self) -> $crate::BlockingIter<$crate::Items<$item>> {
                    $crate::BlockingIter::new(self.stream())
                }
            }
        }
        $crate::operation! { @request $name => $crate::Page<$item> }
    };
    ($name:ident => value $value:ty) => {
        impl $name {
            /// Sends the request.
            #[inline]
            pub fn send(self) -> $crate::Sending<$value> {
                self.call.send_value()
            }

            /// Sends the request, and keeps the answer around the value.
            #[inline]
            pub fn send_with_response(self) -> $crate::Sending<$crate::Response<$value>> {
                self.call.send()
            }

            $crate::__if_blocking! {
                /// The same as [`send`](Self::send), for programs without asynchronous code.
                #[inline]
                pub fn send_blocking(self) -> ::core::result::Result<$value, $crate::Error> {
                    self.send().blocking()
                }
            }
        }
        $crate::operation! { @request $name => $value }
    };
    ($name:ident => answer $value:ty) => {
        impl $name {
            /// Sends the request.
            #[inline]
            pub fn send(self) -> $crate::Sending<$value> {
                self.call.send_answer()
            }

            /// Sends the request, and keeps the answer around the value.
            #[inline]
            pub fn send_with_response(self) -> $crate::Sending<$crate::Response<$value>> {
                self.call.send_answer_with_response()
            }

            $crate::__if_blocking! {
                /// The same as [`send`](Self::send), for programs without asynchronous code.
                #[inline]
                pub fn send_blocking(self) -> ::core::result::Result<$value, $crate::Error> {
                    self.send().blocking()
                }
            }
        }
        $crate::operation! { @request $name => $value }
    };
    ($name:ident => download) => {
        impl $name {
            /// Sends the request. The content of the answer is read afterwards, piece by piece.
            #[inline]
            pub fn send(self) -> $crate::Sending<$crate::Download> {
                self.call.download()
            }

            $crate::__if_blocking! {
                /// The same as [`send`](Self::send), for programs without asynchronous code:
                /// an iterator over the pieces.
                #[inline]
                pub fn send_blocking(
                    self,
                ) -> ::core::result::Result<$crate::BlockingIter<$crate::Download>, $crate::Error> {
                    self.send().blocking().map($crate::BlockingIter::new)
                }
            }
        }
        $crate::operation! { @request $name => $crate::Download }
    };
    ($name:ident => stream $item:ty, $format:expr, $media:literal) => {
        impl $name {
            /// Sends the request. The items come afterwards, one by one.
            #[inline]
            pub fn send(self) -> $crate::Sending<$crate::EventStream<$item>> {
                self.call.send_stream($format, $media, ::core::option::Option::None)
            }

            $crate::__if_blocking! {
                /// The same as [`send`](Self::send), for programs without asynchronous code:
                /// an iterator over the items.
                #[inline]
                pub fn send_blocking(self) -> ::core::result::Result<
                    $crate::BlockingIter<$crate::EventStream<$item>>,
                    $crate::Error,
                > {
                    self.send().blocking().map($crate::BlockingIter::new)
                }
            }
        }
        $crate::operation! { @request $name => $crate::EventStream<$item> }
    };
    ($name:ident => wait $value:ty, $poll:expr) => {
        $crate::operation! { $name => value $value }
        $crate::operation! { @wait $name => $value, ::core::option::Option::None, $poll }
    };
    ($name:ident => value $value:ty, wait $member:literal as $action:ty, $poll:expr) => {
        $crate::operation! { $name => value $value }
        $crate::operation! { @wait $name => $action, ::core::option::Option::Some($member), $poll }
    };
    (@wait $name:ident => $action:ty, $member:expr, $poll:expr) => {
        impl $name {
            /// Sends the request, and waits until the action that it starts is done.
            #[inline]
            pub fn wait(self) -> $crate::Sending<$action> {
                let options = self.call.client().wait_options();
                self.wait_with(options)
            }

            /// The same as [`wait`](Self::wait), as often and as long as `options` say.
            #[inline]
            pub fn wait_with(self, options: $crate::WaitOptions) -> $crate::Sending<$action> {
                self.call.send_and_wait($member, $poll, options)
            }

            $crate::__if_blocking! {
                /// The same as [`wait`](Self::wait), for programs without asynchronous code.
                #[inline]
                pub fn wait_blocking(self) -> ::core::result::Result<$action, $crate::Error> {
                    self.wait().blocking()
                }
            }
        }
    };
    (@request $name:ident => $output:ty) => {
        impl $crate::Request for $name {
            #[inline]
            fn call_mut(&mut self) -> &mut $crate::Call {
                &mut self.call
            }
        }

        impl ::core::future::IntoFuture for $name {
            type Output = ::core::result::Result<$output, $crate::Error>;
            type IntoFuture = $crate::Sending<$output>;

            #[inline]
            fn into_future(self) -> Self::IntoFuture {
                self.send()
            }
        }
    };
}

/// Gives a request that [`operation!`] made `events()`, which sends it and gives what comes back
/// item by item.
///
/// `=> T, FORMAT, "media/type"`, and where a parameter has to be `true` for that, its name.
#[macro_export]
macro_rules! operation_events {
    ($name:ident => $item:ty, $format:expr, $media:literal $(, $switch:literal)?) => {
        impl $name {
            /// Sends the request, and asks for items that come one by one.
            #[inline]
            pub fn events(self) -> $crate::Sending<$crate::EventStream<$item>> {
                let switch = [$($switch)?].first().copied();
                self.call.send_stream($format, $media, switch)
            }

            $crate::__if_blocking! {
                /// The same as [`events`](Self::events), for programs without asynchronous code.
                #[inline]
                pub fn events_blocking(self) -> ::core::result::Result<
                    $crate::BlockingIter<$crate::EventStream<$item>>,
                    $crate::Error,
                > {
                    self.events().blocking().map($crate::BlockingIter::new)
                }
            }
        }
    };
}

/// Keeps its content where the feature `blocking` is on. What decides is the feature of this
/// crate, and not one of the crate that the macro is used in.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "blocking")]
macro_rules! __if_blocking {
    ($($content:tt)*) => { $($content)* };
}

#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "blocking"))]
macro_rules! __if_blocking {
    ($($content:tt)*) => {};
}

/// What can be said of any request, besides the parameters of its operation.
///
/// The names begin with `with_`, so that they never meet a parameter of the API.
pub trait Request: Sized {
    /// The call that it makes.
    #[doc(hidden)]
    fn call_mut(&mut self) -> &mut crate::Call;

    /// A header of this request: see [`Call::header`](crate::Call::header).
    #[must_use]
    fn with_header(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.call_mut().header(name, value);
        self
    }

    /// Sends `body` instead of what the parameters make: another media type that the server
    /// takes, say. Its own media type counts, or else the operation's.
    #[must_use]
    fn with_body(mut self, body: impl Into<crate::Upload>) -> Self {
        self.call_mut().content(body);
        self
    }

    /// Sends the request, and gives the content of the answer as it comes, whatever the operation
    /// makes of it. With the header `accept`, another media type can be asked for.
    fn send_raw(mut self) -> crate::Sending<crate::Download> {
        self.call_mut().clone().download()
    }

    /// The time for one attempt of this request, instead of the client's. Zero is refused.
    #[must_use]
    fn with_timeout(mut self, timeout: std::time::Duration) -> Self {
        self.call_mut().timeout(timeout);
        self
    }

    /// How often and how long this request is tried again, instead of the client's options.
    #[must_use]
    fn with_retry(mut self, options: crate::RetryOptions) -> Self {
        self.call_mut().retry(options);
        self
    }

    /// Whether sending this request twice does the same as sending it once: see
    /// [`Call::idempotent`](crate::Call::idempotent). Say so of a POST only when you know.
    #[must_use]
    fn with_idempotent(mut self, idempotent: bool) -> Self {
        self.call_mut().idempotent(idempotent);
        self
    }

    /// Whether an answer that had to be corrected is an error, instead of what the client says.
    #[must_use]
    fn with_strict(mut self, strict: bool) -> Self {
        self.call_mut().strict(strict);
        self
    }
}
