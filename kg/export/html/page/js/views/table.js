// The selection as a table that sorts.
import { selection } from '../filters.js';
import { h } from '../dom.js';
import { nodeButton } from '../rows.js';
import { locale, provinces, t } from '../texts.js';

const COLUMNS = [
  ['name', (node) => node.name], ['type', (node) => t(node.type)], ['kind', (node) => (node.kind ? t(`kind.${node.kind}`) : '')],
  ['province', (node) => provinces[node.province]?.[locale.index] || ''], ['articles', (node) => node.articles],
  ['relations', (node) => node.edges.length], ['first', (node) => node.first], ['last', (node) => node.last],
];
const PAGE = 200;
const order = { column: 4, down: true };

function sorted() {
  const value = COLUMNS[order.column][1];
  const compare = (a, b) => (typeof value(a) === 'number' ? value(a) - value(b) : String(value(a)).localeCompare(String(value(b)), 'zh'));
  return selection().sort((a, b) => compare(a, b) * (order.down ? -1 : 1) || a.i - b.i);
}

/** What the table shows, headings first, in its order. */
export const tableRows = () => [COLUMNS.map(([key]) => t(`table.${key}`)), ...sorted().map((node) => COLUMNS.map(([, value]) => value(node)))];

export function tableView(redraw) {
  const nodes = sorted();
  const body = h('tbody', {}, nodes.slice(0, PAGE).map(line));
  const table = h('table', {}, h('thead', {}, h('tr', {}, COLUMNS.map(([key], i) => heading(key, i, redraw)))), body);
  return [table, nodes.length > PAGE && more(body, nodes, PAGE)];
}

function heading(key, i, redraw) {
  const sorted = i === order.column ? (order.down ? 'descending' : 'ascending') : 'none';
  const sort = () => { order.down = i === order.column ? !order.down : i > 3; order.column = i; redraw(); };
  return h('th', { scope: 'col', 'aria-sort': sorted }, h('button', { onclick: sort }, t(`table.${key}`), sorted === 'none' ? '' : order.down ? ' ↓' : ' ↑'));
}

const line = (node) => h('tr', {}, COLUMNS.map(([key, value], i) => h(i ? 'td' : 'th', { class: key, scope: i ? null : 'row' }, i ? String(value(node)) : nodeButton(node))));

function more(body, nodes, from) {
  const next = nodes.slice(from, from + PAGE);
  const button = h('button', { class: 'link', onclick: () => {
    body.append(...next.map(line));
    button.replaceWith(...(nodes.length > from + PAGE ? [more(body, nodes, from + PAGE)] : []));
  } }, t('view.more', { count: next.length }));
  return button;
}
