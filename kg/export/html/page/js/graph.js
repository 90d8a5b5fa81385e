// The drawing: a vis-network of the nodes in state.shown, without physics.
import { graph, other, weak } from './data.js';
import { edgePasses, hubTie, visible } from './filters.js';
import { layOut } from './layout.js';
import { remember, state } from './state.js';
import { looks, shorten } from './texts.js';

export const LABEL = 12;
export const MOST_DRAWN = 300;
const drawing = { network: null, nodes: null, edges: null, drawn: [] };

export function startDrawing(container, options, handlers) {
  drawing.nodes = new vis.DataSet();
  drawing.edges = new vis.DataSet();
  drawing.network = new vis.Network(container, { nodes: drawing.nodes, edges: drawing.edges }, options);
  drawing.network.on('click', ({ nodes, edges }) => handlers.click(nodes[0] ?? null, edges[0] ?? null));
  drawing.network.on('doubleClick', ({ nodes }) => nodes.length && handlers.expand(graph.nodes[nodes[0]]));
  drawing.network.on('dragEnd', ({ nodes }) => nodes.length && dropped(graph.nodes[nodes[0]]));
  return drawing;
}

export const network = () => drawing.network;
export const dark = () => state.theme === 'dark';
export const colourOf = (type) => looks.types[type][dark() ? 'dark' : 'light'];
export const sizeOf = (node) => Math.min(20, 7 + 3 * Math.log2(1 + node.articles)) + (node.type === 'EVENT' ? 4 : 0);
export const labelOf = (node) => shorten(node.name, LABEL);

function dropped(node) {
  remember();
  const { x, y } = drawing.network.getPosition(node.i);
  state.shown.set(node, { x, y });
}

function box(node) {
  const place = state.shown.get(node) || { x: 0, y: 0 };
  const size = sizeOf(node);
  const wide = Array.from(labelOf(node)).reduce((sum, c) => sum + (c.charCodeAt(0) > 255 ? 13.4 : 7.6), 6);
  return { node, x: place.x, y: place.y, w: Math.max(size * 2, wide), h: size * 2 + 24, fixed: state.pinned.has(node) };
}

/** Lay out what is drawn; with `warm`, from where it stands now. */
export function arrange({ warm = false } = {}) {
  const boxes = [...state.shown.keys()].map(box);
  const at = new Map(boxes.map((item, i) => [item.node, i]));
  const links = drawnEdges().map((edge) => [at.get(edge.from), at.get(edge.to), weak(edge) ? 0.25 : 1]);
  const canvas = document.getElementById('canvas');
  const ratio = Math.max(0.6, Math.min(2.2, canvas.clientWidth / Math.max(1, canvas.clientHeight)));
  layOut(boxes, links, { ratio, warm, rounds: boxes.length > 150 ? 120 : 260 });
  for (const { node, x, y } of boxes) state.shown.set(node, { x: Math.round(x), y: Math.round(y) });
}

/** The edges between drawn nodes; of those in one sentence only, the two strongest a node, and none beside a role. */
export function drawnEdges() {
  const nodes = [...state.shown.keys()].filter(visible);
  const set = new Set(nodes);
  const roles = new Map();
  const beside = [];
  for (const node of nodes) {
    for (const edge of node.edges) {
      if (edge.from !== node || !set.has(edge.to) || edge.to === node || !edgePasses(edge)) continue;
      if (weak(edge)) beside.push(edge);
      else roles.set(edge, pair(edge));
    }
  }
  return [...roles.keys(), ...strongest(beside, new Set(roles.values()))];
}

const pair = ({ from, to }) => (from.i < to.i ? `${from.i} ${to.i}` : `${to.i} ${from.i}`);

function strongest(edges, taken) {
  const seen = new Map();
  const path = new Set(state.path || []);
  return edges.sort((a, b) => b.weight * (1 + b.npmi) - a.weight * (1 + a.npmi) || a.i - b.i).filter((edge) => {
    if (path.has(edge)) return true;
    if (taken.has(pair(edge)) || hubTie(edge)) return false;
    if (edge.from === state.selected || edge.to === state.selected || edge.predicate === 'reported_by') return true;
    const [a, b] = [seen.get(edge.from) || 0, seen.get(edge.to) || 0];
    seen.set(edge.from, a + 1).set(edge.to, b + 1);
    return a < 2 && b < 2;
  });
}

