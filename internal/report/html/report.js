"use strict";
// Filters the groups and their places by severity, service and text. The page
// reads as well without it.
(() => {
  const form = document.querySelector(".filter");
  if (!form) return;
  const groups = [...document.querySelectorAll(".group")].map((element) => ({
    element,
    head: [...element.children].filter((c) => c.tagName !== "ARTICLE").map((c) => c.textContent).join(" ").toLowerCase(),
    places: [...element.querySelectorAll("article")].map((place) => ({ element: place, text: place.textContent.toLowerCase() })),
  }));
  const total = groups.reduce((n, g) => n + g.places.length, 0);
  const nothing = document.querySelector(".none");
  const apply = () => {
    const severities = new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
    const service = form.elements.service.value;
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { element, head, places } of groups) {
      const wanted = severities.has(element.dataset.severity) && (!service || service === element.dataset.service);
      let here = 0;
      for (const place of places) {
        const match = wanted && words.every((word) => head.includes(word) || place.text.includes(word));
        place.element.hidden = !match;
        here += match;
      }
      element.hidden = here === 0;
      shown += here;
    }
    nothing.hidden = shown > 0;
    form.querySelector("output").value = shown === total ? "" : `${shown} of ${total} places`;
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
