// Small comforts on top of pages that work without script: copy buttons, the code field, the pause before a resend, and a
// double click that counts once. What they say stands on the page, in its language.

const COPIED_MS = 2000;

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(field.value ?? field.href ?? field.textContent);
      button.textContent = button.dataset.copied;
    } catch {
      // Without the right to write, the selected text is one key away from being copied.
      if (field.select) field.select();
      else getSelection().selectAllChildren(field);
      return;
    }
    setTimeout(() => {
      button.textContent = label;
    }, COPIED_MS);
  });
}

for (const field of document.querySelectorAll("input[data-code]")) {
  field.addEventListener("input", () => {
    // Codes are pasted with blanks, hyphens and whole sentences around them.
    const digits = field.value.replace(/\D/g, "");
    if (digits !== field.value) field.value = digits;
  });
}

for (const button of document.querySelectorAll("button[data-wait-seconds]")) {
  const label = button.textContent;
  let left = Number(button.dataset.waitSeconds);
  const tick = () => {
    button.disabled = left > 0;
    button.textContent = left > 0 ? button.dataset.waitLabel.replace("{seconds}", String(left)) : label;
    if (left-- > 0) setTimeout(tick, 1000);
  };
  tick();
}

const SENT_MS = 3000;

for (const form of document.querySelectorAll("form[method=post]")) {
  let isSent = false;
  form.addEventListener("submit", (event) => {
    // The second click of a double click would replace the answer to the first, and find the code already used.
    if (isSent) event.preventDefault();
    isSent = true;
    setTimeout(() => {
      isSent = false;
    }, SENT_MS);
  });
}
