//! What came of it, for machines.

use serde_json::{Value, json};

use super::pair::{Clients, Pair, Programs};
use super::table::History;
use seamstress::diff::Verdict;

/// The history as JSON: a pair of versions is an object.
///
/// # Errors
///
/// Where it cannot be written as JSON, which nothing in it is the reason for.
pub(super) fn report(history: &History) -> anyhow::Result<String> {
    let pairs: Vec<Value> = history.pairs.iter().map(pair).collect();
    let report = json!({
        "command": history.command,
        "cargo_semver_checks": history.judge,
        "pairs": pairs,
    });
    Ok(format!("{}\n", serde_json::to_string_pretty(&report)?))
}

fn pair(pair: &Pair) -> Value {
    let wire = |verdict| pair.count(|change| change.wire.verdict == verdict);
    let source = |verdict| pair.count(|change| change.source.verdict == verdict);
    let items: Vec<Value> = pair
        .breaks
        .iter()
        .map(|one| json!({ "path": one.path, "rule": one.delta.rule(), "kind": one.kind }))
        .collect();
    json!({
        "old": pair.old,
        "new": pair.new,
        "summary": pair.summary,
        "bump": pair.bump,
        "wire": { "breaking": wire(Verdict::Breaking), "risky": wire(Verdict::Risky) },
        "source": { "breaking": source(Verdict::Breaking), "risky": source(Verdict::Risky) },
        "breaks": items,
        "semver_checks": pair.programs.as_ref().map(programs),
        "skew": pair.clients.as_ref().map(clients),
    })
}

fn programs(judged: &Programs) -> Value {
    let unseen = judged.agreement.unseen.iter();
    let unseen: Vec<&str> = unseen.map(|one| one.path.as_str()).collect();
    json!({
        "findings": judged.findings,
        "misses": judged.agreement.misses,
        "unseen": unseen,
    })
}

fn clients(judged: &Clients) -> Value {
    let unseen = judged
        .unseen
        .iter()
        .map(|((rule, why), changes)| json!({ "rule": rule, "changes": changes, "reason": why }));
    json!({
        "answers": judged.answers,
        "unread": judged.unread,
        "corrected": judged.corrected,
        "misses": judged.misses,
        "unseen": unseen.collect::<Vec<_>>(),
    })
}
