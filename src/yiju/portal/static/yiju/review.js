// SPDX-License-Identifier: Apache-2.0
// Walks through the proposals from the keyboard: j next, k previous, y yes, x no. Every step is
// also a link or a button, so nothing is lost without this file.
"use strict";
const proposals = [...document.querySelectorAll(".proposal")];
let place = -1;

const show = (next) => {
  if (!proposals[next]) return;
  proposals[place]?.classList.remove("here");
  document.querySelectorAll("mark.here").forEach((mark) => mark.classList.remove("here"));
  place = next;
  const proposal = proposals[place];
  proposal.classList.add("here");
  proposal.focus({ preventScroll: true });
  proposal.scrollIntoView({ block: "center" });
  const marks = document.querySelectorAll(`mark[data-name="${proposal.dataset.mark}"]`);
  marks.forEach((mark) => mark.classList.add("here"));
  marks[0]?.scrollIntoView({ block: "center" });
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (event.key === "j") show(place + 1);
  else if (event.key === "k") show(Math.max(0, place - 1));
  else if (event.key === "y" || event.key === "x") {
    proposals[place]?.querySelector(`button[data-key="${event.key}"]`)?.click();
  }
});

const named = proposals.findIndex((proposal) => `#${proposal.id}` === location.hash);
if (named >= 0) show(named);
