import { renderHook } from '@testing-library/react';
import { useForm } from 'react-hook-form';
import { describe, expect, it } from 'vitest';
import { Problem } from '@/api/problem';
import { formatWait } from './format';
import { showRefusals } from './showRefusals';

const refusal = (...paths: string[]) =>
  new Problem({
    type: '/problems/validation',
    title: 'Not valid',
    status: 400,
    errors: paths.map((path) => ({ path, message: `${path} is wrong` })),
  });

function show(error: unknown, inputOf?: (path: string) => string) {
  const { result } = renderHook(() => {
    const form = useForm({ defaultValues: { name: '', items: [''], fields: { cost: '' } } });
    return { form, errors: form.formState.errors };
  });
  const all = showRefusals(result.current.form, error, inputOf);
  const told = (['name', 'items', 'fields.cost'] as const).filter(
    (input) => result.current.form.getFieldState(input).error !== undefined,
  );
  return { all, told };
}

describe('what the server refused', () => {
  it.each([
    [['name'], ['name']],
    [['items[2].label'], ['items']],
    [
      ['fields.cost', 'name'],
      ['name', 'fields.cost'],
    ],
  ])('of %j stands beside %j', (paths, told) => {
    expect(show(refusal(...paths))).toEqual({ all: true, told });
  });

  it('of an input that is called otherwise stands there', () => {
    expect(show(refusal('title'), () => 'name')).toEqual({ all: true, told: ['name'] });
  });

  it('of something that has no input is left to be said elsewhere', () => {
    expect(show(refusal('name', 'version'))).toEqual({ all: false, told: ['name'] });
    expect(show(refusal())).toEqual({ all: false, told: [] });
    expect(show(new TypeError('Failed to fetch'))).toEqual({ all: false, told: [] });
  });
});

it.each([
  [1, 'en', '1 second'],
  [59, 'en', '59 seconds'],
  [60, 'en', '1 minute'],
  [61, 'de', '2 Minuten'],
  [3599, 'en', '60 minutes'],
  [3601, 'en', '2 hours'],
])('a wait of %d seconds is %s', (seconds, locale, text) => {
  expect(formatWait(seconds, locale)).toBe(text);
});
