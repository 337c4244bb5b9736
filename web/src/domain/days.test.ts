import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditFilterOf, peopleFilterOf } from './adminFilters';
import { daysUntil, dueState } from './due';
import { filterOf } from './filter';
import { formatDate, formatNumber, formatSize, formatValue, today } from './format';

const words = { yes: 'Yes', no: 'No', nothing: 'nothing' };
const HERE = process.env.TZ;

// As far east and west as people live, and where clocks are put forward.
describe.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin'])('in %s', (zone) => {
  beforeEach(() => {
    process.env.TZ = zone;
  });
  afterEach(() => {
    if (HERE === undefined) delete process.env.TZ;
    else process.env.TZ = HERE;
  });

  it('a date is that date', () => {
    expect(formatDate('2026-12-31', 'en')).toBe('Dec 31, 2026');
    expect(formatDate('2026-03-29', 'de')).toBe('29. März 2026');
    expect(formatValue('2028-02-29', 'en', words)).toBe('Feb 29, 2028');
  });

  it('days are counted by the calendar, whatever the clocks do', () => {
    expect(daysUntil('2026-03-30', '2026-03-28')).toBe(2);
    expect(daysUntil('2026-10-26', '2026-10-24')).toBe(2);
    expect(daysUntil('2027-01-01', '2026-12-31')).toBe(1);
    expect(daysUntil('2028-03-01', '2028-02-28')).toBe(2);
    expect(daysUntil('2026-05-01', '2026-05-08')).toBe(-7);
  });
});

describe('today', () => {
  afterEach(() => {
    if (HERE === undefined) delete process.env.TZ;
    else process.env.TZ = HERE;
  });

  it.each([
    ['Pacific/Kiritimati', '2026-01-06'],
    ['UTC', '2026-01-05'],
    ['Pacific/Pago_Pago', '2026-01-04'],
  ])('in %s is %s at the same moment', (zone, day) => {
    process.env.TZ = zone;
    expect(today(new Date('2026-01-05T10:30:00Z'))).toBe(day);
  });
});

describe('what presses', () => {
  it('goes by the calendar, over the end of a year', () => {
    expect(
      ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-03', '2027-01-04'].map((day) => dueState(day, '2026-12-31')),
    ).toEqual(['overdue', 'today', 'soon', 'soon', 'later']);
  });
});

describe('a number', () => {
  it.each([
    [0.1 + 0.2, 'en', '0.3'],
    [-1234.5, 'de', '-1.234,5'],
    [1e15, 'en', '1,000,000,000,000,000'],
    [0.0000000001, 'en', '0.0000000001'],
  ])('%d in %s is %s', (value, locale, text) => {
    expect(formatNumber(value, locale)).toBe(text);
  });
});

describe('a size', () => {
  it.each([
    [0, 'en', '0 bytes'],
    [999, 'en', '999 bytes'],
    [1000, 'en', '1 kB'],
    [999_499, 'en', '999 kB'],
    [999_999, 'en', '1 MB'],
    [999_950_000, 'en', '1 GB'],
    [26_214_400, 'de', '26,2 MB'],
    [7e12, 'en', '7,000 GB'],
  ])('%d bytes in %s are %s', (bytes, locale, text) => {
    expect(formatSize(bytes, locale).replace(/\s/g, ' ')).toBe(text);
  });
});

describe('a long value', () => {
  it('is cut between letters, never inside of one', () => {
    expect(formatValue(`x${'🦊'.repeat(100)}`, 'en', words)).toBe(`x${'🦊'.repeat(78)}…`);
  });

  it('of exactly eighty letters stays whole', () => {
    expect(formatValue('x'.repeat(80), 'en', words)).toBe('x'.repeat(80));
    expect(formatValue(`${'x'.repeat(78)} and more`, 'en', words)).toBe(`${'x'.repeat(78)}…`);
  });
});

describe('an address that somebody typed', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '20260101', '', 7, null])('has no day %j', (from) => {
    expect(auditFilterOf({ from })).toEqual({});
  });

  it('has days that there are', () => {
    expect(auditFilterOf({ from: '2028-02-29', to: '2026-12-31' })).toEqual({ from: '2028-02-29', to: '2026-12-31' });
  });

  it('has neither wrong types nor inherited names', () => {
    expect(peopleFilterOf({ active: 'true', role: 'constructor', q: {} })).toEqual({});
    expect(filterOf({ status: ['toString', null], priority: {}, sort: '--title', q: [] })).toEqual({});
  });

  it('may name one thing or several, each once', () => {
    expect(filterOf({ status: 'draft' }).status).toEqual(['draft']);
    expect(filterOf({ status: ['draft', 'draft'] }).status).toEqual(['draft']);
    expect(filterOf({ sort: '-title' }).sort).toBe('-title');
  });
});