/** Bring the drawing to the state. */
export function draw() {
  const nodes = [...state.shown.keys()].filter(visible);
  const edges = drawnEdges();
  const near = closeTo(edges);
  drawing.drawn = edges;
  drawing.nodes.clear();
  drawing.edges.clear();
  drawing.nodes.add(nodes.map((node) => drawnNode(node, !near || near.has(node))));
  drawing.edges.add(fan(edges).map(([edge, bend]) => drawnEdge(edge, bend, emphasised(edge, near))));
  drawing.network.unselectAll();
  if (state.selected && state.shown.has(state.selected)) drawing.network.selectNodes([state.selected.i], false);
}

export const drawnNow = () => drawing.drawn;

/** The nodes that stay bright: of the path, or around the chosen node. Null when all do. */
function closeTo(edges) {
  if (state.path) return new Set(state.path.flatMap(({ from, to }) => [from, to]));
  if (state.edge) return new Set([state.edge.from, state.edge.to]);
  if (!state.selected || state.selected.type === 'ARTICLE' || !state.shown.has(state.selected)) return null;
  const touching = edges.filter((edge) => edge.from === state.selected || edge.to === state.selected);
  return new Set([state.selected, ...touching.map((edge) => other(edge, state.selected))]);
}

function emphasised(edge, near) {
  if (state.path) return state.path.includes(edge) ? 'strong' : 'faint';
  if (state.edge) return state.edge === edge ? 'strong' : 'faint';
  if (!near) return '';
  return edge.from === state.selected || edge.to === state.selected ? 'strong' : 'faint';
}

function drawnNode(node, bright) {
  const place = state.shown.get(node);
  const colour = colourOf(node.type);
  const dim = !bright || (node.hub && state.filters.hubs && node !== state.selected);
  const text = dark() ? '#e6e9ee' : '#1c2530';
  return {
    id: node.i, x: place.x, y: place.y, label: labelOf(node), shape: looks.types[node.type].shape, size: sizeOf(node),
    color: { background: colour, border: state.pinned.has(node) ? text : colour, highlight: { background: colour, border: text }, hover: { background: colour, border: text } },
    borderWidth: state.pinned.has(node) ? 3 : 1, borderWidthSelected: 2, opacity: bright ? (dim ? 0.45 : 1) : 0.22,
    shapeProperties: { borderDashes: node.resolved ? false : [3, 2] },
    font: { color: bright ? text : dark() ? '#7d8794' : '#8b95a1', size: node === state.selected ? 15 : 13, strokeWidth: 3, strokeColor: dark() ? '#151a21' : '#fbfaf8' },
  };
}

/** Several edges between the same two nodes bend apart. */
function fan(edges) {
  const count = new Map();
  return edges.map((edge) => {
    const key = pair(edge);
    count.set(key, (count.get(key) || 0) + 1);
    return [edge, count.get(key) - 1];
  });
}

function drawnEdge(edge, bend, emphasis) {
  const side = weak(edge);
  const colour = side ? (dark() ? '#5b6675' : '#b3bcc6') : colourOf(looks.predicates[edge.predicate]);
  return {
    id: edge.i, from: edge.from.i, to: edge.to.i, dashes: side ? [4, 4] : false,
    width: emphasis === 'strong' ? 2.5 : side ? 0.8 : 1.5,
    color: { color: colour, highlight: colour, hover: colour, opacity: emphasis === 'faint' ? 0.13 : side ? 0.6 : 0.8 },
    arrows: { to: { enabled: edge.predicate !== 'co_occurs_with' } },
    smooth: bend ? { enabled: true, type: bend % 2 ? 'curvedCW' : 'curvedCCW', roundness: 0.12 * Math.ceil(bend / 2) } : false,
  };
}

/** How near a drawing may come when it is fitted: nearer on a screen of many pixels. */
export const closest = () => Math.max(1.15, Math.min(2.6, window.innerHeight / 760));

export function fit() {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  drawing.network.fit({ maxZoomLevel: closest(), animation: still ? false : { duration: 250 } });
}

/** Bring a node to the middle without changing the scale much. */
export function centre(node) {
  const { x, y } = state.shown.get(node);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  drawing.network.moveTo({ position: { x, y }, scale: Math.max(0.7, drawing.network.getScale()), animation: still ? false : { duration: 250 } });
}
