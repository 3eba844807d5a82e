(function () {
  "use strict";
  var root = document.documentElement, key = "milepost-theme", modes = ["", "light", "dark"];
  var words = { "": "Colours: as your system", light: "Colours: light", dark: "Colours: dark" };
  function stored() { try { return localStorage.getItem(key) || ""; } catch (error) { return ""; } }
  function show(mode) { if (mode) { root.dataset.theme = mode; } else { delete root.dataset.theme; } }
  var mode = words[stored()] ? stored() : "";
  show(mode);
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.getElementById("_theme");
    if (!button) { return; }
    button.textContent = words[mode];
    button.hidden = false;
    button.addEventListener("click", function () {
      mode = modes[(modes.indexOf(mode) + 1) % 3];
      show(mode);
      button.textContent = words[mode];
      try { localStorage.setItem(key, mode); } catch (error) { /* private windows may refuse */ }
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable) { return; }
    event.preventDefault();
    var field = document.getElementById("_q");
    if (field) { field.focus(); field.select(); } else { location.href = document.body.dataset.search + "#_q"; }
  });
})();
