// <rnn-trace> turns the tables inside it into a stepper over time. The tables stay its only data:
// they are what is read without this script, and what the last part of the stepper unfolds to.
// Several copies of this script on one page do no harm: the first one defines the element.
(() => {
  const css = STYLE, words = WORDS;

  // node("td", { class: "a" }, "text", child): an element with attributes and content
  const node = (tag, attributes = {}, ...content) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...content);
    return made;
  };
  const text = (element) => element.textContent.trim();
  const number = (shown) => parseFloat(shown.replace("−", "-").replace("inf", "Infinity"));

  // One table -> { title, backwards, labels, mask, values: [{ name, shape, code, label, rows }] }
  function readTable(table) {
    const title = text(table.caption), values = [];
    const heads = [...table.tHead.rows[0].cells].slice(1).map((head) => head.textContent);
    const layer = { title: title.replace(" ←", ""), backwards: title.endsWith("←"), values };
    layer.labels = heads.map((head) => head.slice(head.indexOf(" ") + 1));  // "3 l"
    let line = {};
    for (const row of table.tBodies[0].rows) {
      const [head] = row.cells, numbers = [...row.querySelectorAll("td")].map(text);
      if (!numbers.length) {
        const code = head.querySelector("code");
        line = { code: text(code), label: head.lastChild.textContent.trim() };
      } else if (head.colSpan > 1) {
        layer.mask = numbers;
      } else {
        if (head.hasAttribute("rowspan")) {
          const [name, shape] = text(head).split(/ (.*)/);
          values.push({ name, shape: shape.replace(/, \d+(, \d+)/, "$1"), ...line, rows: [] });
        }
        values.at(-1).rows.push(numbers);
      }
    }
    return layer;
  }

  // The book's sign of a value at time t: x_3, h_2 for h_prev, z with a small f, h with a tilde.
  function sign({ name }, t, backwards) {
    const before = name.endsWith("_prev");
    const [letter, block] = name.replace("_prev", "").split("_");
    const timed = !block && "xhcy".includes(letter);
    const small = timed ? String(t + 1 + (before ? (backwards ? 1 : -1) : 0)) : block;
    const made = node("i", {}, letter === "hh" ? "h\u0303" : letter);
    return small ? [made, node("sub", {}, small)] : [made];
  }
  const role = ({ name }) =>
    name === "x" ? "input" : /^[hcy](_prev)?$/.test(name) ? "state" : "gate";

  // How strongly a number is coloured: 0 to 1 of the largest one of its value, over all steps.
  function paint(cell, shown, largest) {
    const v = number(shown) || 0;
    cell.style.setProperty("--v", (Math.min(1, Math.abs(v) / largest) ** 0.7).toFixed(2));
    cell.className = v < 0 ? "minus" : "plus";
  }
  const largest = (value, from = 0) =>
    value.rows.flat().map(number).filter(Number.isFinite)
      .reduce((most, v) => Math.max(most, Math.abs(v)), from) || 1;

  class RnnTrace extends HTMLElement {
    connectedCallback() {
      // While a page is being read the tables are not there yet; the script behind them calls.
      if (this.querySelector("table")) this.show();
    }

    show() {
      if (this.shadowRoot) return;
      const jupyter = document.querySelector(
        "#jupyter-config-data, body.notebook_app, body[data-jp-theme-name]");
      const own = this.closest("[lang]");
      const language = (!jupyter && own && own.lang) || navigator.language;
      this.words = words[language.startsWith("ko") ? "ko" : "en"];
      this.sequences = [...this.querySelectorAll("details")]
        .map((part) => [...part.querySelectorAll("table")].map(readTable));
      if (!this.sequences.length) return;
      this.b = this.t = 0;
      this.T = Math.max(...this.sequences[0].map((layer) => layer.labels.length));
      const frame = node("section", {
        "aria-label": this.words.title.replace("{}", this.sequences[0].map((l) => l.title).join(", ")),
        lang: language.startsWith("ko") ? "ko" : "en",
      }, this.controls(), ...this.sequences[0].map((layer, n) => this.card(layer, n)), this.notes());
      // Jupyter must not take the slider's keys for its own
      this.setAttribute("data-lm-suppress-shortcuts", "true");
      frame.addEventListener("keydown", (event) => {
        if (/^(Arrow|Home|End|Page)/.test(event.key)) event.stopPropagation();
      });
      this.attachShadow({ mode: "open" }).append(node("style", {}, css), frame);
      this.update();
    }

    controls() {
      const w = this.words, last = this.T - 1;
      const button = (label, sign, step) => {
        const made = node("button", { type: "button", "aria-label": label, title: label }, sign);
        made.onclick = () => this.go(this.t + step);
        return made;
      };
      this.back = button(w.previous, "‹", -1);
      this.forth = button(w.next, "›", 1);
      this.slider = node("input",
        { type: "range", min: 0, max: last, step: 1, value: 0, "aria-label": w.time });
      this.slider.oninput = () => this.go(this.slider.valueAsNumber);
      this.strip = node("div", { class: "strip", "aria-hidden": "true" });
      this.now = node("p", { class: "now", role: "status", "aria-live": "polite" });
      const bar = node("div", { class: "bar" }, this.back,
        node("div", { class: "time" }, this.strip, this.slider), this.forth);
      return node("div", { class: "controls" }, this.chooser(), bar, this.now);
    }

    // A list of the sequences of the batch, when there are several
    chooser() {
      if (this.sequences.length < 2) return "";
      const list = node("select", {}, ...[...this.querySelectorAll("summary")]
        .map((title, b) => node("option", { value: b }, text(title))));
      list.onchange = () => { this.b = Number(list.value); this.update(); };
      return node("label", {}, this.words.sequence + " ", list);
    }

    card(layer, n) {
      const width = Math.max(...layer.values.map((value) => value.rows.length));
      const units = [...Array(width).keys()].map((unit) => node("th", { scope: "col" }, `[${unit}]`));
      const table = node("table", {}, node("caption", {}, layer.title),
        node("thead", {}, node("tr", {}, node("th", { scope: "col" }, this.words.value), ...units,
          node("td", { class: "rest", "aria-hidden": "true" }))));
      let group, code;
      layer.rows = layer.values.map((value) => {
        if (!group || value.code !== code) {
          table.append(group = node("tbody", {}));
          if (value.code) group.append(this.equation(value, width));
          code = value.code;
        }
        const said = { title: value.name, "aria-label": `${value.name} ${value.shape}` };
        const head = node("th", { scope: "row", class: role(value), ...said });
        const cells = value.rows.map(() => node("td"));
        const rest = node("td",
          { class: "rest", colspan: width - cells.length + 1, "aria-hidden": "true" });
        group.append(node("tr", {}, head, ...cells, rest));
        return { head, cells };
      });
      layer.note = node("p", { class: "note" });
      const scroller = node("div",
        { class: "values", role: "region", "aria-label": layer.title }, table);
      new ResizeObserver(() => {  // the keyboard must reach what can be scrolled, and only that
        scroller.tabIndex = scroller.scrollWidth > scroller.clientWidth ? 0 : -1;
      }).observe(scroller);
      const last = (value) => String(value.rows.map((row) => row.at(-1)));
      const below = n && this.sequences[0][n - 1].values.at(-1);
      const fed = below && last(below) === last(layer.values[0]);
      return node("div", { class: fed ? "card fed" : "card" }, scroller, layer.note);
    }

    equation({ code, label }, width) {
      const place = `equation-${label}`;
      const link = document.getElementById(place)
        ? node("a", { href: `#${place}` }, label) : node("span", {}, label);
      return node("tr", { class: "equation" }, node("th", { colspan: width + 2, scope: "rowgroup" },
        node("span", { "aria-hidden": "true" }, "↓"), " ", node("code", {}, code), " ", link));
    }

    notes() {
      const w = this.words, cut = this.dataset.cut;
      const said = cut && node("p", { class: "cut" },
        `${w.cut}: ${cut.replace(/[HTB](?= )/g, (axis) => w[axis])}`);
      return node("div", { class: "notes" }, node("p", {}, w.colours), said || "",
        node("details", {}, node("summary", {}, w.all), node("div", { class: "all" }, node("slot"))));
    }

    go(t) {
      this.t = Math.min(this.T - 1, Math.max(0, t));
      this.update();
    }

    update() {
      const shape = this.sequences[0], layers = this.sequences[this.b], t = this.t;
      layers.forEach((layer, n) => this.fill(shape[n], layer, t));
      // The topmost result that every time step has
      const state = layers.map((layer) => layer.values.at(-1)).findLast((v) => v.rows[0][0]);
      const label = layers[0].labels[t], numbers = state ? state.rows.map((row) => row[t]) : [];
      this.slider.value = t;
      this.slider.setAttribute("aria-valuetext", `t = ${t + 1}${label ? ", " + label : ""}`);
      this.back.setAttribute("aria-disabled", t === 0);
      this.forth.setAttribute("aria-disabled", t === this.T - 1);
      const sum = state ? `: ${state.name} = ${numbers.join("  ")}` : "";
      this.now.replaceChildren(node("b", {}, `t = ${t + 1}`), label ? ` (${label})` : "", sum);
      this.drawStrip(layers[0].labels, state || { rows: [] });
    }

    // The numbers of one layer at one time step, into the table that card() made
    fill(made, layer, t) {
      const notes = [layer.backwards && this.words.backwards];
      layer.values.forEach((value, n) => {
        const { head, cells } = made.rows[n], most = largest(value, 1);
        head.replaceChildren(node("span", {}, ...sign(value, t, layer.backwards)), " ",
          node("small", {}, value.shape));
        value.rows.forEach((row, unit) => {
          cells[unit].textContent = row[t];
          paint(cells[unit], row[t], most);
        });
        if (!value.rows[0][t] && !notes.includes(this.words.last)) notes.push(this.words.last);
      });
      const masked = layer.mask?.[t] === "0";
      if (masked) notes.push(this.words.masked);
      made.note.parentNode.classList.toggle("masked", masked);
      made.note.textContent = notes.filter(Boolean).join(" ");
    }

    // Behind the slider: what is read at each step, and the topmost state over time
    drawStrip(labels, state) {
      const most = largest(state, 1), few = this.T <= 12, named = labels.some(Boolean);
      const sign = (label, t) => label === " " ? "␣" : label ? label : named ? "·"
        : few || t % 5 === 4 ? String(t + 1) : "";
      this.style.setProperty("--steps", this.T);
      this.style.setProperty("--rows", state.rows.length);
      this.strip.replaceChildren(...labels.map((label, t) => node("div", {},
        node("span", {}, sign(label, t)),
        ...state.rows.map((row) => {
          const cell = node("i");
          paint(cell, row[t], most);
          return cell;
        }))));
    }
  }

  if (!customElements.get("rnn-trace")) customElements.define("rnn-trace", RnnTrace);
  document.querySelectorAll("rnn-trace").forEach((element) => element.show && element.show());
})();
