// Buttons with data-copy="#id" copy that element's text, of a field what stands in it; where the clipboard is closed, the text is selected instead.
function select(element) {
  if (element.select) {
    // Where it is selected alone, some browsers leave the focus at the button, and nothing would be copied.
    element.focus();
    return element.select();
  }
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

async function copy(button) {
  const source = document.querySelector(button.dataset.copy);
  const before = button.dataset.word ?? button.textContent;
  button.dataset.word = before;
  try {
    await navigator.clipboard.writeText(source.value ?? source.textContent);
    button.textContent = "Copied";
  } catch {
    select(source);
    button.textContent = "Selected: press Ctrl+C";
  }
  setTimeout(() => (button.textContent = before), 2500);
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
}
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copy(button);
});
