// Choose between the drawing and the other views of the same selection.
import { byId, fill, h } from '../dom.js';
import { selection } from '../filters.js';
import { changed, state } from '../state.js';
import { t } from '../texts.js';
import { mapView } from './tilemap.js';
import { tableView } from './table.js';
import { timelineView } from './timeline.js';
import { treeView } from './trees.js';

export const VIEWS = ['graph', 'table', 'timeline', 'agencies', 'places', 'map'];
const MAKE = {
  table: () => tableView(drawView), timeline: timelineView, agencies: () => treeView('part_of', 'AGENCY'),
  places: () => treeView('located_in', 'PLACE'), map: mapView,
};

export function drawView() {
  const box = byId('view');
  const isGraph = state.view === 'graph';
  byId('canvas').hidden = !isGraph;
  byId('tools').hidden = !isGraph;
  byId('status').hidden = !isGraph;
  box.hidden = isGraph;
  if (isGraph) return fill(box);
  box.setAttribute('aria-label', t(`view.${state.view}`));
  const content = MAKE[state.view]().filter(Boolean);
  return fill(box, h('div', { class: 'viewhead' }, h('h2', {}, t(`view.${state.view}`)), h('span', { class: 'count' }, String(selection().length)), scope()),
    content.length ? content : h('p', { class: 'empty' }, t('view.empty')));
}

function scope() {
  const option = (value) => h('option', { value, selected: state.scope === value }, t(`view.scope.${value}`));
  return h('label', {}, t('view.scope'), ' ', h('select', { id: 'scope', onchange: (event) => { state.scope = event.target.value; changed('view'); } }, option('all'), option('shown')));
}
