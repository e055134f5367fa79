// Makes pages answer without a full load. Every form and link works without this file.
"use strict";

const said = document.getElementById("said");
const say = (text) => { if (said) said.textContent = text; };

/** Put the part of another page with this id in the place of ours, and say what it counts. */
function take(html, id = "results") {
  const page = new DOMParser().parseFromString(html, "text/html");
  const [ours, theirs] = [document.getElementById(id), page.getElementById(id)];
  if (!ours || !theirs) return false;
  ours.replaceWith(theirs);
  const count = theirs.querySelector("[data-count]");
  if (count) say(count.textContent.trim());
  return true;
}

async function load(address, options) {
  const answer = await fetch(address, { credentials: "same-origin", ...options });
  return { answer, html: await answer.text() };
}

/** Filters: the results follow the form, and the address follows the results. */
function live(form) {
  let asked = 0, timer;
  const follow = async () => {
    const turn = ++asked;
    const values = [...new FormData(form)].filter(([, v]) => v !== "");
    const address = (form.getAttribute("action") || location.pathname) + (values.length ? "?" + new URLSearchParams(values) : "");
    const results = document.getElementById("results");
    if (results) results.setAttribute("aria-busy", "true");
    try {
      const { answer, html } = await load(address);
      if (turn !== asked) return;
      const kept = form.closest("#results") ? document.activeElement?.id : null;
      if (!answer.ok || !take(html)) { location.assign(address); return; }
      history.replaceState(null, "", address);
      if (kept) document.getElementById(kept)?.focus();
    } catch { location.assign(address); }
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); follow(); });
  form.addEventListener("change", () => { clearTimeout(timer); follow(); });
  form.addEventListener("input", (event) => {
    if (event.target.type !== "search") return;
    clearTimeout(timer);
    timer = setTimeout(follow, 250);
  });
}

/** Rulings: one click, then the findings as they stand now. */
async function rule(form, button) {
  const values = new URLSearchParams(new FormData(form, button));
  const article = form.closest("article"), id = article?.id;
  article?.setAttribute("aria-busy", "true");
  say("Recording …");
  try {
    const { answer, html } = await load("/rule", { method: "POST", body: values, redirect: "manual" });
    if (answer.type !== "opaqueredirect" && !answer.ok) {
      const page = new DOMParser().parseFromString(html, "text/html");
      throw new Error(page.querySelector("main p")?.textContent || "The ruling was not recorded.");
    }
    const fresh = await load(location.pathname + location.search);
    take(fresh.html);
    const now = (id && document.getElementById(id)) || document.getElementById("results");
    now?.setAttribute("tabindex", "-1");
    now?.focus({ preventScroll: true });
    say("Recorded: " + button.value + ". " + (now?.querySelector(".chip")?.textContent ? "Now " + now.querySelector(".chip").textContent + "." : ""));
  } catch (error) {
    article?.removeAttribute("aria-busy");
    say(error.message);
    const note = document.createElement("p");
    note.className = "note bad";
    note.textContent = error.message;
    form.before(note);
  }
}

/** Uploads: how much is sent. */
function upload(form) {
  const box = form.querySelector(".uploading"), bar = box.querySelector("progress"), text = box.querySelector("[data-said]");
  const file = form.querySelector("input[type=file]");
  form.addEventListener("submit", (event) => {
    const most = Number(file.dataset.most);
    if (file.files[0] && file.files[0].size > most * 1048576) {
      event.preventDefault();
      box.hidden = false;
      text.textContent = "The file is larger than " + most + " MiB.";
      say(text.textContent);
      return;
    }
    event.preventDefault();
    box.hidden = false;
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (step) => {
      if (!step.lengthComputable) return;
      bar.value = Math.round(100 * step.loaded / step.total);
      text.textContent = "Sent: " + bar.value + " %";
    });
    request.addEventListener("load", () => {
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      if (request.status < 300 && request.responseURL) { location.assign(request.responseURL); return; }
      text.textContent = page.querySelector("main p")?.textContent || "The upload failed.";
      say(text.textContent);
    });
    request.addEventListener("error", () => { text.textContent = "The upload failed."; say(text.textContent); });
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
}

/** A report that is being read: its progress, until it is done. */
async function follow(job) {
  for (;;) {
    await new Promise((wake) => setTimeout(wake, 700));
    const before = document.querySelector("[data-job] [data-count]")?.textContent;
    try {
      const { html } = await load(location.pathname);
      const page = new DOMParser().parseFromString(html, "text/html");
      const [ours, theirs] = [document.getElementById("results"), page.getElementById("results")];
      if (!theirs) return;
      const focus = document.activeElement?.closest("#results") && document.activeElement.tagName;
      ours.replaceWith(theirs);
      if (focus) theirs.querySelector(focus.toLowerCase())?.focus();
      const now = theirs.querySelector("[data-count]")?.textContent.trim();
      if (now && now !== before?.trim()) say(now);
      document.querySelector("main h1").replaceWith(page.querySelector("main h1"));
      document.title = page.title;
      if (theirs.dataset.over === "true") return;
    } catch { /* the server may be busy: ask again */ }
  }
}

const ready = (root) => {
  root.querySelectorAll("form[data-live]").forEach((form) => { if (!form.dataset.on) { form.dataset.on = "1"; live(form); } });
  root.querySelectorAll("form[data-upload]").forEach(upload);
};
ready(document);
new MutationObserver(() => ready(document)).observe(document.getElementById("main"), { childList: true, subtree: true });

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("form[data-rule]") && event.submitter) { event.preventDefault(); rule(form, event.submitter); }
  if (form.dataset.busy) { say(form.dataset.busy); form.setAttribute("aria-busy", "true"); }
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.("input, textarea, select")) return;
  if (event.key === "/") { event.preventDefault(); document.getElementById("topq")?.focus(); }
  const to = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  const link = to && document.querySelector(".passage") && document.querySelector(`a[rel=${to}]`);
  if (link) link.click();
});
const job = document.querySelector("[data-job]");
if (job && job.dataset.over === "false") follow(job.dataset.job);
