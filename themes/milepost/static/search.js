(function () {
  "use strict";
  var form = document.getElementById("_search"), field = document.getElementById("_q");
  var status = document.getElementById("_count"), index = document.getElementById("_index");
  var found = document.getElementById("_found");
  var counts = (status.dataset.counts || "").split("|");
  function plain(text) { return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(); }
  var pages = found ? [] : Array.from(index.querySelectorAll(".index > li")).map(function (item) {
    var parts = Array.from(item.querySelectorAll("li"));
    var own = Array.from(item.childNodes).filter(function (node) { return node.nodeName !== "UL"; });
    return {
      item: item,
      text: plain(own.map(function (node) { return node.textContent; }).join(" ")),
      parts: parts.map(function (part) { return { item: part, text: plain(part.textContent) }; })
    };
  });
  function filter() {
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
  // Of a long journal, the words stand in style sheets, which are loaded as they are needed.
  var files = {}, asked = 0;
  function load(name) {
    files[name] = files[name] || new Promise(function (done) {
      var sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = name + ".css";
      sheet.onerror = function () { done([]); };
      sheet.onload = function () {
        var text = getComputedStyle(document.documentElement).getPropertyValue("--" + name);
        done(text.trim().slice(1, -1).split("|"));
      };
      document.head.appendChild(sheet);
    });
    return files[name];
  }
  function all(names) { return Promise.all(names.map(load)); }
  function places(word) {
    return load("words").then(function (table) {
      var names = [];
      for (var n = 1; n < table.length; n += 1) {
        var next = table[n + 1], starts = table[n] <= word || table[n].indexOf(word) === 0;
        if (starts && (next === undefined || next >= word)) { names.push("words-" + n); }
      }
      return all(names);
    }).then(function (lists) {
      var at = new Set();
      [].concat.apply([], lists).forEach(function (line) {
        if (line.indexOf(word)) { return; }
        line.split(" ").slice(1).reduce(function (place, step) { at.add(place + Number(step)); return place + Number(step); }, 0);
      });
      return at;
    });
  }
  function link(title, href) {
    var item = document.createElement("li"), to = document.createElement("a");
    to.textContent = decodeURIComponent(title);
    to.href = decodeURIComponent(href);
    item.appendChild(to);
    return item;
  }
  function drawn(line, words) {
    var parts = line.split("~"), item = link(parts[0], parts[2]), list = document.createElement("ul");
    if (parts[1]) {
      var note = document.createElement("span");
      note.className = "mute";
      note.textContent = decodeURIComponent(parts[1]);
      item.append(" ", note);
    }
    for (var n = 3; n < parts.length; n += 2) {
      var text = plain(decodeURIComponent(parts[n]));
      if (words.some(function (word) { return text.indexOf(word) >= 0; })) { list.appendChild(link(parts[n], parts[n + 1])); }
    }
    if (list.firstChild) { item.appendChild(list); }
    return item;
  }
  function look() {
    var words = plain(field.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean), turn = asked += 1;
    if (!words.length) {
      found.hidden = true;
      index.hidden = false;
      status.textContent = "";
      return;
    }
    Promise.all(words.map(places)).then(function (sets) {
      var at = Array.from(sets[0]).filter(function (place) {
        return sets.every(function (set) { return set.has(place); });
      }).sort(function (a, b) { return a - b; });
      var most = counts.length - 1, shown = at.slice(0, most);
      return load("words").then(function (table) {
        var size = Number(table[0]);
        var names = shown.map(function (place) { return "pages-" + (Math.floor(place / size) + 1); });
        return all(names).then(function (lists) {
          if (turn !== asked) { return; }
          found.replaceChildren.apply(found, shown.map(function (place, n) { return drawn(lists[n][place % size], words); }));
          found.hidden = false;
          index.hidden = true;
          status.textContent = at.length > most ? status.dataset.more : counts[at.length];
        });
      });
    });
  }
  var update = found ? look : filter;
  function links() {
    return Array.from((found && !found.hidden ? found : index).querySelectorAll("a")).filter(function (link) { return link.offsetParent; });
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
