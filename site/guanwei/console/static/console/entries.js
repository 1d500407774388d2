/* A field that names an entry of a register: what is typed is looked for, and what is found can be chosen. */
(() => {
  "use strict";

  const WAIT = 200;
  const timers = new WeakMap();

  function listOf(input) {
    if (!input.list) {
      const list = document.createElement("datalist");
      list.id = `${input.id}-found`;
      input.after(list);
      input.setAttribute("list", list.id);
    }
    return input.list;
  }

  async function look(input) {
    const where = new URL(input.dataset.gwEntries, window.location.href);
    where.searchParams.set("q", input.value.replace(/〔\d*〕?$/, ""));
    try {
      const answer = await fetch(where, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      const said = answer.ok ? await answer.json() : { entries: [] };
      const options = said.entries.map((each) => Object.assign(document.createElement("option"), { value: each }));
      listOf(input).replaceChildren(...options);
    } catch {
      /* Without the list the name and its number can still be typed; saving says what is wrong. */
    }
  }

  function soon(input) {
    clearTimeout(timers.get(input));
    timers.set(input, setTimeout(() => look(input), WAIT));
  }

  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-gw-entries]")) soon(event.target);
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("[data-gw-entries]")) look(event.target);
  });
})();
