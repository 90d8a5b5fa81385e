// Take away what is seen: PNG, SVG, CSV, JSON.
import { graph } from './data.js';
import { h, shapePath, svg } from './dom.js';
import { evidenceOf } from './evidence.js';
import { selectedEdges, selection, visible } from './filters.js';
import { colourOf, dark, drawnNow, labelOf, network, sizeOf } from './graph.js';
import { saying } from './rows.js';
import { state } from './state.js';
import { looks, t } from './texts.js';
import { tableRows } from './views/table.js';

export const sourceLine = (name) => t('source.note', { name, date: graph.about.modified || '' }).replace(/[，, ]+$/, '');

export function save(name, type, parts) {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = h('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
export function cell(value) {
  const text = String(value ?? '');
  const safe = /^[\s]*[=+\-@\t\r＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const HEAD = ['from', 'from_type', 'predicate', 'title', 'status', 'role', 'to', 'to_type', 'weight', 'npmi', 'confidence', 'first_date', 'last_date', 'quote', 'article', 'source', 'line'];

export function csv() {
  const lines = [HEAD, ...selectedEdges().map((edge) => {
    const [proof] = evidenceOf(edge);
    return [edge.from.name, edge.from.type, edge.predicate, edge.title, edge.status, edge.role, edge.to.name, edge.to.type, edge.weight, edge.npmi || '', edge.confidence,
      edge.first, edge.last, proof?.quote, proof?.article?.name, proof?.source, proof?.line];
  })];
  return joined(lines);
}

const joined = (lines) => '\ufeff' + lines.map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n';

export function json() {
  const nodes = selection().map(({ id, type, name, kind, aliases, resolved, articles, first, last }) => ({ id, type, name, kind, aliases, resolved, articles, first_date: first, last_date: last }));
  const edges = selectedEdges().map((edge) => ({
    source: edge.from.id, target: edge.to.id, predicate: edge.predicate, title: edge.title, status: edge.status, role: edge.role, weight: edge.weight, npmi: edge.npmi, confidence: edge.confidence,
    evidence: evidenceOf(edge).map(({ quote, source, line, marks, article }) => ({ quote, source, line, marks, article: article?.name })),
  }));
  return JSON.stringify({ about: graph.about, nodes, edges }, null, 1);
}

/** The drawing as SVG, with its legend and where it comes from. */
export function svgOf(name) {
  const nodes = [...state.shown.keys()].filter(visible);
  const at = network().getPositions(nodes.map((node) => node.i));
  const xs = nodes.map((node) => at[node.i].x);
  const ys = nodes.map((node) => at[node.i].y);
  const [left, top] = [Math.min(0, ...xs) - 100, Math.min(0, ...ys) - 50];
  const [width, height] = [Math.max(600, Math.max(0, ...xs) - left + 100), Math.max(0, ...ys) - top + 110];
  const text = dark() ? '#e6e9ee' : '#1c2530';
  const ground = dark() ? '#151a21' : '#ffffff';
  const root = svg('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `${left} ${top} ${width} ${height}`, width, height, 'font-family': 'system-ui, sans-serif', 'font-size': 13, fill: text });
  root.append(svg('rect', { x: left, y: top, width, height, fill: ground }));
  root.append(...drawnNow().map((edge) => line(edge, at)), ...nodes.flatMap((node) => mark(node, at[node.i], ground)));
  root.append(...legend(left + 20, top + height - 40), words(left + 20, top + height - 16, sourceLine(name)));
  return root;
}

function words(x, y, content, attributes = {}) {
  const element = svg('text', { x, y, ...attributes });
  element.textContent = content;
  return element;
}

function line(edge, at) {
  const colour = edge.predicate === 'co_occurs_with' ? '#9aa5b1' : colourOf(looks.predicates[edge.predicate]);
  const [a, b] = [at[edge.from.i], at[edge.to.i]];
  const element = svg('line', { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: colour, 'stroke-opacity': 0.7, 'stroke-width': 1.4, 'stroke-dasharray': edge.predicate === 'co_occurs_with' ? '4 4' : 'none' });
  const title = svg('title');
  title.textContent = `${edge.from.name} – ${saying(edge)} – ${edge.to.name}`;
  element.append(title);
  return element;
}

function mark(node, { x, y }, ground) {
  const scale = sizeOf(node) / 7;
  const path = svg('path', { d: shapePath(node.type), fill: colourOf(node.type), transform: `translate(${x - 8 * scale} ${y - 8 * scale}) scale(${scale})` });
  return [path, words(x, y + sizeOf(node) + 15, labelOf(node), { 'text-anchor': 'middle', stroke: ground, 'stroke-width': 3, 'paint-order': 'stroke' })];
}

function legend(x, y) {
  return Object.keys(looks.types).flatMap((type, i) => [
    svg('path', { d: shapePath(type), fill: colourOf(type), transform: `translate(${x + i * 84} ${y - 12})` }), words(x + 20 + i * 84, y, t(type))]);
}

/** The same as PNG at twice the size: the SVG drawn on a canvas. */
export async function png(name) {
  const root = svgOf(name);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(root))}`;
  await image.decode();
  const scale = Math.min(2, 8000 / Math.max(image.width, image.height));
  const canvas = h('canvas', { width: image.width * scale, height: image.height * scale });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => { canvas.toBlob(resolve, 'image/png'); });
}

export async function take(format, name) {
  const file = (name || 'kg').replace(/[\\/:*?"<>|]/g, '_');
  if (format === 'csv') save(`${file}.csv`, 'text/csv;charset=utf-8', [csv()]);
  if (format === 'table') save(`${file}-nodes.csv`, 'text/csv;charset=utf-8', [joined(tableRows())]);
  if (format === 'json') save(`${file}.json`, 'application/json', [json()]);
  if (format === 'svg') save(`${file}.svg`, 'image/svg+xml', [new XMLSerializer().serializeToString(svgOf(name))]);
  if (format === 'png') save(`${file}.png`, 'image/png', [await png(name)]);
  if (format === 'print') window.print();
}
