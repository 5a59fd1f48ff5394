// Search: sections whose text holds every word that was typed, whatever its particle or plural.
(() => {
  const PARTICLES = ("은 는 이 가 을 를 의 에 로 와 과 도 만 나 며 고 란 라 든 야 께 " +
    "으로 에서 에게 까지 부터 마다 보다 처럼 만큼 조차 마저 밖에 대로 이나 이며 이고 이란 이라 이든 하고 이랑 랑 들 " +
    "에는 라는 이라는 라도 이라도 라고 이라고 으로서 로서 으로써 로써 인 일 임 입니다 이다 인가요 인지 이면 면 뿐").split(" ");
  const isKorean = (letter) => /[가-힣]/.test(letter ?? "");
  const isLatin = (letter) => /[a-z0-9_]/i.test(letter ?? "");
  const onlyParticles = (text) => text === "" || PARTICLES.some((particle) =>
    text.startsWith(particle) && onlyParticles(text.slice(particle.length)));

  // 시퀀스에서는 -> [시퀀스에서는, 시퀀스]. A stem of one syllable must be a noun of the glossary.
  function korean(word, nouns) {
    const stems = [];
    for (let end = word.length - 1; end > 0; end--) {
      const stem = word.slice(0, end);
      const long = end > 1 || nouns.has(stem) || isLatin(stem);
      if (isKorean(word[end]) && long && onlyParticles(word.slice(end))) stems.push(stem);
    }
    return [word, ...stems];
  }

  // gates -> [gates, gate]; matrices -> matrix; axis -> axes.
  const ENDINGS = [[/ices$/, "ix"], [/ices$/, "ex"], [/ies$/, "y"], [/ies$/, "ie"], [/es$/, ""],
    [/es$/, "is"], [/(?<!s)s$/, ""], [/y$/, "ies"], [/ix$/, "ices"], [/ex$/, "ices"], [/is$/, "es"]];
  const latin = (word) => word.length < 4 ? [word] : [word, ...ENDINGS
    .filter(([ending]) => ending.test(word)).map(([ending, other]) => word.replace(ending, other))];

  const forms = (word, nouns) => korean(word, nouns).flatMap((form) =>
    /^[a-z-]+$/.test(form) ? latin(form) : [form]);

  // A text without its spaces, and where each letter stood: '은닉상태' and '은닉 상태' are one word.
  function squeeze(text) {
    const letters = [], places = [];
    [...text.matchAll(/\S/gu)].forEach(({ 0: letter, index }) => {
      for (const part of letter.toLowerCase()) { letters.push(part); places.push(index); }
    });
    return { plain: letters.join(""), places, text };
  }

  // A Latin word starts where a word starts; a Korean one of a single syllable is a whole word.
  function fits({ places, text }, form, at) {
    const start = places[at], end = places[at + form.length - 1] + 1;
    if (isLatin(form[0]) && isLatin(text[start - 1])) return null;
    if (isKorean(form[0]) && form.length === 1) {
      const rest = text.slice(end).match(/^[가-힣]*/)[0];
      if (isKorean(text[start - 1]) || !onlyParticles(rest)) return null;
    }
    return [start, end];
  }

  function find(squeezed, word) {
    const marks = [];
    for (const form of word) {
      for (let at = squeezed.plain.indexOf(form); at >= 0; at = squeezed.plain.indexOf(form, at + 1)) {
        const mark = fits(squeezed, form, at);
        if (mark) marks.push(mark);
      }
    }
    return marks;
  }

  // Words that belong together may be written together: all of them as one, before each alone.
  function query(text, nouns) {
    const words = text.normalize("NFC").toLowerCase().split(/[\s,.;:!?"'()[\]]+/).filter(Boolean);
    return { words: words.map((word) => forms(word, nouns)), whole: forms(words.join(""), nouns) };
  }

  function rank([, , page, heading, sentences], { words, whole }) {
    const title = squeeze(heading || page), lines = sentences.map(squeeze);
    const hits = words.map((word) => [title, ...lines].some((line) => find(line, word).length));
    const together = [title, ...lines].some((line) => find(line, whole).length);
    if (!together && !hits.every(Boolean)) return null;
    const scored = lines.map((line) => {
      const joined = find(line, whole);
      const each = words.map((word) => find(line, word));
      const marks = joined.length ? joined : each.flat();
      return { line, marks, score: 9 * !!joined.length + 8 * joined.some(([from]) => !from) + 3 * each.filter((m) => m.length).length };
    });
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a), 
      { line: title, marks: words.flatMap((word) => find(title, word)), score: 0 });
    const inTitle = find(title, whole).length ? 40 : 6 * words.filter((w) => find(title, w).length).length;
    return { best, score: inTitle + best.score + Math.min(scored.filter((s) => s.score).length, 5) };
  }

  function marked(text, marks) {
    const piece = document.createElement("p");
    const start = Math.max(0, (marks[0]?.[0] ?? 0) - 120), end = Math.min(text.length, start + 320);
    let done = start;
    if (start) piece.append("… ");
    for (const [from, to] of [...marks].sort(([a, b], [c, d]) => a - c || d - b)) {
      if (from < done || to > end) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to);
      piece.append(text.slice(done, from), mark);
      done = to;
    }
    piece.append(text.slice(done, end), end < text.length ? " …" : "");
    return piece;
  }

  function row([address, anchor, page, heading], { best }) {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = document.documentElement.dataset.content_root + address + (anchor && `#${anchor}`);
    link.textContent = heading && heading !== page ? `${page} › ${heading}` : page;
    item.append(link, marked(best.line.text, best.marks));
    return item;
  }

  const MOST = 60;
  const input = document.querySelector(".book-search input");
  const status = document.getElementById("search-status"), list = document.getElementById("search-results");
  if (!input) return;

  function show() {
    const text = input.value.trim();
    list.replaceChildren();
    status.textContent = "";
    if (!text || !window.bookText) return;
    const asked = query(text, new Set(window.bookText.nouns));
    if (!asked.words.length) return;
    const found = window.bookText.sections
      .map((section) => ({ section, ranked: rank(section, asked) }))
      .filter(({ ranked }) => ranked)
      .sort((a, b) => b.ranked.score - a.ranked.score);
    const said = status.dataset;
    const sentence = !found.length ? said.none : found.length === 1 ? said.one
      : found.length > MOST ? said.first : said.many;
    status.textContent = sentence.replace("#", found.length);
    list.append(...found.slice(0, MOST).map(({ section, ranked }) => row(section, ranked)));
  }

  let waiting;
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 120); });
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set("q", input.value);
    history.replaceState(null, "", address);
    show();
  });
  addEventListener("DOMContentLoaded", () => { show(); if (!input.value) input.focus(); });
})();
