// What script adds to pages that work without it: answers without reloading, suggestions while typing, keys, copying.
// Nothing here decides what is shown: pages come from the server, and every text is put in as text.

const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const say = (text, shown = false) => {
  one("#said").textContent = text;
  one("#said").classList.toggle("shown", shown);
};
const isResults = url => url.origin === location.origin && url.pathname === "/" && url.search !== "";

// --- Results without reload. The server's page is taken over whole; the address and the history are as without script.

let asked = null;
let showing = location.pathname + location.search;

async function show(url, { push = true, stay = false, scroll = 0 } = {}) {
  asked?.abort();
  const asking = asked = new AbortController();
  document.documentElement.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { signal: asking.signal, headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!one("#main", page)) throw new TypeError("not a page");
    const focus = whereFocusIs();
    if (push) {
      history.replaceState({ scroll: scrollY }, "");
      history.pushState({ scroll: 0 }, "", url);
    }
    showing = location.pathname + location.search;
    document.title = page.title;
    one("#masthead").replaceWith(page.adoptNode(one("#masthead", page)));
    one("#main").replaceWith(page.adoptNode(one("#main", page)));
    refocus(focus);
    if (!stay) scrollTo({ top: scroll, behavior: "instant" });
    say(one("#counts, .message .title")?.textContent.replace(/\s+/g, " ").trim() ?? document.title);
  } catch (fault) {
    if (fault.name !== "AbortError") location.href = url;
  } finally {
    if (asked === asking) document.documentElement.removeAttribute("aria-busy");
  }
}

// The element that had the focus is gone with its page: the same one of the new page takes over, else the content does.
function whereFocusIs() {
  const at = document.activeElement;
  const holder = at?.closest("[data-paragraph], [data-article]");
  return { query: at?.id === "q", opener: at?.dataset.stay, ...holder?.dataset };
}

function refocus({ query, opener, paragraph, article }) {
  const holder = opener && all("[data-paragraph], [data-article]")
    .find(({ dataset }) => dataset.paragraph === paragraph && dataset.article === article);
  const field = query && one("#q");
  (field || holder && one(`a[data-stay="${opener}"]`, holder) || one("#main")).focus({ preventScroll: true });
}

addEventListener("click", event => {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest?.("a[href]");
  if (!link) return;
  if (link.closest(".matches ul")) return step(event, link.rel === "next" ? 1 : -1);
  const url = new URL(link.getAttribute("href"), location);
  if (!isResults(url) || !isResults(location)) return;
  event.preventDefault();
  show(url.href, { stay: link.hasAttribute("data-stay") });
});

addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "get" || !isResults(location)) return;
  event.preventDefault();
  closeSuggestions();
  const fields = [...new FormData(form)].filter(([name, value]) => value || name === "q");
  show("/?" + new URLSearchParams(fields));
});

addEventListener("popstate", event => {
  if (location.pathname + location.search !== showing && location.pathname === "/")
    show(location.href, { push: false, scroll: event.state?.scroll ?? 0 });
});

// --- Matches of an article: step from mark to mark.

function step(event, by) {
  const bar = one(".matches");
  const marks = all("mark[id]");
  if (!marks.length) return;
  event.preventDefault();
  const now = Number(bar.dataset.match);
  const next = now === 0 && by < 0 ? marks.length : (now - 1 + by + marks.length) % marks.length + 1;
  bar.dataset.match = next;
  all("mark.here").forEach(mark => mark.classList.remove("here"));
  marks[next - 1].classList.add("here");
  marks[next - 1].focus({ preventScroll: true });
  marks[next - 1].scrollIntoView({ block: "center" });
  const word = Object.assign(document.createElement("span"), { className: "word", textContent: "Match " });
  one(".matches p").replaceChildren(word, `${next} of ${marks.length}`);
  say(`Match ${next} of ${marks.length}`);
  const address = new URL(location);
  address.searchParams.set("match", next);
  address.hash = "";
  history.replaceState(history.state, "", address);
}

// --- Suggestions while typing: a list that follows the pattern "combobox with list" of the ARIA guide.

let suggesting = null;
let delay = 0;

function closeSuggestions() {
  clearTimeout(delay);
  suggesting?.abort();
  one("#suggestions")?.remove();
  const field = one("#q[role=combobox]");
  field?.setAttribute("aria-expanded", "false");
  field?.removeAttribute("aria-activedescendant");
}

async function suggest(field) {
  suggesting?.abort();
  suggesting = new AbortController();
  try {
    const answer = await fetch("/v1/suggest?" + new URLSearchParams({ q: field.value, limit: 8 }), { signal: suggesting.signal });
    const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
    closeSuggestions();
    if (suggestions.length && field === document.activeElement) field.form.append(listOf(suggestions, field));
  } catch (fault) {
    if (fault.name !== "AbortError") closeSuggestions();
  }
}

