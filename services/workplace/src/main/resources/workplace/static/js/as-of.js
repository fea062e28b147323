/* Moves the date as the slider is moved, and the slider with the date. What is chosen is looked at by the form's button:
   each look at a child is logged, and none is to come of a slip of the hand. */
(() => {
  "use strict";
  const form = document.getElementById("as-of");
  if (!form) { return; }
  const slide = form.querySelector("input[type=range]");
  const day = form.querySelector("input[type=date]");
  const first = Date.parse(slide.dataset.first);
  const long = 24 * 60 * 60 * 1000;
  const said = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  const tell = () => slide.setAttribute("aria-valuetext", said.format(first + Number(slide.value) * long));

  slide.addEventListener("input", () => {
    day.value = new Date(first + Number(slide.value) * long).toISOString().slice(0, 10);
    tell();
  });
  day.addEventListener("input", () => {
    if (day.value) {
      slide.value = String((Date.parse(day.value) - first) / long);
      tell();
    }
  });
  tell();
  form.querySelector(".slide").hidden = false;
})();
