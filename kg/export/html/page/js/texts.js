// Words of the interface, looks of the types and the provinces: all data, read from the page.
const data = JSON.parse(document.getElementById('texts').textContent);

export const looks = data.appearance;
export const provinces = data.provinces;
export const locale = { index: 0 };

/** Give a word of the interface in the chosen language, with {names} filled in; unknown keys come back as they are. */
export function t(key, values = {}) {
  const entry = Object.hasOwn(data.i18n, key) ? data.i18n[key][locale.index] : key.replace(/^kind\./, '');
  return entry.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export const setLanguage = (language) => {
  locale.index = language === 'en' ? 1 : 0;
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
};

export const language = () => (locale.index ? 'en' : 'zh');

/** Shorten a label to a number of characters, counted as people do. */
export function shorten(text, length) {
  const characters = Array.from(text);
  return characters.length > length ? characters.slice(0, length - 1).join('') + '…' : text;
}
