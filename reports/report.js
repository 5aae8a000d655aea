"use strict";
// The review page: walk findings and figures, decide, take the decisions away as TOML. Everything shown comes from the
// page itself; without this script it is a report to read. Nothing is fetched, but for a live review's own server.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, node = document) => [...node.querySelectorAll(selector)];
  const part = (id) => byId(id).content.firstElementChild.cloneNode(true);
  const element = (tag, text = "") => Object.assign(document.createElement(tag), { textContent: text });
  const say = (text) => { byId("said").textContent = text; };
  const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  };

  // ── What is kept between visits: one entry for each text, by its hash; a browser may refuse ──
  const kept = (key) => { try { return JSON.parse(localStorage.getItem(`crossfoot:${key}`)); } catch { return null; } };
  const keep = (key, value) => {
    try { localStorage.setItem(`crossfoot:${key}`, JSON.stringify(value)); } catch { /* this visit only */ }
  };

  // ── Articles and their cards ──
  const articles = (data.articles || []).map((article) => {
    const node = byId(article.key);
    const state = (!data.live && kept(article.sha256)) || { decisions: {}, taken: true, signed: null };
    return { ...article, node, state, cards: all(".card[id]", node), chosen: node.querySelector("section.chosen"), rows: null };
  });
  const cards = articles.flatMap((article) => article.cards);
  const byKey = new Map(articles.map((article) => [article.key, article]));
  const articleOf = (node) => byKey.get(node?.closest(".report")?.id) || articles[0];
  const fields = (card) => articleOf(card).findings[card.id];
  const decision = (card) => articleOf(card).state.decisions[fields(card).finding];
  let current = null; // the card that is open
  let lit = []; // its figures in the text
  let figure = null; // the figure that was chosen

  function remember(article) {
    if (!data.live) keep(article.sha256, article.state);
    showProgress(article);
  }

  function showProgress(article) {
    const aside = all(".card.aside", article.node).length;
    const done = article.cards.filter((card) => decision(card) || card.dataset.open !== undefined).length;
    const total = article.cards.length + aside;
    article.node.querySelector(".progress").textContent = total ? `${done + aside} of ${total} decided` : "";
    const { signed } = article.state;
    article.node.querySelector(".signed").textContent = signed ? `Signed off by ${signed.by}, ${signed.on}` : "";
    return `${done + aside} of ${counted(total, "finding")} decided`;
  }

  // ── Choosing a finding ──
  function open(card) {
    if (current && current !== card) {
      current.open = false;
      current.classList.remove("open");
    }
    current = card;
    card.open = true;
    card.classList.add("open");
    showDecision(card);
    light(card);
  }

  function light(card) {
    for (const node of lit) {
      node.classList.remove("lit");
      delete node.dataset.o;
    }
    lit = all(".figures [data-figure]", card).map((item, at) => {
      const node = byId(item.dataset.figure);
      node.classList.add("lit");
      node.dataset.o = at + 1;
      return node;
    });
  }

  const wide = () => getComputedStyle(document.querySelector(".inspector")).position === "sticky";
  const inView = (node) => {
    const box = node.getBoundingClientRect();
    const sheet = root.classList.contains("sheet") && !wide(); // on a phone a chosen figure covers half of the text
    return box.top >= 0 && box.bottom <= (sheet ? innerHeight / 2 : innerHeight);
  };

  function step(by) {
    if (!cards.length) return say("No finding.");
    const at = current ? cards.indexOf(current) + by : 0;
    const card = cards[(at + cards.length) % cards.length];
    open(card);
    mark(card.id);
    card.querySelector("summary").focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
    if (wide() && lit[0] && !lit.some(inView)) lit[0].scrollIntoView({ block: "center" });
  }

  const mark = (id) => { try { history.replaceState(null, "", `#${id}`); } catch { /* the address stays as it is */ } };

  // ── Choosing a figure ──
  function choose(node) {
    const article = articleOf(node);
    figure?.classList.remove("chosen");
    figure = node;
    node.classList.add("chosen");
    const card = node.classList.contains("found") && !lit.includes(node) && byId(node.hash.slice(1));
    if (card) open(card);
    fillChosen(article, node);
    mark(node.id);
  }

  function fillChosen(article, node) {
    const row = byId(node.id.replace("-", "-row-"));
    const heads = all("th", row.closest("table"));
    const title = element("h3", node.classList.contains("more") ? row.cells[0].textContent : row.cells[0].textContent.trim());
    title.dir = "auto";
    const list = element("dl");
    [...row.cells].slice(1).forEach((cell, at) => {
      if (!cell.textContent.trim()) return;
      const value = element("dd");
      value.append(...[...cell.childNodes].map((child) => child.cloneNode(true)));
      list.append(element("dt", heads[at + 1].textContent), value);
    });
    const close = element("button", "Close");
    close.type = "button";
    close.dataset.do = "close";
    article.chosen.replaceChildren(title, list, relationsOf(article, node.id), close);
    article.chosen.hidden = false;
    root.classList.add("sheet");
  }

  const SHOWN = 12; // relations listed for one figure

  function relationsOf(article, id) {
    article.rows ||= indexed(article);
    const rows = article.rows.get(`#${id}`) || [];
    const list = element("ul");
    for (const row of rows.slice(0, SHOWN)) {
      const [rule, , arithmetic, verdict] = [...row.cells].map((cell) => cell.textContent);
      list.append(element("li", `${verdict}: ${rule}. ${arithmetic}`));
    }
    if (rows.length > SHOWN) list.append(element("li", `and ${rows.length - SHOWN} more`));
    return list;
  }

  function indexed(article) {
    const found = new Map();
    for (const row of all(".relations tbody tr", article.node)) {
      for (const link of all("a", row)) {
        if (!found.has(link.hash)) found.set(link.hash, []);
        found.get(link.hash).push(row);
      }
    }
    return found;
  }

  function close() {
    const open_ = articles.find((article) => !article.chosen.hidden);
    if (!open_) return;
    open_.chosen.hidden = true;
    root.classList.remove("sheet");
    figure?.classList.remove("chosen");
    figure?.focus();
  }

  function stepFigure(by) {
    const article = articleOf(figure || current);
    const figures = all("a.f[id]", article.node);
    if (!figures.length) return say("No figure.");
    const at = figures.indexOf(figure);
    const node = figures[(at < 0 ? (by > 0 ? 0 : figures.length - 1) : at + by + figures.length) % figures.length];
    choose(node);
    node.focus({ preventScroll: true });
    if (!inView(node)) node.scrollIntoView({ block: "center" });
  }

  // ── Deciding ──
  function showDecision(card) {
    const made = decision(card);
    const place = card.querySelector(".decision");
    card.classList.toggle("done", Boolean(made));
    card.querySelector(".verdict").replaceChildren(...(made ? [stamp(made)] : []));
    if (made) place.replaceChildren();
    else if (!place.firstChild) place.replaceChildren(form(card));
  }

  function form(card) {
    const made = part("decide");
    made.by.value = kept("by") || "";
    made.addEventListener("submit", (event) => {
      event.preventDefault();
      decide(card, made);
    });
    return made;
  }

  const VERDICTS = { accepted: "Accepted", "false-alarm": "False alarm", "source-confirmed": "Source confirmed", "needs-source": "Needs source" };

  function stamp(made) {
    const node = part("decided");
    node.querySelector("strong").textContent = `${VERDICTS[made.verdict]}.`;
    node.querySelector("span").textContent = made.reason;
    node.querySelector(".small").textContent = [made.by, made.on, made.evidence].filter(Boolean).join(", ");
    return node;
  }

  function fault(sheet) {
    if (!sheet.verdict.value) return ["Choose what you decide.", sheet.verdict[0]];
    const length = [...sheet.reason.value.trim()].length;
    if (length < 10) return [`A reason has 10 characters or more; this has ${length}.`, sheet.reason];
    return null;
  }

  async function decide(card, sheet) {
    const wrong = fault(sheet);
    sheet.querySelector(".fault").textContent = wrong ? wrong[0] : "";
    if (wrong) return wrong[1].focus();
    const article = articleOf(card);
    const made = { verdict: sheet.verdict.value, reason: sheet.reason.value.trim(), evidence: sheet.evidence.value.trim(), by: sheet.by.value.trim(), on: today() };
    keep("by", made.by);
    if (data.live) {
      const { finding, figures } = fields(card);
      return post("decide", { path: article.path, finding, figures, ...made }, sheet.querySelector(".fault"));
    }
    article.state.decisions[fields(card).finding] = made;
    article.state.taken = false;
    showDecision(card);
    remember(article);
    say(`${VERDICTS[made.verdict]}. ${showProgress(article)}.`);
    card.querySelector("summary").focus();
  }

  function undo(card) {
    if (!card || !decision(card)) return say("Nothing to undo here.");
    const article = articleOf(card);
    const { verdict, reason, evidence } = decision(card);
    delete article.state.decisions[fields(card).finding];
    article.state.taken = !Object.keys(article.state.decisions).length;
    showDecision(card);
    const sheet = card.querySelector("form.decide");
    Object.assign(sheet.reason, { value: reason });
    Object.assign(sheet.evidence, { value: evidence });
    sheet.verdict.value = verdict;
    remember(article);
    say(`Decision taken back. ${showProgress(article)}.`);
    sheet.reason.focus();
  }

  function verdict(value) {
    if (!current) return;
    if (decision(current)) return say("Decided already; u takes it back.");
    const sheet = current.querySelector("form.decide");
    sheet.verdict.value = value;
    sheet.reason.focus();
  }

  function wrong(button) {
    const card = button.closest(".card");
    open(card);
    if (decision(card)) return say("Decided already; u takes it back.");
    verdict("false-alarm");
    card.querySelector("form.decide").reason.value = `Not so: ${button.previousElementSibling.textContent}.`;
  }

  // ── Taking decisions away ──
  const ESCAPES = { "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\" };
  const whole = (text) => text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  const quoted = (text) => `"${whole(text).replace(/["\\\u0000-\u001f\u007f]/g, (c) => ESCAPES[c] || `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;

  function entry(card) {
    const { finding, figures } = fields(card);
    const made = decision(card);
    const lines = ["[[decision]]", `finding  = ${quoted(finding)}`, `figures  = [${figures.map(quoted).join(", ")}]`, `verdict  = ${quoted(made.verdict)}`, `reason   = ${quoted(made.reason)}`];
    if (made.evidence) lines.push(`evidence = ${quoted(made.evidence)}`);
    if (made.by) lines.push(`by       = ${quoted(made.by)}`);
    return [...lines, `on       = ${made.on}`, ""].join("\n");
  }

  function toml(article) {
    const { signed } = article.state;
    const name = signed && whole(signed.by).replace(/[\u0000-\u001f\u007f]+/g, " ");
    const head = signed ? `# Checked by ${name} on ${signed.on}: ${showProgress(article)}; sha256 ${article.sha256}\n\n` : "";
    return head + article.cards.filter(decision).map(entry).join("\n");
  }

  function download(article) {
    const text = data.live ? "" : toml(article);
    if (!text) return say(data.live ? "Decisions are written as they are made." : "Nothing is decided yet.");
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/toml" }));
    link.download = article.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    article.state.taken = true;
    remember(article);
    say(`${article.file}: put it beside ${article.path}.`);
  }

  function question(card, at) {
    const lines = [card.querySelector("h3"), ...all(".sum", card)].map((node) => node.textContent);
    const fits = card.querySelector(".fits");
    const asked = fits ? `Is ${fits.textContent} meant, and what is the source?` : "Which figure is right, and what is its source?";
    const because = decision(card)?.reason;
    return [`${at}. Line ${fields(card).line}: ${lines[0]}.`, ...lines.slice(1), ...(because ? [because] : []), asked].join("\n   ");
  }

  function questions(article) {
    const openCards = article.cards.filter((card) => (decision(card)?.verdict || "needs-source") === "needs-source");
    if (!openCards.length) return say("No question is open.");
    const text = `${article.path}\n\n${openCards.map((card, at) => question(card, at + 1)).join("\n\n")}\n`;
    const copied = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error());
    copied.then(() => say(`${counted(openCards.length, "question")} copied.`), () => showText(text));
  }

  function showText(text) {
    const dialog = byId("questions");
    dialog.querySelector("textarea").value = text;
    dialog.showModal();
    dialog.querySelector("textarea").select();
  }

  function signOff(article, by) {
    if (!by) return;
    article.state.signed = { by, on: today() };
    if (Object.keys(article.state.decisions).length) article.state.taken = false;
    keep("by", by);
    remember(article);
    say(`Signed off by ${by}. ${showProgress(article)}.`);
  }

  // ── A live review: the page's own server writes, and says when there is something new ──
  async function post(what, body, told) {
    try {
      const answer = await fetch(what, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
      if (answer.ok) return location.reload();
      told.textContent = await answer.text();
    } catch {
      told.textContent = "The review is no longer served; start it again.";
    }
  }

  async function watch() {
    try {
      const { state } = await (await fetch("status")).json();
      const writing = all("form.decide").some((sheet) => sheet.reason.value);
      if (state !== data.live && writing) document.querySelector(".changed").hidden = false;
      else if (state !== data.live) return location.reload();
    } catch { /* the server has gone: what was read stays readable */ }
    setTimeout(watch, 1500);
  }

  // ── Keys and clicks ──
  const section = () => articleOf(current || document.activeElement);
  const KEYS = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1), f: () => stepFigure(1), F: () => stepFigure(-1),
    a: () => verdict("accepted"), x: () => verdict("false-alarm"), c: () => verdict("source-confirmed"), s: () => verdict("needs-source"),
    r: () => current?.querySelector("form.decide")?.reason.focus(), u: () => undo(current), e: () => download(section()),
    "/": () => section().node.querySelector(".legend input")?.focus(), "?": () => byId("help").showModal(),
  };
  const DO = {
    previous: () => step(-1), next: () => step(1), help: () => byId("help").showModal(), close, print: () => print(), reload: () => location.reload(),
    download: (node) => download(articleOf(node)), questions: (node) => questions(articleOf(node)), undo: (node) => undo(node.closest(".card")),
    withdraw: (node) => post("undo", { path: articleOf(node).path, finding: node.dataset.finding }, node),
  };

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const typing = event.target.matches?.("textarea, input:not([type=checkbox], [type=radio])");
    if (event.key === "Escape") return typing ? event.target.blur() : close();
    if (typing || !byId("letters").checked || !Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    KEYS[event.key]();
  }

  function onClick(event) {
    const node = event.target.closest?.("a.f[id], [data-do], [data-wrong], .card[id] > summary");
    if (!node || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (node.dataset.do) return DO[node.dataset.do](node);
    if (node.dataset.wrong !== undefined) return wrong(node);
    event.preventDefault();
    if (node.matches("summary")) return toggle(node.parentElement);
    choose(node);
    articleOf(node).chosen.focus({ preventScroll: wide() });
  }

  function toggle(card) {
    if (card === current && card.open) {
      card.open = false;
      return card.classList.remove("open");
    }
    open(card);
    mark(card.id);
  }

  function follow() {
    const node = byId(decodeURIComponent(location.hash.slice(1)));
    if (cards.includes(node)) {
      open(node);
      node.scrollIntoView({ block: "nearest" });
    } else if (node?.matches("a.f")) choose(node);
  }

  function review() {
    for (const card of cards) card.open = false;
    for (const article of articles) {
      article.cards.filter(decision).forEach(showDecision);
      const sign = article.node.querySelector(".sign");
      sign.by.value = kept("by") || "";
      sign.addEventListener("submit", (event) => {
        event.preventDefault();
        signOff(article, sign.by.value.trim());
      });
      showProgress(article);
    }
    const first = cards.find((card) => !decision(card)) || cards[0];
    if (first) open(first);
    const letters = byId("letters");
    letters.checked = kept("letters") !== false;
    letters.addEventListener("change", () => keep("letters", letters.checked));
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    document.addEventListener("change", onFilter);
    addEventListener("hashchange", follow);
    addEventListener("beforeprint", () => cards.forEach((card) => { card.open = true; }));
    addEventListener("afterprint", () => cards.forEach((card) => { card.open = card === current; }));
    addEventListener("beforeunload", (event) => {
      if (!data.live && articles.some((article) => !article.state.taken)) event.preventDefault();
    });
    if (location.hash) follow();
  }

  function onFilter(event) {
    const legend = event.target.closest(".legend");
    if (!legend) return;
    const shown = all("input:checked", legend).map((box) => box.closest("label").textContent.trim().replace(/\s+/g, " "));
    say(shown.length ? `Marked: ${shown.join("; ")}.` : "All marks shown.");
  }

  // ── The index of a folder ──
  function index(filter) {
    const rows = all(".index tbody tr");
    for (const row of rows) {
      const made = Object.keys(kept(row.dataset.sha)?.decisions || {}).length;
      if (Number(row.dataset.findings)) row.querySelector("[data-decided]").textContent = `${made} of ${row.dataset.findings}`;
    }
    filter.addEventListener("submit", (event) => event.preventDefault());
    filter.addEventListener("input", () => {
      const words = byId("filter").value.toLowerCase();
      const levels = all("input:checked", filter).map((box) => box.value);
      for (const row of rows) {
        const has = row.dataset.levels.split(" ");
        row.hidden = !row.cells[0].textContent.toLowerCase().includes(words) || !(levels.length === 0 || levels.some((level) => has.includes(level)));
      }
      say(`${rows.filter((row) => !row.hidden).length} of ${counted(rows.length, "article")} shown.`);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.target.matches?.("input")) return;
      event.preventDefault();
      byId("filter").focus();
    });
  }

  root.classList.add("scripted");
  const filter = document.querySelector("form.filter");
  if (filter) index(filter);
  else if (articles.length) review();
  if (data.live) setTimeout(watch, 1500);
})();
