/** Values as people write them, in the viewer's language and zone. */

/** A date is a date: it has no zone and must not be moved into one. */
export function formatDate(date: string, locale: string): string {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  const style = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, style).format(Date.UTC(year, month - 1, day));
}

/** Today where the viewer is, as `yyyy-MM-dd`. */
export function today(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(value);
}

/** A time to wait, never told shorter than it is. */
export function formatWait(seconds: number, locale: string): string {
  const [value, unit] =
    seconds < 60 ? [seconds, 'second'] : seconds < 3600 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.ceil(value));
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const digitsOf = (unit: number) => (unit >= 2 ? 1 : 0);

export function formatSize(bytes: number, locale: string): string {
  let size = bytes;
  let unit = 0;
  // As it will be written: what would be rounded to 1,000 kB is 1 MB.
  while (Number(size.toFixed(digitsOf(unit))) >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const style = { style: 'unit', unit: UNITS[unit], unitDisplay: unit === 0 ? 'long' : 'short' } as const;
  return new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: digitsOf(unit) }).format(size);
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export interface ValueWords {
  yes: string;
  no: string;
  nothing: string;
}

/** Any value of a field as one short text. */
export function formatValue(value: unknown, locale: string, words: ValueWords): string {
  if (value === null || value === undefined || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return formatNumber(value, locale);
  if (typeof value === 'string') return DATE.test(value) ? formatDate(value, locale) : shorten(value);
  if (typeof value === 'object' && 'name' in value && typeof value.name === 'string') return value.name;
  return shorten(JSON.stringify(value));
}

const LONGEST = 80;

/** Counts letters, not units of a string, so that none is cut in two. */
function shorten(text: string): string {
  const letters = Array.from(text);
  return letters.length > LONGEST
    ? `${letters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
    : text;
}
