// Filters over what the page shows anyway: without this script, all changes are there.
"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const byId = (id) => document.getElementById(id);
  const [q, resource, who] = ["q", "resource", "who"].map(byId);
  const verdicts = ["breaking", "risky", "compatible"];
  const boxes = verdicts.map((verdict) => byId("v-" + verdict));
  const LONG = 8; // A longer list is closed until somebody opens it.
  const rows = [...document.querySelectorAll(".change")].map((element) => ({
    element,
    verdict: element.dataset.verdict,
    programs: element.dataset.programs,
    clients: element.dataset.clients,
    features: element.dataset.features.split(" "),
    rules: element.closest(".kind").dataset.rules.split(" "),
    text: (element.textContent + " " + element.closest(".kind").querySelector(".title").textContent).toLowerCase(),
  }));
  const kinds = [...document.querySelectorAll(".kind")];
  const around = [...document.querySelectorAll(".group"), ...document.querySelectorAll(".verdict")];
  let rule = "";

  const close = () => kinds.forEach((kind) => {
    const isQuiet = kind.closest(".verdict").classList.contains("compatible");
    kind.open = !isQuiet && kind.querySelectorAll(".change").length <= LONG;
  });

  const fits = (row, words, shown) => {
    // "For programs" means the verdict on programs, and those that say something of them.
    const verdict = who.value ? row[who.value] : row.verdict;
    return shown.has(verdict)
      && (!resource.value || row.features.includes(resource.value))
      && (!rule || row.rules.includes(rule))
      && words.every((word) => row.text.includes(word));
  };

  const apply = () => {
    const words = q.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const isFiltered = words.length > 0 || rule !== "" || resource.value !== "" || who.value !== "" || shown.size < 3;
    let count = 0;
    for (const row of rows) {
      row.element.hidden = !fits(row, words, shown);
      if (!row.element.hidden) count += 1;
    }
    for (const kind of kinds) {
      const left = kind.querySelectorAll(".change:not([hidden])").length;
      kind.hidden = left === 0;
      kind.querySelector(".title b").textContent = left + "×";
      if (left > 0 && (words.length > 0 || rule)) kind.open = true;
    }
    for (const element of around) {
      const left = element.querySelectorAll(".change:not([hidden])").length;
      element.hidden = left === 0;
      element.querySelector(".number").textContent = left;
    }
    const named = rule && document.querySelector('.causes a[data-rule="' + CSS.escape(rule) + '"] .what');
    byId("what").hidden = !rule;
    byId("what").textContent = rule ? "by “" + (named ? named.textContent : rule) + "”" : "";
    byId("count").textContent = isFiltered ? count + " of " + rows.length + " changes" : rows.length + " changes";
    byId("reset").hidden = !isFiltered;
    byId("none").hidden = count > 0;
    return isFiltered;
  };

  // What is shown is in the address, so that it can be shared.
  const write = () => {
    const parts = new URLSearchParams();
    const shown = boxes.filter((box) => box.checked).map((box) => box.value);
    if (q.value) parts.set("q", q.value);
    if (resource.value) parts.set("resource", resource.value);
    if (who.value) parts.set("who", who.value);
    if (rule) parts.set("rule", rule);
    if (shown.length < 3) parts.set("verdict", shown.join(","));
    const text = parts.toString();
    history.replaceState(null, "", text ? "#?" + text : location.pathname + location.search);
  };

  const clear = () => {
    q.value = ""; resource.value = ""; who.value = ""; rule = "";
    boxes.forEach((box) => { box.checked = true; });
  };

  const read = () => {
    const hash = location.hash.slice(1);
    clear();
    if (hash.startsWith("?")) {
      const parts = new URLSearchParams(hash.slice(1));
      q.value = parts.get("q") || "";
      resource.value = parts.get("resource") || "";
      who.value = parts.get("who") || "";
      rule = parts.get("rule") || "";
      const wanted = parts.get("verdict") ? parts.get("verdict").split(",") : verdicts;
      boxes.forEach((box) => { box.checked = wanted.includes(box.value); });
      apply();
      byId("changes").scrollIntoView();
      form.scrollIntoView();
      return;
    }
    apply();
    const target = hash && byId(hash);
    if (!target) return;
    for (let up = target; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    target.scrollIntoView();
    if (target.classList.contains("change")) target.focus({ preventScroll: true });
  };

  const changed = () => { if (!apply()) close(); write(); };
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
    changed();
    q.focus();
  });
  window.addEventListener("hashchange", read);
  document.addEventListener("keydown", (event) => {
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) { event.preventDefault(); q.focus(); }
    if (event.key === "Escape" && event.target === q) { q.value = ""; changed(); }
  });
  // Paper has nothing to open.
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = kinds.filter((kind) => !kind.open);
    closed.forEach((kind) => { kind.open = true; });
  });
  window.addEventListener("afterprint", () => closed.forEach((kind) => { kind.open = false; }));

  form.hidden = false;
  close();
  read();
})();
