import { describe, expect, it } from 'vitest';
import { filterOf } from './filter';
import { formatDate, formatSize, formatValue, today } from './format';

const words = { yes: 'Yes', no: 'No', nothing: 'nothing' };

describe('a value', () => {
  it.each([
    [null, 'nothing'],
    ['', 'nothing'],
    [true, 'Yes'],
    [false, 'No'],
    [1234.5, '1,234.5'],
    [0, '0'],
    ['2026-12-24', 'Dec 24, 2026'],
    ['plain words', 'plain words'],
    [{ id: 'u1', name: 'Mara' }, 'Mara'],
    [{ other: 1 }, '{"other":1}'],
  ])('%j reads %s', (value, text) => {
    expect(formatValue(value, 'en', words)).toBe(text);
  });

  it('is cut when it is long', () => {
    expect(formatValue('x'.repeat(200), 'en', words)).toHaveLength(80);
  });
});

describe('a date', () => {
  it('is the same day in every zone', () => {
    expect(formatDate('2026-01-01', 'en')).toBe('Jan 1, 2026');
    expect(formatDate('2026-01-01', 'de')).toBe('1. Jan. 2026');
  });

  it('of today is that of the viewer', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});

it.each([
  [1, '1 byte'],
  [900, '900 byte'],
  [1843, '2 kB'],
  [1_843_200, '1.8 MB'],
  [25_000_000, '25 MB'],
  [5_368_709_120, '5.4 GB'],
])('%d bytes read %s', (bytes, text) => {
  expect(formatSize(bytes, 'en').replace('bytes', 'byte')).toBe(text);
});

describe('a filter in an address', () => {
  it('is read as far as it makes sense', () => {
    expect(
      filterOf({ status: ['draft', 'nonsense'], priority: 'high', assignee: 'none', q: 12, sort: '-title' }),
    ).toEqual({
      status: ['draft'],
      priority: ['high'],
      assignee: 'none',
      q: '12',
      sort: '-title',
    });
    expect(filterOf({ status: 'x', priority: 7, assignee: '', q: '', sort: 'password' })).toEqual({});
  });

  it('is the same whatever order it was chosen in', () => {
    expect(filterOf({ status: ['approved', 'draft'] })).toEqual(filterOf({ status: ['draft', 'approved'] }));
  });
});
