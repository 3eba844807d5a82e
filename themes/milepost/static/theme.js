(function () {
  var root = document.documentElement, modes = ["system", "light", "dark"], at = 0, key = "milepost-theme";
  var able = CSS.supports("color", "light-dark(#000, #fff)");
  function show() { if (at) { root.dataset.theme = modes[at]; } else { delete root.dataset.theme; } }
  try { at = Math.max(0, modes.indexOf(localStorage.getItem(key))); } catch (refused) { at = 0; }
  if (able) { show(); }
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.getElementById("_theme");
    if (!button || !able) { return; }
    function label() { button.textContent = button.dataset[modes[at]] || modes[at]; }
    label();
    button.hidden = false;
    button.onclick = function () {
      at = (at + 1) % 3;
      show();
      label();
      try { localStorage.setItem(key, modes[at]); } catch (refused) { return; }
    };
  });
  document.addEventListener("keydown", function (event) {
    var field = document.getElementById("_q");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) { return; }
    event.preventDefault();
    if (field) { field.focus(); } else { location.href = document.body.dataset.search + "#_q"; }
  });
})();
