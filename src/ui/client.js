// Small comforts on top of pages that work without script: copy buttons, the code field, the pause before a resend, a double
// click that counts once, a preview that follows what is typed, and a page that waits for its list. What they say stands on the page, in its language.

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

for (const note of document.querySelectorAll("[data-reload-seconds]")) {
  note.hidden = false;
  // What is typed would be lost, and so would the place of who is about to type.
  const isTyping = () =>
    [...document.querySelectorAll("input")].some(
      (field) => field === document.activeElement || field.value !== field.defaultValue,
    );
  const reload = () => (isTyping() ? waitAgain() : location.reload());
  const waitAgain = () => setTimeout(reload, Number(note.dataset.reloadSeconds) * 1000);
  waitAgain();
}

const TYPED_MS = 300;

// A form's button that looks before it saves is pressed for whoever types. Of the page that would come, only the parts that the
// form names are taken, so that the fields keep their text and the focus.
for (const form of document.querySelectorAll("form[data-live]")) {
  const button = form.querySelector("button[formmethod=get]");
  let timer;
  let asked = new AbortController();
  const look = async () => {
    asked.abort();
    asked = new AbortController();
    const fields = new FormData(form);
    fields.set(button.name, button.value);
    const address = new URL(button.formAction);
    address.search = new URLSearchParams(fields);
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (answer.ok) showParts(form, new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // The page stays as it was: the next letter asks again, and the button says what is the matter.
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    if (button) timer = setTimeout(look, TYPED_MS);
  });
}

function showParts(form, page) {
  const parts = form.dataset.live.split(" ").map((id) => [document.getElementById(id), page.getElementById(id)]);
  // Without them it is another page, such as the sign-in.
  if (!parts.every(([, next]) => next)) return;
  for (const [part, next] of parts) if (!part.isEqualNode(next)) part.replaceChildren(...next.childNodes);
  showStyles(page);
}

let wantedSheets = [];

function showStyles(page) {
  const sheetsOf = (one) => [...one.querySelectorAll("link[rel=stylesheet]")];
  const addressOf = (sheet) => sheet.getAttribute("href");
  const standing = sheetsOf(document).map(addressOf);
  const missing = sheetsOf(page).filter((sheet) => !standing.includes(addressOf(sheet)));
  wantedSheets = sheetsOf(page).map(addressOf);
  // What held so far goes once the new one is there and no longer loading, so that nothing is shown without either.
  const dropOthers = () => {
    const loaded = sheetsOf(document)
      .filter(({ sheet }) => sheet)
      .map(addressOf);
    if (!wantedSheets.every((address) => loaded.includes(address))) return;
    for (const sheet of sheetsOf(document)) if (!wantedSheets.includes(addressOf(sheet))) sheet.remove();
  };
  for (const sheet of missing) {
    sheet.addEventListener("load", dropOthers);
    // The next look asks for it again.
    sheet.addEventListener("error", () => sheet.remove());
    document.head.append(sheet);
  }
  dropOthers();
}
