// The bar on top: search, views, path, export, theme, language.
import { choose, connect, startOver } from './actions.js';
import { graph } from './data.js';
import { announce, byId, fill, h, icon } from './dom.js';
import { take } from './export.js';
import { search } from './search.js';
import { changed, state } from './state.js';
import { looks, setLanguage, language, t } from './texts.js';
import { VIEWS } from './views/views.js';

const PER_TYPE = 6;
const ends = { from: null, to: null };

export const title = () => byId('top').dataset.heading || t('title');

export function drawTop() {
  const about = graph.about;
  const counts = t('counts', { nodes: graph.nodes.length, edges: graph.edges.length, articles: about.articles ?? 0 });
  fill(byId('top'), h('button', { id: 'menu', 'aria-label': t('filters.open'), onclick: () => document.body.classList.toggle('has-panel') }, '☰'),
    h('div', { class: 'name' }, h('h1', {}, h('button', { title: t('reset'), onclick: startOver }, title())), h('span', { class: 'counts' }, counts)),
    finder('search', t('search'), (node) => choose(node)),
    h('div', { class: 'bar' }, h('label', { class: 'views' }, h('span', { class: 'offscreen' }, t('view.label')), h('select', { id: 'views', onchange: (event) => { state.view = event.target.value; changed('view'); } },
      VIEWS.map((view) => h('option', { value: view, selected: view === state.view }, t(`view.${view}`))))),
    h('button', { id: 'path-open', 'aria-expanded': 'false', onclick: () => openPath() }, t('path')), exporter(),
    h('button', { id: 'theme', 'aria-label': t('theme'), title: t('theme'), onclick: switchTheme }, '◐'),
    h('button', { id: 'language', onclick: () => { setLanguage(language() === 'en' ? 'zh' : 'en'); changed('language'); } }, t('language'))),
    h('div', { id: 'pathbox', hidden: true }));
}

function exporter() {
  const list = h('div', { class: 'menu', id: 'export-list', hidden: true }, ['png', 'svg', 'csv', 'table', 'json', 'print'].map((format) => h('button', { 'data-format': format, onclick: () => { list.hidden = true; take(format, title()); } }, t(`export.${format}`))));
  const button = h('button', { id: 'export', 'aria-expanded': 'false', 'aria-controls': 'export-list', onclick: () => { list.hidden = !list.hidden; button.setAttribute('aria-expanded', String(!list.hidden)); } }, t('export'));
  return h('div', { class: 'drop' }, button, list);
}

export function switchTheme() {
  state.theme = state.theme === 'dark' ? 'light' : 'dark';
  changed('theme');
}

/** A search field with its list, for the mouse and the keyboard. */
function finder(id, label, pick) {
  const list = h('div', { id: `${id}-list`, class: 'found', role: 'listbox', 'aria-label': label, hidden: true });
  const input = h('input', { id, type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: false, placeholder: label, 'aria-label': label, 'aria-expanded': 'false', 'aria-controls': `${id}-list`, 'aria-autocomplete': 'list' });
  const close = () => { list.hidden = true; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); };
  const take = (node) => { input.value = node.name; close(); pick(node); };
  input.addEventListener('input', () => { showHits(input, list, take); });
  input.addEventListener('focus', () => input.value && showHits(input, list, take));
  input.addEventListener('keydown', (event) => steer(event, input, list, close));
  input.addEventListener('blur', () => setTimeout(() => document.activeElement !== input && close(), 150));
  return h('div', { class: 'finder' }, input, list);
}

function showHits(input, list, take) {
  const query = input.value.trim();
  const began = performance.now();
  const { count, hits } = search(query);
  document.body.dataset.searchTook = (performance.now() - began).toFixed(1);
  const groups = Object.keys(looks.types).map((type) => [type, hits.filter((node) => node.type === type)]).filter(([, nodes]) => nodes.length);
  groups.sort((a, b) => hits.indexOf(a[1][0]) - hits.indexOf(b[1][0]));
  fill(list, groups.map(([type, nodes]) => h('div', { role: 'group', 'aria-label': `${t(type)} ${nodes.length}` },
    h('div', { class: 'kind', 'aria-hidden': 'true' }, t(type), h('span', { class: 'count' }, String(nodes.length))), nodes.slice(0, PER_TYPE).map((node) => hit(node, input.id, take)))),
  query && !count && h('div', { class: 'kind', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, t('search.none', { query })));
  list.hidden = !query;
  input.setAttribute('aria-expanded', String(Boolean(query)));
  mark(input, list, 0);
  if (query) announce(count ? t('search.found', { count }) : t('search.none', { query }));
}

function hit(node, field, take) {
  const post = node.edges.find((edge) => edge.predicate === 'holds_post' && edge.from === node);
  const note = post ? `${post.to.name} ${post.title}` : node.more.number || node.aliases[0] || node.more.date || '';
  return h('div', { role: 'option', id: `${field}-${node.i}`, class: 'hit', 'aria-selected': 'false', onmousedown: (event) => { event.preventDefault(); take(node); } }, icon(node.type), h('span', { class: 'grow' }, node.name), h('span', { class: 'note' }, note));
}

function mark(input, list, at) {
  const options = [...list.querySelectorAll('.hit')];
  options.forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
  if (options[at]) {
    input.setAttribute('aria-activedescendant', options[at].id);
    options[at].scrollIntoView({ block: 'nearest' });
  }
}

function steer(event, input, list, close) {
  const options = [...list.querySelectorAll('.hit')];
  const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    mark(input, list, (at + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % Math.max(1, options.length));
  } else if (event.key === 'Enter' && options[at] && !list.hidden) {
    event.preventDefault();
    options[at].dispatchEvent(new MouseEvent('mousedown', { cancelable: true }));
    if (input.id === 'search') byId('card').focus();
  } else if (event.key === 'Escape') {
    close();
  }
}

/** Open the two fields between which a path is sought. */
export function openPath(from = null) {
  const box = byId('pathbox');
  const open = box.hidden || from;
  box.hidden = !open;
  byId('path-open').setAttribute('aria-expanded', String(Boolean(open)));
  if (!open) return;
  Object.assign(ends, { from, to: null });
  const note = h('span', { class: 'facts', role: 'status' });
  const seek = () => {
    if (!ends.from || !ends.to) { note.textContent = t('path.unknown'); return; }
    if (connect(ends.from, ends.to)) box.hidden = true;
    else note.textContent = t('path.none');
  };
  const one = finder('path-from', t('path.from'), (node) => { ends.from = node; byId('path-to').focus(); });
  const two = finder('path-to', t('path.to'), (node) => { ends.to = node; if (ends.from) seek(); });
  fill(box, one, h('span', { class: 'arrow', 'aria-hidden': 'true' }, '→'), two, h('button', { id: 'path-find', class: 'primary', onclick: seek }, t('path.find')), note);
  if (from) byId('path-from').value = from.name;
  byId(from ? 'path-to' : 'path-from').focus();
}
