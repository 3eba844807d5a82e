(function () {
  "use strict";
  var form = document.getElementById("_search"), field = document.getElementById("_q");
  var status = document.getElementById("_count"), index = document.getElementById("_index");
  var counts = (status.dataset.counts || "").split("|");
  function plain(text) { return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(); }
  var pages = Array.from(index.querySelectorAll(".index > li")).map(function (item) {
    var parts = Array.from(item.querySelectorAll("li"));
    var own = Array.from(item.childNodes).filter(function (node) { return node.nodeName !== "UL"; });
    return {
      item: item,
      text: plain(own.map(function (node) { return node.textContent; }).join(" ")),
      parts: parts.map(function (part) { return { item: part, text: plain(part.textContent) }; })
    };
  });
  function update() {
    var words = plain(field.value).split(/\s+/).filter(Boolean), found = 0;
    function has(text) { return words.every(function (word) { return text.indexOf(word) >= 0; }); }
    pages.forEach(function (page) {
      var whole = has(page.text), some = false;
      page.parts.forEach(function (part) {
        var hit = has(part.text) || has(page.text + " " + part.text);
        part.item.hidden = !hit;
        some = some || hit;
      });
      page.item.hidden = !(whole || some);
      found += page.item.hidden ? 0 : 1;
    });
    index.querySelectorAll("section").forEach(function (section) {
      section.hidden = !section.querySelector(".index > li:not([hidden])");
    });
    status.textContent = words.length ? counts[found] || found : "";
  }
  function links() {
    return Array.from(index.querySelectorAll("a")).filter(function (link) { return link.offsetParent; });
  }
  form.hidden = false;
  field.addEventListener("input", update);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = links()[0];
    if (first && field.value.trim()) { first.click(); }
  });
  document.addEventListener("keydown", function (event) {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") { field.value = ""; update(); field.focus(); }
    if (!step) { return; }
    var all = links(), at = all.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== field) { return; }
    event.preventDefault();
    if (at + step < 0) { field.focus(); } else if (all[at + step]) { all[at + step].focus(); }
  });
  update();
  field.focus();
})();
