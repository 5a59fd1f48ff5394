// Self-check questions: show the reply that the page holds for the answer given.
(() => {
  const read = {
    choice: (check) => check.querySelector("input:checked")?.value,
    number: (check) => {
      const text = typed(check).replace(/\s|,(?=\d{3}(?!\d))|개$/g, "").replace("−", "-");
      return /^-?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : NaN;
    },
    shape: (check) => {
      const inner = typed(check).replace(/^[([]\s*|\s*[)\]]$/g, "");
      const fits = /^\d+(\s*[,x×*\s]\s*\d+)*\s*,?$/.test(inner);
      return fits ? inner.match(/\d+/g).map(Number).join() : NaN;
    },
  };
  const typed = (check) => check.querySelector("input[type=text]").value.normalize("NFKC").trim();
  const strong = (text) => {
    const element = document.createElement("strong");
    element.textContent = text;
    return element;
  };

  function reply(check) {
    const box = check.querySelector(".check-reply"), words = box.dataset;
    const given = read[check.dataset.kind](check);
    const known = [...check.querySelectorAll("[data-answer]")].find(({ dataset: { answer } }) =>
      check.dataset.kind === "number" ? Number(answer) === given : answer === given);
    const empty = check.dataset.kind === "choice" ? given === undefined : !typed(check);
    const right = known !== undefined && "right" in known.dataset;
    box.className = `check-reply ${right ? "right" : "wrong"}`;
    if (empty) box.replaceChildren(words.nothing);
    else if (Number.isNaN(given)) box.replaceChildren(check.querySelector(".check-hint").textContent);
    else if (!known) box.replaceChildren(strong(words.wrong), ` ${words.other}`);
    else {
      const copy = known.querySelector("dd").cloneNode(true);
      copy.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
      box.replaceChildren(strong(right ? words.right : words.wrong), " ", ...copy.childNodes);
    }
  }

  for (const check of document.querySelectorAll("fieldset.check")) {
    const button = check.querySelector(".check-act button");
    button.hidden = false;
    button.addEventListener("click", () => reply(check));
    check.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("input") && !event.isComposing) reply(check);
    });
  }

  // Paper can't be clicked: the answers stand open there, and close again.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll(".check-answers:not([open])")];
    closed.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((details) => { details.open = false; }));
})();
