// A page of a class asks the server every few seconds whether it is still the seat. It says when the line is lost, loads
// itself again when its kernel is gone, and says so when the seat is open elsewhere or was revoked.
(() => {
  const EVERY = 3000; // ms
  const TOO_LONG = 45000; // ms without the server, after which widgets no longer find their way back by themselves
  const words = JSON.parse(document.getElementById("rd-class-words").textContent);
  const kernel = () => JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}").kernelId;
  const bar = document.body.appendChild(document.createElement("div"));
  bar.className = "rd-class-bar";
  bar.setAttribute("role", "alert");
  bar.hidden = true;
  let lostAt = 0;

  function forget() {
    try {
      sessionStorage.clear(); // what was half entered: the seat is nobody's here any more
    } catch {
      // a browser that keeps nothing
    }
  }

  function say(key, button) {
    if (bar.dataset.key === key) return;
    bar.dataset.key = key;
    bar.hidden = !key;
    bar.replaceChildren();
    if (!key) return;
    bar.append(words[key], words[`${key}-why`] ? ` ${words[`${key}-why`]} ` : " ");
    if (button) {
      const element = bar.appendChild(document.createElement("button"));
      element.type = "button";
      element.textContent = words.here;
      element.addEventListener("click", button);
    }
  }

  async function here() {
    const token = document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? "";
    await fetch("/here", { method: "POST", headers: { "X-XSRFToken": token }, redirect: "manual" });
    location.reload();
  }

  function reload() {
    say("gone");
    setTimeout(() => location.reload(), 500 + Math.random() * 2500); // a class comes back one after another
  }

  async function ask() {
    let state;
    try {
      const answer = await fetch(`/pulse?kernel=${kernel() ?? ""}`, { signal: AbortSignal.timeout(8000) });
      state = (await answer.json()).state;
    } catch {
      lostAt ||= Date.now();
      say("offline");
      setTimeout(ask, EVERY);
      return;
    }
    const away = lostAt && Date.now() - lostAt;
    lostAt = 0;
    if (state === "here" && away < TOO_LONG) say("");
    else if (state === "here" || state === "gone") return reload();
    else if (state === "moved") return say("moved", here);
    else if (state === "elsewhere") return say("elsewhere", () => location.reload());
    else {
      forget();
      return say(state);
    }
    setTimeout(ask, EVERY);
  }

  window.addEventListener("online", () => lostAt && ask());
  setTimeout(ask, EVERY);
})();
