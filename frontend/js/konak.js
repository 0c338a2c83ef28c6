// What scripts add; every page works without them.
import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { Checkboxes } from "govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { Radios } from "govuk-frontend/dist/govuk/components/radios/radios.mjs";
import { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs";
import { startAutosave } from "./autosave.js";
import { startPalette } from "./palette.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

const parts = [Button, Checkboxes, ErrorSummary, Radios, SkipLink];

function start(scope) {
  for (const Part of parts) {
    for (const element of scope.querySelectorAll(`[data-module="${Part.moduleName}"]:not([data-started])`)) {
      element.dataset.started = "";
      new Part(element);
    }
  }
  startAutosave(scope);
}

start(document);
document.addEventListener("htmx:afterSwap", (event) => start(event.target));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector(".k-tools details[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
startPalette();
