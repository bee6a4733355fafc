// Keywords that are chosen or typed become chips at once; without this they do when the form is saved.
const box = document.querySelector("[data-interests]");
const field = box?.querySelector("[list]");

if (field) {
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").trim().toLowerCase();
  const words = new Map([...field.list.options].map((option) => [folded(option.value), option.value]));
  const chips = box.querySelector(".chips");

  const add = (word) => {
    const known = [...chips.querySelectorAll("input")].find((input) => input.value === word);
    if (known) {
      known.checked = known.defaultChecked = true;
      return;
    }
    const chip = document.createElement("label");
    chip.className = "chip";
    const input = document.createElement("input");
    Object.assign(input, { type: "checkbox", name: "interest", value: word, defaultChecked: true });
    const body = document.createElement("span");
    Object.assign(body, { className: "chip-body", dir: "auto", textContent: word });
    chip.append(input, body);
    chips.append(chip);
  };

  // What is no keyword stays in the field, so that it can be mended.
  const take = () => {
    const left = field.value.split(",").filter((text) => {
      const word = words.get(folded(text));
      if (word) add(word);
      return !word && text.trim();
    });
    field.value = left.map((text) => text.trim()).join(", ");
  };

  field.addEventListener("input", (event) => {
    const isChosen = !event.inputType || event.inputType === "insertReplacementText";
    if (isChosen || event.data === ",") take();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !words.has(folded(field.value))) return;
    event.preventDefault();
    take();
  });
}
