/* What stands on the editor's screen now: its texts, each with its name for the server and for people, and facts. */
(() => {
  "use strict";
  const gw = (window.guanwei ||= {});

  const value = (form, name) => form.elements[name]?.value || "";
  const id = (said) => (/^\d+$/.test(said || "") ? Number(said) : null);
  const is = (input) => input && !input.closest("template");

  function named(form, name, part) {
    const input = form.querySelector(`#id_${name}`);
    return is(input) ? [{ key: name, part, field: gw.plainField(input) }] : [];
  }

  function fieldsIn(block) {
    const rich = [...block.querySelectorAll(".Draftail-Editor__wrapper")].map((each) => each.parentElement);
    const plain = [...block.querySelectorAll('input[type="text"], textarea')];
    return [
      ...rich.map((each) => gw.richField(each.querySelector("input"))),
      ...plain.filter((each) => !each.closest(".Draftail-Editor__wrapper")).map(gw.plainField),
    ];
  }

  function body(form, words) {
    const blocks = [...form.querySelectorAll('[data-contentpath="body"] [data-streamfield-child]')];
    const shown = blocks.filter((block) => !block.querySelector(':scope > input[name$="-deleted"]')?.value);
    return shown.flatMap((block, index) => {
      const type = block.querySelector(".c-sf-block__type")?.firstChild?.textContent.trim() || "";
      const part = gw.say(words.block, { number: index + 1, type });
      return fieldsIn(block).map((field) => ({ part, field }));
    }).map((each, index) => ({ key: `body:${index}`, ...each }));
  }

  function variants(form, words) {
    return [...form.querySelectorAll("#id_variants-FORMS > [data-inline-panel-child]")].flatMap((row, index) => {
      const of = (name) => row.querySelector(`[name$="-${name}"]`);
      if (of("DELETE")?.value === "1" || of("DELETE")?.checked) return [];
      const chosen = of("account");
      const account = chosen?.value ? chosen.selectedOptions[0].text : gw.say(words.row, { number: index + 1 });
      return ["title", "text"].filter(of).map((name) => ({
        key: `variant:${index}:${name}`,
        part: gw.say(words[name], { account }),
        field: gw.plainField(of(name)),
        account: id(chosen?.value),
        number: id(of("number")?.value),
      }));
    });
  }

  function facts(form) {
    const found = {};
    form.querySelectorAll('[name^="fact_"]').forEach((each) => {
      const ticked = each.type === "checkbox" || each.type === "radio";
      if (!ticked || each.checked) found[each.name] = each.value;
      else found[each.name] ??= "";
    });
    return found;
  }

  gw.say = (words, given) => words.replace(/\{(\w+)\}/g, (_whole, name) => given[name] ?? "");
  gw.textsOn = (form, words) => [
    ...named(form, "title", words.heading),
    ...body(form, words),
    ...variants(form, words),
    ...named(form, "apology", words.apology),
  ];
  gw.stateOf = (form, panel, texts) => ({
    family: panel.dataset.gwFamily,
    object_id: id(panel.dataset.gwObject),
    kind: value(form, "kind"),
    supplier: id(value(form, "supplier")),
    manager: id(value(form, "manager")),
    source_name: value(form, "source_name"),
    source_url: value(form, "source_url"),
    original_title: value(form, "original_title"),
    fields: facts(form),
    texts: texts.map(({ key, part, field, account, number }) => (
      { key, part, text: field.read(), account: account ?? null, number: number ?? null }
    )),
  });
})();
