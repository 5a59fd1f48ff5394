// The switch is a plain link to the same page in the other language. This adds the place on the
// page (its anchors are the same in both languages), and remembers the choice for the front page.
(() => {
  const link = document.querySelector("a.language-switch");
  if (!link) return;
  const place = () => {
    const read = [...document.querySelectorAll("article section[id]")]
      .filter((section) => section.getBoundingClientRect().top < innerHeight / 4);
    return scrollY > 100 && read.length ? `#${read.at(-1).id}` : location.hash;
  };
  const point = () => { link.hash = place(); link.search = location.search; };
  point();
  addEventListener("hashchange", point);
  for (const event of ["focus", "pointerdown", "pointerenter"]) link.addEventListener(event, point);
  link.addEventListener("click", () => {
    point();
    try { localStorage.setItem("language", link.hreflang); } catch (error) { /* storage is off */ }
  });
})();
