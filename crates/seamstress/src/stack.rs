//! Room for recursion.
//!
//! Documents are trees, and are read as such: each level of nesting is a call inside a call. The
//! YAML parser takes some 20 KB for each in an unoptimised build, and the threads of a test or a
//! server have 2 MB. Depth is bounded, so a stack that is large enough for all of it can be given.

use std::panic::resume_unwind;
use std::thread::{Builder, scope};

/// Enough for the deepest document, several times over. Only what is used takes memory.
const SIZE: usize = 64 << 20;

/// Does `work` with a large stack.
pub(crate) fn roomy<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let mut work = Some(work);
    let done = scope(|threads| {
        let run = || work.take().map(|work| work());
        let thread = Builder::new()
            .stack_size(SIZE)
            .spawn_scoped(threads, run)
            .ok()?;
        thread.join().unwrap_or_else(|panic| resume_unwind(panic))
    });
    match (done, work) {
        (Some(done), _) => done,
        // No thread is to be had: the stack that there is may do.
        (None, Some(work)) => work(),
        (None, None) => unreachable!("the work was taken by the thread, which has ended"),
    }
}

#[cfg(test)]
mod tests {
    use super::roomy;

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
}
