// A picture is looked at before it is sent: what would be refused does not travel.
import { state } from "./chat-send.js";

function problem({ size, type }, field) {
  if (size > Number(field.dataset.most)) return `It is larger than ${Number(field.dataset.most) >> 20} MB. Make it smaller first.`;
  // A browser may not know what it is; then the server says so.
  if (type && !field.accept.split(",").includes(type)) return "It is no JPEG, PNG or WebP. Save it as one of those first.";
  return "";
}

document.addEventListener("change", ({ target: field }) => {
  if (!field.matches?.("form[data-composer] [type=file]")) return;
  const text = field.files[0] ? problem(field.files[0], field) : "";
  field.setCustomValidity(text);
  state(field.form, text, text !== "");
});
