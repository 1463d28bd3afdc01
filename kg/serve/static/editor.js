/* Sets the SPARQL editor up: our endpoint alone, our prefixes, classes and properties, the questions as examples. */
"use strict";

(function () {
  const room = document.getElementById("atelier");
  if (!room || typeof Yasgui === "undefined") return; // the plain form stays
  const told = JSON.parse(room.dataset.settings);
  const endpoint = new URL("/sparql", location.href).href;

  /* The values of one column of a query; none where it fails: an editor without suggestions is still an editor. */
  function column(query) {
    const asked = endpoint + "?format=json&query=" + encodeURIComponent(query);
    return fetch(asked)
      .then((answer) => (answer.ok ? answer.json() : { results: { bindings: [] } }))
      .then((answer) => answer.results.bindings.map((row) => row.x.value))
      .catch(() => []);
  }

  /* Asked once, and only when somebody wants to be helped: it reads the whole graph. */
  function completer(name, query) {
    let known = null;
    const get = (_, token) => {
      known = known || column(query);
      const begun = (token && (token.autocompletionString || token.string)) || "";
      return known.then((iris) => iris.filter((iri) => iri.startsWith(begun)));
    };
    Yasgui.Yasqe.forkAutocompleter(name, { name, get, bulk: false, autoShow: false, persistenceId: null });
  }

  const prefixes = Object.entries(told.prefixes).map(([name, iri]) => name + ": <" + iri + ">");
  Yasgui.Yasqe.forkAutocompleter("prefixes", { name: "prefixes", persistenceId: null, get: () => prefixes });
  completer("class", "SELECT DISTINCT ?x { ?s a ?x } ORDER BY ?x LIMIT 500");
  completer("property", "SELECT DISTINCT ?x { ?s ?x ?o } ORDER BY ?x LIMIT 500");
  Object.assign(Yasgui.Yasqe.defaults, {
    value: told.start, prefixCcApi: null, screenReaderLabel: "Requête SPARQL",
  });
  Object.assign(Yasgui.Yasqe.defaults.requestConfig, { endpoint, method: "POST" });
  Yasgui.Yasr.defaults.prefixes = told.prefixes;

  room.hidden = false;
  document.getElementById("simple").open = false;
  const editor = new Yasgui(document.getElementById("editeur"), {
    requestConfig: { endpoint: endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [{ endpoint: endpoint }] },
    copyEndpointOnNewTab: false,
    autofocus: false,
    tabName: "Requête",
    persistenceId: "deliberations",
  });

  /* The editor leaves the field for the size of its pages without a name. */
  new MutationObserver(() => {
    for (const field of document.querySelectorAll("#editeur select.tableSizer:not([aria-label])")) {
      field.setAttribute("aria-label", "Lignes par page");
    }
  }).observe(document.getElementById("editeur"), { childList: true, subtree: true });

  document.getElementById("exemple").addEventListener("change", (event) => {
    const example = told.examples[event.target.value];
    if (!example) return;
    const tab = editor.addTab(true, { name: example.title });
    tab.setQuery(example.query);
  });
})();
