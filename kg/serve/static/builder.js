/* The query that is built by hand goes into a field, and by a link to the editor, which asks it. */
"use strict";

(function () {
  const builder = document.querySelector("spar-natural");
  const written = document.getElementById("requete");
  const link = document.getElementById("ouvrir");
  builder.addEventListener("queryUpdated", (event) => {
    const query = builder.expandSparql(event.detail.queryString);
    written.textContent = query;
    link.href = "/sparql#query=" + encodeURIComponent(query);
    link.hidden = false;
  });
  builder.addEventListener("submit", () => { location.href = link.href; });
})();
