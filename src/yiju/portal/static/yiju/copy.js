// SPDX-License-Identifier: Apache-2.0
// Puts a copy button under each citation. Without it, the text can be selected and copied.
"use strict";
const words = document.currentScript.dataset;
for (const box of document.querySelectorAll(".cite-box")) {
  box.addEventListener("focus", () => box.select());
  if (!navigator.clipboard) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second small";
  button.textContent = words.copy;
  button.setAttribute("aria-describedby", box.id);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(box.value);
    button.textContent = words.copied;
    button.setAttribute("aria-live", "polite");
  });
  box.after(button);
}
