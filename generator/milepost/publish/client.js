(() => {
  "use strict";
  // Part of the preview only: loads the page again when it has changed, and keeps your position.
  const { watched, stamp } = document.currentScript.dataset;
  const root = document.documentElement;
  const POSITION = "milepost:position";
  const CLOSED = "milepost:closed";

  // Some browsers forbid storage in frames; then the page reloads without its position.
  const recall = (key) => { try { return sessionStorage.getItem(key); } catch { return null; } };
  const keep = (key, text) => { try { sessionStorage.setItem(key, text); } catch { /* as said */ } };
  const forget = (key) => { try { sessionStorage.removeItem(key); } catch { /* as said */ } };

  // The alert: first in the reading order, pushing the page down instead of covering it.
  const alert = document.getElementById("milepost-alert");
  if (alert) {
    const words = alert.textContent;
    const button = alert.querySelector("button");
    const makeRoom = () => {
      const height = alert.hidden ? "" : `${alert.offsetHeight}px`;
      root.style.paddingBlockStart = height;
      root.style.scrollPaddingBlockStart = height;
    };
    const close = () => {
      alert.hidden = true;
      makeRoom();
      keep(CLOSED, words);
    };
    document.body.prepend(alert);
    button.hidden = false;
    button.addEventListener("click", close);
    alert.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
    alert.hidden = recall(CLOSED) === words;
    makeRoom();
    new ResizeObserver(makeRoom).observe(alert);
    // A screen reader speaks an alert when it comes, not when it has always been there.
    addEventListener("load", () => {
      const title = document.getElementById("milepost-alert-title");
      title.replaceWith(title.cloneNode(true));
    });
  } else {
    forget(CLOSED);
  }

  // The position: how far down, what was open, what was typed where.
  const all = (selector) => [...document.querySelectorAll(selector)];
  const named = () => all("input[id]:not([type=file], [type=password]), select[id], textarea[id]");
  const page = location.pathname + location.search;

  function savePosition() {
    const active = document.activeElement;
    let selection = null;
    try { selection = [active.selectionStart, active.selectionEnd]; } catch { /* has none */ }
    keep(POSITION, JSON.stringify({
      page,
      left: scrollX,
      top: scrollY,
      open: all("details").map((one) => one.open),
      fields: named().map((one) => [one.id, one.value, one.checked === true]),
      focus: active && active.id,
      selection,
    }));
  }

  function restorePosition() {
    const text = recall(POSITION);
    forget(POSITION);
    const position = text === null ? null : JSON.parse(text);
    if (position === null || position.page !== page) return;
    const scroll = () => scrollTo({ left: position.left, top: position.top, behavior: "instant" });
    const details = all("details");
    if (details.length === position.open.length) {
      details.forEach((one, index) => { one.open = position.open[index]; });
    }
    scroll();
    // Once the page's own scripts listen, tell them what stands in its fields.
    addEventListener("load", () => {
      for (const [id, value, checked] of position.fields) {
        const one = document.getElementById(id);
        if (!one || !("value" in one)) continue;
        const differs = one.value !== value || (one.checked === true) !== checked;
        if (!differs) continue;
        one.value = value;
        if ("checked" in one) one.checked = checked;
        one.dispatchEvent(new Event("input", { bubbles: true }));
        one.dispatchEvent(new Event("change", { bubbles: true }));
      }
      const focused = position.focus && document.getElementById(position.focus);
      if (focused) {
        focused.focus({ preventScroll: true });
        try { focused.setSelectionRange(...position.selection); } catch { /* has none */ }
      }
      scroll();
      requestAnimationFrame(() => {
        scroll();
        history.scrollRestoration = "auto";
      });
    });
  }

  restorePosition();

  // What this page is made of: its own address, and every style, script and picture it loaded.
  function used() {
    const addresses = new Set(JSON.parse(watched));
    const add = (reference) => {
      try {
        const url = new URL(reference, document.baseURI);
        const address = decodeURIComponent(url.pathname.slice(1));
        if (url.origin === location.origin) addresses.add(address);
      } catch { /* no address at all */ }
    };
    performance.getEntriesByType("resource").forEach((entry) => add(entry.name));
    all("[src]").forEach((one) => add(one.getAttribute("src")));
    all("link[rel~=stylesheet], link[rel~=icon]").forEach((one) => add(one.getAttribute("href")));
    return [...addresses];
  }

  let stamps = null; // of every address of the site, as last heard
  let source = null;
  let leaving = false;
  let timer = 0;

  function reload() {
    if (leaving) return;
    leaving = true;
    savePosition();
    history.scrollRestoration = "manual";
    location.reload();
  }

  function listen() {
    clearTimeout(timer);
    if (leaving || (source && source.readyState !== EventSource.CLOSED)) return;
    const asked = new URLSearchParams(used().map((address) => ["of", address]));
    source = new EventSource(`/_milepost/events?${asked}`);
    source.onmessage = (event) => {
      const before = stamps;
      stamps = JSON.parse(event.data);
      // What was saved while this page was loading may be anything.
      const isNew = before === null
        ? event.lastEventId !== stamp
        : used().some((address) => stamps[address] !== before[address]);
      if (isNew) reload();
    };
    // A browser tries again by itself, unless it has given up.
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(listen, 1000);
    };
  }

  function rest() {
    clearTimeout(timer);
    if (source) source.close();
  }

  // A browser has only six connections to one host: pages that nobody sees give theirs back.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) timer = setTimeout(rest, 5000);
    else listen();
  });
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
