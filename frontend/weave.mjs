// The one ornament: a woven band after the kilims of the region, drawn from this chart, one letter a knot.
const CHART = [
  "x.......x.......",
  ".x.....x.x.....x",
  "..x...x...x...x.",
  "...x.x..x..x.x..",
  "x...x..xxx..x...",
  ".x....x.x.x....x",
  "x...x..xxx..x...",
  "...x.x..x..x.x..",
  "..x...x...x...x.",
  ".x.....x.x.....x",
  "x.......x.......",
];

/** The band as an SVG tile; its colour comes from the style sheet (it is used as a mask). */
export function weave() {
  const path = CHART.flatMap((row, y) =>
    [...row].flatMap((knot, x) => (knot === "x" ? [`M${x} ${y}h1v1h-1z`] : [])),
  ).join("");
  const size = `width="${CHART[0].length}" height="${CHART.length}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} shape-rendering="crispEdges"><path d="${path}"/></svg>\n`;
}
