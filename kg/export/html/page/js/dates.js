// Dates are ISO days, months or years; some have no year (--10-21) and are shown but never compared.

export const dated = (date) => /^\d{4}/.test(date);

/** Does what is dated from `first` to `last` touch the range? Undated things do only when there is no range. */
export function within(first, last, from, to) {
  if (!from && !to) return true;
  const start = dated(first) ? first : last;
  const end = dated(last) ? last : first;
  if (!dated(start) || !dated(end)) return false;
  return (!from || end.slice(0, from.length) >= from) && (!to || start.slice(0, to.length) <= to);
}

export function span(first, last) {
  if (!first && !last) return '';
  return !last || first === last ? first : !first ? last : `${first} – ${last}`;
}

/** 2022-04-08 → 4月8日, so that people can type what they would say. */
export function spoken(date) {
  const match = /-(\d\d)-(\d\d)$/.exec(date || '');
  return match ? `${Number(match[1])}月${Number(match[2])}日` : '';
}
