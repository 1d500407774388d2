// Size of the text and printing. The tools stay hidden where scripts don't run.
(function () {
  "use strict";
  const tools = document.querySelector("[data-reading-tools]");
  const text = document.querySelector("[data-reading-text]");
  if (!tools || !text) return;

  function show(size) {
    text.dataset.size = size;
    for (const button of tools.querySelectorAll("button[data-size]")) {
      button.setAttribute("aria-pressed", String(button.dataset.size === size));
    }
  }

  tools.hidden = false;
  tools.addEventListener("click", function (event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.hasAttribute("data-print")) window.print();
    else show(button.dataset.size);
  });
})();
