// What scrolls sideways can be reached with the keyboard, and is no stop when it does not scroll.
(() => {
  const parts = document.querySelectorAll(".drawn-frame, div.math, .check-question, .pst-scrollable-table-container");
  const look = () => parts.forEach((part) => {
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
    else part.removeAttribute("tabindex");
  });
  look();
  addEventListener("resize", look);
})();
