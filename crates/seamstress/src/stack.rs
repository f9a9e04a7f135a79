//! Room for recursion.
//!
//! Documents are trees, and are read as such: each level of nesting is a call inside a call. The
//! YAML parser takes some 20 KB for each in an unoptimised build, and the threads of a test or a
//! server have 2 MB. Depth is bounded, so a stack that is large enough for all of it can be given.

use std::panic::resume_unwind;
use std::thread::{Builder, ScopedJoinHandle, scope};

/// Enough for the deepest document, several times over. Only what is used takes memory.
const SIZE: usize = 64 << 20;

/// Does `work` with a large stack.
pub(crate) fn roomy<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    both(work, || ()).0
}

/// Does both at the same time, the first with a large stack and the second on this thread. Where no
/// thread is to be had, the first is done after the second, and the stack that there is may do.
pub(crate) fn both<A: Send, B>(
    first: impl FnOnce() -> A + Send,
    second: impl FnOnce() -> B,
) -> (A, B) {
    sized(SIZE, first, second)
}

fn sized<A: Send, B>(
    size: usize,
    first: impl FnOnce() -> A + Send,
    second: impl FnOnce() -> B,
) -> (A, B) {
    let mut first = Some(first);
    let (done, second) = scope(|threads| {
        let run = || first.take().map(|first| first());
        let thread = Builder::new().stack_size(size).spawn_scoped(threads, run);
        let second = second();
        let join = |thread: ScopedJoinHandle<'_, Option<A>>| {
            thread.join().unwrap_or_else(|panic| resume_unwind(panic))
        };
        (thread.ok().and_then(join), second)
    });
    match (done, first) {
        (Some(done), _) => (done, second),
        (None, Some(first)) => (first(), second),
        (None, None) => unreachable!("the work was taken by the thread, which has ended"),
    }
}

#[cfg(test)]
mod tests {
    use super::{both, roomy, sized};

    fn depth(levels: u32) -> u32 {
        let room = [levels; 1024];
        if levels == 0 {
            room[0]
        } else {
            depth(levels - 1) + room[1023] / levels
        }
    }

    #[test]
    fn there_is_room_for_deep_recursion() {
        assert_eq!(roomy(|| depth(4_000)), 4_000);
    }

    #[test]
    #[should_panic(expected = "as it is")]
    fn panics_are_passed_on() {
        roomy(|| panic!("as it is"));
    }

    #[test]
    fn both_are_done_at_the_same_time() {
        let (here, there) = std::sync::mpsc::channel();
        let (received, sent) = both(move || there.recv(), || here.send(7));
        assert_eq!((received, sent), (Ok(7), Ok(())));
    }

    /// No address space has room for such a stack.
    #[cfg(target_os = "linux")]
    #[test]
    fn without_a_thread_one_is_done_after_the_other() {
        let order = std::sync::Mutex::new(Vec::new());
        let say = |what: &'static str| order.lock().unwrap().push(what);
        sized(1 << 60, || say("first"), || say("second"));
        assert_eq!(*order.lock().unwrap(), ["second", "first"]);
    }
}
