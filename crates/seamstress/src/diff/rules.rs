//! The rules: what each kind of change means, in one table.
//!
//! Rules of the *wire* judge what a running client of the old document sends to a server of the new
//! one, and what it reads from it. Rules of the *source* judge what is different in the surface of
//! the emitted crate, by the reference of Cargo ("SemVer Compatibility"). `docs/changes.md` repeats
//! the table for people.

use super::change::Verdict;

/// Whom a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Clients that run.
    Wire,
    /// Programs that compile.
    Source,
}

/// A rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its stable name.
    pub id: &'static str,
    /// Whom it is about.
    pub side: Side,
    /// What it is applied to.
    pub what: &'static str,
    /// The verdict.
    pub verdict: Verdict,
    /// Why, in one sentence without a full stop.
    pub reason: &'static str,
}

macro_rules! rules {
    ($($name:ident $id:literal $side:ident $verdict:ident $what:literal $reason:literal)*) => {
        $(pub(super) static $name: Rule = Rule {
            id: $id,
            side: Side::$side,
            what: $what,
            verdict: Verdict::$verdict,
            reason: $reason,
        };)*

        /// All rules: those of the wire first.
        pub static RULES: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    OPERATION_ADDED "operation-added" Wire Compatible
        "an operation is new" "running clients do not call it"
    OPERATION_REMOVED "operation-removed" Wire Breaking
        "an operation is gone from the document" "running clients call what the server no longer has"
    OPERATION_HIDDEN "operation-hidden" Wire Risky
        "an operation is still in the document, and no longer part of the client"
        "the server has it for now, and no longer promises it"
    OPERATION_METHOD "operation-method" Wire Breaking
        "the method of an operation is another" "the server no longer has the method that running clients use"
    OPERATION_METHOD_KEPT "operation-method-kept" Wire Compatible
        "the client uses another method, and the document has the old one too"
        "the server still has the method that running clients use"
    NAME_ONLY "name-only" Wire Compatible
        "only the name in the crate is another" "names in the crate are not sent"

    PARAMETER_ADDED "parameter-added" Wire Compatible
        "something that may be given is new" "running clients leave it out, as they may"
    PARAMETER_ADDED_REQUIRED "parameter-added-required" Wire Breaking
        "something that must be given is new" "running clients do not send what the server now asks for"
    PARAMETER_REMOVED "parameter-removed" Wire Risky
        "something can no longer be given" "servers ignore what they do not know, or refuse it: running clients may send it"
    PARAMETER_REQUIRED "parameter-required" Wire Breaking
        "what could be left out must be given" "running clients leave out what the server now asks for"
    PARAMETER_OPTIONAL "parameter-optional" Wire Compatible
        "what had to be given may be left out" "running clients go on giving it"
    PARAMETER_NO_NULL "parameter-no-null" Wire Breaking
        "null may no longer be given" "the server refuses a null that running clients may send"
    PARAMETER_NULL "parameter-null" Wire Compatible
        "null may be given" "running clients do not send it"
    PARAMETER_PLACE "parameter-place" Wire Breaking
        "something is given in another place" "running clients send it where the server no longer looks"
    PARAMETER_STYLE "parameter-style" Wire Breaking
        "something is written in another style" "the server reads another value than running clients write"
    CHOICE_ASKED "choice-asked" Wire Breaking
        "one of several things must be given" "the server refuses running clients that give none of them"
    CHOICE_SURE "choice-sure" Wire Compatible
        "one of several things must be given, one of which always was" "running clients go on giving it"
    CHOICE_DROPPED "choice-dropped" Wire Compatible
        "none of several things need be given any more" "running clients go on giving one of them"
    CHOICE_ADDED "choice-added" Wire Compatible
        "there is one thing more to choose" "running clients go on choosing what they know"
    CHOICE_REMOVED "choice-removed" Wire Breaking
        "there is one thing less to choose" "the server refuses running clients that choose it"
    CHOICE_CLOSED "choice-closed" Wire Breaking
        "only one of several things may be given" "the server refuses running clients that give several"
    BODY_FORMAT "body-format" Wire Breaking
        "what is sent is of another format" "the server does not read what running clients send"
    REST_REMOVED "rest-removed" Wire Risky
        "members without a name may no longer be sent" "the server ignores or refuses what running clients may send"

    SENT_NARROWED "sent-narrowed" Wire Breaking
        "what is sent is of another type that does not take all of the old values"
        "the server refuses values that running clients may send"
    SENT_WIDENED "sent-widened" Wire Compatible
        "what is sent is of another type that takes all of the old values"
        "the server takes what running clients send"
    RECEIVED_FITS "received-fits" Wire Compatible
        "what comes back is of another type, all of whose values the old one reads"
        "running clients read every new value"
    RECEIVED_MENDED "received-mended" Wire Risky
        "what comes back is of another type, most of whose values the old one reads"
        "running clients keep what does not fit, and record that they mended it"
    RECEIVED_MISFIT "received-misfit" Wire Breaking
        "what comes back is of another type, whose values the old one does not read"
        "running clients keep the value unread, and programs find the field empty or the element rejected"

    MEMBER_ADDED "member-added" Wire Compatible
        "a member that comes back is new" "running clients keep what they do not know"
    MEMBER_REMOVED "member-removed" Wire Compatible
        "a member that may be absent no longer comes back" "running clients expect that it may be absent"
    MEMBER_REMOVED_REQUIRED "member-removed-required" Wire Risky
        "a member that was always there no longer comes back"
        "running clients read an empty value in its place, and record that"
    MEMBER_MAY_BE_ABSENT "member-may-be-absent" Wire Risky
        "a member that was always there may be absent or null"
        "running clients read an empty value in its place, and record that"
    MEMBER_ALWAYS_THERE "member-always-there" Wire Compatible
        "a member that could be absent or null is always there" "running clients read it where it is there"
    ABSENT_OR_NULL "absent-or-null" Wire Compatible
        "a member that could be absent or null may be so in another way" "running clients expect either"
    NULL_MAY_BE_ABSENT "null-may-be-absent" Wire Risky
        "a member that could be null may be absent, or no longer comes back"
        "running clients read null in its place, and record that"
    REST_RECEIVED "rest-received" Wire Compatible
        "members without a name come back, or no longer do" "running clients keep what they do not know, and expect nothing"

    VALUE_ADDED "value-added" Wire Compatible
        "a value of a list is new" "lists are open: running clients keep values that they do not know, and send those that they know"
    VALUE_REMOVED "value-removed" Wire Breaking
        "a value of a list may no longer be sent" "the server refuses a value that running clients may send"
    VALUE_GONE "value-gone" Wire Compatible
        "a value of a list no longer comes back" "running clients do not wait for it"
    VARIANT_ADDED "variant-added" Wire Compatible
        "a variant is new" "unions are open: running clients keep variants that they do not know"
    VARIANT_REMOVED "variant-removed" Wire Breaking
        "a variant may no longer be sent" "the server refuses a variant that running clients may send"
    VARIANT_GONE "variant-gone" Wire Compatible
        "a variant no longer comes back" "running clients do not wait for it"
    TAG_SENT "tag-sent" Wire Breaking
        "variants that are sent are told apart by another member" "the server does not find the tag that running clients send"
    TAG_RECEIVED "tag-received" Wire Risky
        "variants that come back are told apart by another member" "running clients keep them, and do not know which they are"

    ANSWER_ADDED "answer-added" Wire Compatible
        "something comes back where nothing did" "running clients do not look at it"
    ANSWER_REMOVED "answer-removed" Wire Breaking
        "nothing comes back where something did" "running clients wait for a value, and get an error"
    ANSWER_KIND "answer-kind" Wire Breaking
        "what comes back is another kind of thing: a list, a value, a file, a stream" "running clients read something else than what comes"
    ANSWER_KEY "answer-key" Wire Risky
        "the value is in another member of the answer" "running clients find it where one single other object has all of its members, and else get an error"
    ANSWER_KEY_KEPT "answer-key-kept" Wire Compatible
        "the value is in another member of the answer, which has the old one too" "running clients find it where it was"
    LIST_KEY "list-key" Wire Breaking
        "the list is in another member of the answer" "running clients do not find the list"
    STATUS_ADDED "status-added" Wire Compatible
        "an answer with another status is possible" "statuses are open: running clients keep what came"
    STATUS_REMOVED "status-removed" Wire Compatible
        "an answer with a status is no longer possible" "running clients do not wait for it"
    PAGES_ADDED "pages-added" Wire Breaking
        "a list comes in pages" "running clients read the first page and take it for all"
    PAGES_REMOVED "pages-removed" Wire Compatible
        "a list no longer comes in pages" "running clients find no next page, and end"
    PAGES_CHANGED "pages-changed" Wire Breaking
        "the pages of a list are asked for or announced in another way" "running clients do not find the next page, or get the same one again"
    HEADER_REMOVED "header-removed" Wire Risky
        "a header of the answer is gone" "programs that read it find nothing"
    WAITING_ADDED "waiting-added" Wire Compatible
        "what an operation starts can be awaited" "running clients do not wait"
    WAITING_REMOVED "waiting-removed" Wire Breaking
        "what an operation starts can no longer be awaited" "running clients that wait find no action in the answer"

    CREDENTIAL_REFUSED "credential-refused" Wire Breaking
        "an operation no longer takes a credential" "the server refuses running clients that have it"
    CREDENTIAL_TAKEN "credential-taken" Wire Compatible
        "an operation takes a further credential" "running clients go on with theirs"
    ANONYMOUS_REFUSED "anonymous-refused" Wire Breaking
        "an operation can no longer be called without a credential" "the server refuses running clients that have none"
    ANONYMOUS_TAKEN "anonymous-taken" Wire Compatible
        "an operation can be called without a credential" "running clients go on with theirs"
    SCHEMES_OTHER "schemes-other" Wire Compatible
        "the schemes of an operation are others, and the credentials that it takes are the same" "what running clients send is taken"
    CREDENTIAL_ADDED "credential-added" Wire Compatible
        "there is a new way to authenticate" "running clients go on with theirs"
    CREDENTIAL_REMOVED "credential-removed" Wire Risky
        "a way to authenticate is gone" "what it means is said of each operation"
    CREDENTIAL_CHANGED "credential-changed" Wire Breaking
        "a credential is sent or obtained in another way" "the server does not find the credential where running clients send it"
    ADDRESS "address" Wire Risky
        "the API has another address" "the old address works as long as the owner of the API keeps it"

    DEFAULT_CHANGED "default-changed" Wire Risky
        "what is left out means something else" "running clients that leave it out get another behaviour"
    LIMIT_TIGHTER "limit-tighter" Wire Breaking
        "less may be given than before" "the server refuses values that running clients may send"
    LIMIT_LOOSER "limit-looser" Wire Compatible
        "more may be given than before" "the server takes what running clients send"
    LIMIT_OTHER "limit-other" Wire Risky
        "other values may be given than before" "the server may refuse values that running clients send"
    DEPRECATED "deprecated" Wire Compatible
        "something should no longer be used" "it works until it is removed"
    UNDEPRECATED "undeprecated" Wire Compatible
        "something may be used again" "it works as it did"
    SCHEMA_ADDED "schema-added" Wire Compatible
        "a schema is new" "a name in the document is not sent"
    SCHEMA_REMOVED "schema-removed" Wire Compatible
        "a schema is gone" "a name in the document is not sent: what it means is said of those who used it"
    UNREACHED "unreached" Wire Compatible
        "something is different that no operation sends or gives" "running clients neither send nor read it"
    NOT_SENT "not-sent" Wire Compatible
        "the crate is different, and no change of the document says why" "an item of the crate is not sent"

    SAME "same" Source Compatible
        "nothing that programs can name is different" "programs compile as they did"
    ITEM_REMOVED "item-removed" Source Breaking
        "an item is gone" "programs that name it do not compile"
    ITEM_ADDED "item-added" Source Compatible
        "an item is new" "programs do not name it, and structs and enums that grow are `#[non_exhaustive]`"
    ITEM_ADDED_TO_CLOSED "item-added-to-closed" Source Breaking
        "a field or a variant is new where all were named" "programs that name all of them do not compile"
    ITEM_KIND "item-kind" Source Breaking
        "an item is of another kind" "programs that use it as what it was do not compile"
    ITEM_TYPE "item-type" Source Breaking
        "a field or a result is of another type" "programs that use the value do not compile"
    VARIANT_CONTENTS "variant-contents" Source Breaking
        "a variant holds something else" "programs that match on it do not compile"
    ARGUMENT_COUNT "argument-count" Source Breaking
        "a method takes more or fewer arguments" "calls of it do not compile"
    ARGUMENT_TYPE "argument-type" Source Breaking
        "a method takes an argument of another type" "calls of it do not compile"
    ARGUMENT_WIDER "argument-wider" Source Risky
        "a method takes its argument in more forms" "calls compile unless the compiler found the type of a value by the argument"
    ARGUMENT_ORDER "argument-order" Source Breaking
        "arguments of one type have changed places" "calls compile, and give values under each other's names"
    ARGUMENT_NAME "argument-name" Source Risky
        "an argument has another name" "calls compile, and give the value under the new name"
    ITEM_OPENED "item-opened" Source Breaking
        "an item became `#[non_exhaustive]`" "programs that build it or match all of it do not compile"
    ITEM_FEATURES "item-features" Source Risky
        "an item needs other features" "programs that turn the default features off may have to turn on another"
    ITEM_DEPRECATED "item-deprecated" Source Compatible
        "an item should no longer be used" "programs compile, with a warning"
}

/// The rule with this id; [`ITEM_REMOVED`], which forgives nothing, where there is none.
pub(super) fn rule(id: &str) -> &'static Rule {
    let mut rules = RULES.iter();
    rules
        .find(|rule| rule.id == id)
        .copied()
        .unwrap_or(&ITEM_REMOVED)
}

/// The table as `docs/changes.md` has it.
#[must_use]
pub fn table(side: Side) -> String {
    let mut text = String::from("| rule | what | verdict | why |\n|---|---|---|---|\n");
    for rule in RULES.iter().filter(|rule| rule.side == side) {
        let Rule {
            id,
            what,
            verdict,
            reason,
            ..
        } = rule;
        text.push_str(&format!(
            "| `{id}` | {what} | {} | {reason} |\n",
            verdict.word()
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn rules_have_names_of_their_own() {
        let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), RULES.len());
        assert_eq!(rule("item-added"), &ITEM_ADDED);
    }
}
