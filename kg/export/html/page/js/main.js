// Open the page: unpack, draw, and redraw what a change touches.
import { choose, chooseEdge, expand, startOver, unchoose } from './actions.js';
import { drawCard } from './card.js';
import { graph, load, unpack } from './data.js';
import { byId, fill, h } from './dom.js';
import { arrange, closest, draw, drawnNow, fit, network, startDrawing } from './graph.js';
import { countMonths, drawTime } from './histogram.js';
import { listenToKeys } from './keys.js';
import { readLink, writeLink } from './link.js';
import { drawPanel } from './panel.js';
import { buildIndex } from './search.js';
import { startCard } from './start.js';
import { canRedo, canUndo, changed, onChange, redo, remember, state, undo } from './state.js';
import { t } from './texts.js';
import { drawTop, openPath } from './top.js';
import { drawView } from './views/views.js';

function click(node, edge) {
  if (node !== null) choose(graph.nodes[node], { move: false });
  else if (edge !== null) chooseEdge(graph.edges[edge]);
  else unchoose();
}

function drawTools() {
  const button = (id, sign, act, off = false) => h('button', { id: `tool-${id}`, 'aria-label': t(id), title: t(id), disabled: off, onclick: act }, sign);
  const zoom = (by) => () => network().moveTo({ scale: Math.min(3, Math.max(0.1, network().getScale() * by)) });
  fill(byId('tools'), button('zoom.in', '+', zoom(1.25)), button('zoom.out', '−', zoom(0.8)), button('fit', '⤢', fit),
    button('relayout', '✲', () => { remember(); arrange(); changed(); fit(); }), button('undo', '↶', undo, !canUndo()), button('redo', '↷', redo, !canRedo()), button('reset', '⌂', startOver));
}

function redraw(what) {
  document.documentElement.dataset.theme = state.theme;
  if (what === 'language') { drawTop(); byId('language').focus(); }
  if (what !== 'view') draw();
  if (what !== 'choice' && what !== 'view') { drawPanel(); drawTime(); }
  if (what !== 'filters' && what !== 'theme' && what !== 'view') drawCard(startCard);
  if (what !== 'choice') drawView();
  drawTools();
  byId('views').value = state.view;
  byId('canvas').setAttribute('aria-label', t('canvas'));
  byId('status').textContent = t('status', { shown: state.shown.size, all: graph.nodes.length, edges: drawnNow().length });
  writeLink();
  if (what === 'view' && state.view === 'graph') { network().redraw(); fit(); }
}

function open(opening) {
  state.opening = opening.nodes.map((id) => graph.byId.get(id)).filter(Boolean);
  state.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  startDrawing(byId('canvas'), opening.options, { click, expand });
  const linked = readLink() || state.opening;
  const extra = [state.selected, ...(state.edge ? [state.edge.from, state.edge.to] : []), ...(state.path || []).flatMap(({ from, to }) => [from, to])];
  state.shown = new Map([...linked, ...extra].filter(Boolean).map((node) => [node, { x: 0, y: 0 }]));
  arrange();
  drawTop();
  onChange(redraw);
  changed();
  network().fit({ maxZoomLevel: closest(), animation: false });
  listenToKeys();
  document.addEventListener('path-from', (event) => openPath(event.detail));
  addEventListener('hashchange', () => location.reload());
}

async function start() {
  fill(byId('card'), h('p', { class: 'facts' }, t('loading')));
  const opening = JSON.parse(byId('opening').textContent);
  const columns = await unpack(byId('payload').textContent);
  byId('payload').remove();
  load(columns);
  countMonths();
  open(opening);
  document.body.dataset.ready = performance.now().toFixed(0);
  setTimeout(buildIndex);
}

start().catch((reason) => {
  fill(byId('card'), h('p', { class: 'doubts', role: 'alert' }, t('failed', { reason: String(reason) })));
  throw reason;
});
