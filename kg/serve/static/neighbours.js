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
  // The thing in the middle, the others in two columns beside it (in one on a narrow screen), so that no name covers another.
  const others = elements.filter((one) => one.data.id && one.data.id !== elements[0].data.id);
  const rank = new Map(others.map((one, at) => [one.data.id, at]));
  room.hidden = false;
  room.setAttribute("aria-hidden", "true");
  const narrow = room.clientWidth < 640;
  const rows = narrow ? others.length : Math.ceil(others.length / 2);
  const step = 22;
  const side = (node) => (!rank.has(node.id()) ? 0 : narrow || rank.get(node.id()) >= rows ? 1 : -1);
  const place = (node) => {
    const at = rank.get(node.id());
    if (at === undefined) return { x: narrow ? 24 : room.clientWidth / 2, y: (rows * step) / 2 + 20 };
    const x = narrow ? 110 : side(node) < 0 ? room.clientWidth * 0.34 : room.clientWidth * 0.66;
    return { x, y: 20 + step / 2 + (side(node) < 0 || narrow ? at : at - rows) * step };
  };
  room.style.height = `${Math.max(rows * step + 40, 160)}px`;
  const drawn = cytoscape({
    container: room,
    elements,
    userZoomingEnabled: false,
    autoungrabify: true,
    style: [
      { selector: "node", style: {
        label: (node) => {
          const most = narrow ? 34 : 44;
          if (!rank.has(node.id())) return "";
          return node.data("label").length > most ? node.data("label").slice(0, most - 1) + "…" : node.data("label");
        },
        "background-color": (node) => colours[node.data("kind")] || "#6b6b6b",
        color: ink, "font-size": 12, "text-valign": "center", width: 12, height: 12,
        "text-halign": (node) => (side(node) < 0 ? "left" : "right"),
        "text-margin-x": (node) => side(node) * 5,
      } },
      { selector: "edge", style: { width: 1, "line-color": line, "curve-style": "haystack" } },
    ],
    userPanningEnabled: false,
    layout: { name: "preset", positions: place, fit: false },
  });
  drawn.nodes()[0].style({ width: 26, height: 26 });
  drawn.on("tap", "node", (event) => {
    location.href = event.target.data("href").replace("/doc/", "/voisinage/");
  });
})();
