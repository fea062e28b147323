/*
 * Keeps an open page true without moving it about. A ring (server-sent event) makes it ask for its own address again;
 * what has changed is told in #changes, which is read out, and the list is renewed only while nobody is in it: what is
 * ticked or being read stays as it is. By itself it asks each minute while it cannot hear the bell, and seldom while it
 * can: each look is a row in the access log for each child of the list, and what time alone changes is told and rings too.
 * Without this script the page is right when it is loaded.
 */
(() => {
  "use strict";
  const live = document.getElementById("live");
  const all = document.querySelector("[data-choose-all]");
  const list = () => document.getElementById("alerts");

  document.addEventListener("click", event => {
    if (event.target.closest("[data-choose-all]")) {
      document.querySelectorAll("#alerts input[name=alert]").forEach(box => { box.checked = true; });
    }
  });
  if (all) { all.hidden = false; }
  if (!live || !live.dataset.look) { return; }

  const busy = () => {
    const part = list();
    return part && (part.contains(document.activeElement) || part.querySelector("input[type=checkbox]:checked"));
  };

  const renew = page => {
    const told = page.getElementById("changes");
    const here = document.getElementById("changes");
    if (told && here && told.innerHTML !== here.innerHTML) {
      here.replaceChildren(...[...told.childNodes].map(node => document.importNode(node, true)));
    }
    const fresh = page.getElementById("alerts");
    if (fresh && list() && !busy()) {
      list().replaceWith(document.importNode(fresh, true));
      const choose = document.querySelector("[data-choose-all]");
      if (choose) { choose.hidden = false; }
    }
  };

  const MINUTE = 60000;
  const SELDOM = 15 * MINUTE;
  let bell = null;
  let last = Date.now();
  const hears = () => bell !== null && bell.readyState === EventSource.OPEN;

  let looking = false;
  let again = false;
  let missed = false;
  const look = async () => {
    if (document.hidden) { return; }
    // What is on its way may have been answered before this ring: it is asked for once more when that has come.
    if (looking) { again = true; return; }
    looking = true;
    again = false;
    try {
      // As what a page does by itself: nobody stays signed in by it.
      const answer = await fetch(live.dataset.look, { headers: { "HX-Request": "true" }, redirect: "error" });
      if (answer.status === 401) {
        // Signed out meanwhile: said so, and nothing that has been ticked or filled in is touched.
        document.getElementById("changes").textContent = live.dataset.over;
      }
      if (answer.ok) {
        last = Date.now();
        missed = false;
        renew(new DOMParser().parseFromString(await answer.text(), "text/html"));
      } else {
        missed = true;
      }
    } catch (away) {
      // The page stands as it was; the next ring or minute tries again.
      missed = true;
    } finally {
      looking = false;
      if (again) { look(); }
    }
  };

  window.setInterval(() => {
    if (!hears() || missed || Date.now() - last >= SELDOM) { look(); }
  }, MINUTE);
  document.addEventListener("visibilitychange", look);
  if (live.dataset.bell && window.EventSource) {
    bell = new EventSource(live.dataset.bell);
    let connected = false;
    bell.addEventListener("ring", look);
    // What rang while the line was broken has been missed.
    bell.addEventListener("open", () => {
      if (connected) { look(); }
      connected = true;
    });
    window.addEventListener("pagehide", () => bell.close());
  }
})();
