// The switch is a plain link to the same page in the other language.
// This adds the place on the page, and remembers the choice for the front page.
(function () {
  const link = document.querySelector("a.language-switch");
  if (!link) return;
  const point = () => { link.hash = location.hash; };
  point();
  addEventListener("hashchange", point);
  link.addEventListener("click", () => {
    point();
    try { localStorage.setItem("language", link.hreflang); } catch (error) { /* storage is off */ }
  });
})();
