// The console: sends the document to /graphql and shows what comes back. The
// token is kept in its field only. A document may come in the fragment of the
// address (#document=…), which browsers do not send.
"use strict";

const at = (id) => document.getElementById(id);
const texts = document.querySelector("main").dataset;

function say(text, wrong) {
  at("status").value = text;
  at("status").classList.toggle("wrong", wrong);
}

// paint writes JSON with its names, texts and numbers in colour.
function paint(value) {
  const json = JSON.stringify(value, null, 2);
  const token = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*|true|false|null/g;
  const out = document.createDocumentFragment();
  let done = 0;
  for (const found of json.matchAll(token)) {
    out.append(json.slice(done, found.index));
    const span = document.createElement("span");
    span.className = found[2] ? "key" : found[1] ? "text" : "number";
    span.textContent = found[0];
    out.append(span);
    done = found.index + found[0].length;
  }
  out.append(json.slice(done));
  at("answer").replaceChildren(out);
}

function variables() {
  const text = at("variables").value.trim();
  const value = text === "" ? {} : JSON.parse(text);
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new TypeError();
  return value;
}

async function run() {
  if (at("run").disabled) return;
  const request = { query: at("document").value };
  try {
    request.variables = variables();
  } catch {
    say(texts.badVariables, true);
    at("variables").focus();
    return;
  }
  const headers = { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" };
  const token = at("token").value.trim();
  if (token !== "") headers.Authorization = "Bearer " + token;
  at("run").disabled = true;
  say(texts.waiting, false);
  const start = performance.now();
  try {
    const response = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify(request) });
    const answer = await response.json();
    paint(answer);
    say(`${response.status} · ${Math.round(performance.now() - start)} ms`, Boolean(answer.errors));
  } catch {
    say(texts.failed, true);
  } finally {
    at("run").disabled = false;
  }
}

at("run").addEventListener("click", run);
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});

const given = new URLSearchParams(location.hash.slice(1));
if (given.has("document")) at("document").value = given.get("document");
if (given.has("variables")) at("variables").value = given.get("variables");
