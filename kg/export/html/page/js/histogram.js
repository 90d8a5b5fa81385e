// Articles over time, and the range of dates that filters.
import { graph } from './data.js';
import { dated } from './dates.js';
import { byId, fill, h, svg } from './dom.js';
import { changed, state } from './state.js';
import { t } from './texts.js';

const MOST = 120;
const months = { list: [], counts: new Map(), undated: 0, unit: 7 };

export function countMonths() {
  const dates = graph.nodes.filter((node) => node.type === 'ARTICLE').map((node) => node.more.date || node.first);
  months.undated = dates.filter((date) => !dated(date)).length;
  const known = dates.filter(dated).sort();
  if (!known.length) return;
  const [first, last] = [known[0], known[known.length - 1]];
  months.unit = (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 > MOST ? 4 : first.slice(0, 7) === last.slice(0, 7) ? 10 : 7;
  for (const date of known) {
    const key = date.slice(0, months.unit);
    months.counts.set(key, (months.counts.get(key) || 0) + 1);
  }
  months.list = months.unit === 10 ? [...months.counts.keys()].sort() : every(first.slice(0, months.unit), last.slice(0, months.unit));
}

function every(first, last) {
  const list = [];
  for (let year = Number(first.slice(0, 4)), month = Number(first.slice(5, 7)) || 1; list.length < 1200;) {
    const key = months.unit === 4 ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
    list.push(key);
    if (key >= last) break;
    if (months.unit === 4 || month === 12) { year += 1; month = 1; } else month += 1;
  }
  return list;
}

export function drawTime() {
  const box = byId('time');
  box.hidden = !months.list.length;
  if (box.hidden) return;
  const f = state.filters;
  fill(box, h('strong', {}, t('time')), field('from', f.from), bars(), field('to', f.to),
    h('span', { class: 'when' }, f.from || f.to ? '' : t('time.all'), months.undated ? ` · ${t('time.undated', { count: months.undated })}` : ''));
}

const DATE = '\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?';

/** A date as text, so that it reads the same in every browser: a year, a month or a day. */
function field(side, value) {
  const input = h('input', { type: 'text', id: `date-${side}`, value: value || '', size: 10, placeholder: 'YYYY-MM-DD', pattern: DATE, inputMode: 'numeric', title: t('filter.date'), autocomplete: 'off',
    onchange: () => { if (input.reportValidity()) { state.filters[side] = input.value; changed('filters'); } } });
  return h('label', {}, h('span', {}, t(`filter.${side}`)), input);
}

function bars() {
  const most = Math.max(...months.counts.values());
  const width = 100 / months.list.length;
  const picture = svg('svg', { viewBox: '0 0 100 40', preserveAspectRatio: 'none', class: 'bars', role: 'img', 'aria-label': `${t('time')} ${months.list[0]} – ${months.list[months.list.length - 1]}` });
  months.list.forEach((key, i) => {
    const count = months.counts.get(key) || 0;
    const tall = count ? 4 + 34 * (count / most) : 0;
    const inside = (!state.filters.from || key >= state.filters.from.slice(0, key.length)) && (!state.filters.to || key <= state.filters.to.slice(0, key.length));
    const bar = svg('rect', { x: i * width + width * 0.1, y: 40 - tall, width: width * 0.8, height: tall, class: inside ? 'in' : 'out' });
    const area = svg('rect', { x: i * width, y: 0, width, height: 40, class: 'hit', 'data-month': key });
    const title = svg('title');
    title.textContent = t('time.bar', { date: key, count });
    area.append(title);
    area.addEventListener('click', () => pick(key));
    picture.append(bar, area);
  });
  return picture;
}

function pick(key) {
  const same = state.filters.from === key && state.filters.to === key;
  Object.assign(state.filters, same ? { from: '', to: '' } : { from: key, to: key });
  changed('filters');
}
