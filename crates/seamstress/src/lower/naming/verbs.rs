//! Verbs: which words of paths and ids are what an operation does.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What a word can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing but a verb: `cancel`, `find`.
    Verb,
    /// Either, as its surroundings have it: `report`, `search`.
    VerbOrNoun,
    Noun,
}

/// Verbs that say of many things what the verb after them does.
pub(super) const MANY: &[&str] = &["auto", "batch", "bulk", "force", "mass", "multi"];

/// Verbs of reading, which say no more than the method.
pub(super) const READS: &[&str] = &[
    "describe", "fetch", "find", "get", "index", "list", "load", "obtain", "read", "retrieve",
    "return", "show", "view",
];

/// Verbs of other methods that say no more than these.
const WRITES: &[&str] = &[
    "create", "delete", "destroy", "insert", "new", "patch", "post", "put", "update",
];

/// Words that are verbs wherever they stand.
const VERBS: &str = "\
    abort accept accrue ack acknowledge acquire activate add adjust adopt advance allocate \
    allow amend analyse analyze animate annotate anonymize answer append apply approve arm \
    arrange ask assemble assess assign associate assume attach authenticate authorise \
    authorize autocomplete autofill autosave ban begin bind bootstrap borrow broadcast \
    browse build buy calculate cancel capture categorize change check choose claim \
    classify cleanup clear clone close collect combine commit compact compare complete \
    compose compute configure confirm connect consume contains convert count crawl create \
    crosspost customize deactivate decline decode decrement decrypt delete deliver demote \
    deny deploy deregister describe destroy detach detect disable disallow disarm \
    disassociate disconnect discover dismiss dispatch downgrade download downvote \
    duplicate edit embed emit enable encode encrypt end enqueue enrich enrol enroll ensure \
    erase escalate estimate evaluate exchange exclude execute exists exit expire extend \
    extract fail fetch finalise finalize find finish flush follow forget forward fulfill \
    generate get give grant handoff hangup hide identify ignore impersonate import \
    increment infer ingest initialize initiate insert inspect install instantiate \
    invalidate invoke is join kick kill launch leave lend list load logoff logon lookup \
    make mark merge migrate moderate modify mount move mute negotiate notify nudge obtain \
    open optimize override parse pause pay peek perform persist pin ping play poll post \
    postpone poweroff predict prepare preview prioritize process promote provision prune \
    publish pull purchase purge push put query react reactivate read reapply reassign \
    rebase reboot rebuild recalculate receive recover recycle redeem redirect redo refer \
    refresh refuse register reject reload remind remix remove rename render renew reopen \
    reorder repair replace reply rerun resend reserve reset resize resolve restart restore \
    restrict resume retrieve retry revert revoke rewrite rollback rotate sanitize save \
    scan search seek select sell send settle show shutdown sign signin signout simulate \
    skip sleep snooze split start stop submit subscribe succeed suggest summarize suspend \
    swap switch sync synchronize terminate toggle tokenize track train transcribe \
    transform translate trigger unarchive unassign unban unbind unblock undo unfavorite \
    unfollow unfreeze unfurl unhide uninstall unlike unlink unlock unmount unmute unpause \
    unpin unpublish unregister unset unstage unstar unsubscribe unsuspend unwatch update \
    upgrade upload upsert upvote validate vectorize verify view void vote wake warm whoami \
    wipe withdraw write";

/// Words that are verbs where a request does something, and things elsewhere.
const EITHER: &str = "\
    access address aggregate alert archive audit backup balance batch block book boost \
    branch cast charge chat clean code comment control copy debit default display dispute \
    draft drain dump echo export favorite feed filter flag fork format freeze fund group \
    heartbeat highlight hold include invite issue label like link lock log login logout \
    map match measure message mirror mock monitor note offer order patch plan present \
    price print quote rank rate record refund release repeat report request return review \
    ring route run sample schedule score set share ship signup sort star store stream tag \
    tap test touch transfer transition trash turn type use watch whisper work";

/// Verbs that stand in front of things: `check_runs`, `import_jobs`.
const COMPOUND: &str = "\
    answer broadcast browse build change check close count embed end exchange extract give \
    hide import join list load move open pay pin ping play post preview process purchase \
    push query read scan search sign sleep start stop switch sync track train upgrade \
    upload view write";

/// Words that look like verbs with `re`, `un` or `de` in front, and are none.
const NOT_AGAIN: &[&str] = &["design", "research"];

/// What a step or a word, in snake case, can be: of several words the first decides.
pub(super) fn kind(name: &str) -> Kind {
    let words = super::words::split(name);
    match words.as_slice() {
        [] => Kind::Noun,
        [word] => of_word(word),
        [many, verb, ..] if MANY.contains(many) => of_word(verb),
        // `test_clocks` are things, `set_default` and `find_by_status` are done.
        [first, .., last] => match of_word(first) {
            kind if !super::words::is_plural(last) => kind,
            Kind::Verb if !COMPOUND.split(' ').any(|verb| verb == *first) => Kind::Verb,
            _ => Kind::Noun,
        },
    }
}

static VERB_SET: LazyLock<BTreeSet<&str>> = LazyLock::new(|| VERBS.split(' ').collect());
static EITHER_SET: LazyLock<BTreeSet<&str>> = LazyLock::new(|| EITHER.split(' ').collect());

fn is_among(set: &LazyLock<BTreeSet<&str>>, word: &str) -> bool {
    set.contains(word)
}

fn of_word(word: &str) -> Kind {
    if is_among(&EITHER_SET, word) {
        return Kind::VerbOrNoun;
    }
    if is_among(&VERB_SET, word) {
        return Kind::Verb;
    }
    let again = ["re", "un", "de"]
        .iter()
        .find_map(|start| word.strip_prefix(start));
    let is_verb = again.is_some_and(|rest| rest.len() > 3 && is_among(&VERB_SET, rest));
    match is_verb && !NOT_AGAIN.contains(&word) {
        true => Kind::Verb,
        false => Kind::Noun,
    }
}

/// Whether a verb says no more than a method.
pub(super) fn is_generic(verb: &str) -> bool {
    READS.contains(&verb) || WRITES.contains(&verb)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_in_both_lists() {
        assert!(VERB_SET.is_disjoint(&EITHER_SET));
        assert!(COMPOUND.split(' ').all(|verb| of_word(verb) == Kind::Verb));
    }

    #[test]
    fn kinds_of_words() {
        for (name, expected) in [
            ("cancel", Kind::Verb),
            ("find_by_status", Kind::Verb),
            ("bulk_delete", Kind::Verb),
            ("resubmit", Kind::Verb),
            ("report", Kind::VerbOrNoun),
            ("set_default", Kind::VerbOrNoun),
            ("test_clocks", Kind::Noun),
            ("design", Kind::Noun),
            ("customers", Kind::Noun),
            ("", Kind::Noun),
        ] {
            assert_eq!(kind(name), expected, "{name}");
        }
    }
}
