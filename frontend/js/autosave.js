// Keeps a form while it is being typed, by the same deed as its button, which goes on working without this.
// The form says how long a pause must be, and hears from the deed which versions it stands on now.

function keep(state) {
  const form = state.closest("form");
  let typed = 0; // what was typed since the page came
  let kept = 0; // how much of it the house has
  let pause = 0;
  let sending = null;

  async function send() {
    const now = typed;
    const fields = new FormData(form);
    fields.set("autosave", "1");
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields });
      const told = await answer.json();
      state.textContent = told.said;
      if (!answer.ok) return;
      kept = now;
      for (const [name, value] of Object.entries(told.fields)) {
        if (form.elements[name]) form.elements[name].value = value;
      }
    } catch {
      state.textContent = state.dataset.failed;
    }
  }

  function later() {
    clearTimeout(pause);
    pause = setTimeout(now, Number(state.dataset.autosave));
  }

  async function now() {
    if (sending) return later();
    sending = send();
    await sending;
    sending = null;
  }

  form.addEventListener("input", () => {
    typed += 1;
    later();
  });
  form.addEventListener("submit", async (event) => {
    clearTimeout(pause);
    if (!sending) return;
    event.preventDefault(); // the button goes on from what is just being kept
    await sending;
    form.submit();
  });
  addEventListener("beforeunload", () => clearTimeout(pause));
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && typed > kept && !sending) now();
  });
}

export function startAutosave(scope) {
  for (const state of scope.querySelectorAll("[data-autosave]:not([data-started])")) {
    state.dataset.started = "";
    keep(state);
  }
}
