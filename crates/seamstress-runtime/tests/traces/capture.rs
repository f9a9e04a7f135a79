//! Everything that `tracing` and `log` are given, at the finest level.

use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::DefaultGuard;
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;

/// A span or an event.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    /// The name of a span, the message of an event.
    pub(crate) name: String,
    pub(crate) target: String,
    pub(crate) level: Level,
    /// The name of the span around it.
    pub(crate) parent: Option<String>,
    pub(crate) fields: BTreeMap<String, String>,
}

impl Entry {
    fn new(metadata: &Metadata<'_>, parent: Option<&str>) -> Self {
        Self {
            name: metadata.name().to_owned(),
            target: metadata.target().to_owned(),
            level: *metadata.level(),
            parent: parent.map(str::to_owned),
            fields: BTreeMap::new(),
        }
    }

    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }
}

impl Visit for Entry {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let text = format!("{value:?}");
        self.fields.insert(field.name().to_owned(), text);
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.fields
            .insert(field.name().to_owned(), value.to_owned());
    }
}

/// What was captured on this thread, for as long as this lives.
pub(crate) struct Captured {
    state: Arc<State>,
    _guard: DefaultGuard,
}

#[derive(Default)]
struct State {
    spans: Mutex<BTreeMap<u64, Entry>>,
    events: Mutex<Vec<Entry>>,
}

/// Starts to capture what happens on this thread; a test's runtime has no other.
pub(crate) fn capture() -> Captured {
    let state = Arc::new(State::default());
    let subscriber = tracing_subscriber::registry().with(Recorder(state.clone()));
    Captured {
        state,
        _guard: tracing::subscriber::set_default(subscriber),
    }
}

impl Captured {
    /// The spans of this name, in the order in which they began.
    pub(crate) fn spans(&self, name: &str) -> Vec<Entry> {
        let spans = self.state.spans.lock().unwrap();
        let named = spans.values().filter(|span| span.name == name);
        named.cloned().collect()
    }

    pub(crate) fn events(&self) -> Vec<Entry> {
        self.state.events.lock().unwrap().clone()
    }

    /// The events of this library.
    pub(crate) fn own_events(&self) -> Vec<Entry> {
        let mut events = self.events();
        events.retain(|event| event.target == "seamstress");
        events
    }

    /// All of it as text.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for span in self.state.spans.lock().unwrap().values() {
            writeln!(text, "{span:?}").unwrap();
        }
        for event in self.events() {
            writeln!(text, "{event:?}").unwrap();
        }
        text
    }
}

struct Recorder(Arc<State>);

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Recorder {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let span = context.span(id).unwrap();
        let parent = span.parent().map(|parent| parent.name());
        let mut entry = Entry::new(attributes.metadata(), parent);
        attributes.record(&mut entry);
        // The numbers of closed spans are given again.
        let mut spans = self.0.spans.lock().unwrap();
        let number = spans.len() as u64;
        span.extensions_mut().insert(number);
        spans.insert(number, entry);
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        let span = context.span(id).unwrap();
        let extensions = span.extensions();
        let number = extensions.get::<u64>().unwrap();
        values.record(self.0.spans.lock().unwrap().get_mut(number).unwrap());
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let parent = context.event_span(event).map(|span| span.name());
        let mut entry = Entry::new(event.metadata(), parent);
        event.record(&mut entry);
        if let Some(message) = entry.fields.remove("message") {
            entry.name = message;
        }
        self.0.events.lock().unwrap().push(entry);
    }
}

/// All that the process has logged by `log` since the first call of this.
pub(crate) fn logged() -> String {
    static LOGGER: Logger = Logger(Mutex::new(String::new()));
    // It can be set once; all tests share it.
    if log::set_logger(&LOGGER).is_ok() {
        log::set_max_level(log::LevelFilter::Trace);
    }
    LOGGER.0.lock().unwrap().clone()
}

struct Logger(Mutex<String>);

impl log::Log for Logger {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let mut text = self.0.lock().unwrap();
        writeln!(text, "{}: {}", record.target(), record.args()).unwrap();
    }

    fn flush(&self) {}
}
