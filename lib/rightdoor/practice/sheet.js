// One sheet of the lesson: shows the parts that the kernel has written and sends back what the trainee does.
// It knows no case and no law. The kernel answers every message with a new `view`; a view has
//   lang, label, anchor (its id on the page), parts [[name, html], ...], said (read aloud politely),
//   focus (name of the element to go to), lost (HTML for a kernel that does not answer), failed (HTML when what was
//   asked for could not be done, else empty), unasked (it answers no message: something happened elsewhere),
//   inert (names of parts that cannot be used now), live (say hello when shown), and on a seat of a class keep: what
//   is half entered is kept in this tab under the name keep.as, with the values keep.more, until another name is shown

const WAIT = 6000; // ms without an answer before the trainee is told that the kernel is gone

const LONGEST = 20000; // characters of a field: a message too large would cost the connection

function short(text) {
  return String(text ?? "").slice(0, LONGEST);
}

function values(form) {
  const found = {};
  for (const field of form?.elements ?? []) {
    if (!field.name || field.disabled) continue;
    if (field.type === "checkbox") {
      (found[field.name] ??= []).push(...(field.checked ? [short(field.value)] : []));
    } else if (field.type !== "radio" || field.checked) {
      found[short(field.name)] = short(field.value);
    }
  }
  return found;
}

// How to find an element again in new HTML: by its name, by what it does, or as the handle of its fold.
function known(element) {
  const { focus, do: act, of } = element.dataset;
  if (focus) return `[data-focus="${focus}"]`;
  if (act) return `[data-do="${act}"]${of ? `[data-of="${of}"]` : ""}`;
  const fold = element.matches("summary") && element.closest("details[data-key]");
  return fold ? `details[data-key="${fold.dataset.key}"] > summary` : "";
}

// Put new HTML into a part, keeping the focus and what was folded open, both known by name.
function replace(part, html) {
  const held = part.contains(document.activeElement) && known(document.activeElement);
  const folds = [...part.querySelectorAll("details[data-key]")].map((fold) => [fold.dataset.key, fold.open]);
  part.innerHTML = html; // every text in it was escaped by the kernel
  for (const [key, open] of folds) {
    const fold = part.querySelector(`details[data-key="${key}"]`);
    if (fold) fold.open = open;
  }
  for (const clock of part.querySelectorAll("[data-left]")) clock.since = performance.now();
  if (held) part.querySelector(held)?.focus({ preventScroll: true });
}

// What is half entered, for this tab alone: it survives a page that must be loaded again, and is gone with the tab.
const DRAFT = "rightdoor-draft";

function draft() {
  try {
    return JSON.parse(sessionStorage.getItem(DRAFT));
  } catch {
    return null; // a browser that keeps nothing
  }
}

function keep(what) {
  try {
    if (what) sessionStorage.setItem(DRAFT, JSON.stringify(what));
    else sessionStorage.removeItem(DRAFT);
  } catch {
    // as above
  }
}

// The clocks of a sheet, which the kernel sets and the page only lets run: down, or up from what is long ago.
function tick(root) {
  for (const clock of root.querySelectorAll("[data-left]")) {
    const ran = clock.dataset.runs ? (performance.now() - clock.since) / 1000 : 0;
    const up = clock.dataset.runs === "up";
    const left = Math.max(0, Math.ceil(Number(clock.dataset.left) + (up ? ran : -ran)));
    const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (clock.textContent !== text) clock.textContent = text;
    clock.classList.toggle("rs-late", !up && left <= 60);
  }
}

