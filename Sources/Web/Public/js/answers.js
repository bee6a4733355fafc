// An answer that the address names (/help#ID) is opened; without scripts its question is there to be pressed.
function openNamed() {
  const id = decodeURIComponent(location.hash.slice(1));
  const answer = document.getElementById(id);
  if (!answer?.matches("details")) return;
  answer.open = true;
  answer.scrollIntoView({ block: "start" });
}

openNamed();
addEventListener("hashchange", openNamed);