function listOf(suggestions, field) {
  const list = Object.assign(document.createElement("ul"), { id: "suggestions", className: "suggestions", role: "listbox" });
  list.setAttribute("aria-label", "Suggestions");
  suggestions.forEach(({ text, kind, count }, i) => {
    const item = Object.assign(document.createElement("li"), { id: `suggestion-${i}`, role: "option" });
    const [what, about] = [document.createElement("span"), document.createElement("span")];
    what.textContent = text;
    about.textContent = `${kind.toLowerCase()} · ${count}`;
    item.dataset.text = text;
    item.append(what, " ", about);
    item.addEventListener("mousedown", event => event.preventDefault());
    item.addEventListener("click", () => take(field, item));
    list.append(item);
  });
  field.setAttribute("aria-expanded", "true");
  say(`${suggestions.length} suggestions`);
  return list;
}

function take(field, item) {
  field.value = item.dataset.text;
  closeSuggestions();
  field.form.requestSubmit();
}

function moveInSuggestions(field, by) {
  const items = all("#suggestions li");
  const now = items.findIndex(item => item.ariaSelected === "true");
  const next = now < 0 ? (by > 0 ? 0 : items.length - 1) : now + by;
  items.forEach((item, i) => { item.ariaSelected = String(i === next); });
  if (items[next]) field.setAttribute("aria-activedescendant", items[next].id);
  else field.removeAttribute("aria-activedescendant");
}

addEventListener("input", event => {
  if (event.target.id !== "q") return;
  const field = event.target;
  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": "suggestions", "aria-expanded": "false" })
    .forEach(([name, value]) => field.setAttribute(name, value));
  clearTimeout(delay);
  if (field.value.trim().length < 2 || field.value.length > 200) return closeSuggestions();
  delay = setTimeout(suggest, 120, field);
});

addEventListener("focusout", event => { if (event.target.id === "q") closeSuggestions(); });

function typing(event) {
  const open = one("#suggestions");
  if (event.key === "Escape" && open) event.preventDefault(), closeSuggestions();
  if (!open) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") event.preventDefault(), moveInSuggestions(event.target, event.key === "ArrowDown" ? 1 : -1);
  const chosen = one("#suggestions [aria-selected=true]");
  if (event.key === "Enter" && chosen) event.preventDefault(), take(event.target, chosen);
}

// --- Keys. They can be switched off, which this browser remembers.

const Off = "search.keys";
const keysAreOn = () => localStorage.getItem(Off) !== "off";

function showKeys() {
  one("#keys-on").checked = keysAreOn();
  one("#keys").showModal();
}

function moveToHit(by) {
  const hits = all("[data-paragraph]");
  const now = hits.indexOf(document.activeElement?.closest("[data-paragraph]"));
  const hit = hits[now < 0 ? (by > 0 ? 0 : hits.length - 1) : now + by];
  if (!hit) return;
  (one(".snippet a", hit) ?? hit).focus();
  hit.scrollIntoView({ block: "center" });
}

// The page before is the one that led here; where nothing did, there is the first.
function turn(by) {
  const link = one(by > 0 ? "main [rel=next]" : "main [rel=prev]");
  const first = one(".pager a:not([rel])");
  if (link) link.click();
  else if (by < 0 && first) history.state ? history.back() : first.click();
}

const keys = {
  "/": () => { one("#q")?.focus(); one("#q")?.select(); },
  "j": () => moveToHit(1),
  "k": () => moveToHit(-1),
  "n": () => turn(1),
  "p": () => turn(-1),
  "c": () => copyCitation(),
  "?": () => showKeys(),
};

addEventListener("keydown", event => {
  if (event.target.id === "q") return typing(event);
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !keysAreOn()) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable], dialog")) return;
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

one("#keys-button").hidden = false;
one("#keys-button").addEventListener("click", showKeys);
one("#keys-on").addEventListener("change", event => localStorage.setItem(Off, event.target.checked ? "on" : "off"));

// --- Copying.

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    say(`${what} copied`, true);
    return true;
  } catch {
    say("This browser does not let the page copy", true);
    return false;
  } finally {
    setTimeout(() => one("#said").classList.remove("shown"), 2500);
  }
}

async function copyCitation() {
  const paragraph = document.activeElement?.closest("[data-paragraph]") ?? one(".target") ?? one("[data-paragraph]");
  const link = paragraph && one("a[data-cite]", paragraph);
  if (!link) return;
  const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
  await copy(one("[data-format=plain]", page)?.textContent ?? "", "Citation");
}

addEventListener("click", event => {
  const button = event.target.closest?.("button[data-copy]");
  if (button) copy(document.getElementById(button.dataset.copy).textContent, one("h2", button.parentElement).textContent);
});

all("button[data-copy]").forEach(button => { button.hidden = false; });