function render({ model, el }) {
  const root = document.createElement("section");
  root.className = "rd-sheet";
  root.dataset.lmSuppressShortcuts = "true"; // keys pressed here are answers, not commands of JupyterLab
  const parts = document.createElement("div");
  const lost = document.createElement("div");
  lost.setAttribute("role", "alert");
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.className = "rd-said";
  root.append(parts, lost, said);
  el.append(root);

  let waiting = 0; // the timer of an unanswered message
  let shown = false;
  let acted = false; // the trainee did something: focus may move to what is new
  const noticed = new Set(); // ids of the news that the kernel was told of

  function show() {
    const view = model.get("view");
    if (!view.unasked) {
      clearTimeout(waiting);
      waiting = 0;
      tell(view.failed);
      root.removeAttribute("aria-busy");
    }
    root.lang = view.lang;
    if (view.anchor) root.id = view.anchor;
    root.setAttribute("aria-label", view.label);
    view.parts.forEach(([name, html], position) => {
      let part = parts.children[position];
      if (!part) part = parts.appendChild(document.createElement("div"));
      part.inert = view.inert?.includes(name) ?? false;
      if (part.dataset.part === name && part.source === html) return;
      part.dataset.part = name;
      part.source = html;
      replace(part, html);
    });
    while (parts.children.length > view.parts.length) parts.lastChild.remove();
    tick(root);
    if (view.unasked) {
      if (view.said) said.textContent = view.said;
    } else if (acted) {
      acted = false;
      said.textContent = view.said;
      const target = view.focus && root.querySelector(`[data-focus="${view.focus}"]`);
      if (target) {
        target.focus({ preventScroll: true });
        const seen = target.getBoundingClientRect();
        if (seen.top < 64 || seen.bottom > window.innerHeight) {
          const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
          target.scrollIntoView({ block: "start", behavior: still ? "instant" : "smooth" });
        }
      }
    }
    remember(view);
    notice();
    root.dataset.ready = view.serial;
    if (!shown && view.anchor && location.hash === `#${view.anchor}`) root.scrollIntoView(); // it was not there before
    shown = true;
  }

  // Put back what was half entered when the page was left; forget it when its step has gone by.
  function remember(view) {
    if (!("keep" in view)) return;
    const last = draft();
    if (last && last.as !== view.keep?.as) keep(null);
    else if (last && !shown) model.send({ do: "draft", of: "", values: last.values });
    else if (view.keep?.more) keep({ as: view.keep.as, values: { ...last?.values, ...view.keep.more } });
  }

  // Say once of each piece of news that it stands on a page that is looked at.
  function notice() {
    if (document.hidden) return;
    for (const news of root.querySelectorAll("[data-seen]")) {
      const id = news.dataset.seen;
      if (noticed.has(id) || news.checkVisibility?.() === false) continue;
      noticed.add(id);
      model.send({ do: "seen", of: id, values: {} });
    }
  }

  function tell(html) {
    lost.innerHTML = html ?? "";
    lost.querySelector("button")?.addEventListener("click", () => window.location.reload());
  }

  function gone() {
    clearTimeout(waiting);
    waiting = 0;
    root.removeAttribute("aria-busy");
    tell(model.get("view").lost);
  }

  function act(element, more) {
    if (waiting) return; // one thing at a time: a second click before the answer is not a second answer
    acted = true;
    root.setAttribute("aria-busy", "true");
    waiting = setTimeout(gone, WAIT);
    try {
      const { do: act, of } = element.dataset;
      model.send({ do: short(act), of: short(of), values: { ...values(element.closest("form")), ...more } });
    } catch {
      gone();
    }
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    if (button && root.contains(button) && button.type !== "submit") act(button);
  });
  root.addEventListener("input", (event) => {
    const view = model.get("view");
    if (view.keep) keep({ as: view.keep.as, values: { ...draft()?.values, ...values(event.target.form), ...view.keep.more } });
  });
  root.addEventListener("toggle", notice, true);
  document.addEventListener("visibilitychange", notice);
  root.addEventListener("change", (event) => {
    const select = event.target.closest("select[data-do], input[type=range][data-do]");
    if (select && root.contains(select)) act(select);
    const file = event.target.closest("input[type=file][data-do]");
    if (file?.files[0] && root.contains(file)) {
      file.files[0].slice(0, 4 * LONGEST).text().then((text) => act(file, { text: short(text) }));
    }
  });
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    act(event.submitter?.dataset.do ? event.submitter : event.target);
  });
  model.on("change:view", show);
  show();
  if (model.get("view").live) model.send({ do: "hello", of: "", values: {} });
  const ticking = model.get("view").live ? setInterval(() => tick(root), 250) : 0;
  return () => {
    clearTimeout(waiting);
    clearInterval(ticking);
    document.removeEventListener("visibilitychange", notice);
  };
}

export default { render };
