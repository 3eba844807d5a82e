(function () {
  "use strict";
  var form = document.getElementById("_filters"), count = document.getElementById("_count");
  if (!form) { return; }
  var lists = Array.from(document.querySelectorAll(".group .goal-lines")).map(function (list) {
    return { list: list, items: Array.from(list.children) };
  });
  function fits(item) {
    return Array.from(form.elements).every(function (field) {
      return field.name === "sort" || !field.value || item.dataset[field.name] === field.value;
    });
  }
  function order(by) {
    return function (a, b) {
      if (by === "progress") { return (Number(b.dataset.progress) || 0) - (Number(a.dataset.progress) || 0); }
      return a.dataset[by].localeCompare(b.dataset[by]);
    };
  }
  function update() {
    var shown = 0, all = 0, by = form.elements.sort.value;
    lists.forEach(function (entry) {
      var items = by ? entry.items.slice().sort(order(by)) : entry.items, some = false;
      items.forEach(function (item) {
        item.hidden = !fits(item);
        some = some || !item.hidden;
        shown += item.hidden ? 0 : 1;
        all += 1;
        entry.list.appendChild(item);
      });
      entry.list.closest(".group").hidden = !some;
    });
    count.textContent = shown === all ? "" : (count.dataset.shown || "{shown}").replace("{shown}", shown);
  }
  form.hidden = false;
  form.addEventListener("change", update);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  update();
})();
