/* Counters under what a channel limits, the chain's fragment, and fields that only a repost has. */
(() => {
  "use strict";

  const length = (text) => [...text.replace(/\r\n/g, "\n").trim()].length;
  const parsed = (id) => JSON.parse(document.getElementById(id)?.textContent || "{}");
  const say = (words, state, numbers) =>
    words[state].replace(/\{(\w+)\}/g, (_whole, name) => numbers[name] ?? "—");
  const keys = {
    title: ["title_chars", "title_warn"],
    digest: ["digest_chars", null],
    text: ["text_chars", "text_warn"],
  };

  function limitsOf(form) {
    const account = form.querySelector("[data-gw-account]");
    return account ? parsed("gw-limits")[account.value] : undefined;
  }

  const known = (limit) => limit !== null && limit !== undefined;

  function judged(have, most, warn) {
    if (known(most) && have > most) return "over";
    if (known(warn) && have > warn) return "warn";
    return known(most) ? "plain" : "open";
  }

  function counterOf(input) {
    const wrapper = input.closest("[data-field-wrapper], .w-field__wrapper") || input.parentElement;
    let counter = wrapper.querySelector(":scope > .gw-count");
    if (!counter) {
      counter = document.createElement("p");
      counter.className = "gw-count";
      counter.setAttribute("aria-live", "polite");
      wrapper.append(counter);
    }
    return counter;
  }

  function count(input) {
    const limits = limitsOf(input.closest("[data-inline-panel-child]") || input.closest("form")) || {};
    const [mostKey, warnKey] = keys[input.dataset.gwCounted];
    const have = length(input.value);
    const most = limits[mostKey];
    const warn = warnKey ? limits[warnKey] : null;
    const state = judged(have, most, warn);
    const counter = counterOf(input);
    const sentence = say(parsed("gw-words"), state, { have, most, warn, over: have - most });
    counter.className = `gw-count gw-count--${state}`;
    if (counter.textContent !== sentence) counter.textContent = sentence;
  }

  const countAll = (root) => root.querySelectorAll("[data-gw-counted]").forEach(count);

  function showKind() {
    const kind = document.getElementById("id_kind");
    if (!kind) return;
    document.querySelectorAll("[data-gw-only-kind]").forEach((element) => {
      const section = element.closest("section") || element;
      section.hidden = !element.dataset.gwOnlyKind.split(" ").includes(kind.value);
    });
  }

  async function loadChain(chain) {
    chain.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(chain.dataset.gwChain, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      const html = await answer.text();
      if (answer.ok || answer.status === 403) chain.innerHTML = html;
      else chain.textContent = chain.dataset.gwFailed;
    } catch {
      chain.textContent = chain.dataset.gwOffline;
    }
    chain.removeAttribute("aria-busy");
  }

  const loadChains = () => document.querySelectorAll("[data-gw-chain]").forEach(loadChain);

  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-gw-counted]")) count(event.target);
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-gw-account]")) {
      countAll(event.target.closest("[data-inline-panel-child]") || document);
    }
    if (event.target.id === "id_kind") showKind();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-gw-chain-refresh]")) loadChains();
  });
  document.addEventListener("w-autosave:success", loadChains);
  document.addEventListener("DOMContentLoaded", () => {
    countAll(document);
    showKind();
    loadChains();
    const forms = document.getElementById("id_variants-FORMS");
    if (forms) new MutationObserver(() => countAll(forms)).observe(forms, { childList: true });
  });
})();
