/* Draws the neighbourhood of a thing; the list on the page says the same, so the picture is hidden from screen readers. */
"use strict";

(function () {
  const room = document.getElementById("voisinage");
  if (!room || typeof cytoscape === "undefined") return; // the list stays
  const elements = JSON.parse(room.dataset.elements);
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue("--ink").trim();
  const line = style.getPropertyValue("--line").trim();
  const colours = {
    "délibération": "#0b6e99", "séance": "#7a5195", personne: "#c2571a", organisation: "#2f7d4f", organe: "#4f9a6d",
    convention: "#a33b6c", financement: "#8a7300", programme: "#8a7300", norme: "#6b6b6b",
  };
  const order = (node) => elements.findIndex((one) => one.data.id === node.id());
  room.hidden = false;
  room.setAttribute("aria-hidden", "true");
  const drawn = cytoscape({
    container: room,
    elements,
    userZoomingEnabled: false,
    autoungrabify: true,
    style: [
      { selector: "node", style: {
        label: (node) => (node.data("label").length > 28 ? node.data("label").slice(0, 27) + "…" : node.data("label")),
        "background-color": (node) => colours[node.data("kind")] || "#6b6b6b",
        color: ink, "font-size": 10, "text-valign": "bottom", "text-margin-y": 3, width: 16, height: 16,
      } },
      { selector: "edge", style: { width: 1, "line-color": line, "curve-style": "haystack" } },
    ],
    layout: {
      name: "concentric", // the thing in the middle, the others on one ring, or on two where they are many
      concentric: (node) => (node.id() === elements[0].data.id ? 3 : elements.length > 40 ? 1 + (order(node) % 2) : 1),
      levelWidth: () => 1, minNodeSpacing: 45, padding: 30, animate: false,
    },
  });
  drawn.nodes()[0].style({ width: 28, height: 28 });
  drawn.on("tap", "node", (event) => {
    location.href = event.target.data("href").replace("/doc/", "/voisinage/");
  });
})();
