import { expect, it } from 'vitest';
import { instants } from '@/api/admin';
import { auditFilterOf, peopleFilterOf } from './adminFilters';

it('a filter of people is read as far as it makes sense', () => {
  expect(peopleFilterOf({ q: 12, role: 'client', active: false })).toEqual({ q: '12', role: 'client', active: false });
  expect(peopleFilterOf({ q: '', role: 'king', active: 'perhaps' })).toEqual({});
});

it('a filter of the audit is read as far as it makes sense', () => {
  const filter = { program: 'system', event: 'user:updated', actor: 'u1', from: '2026-11-01', to: '2026-11-30' };
  expect(auditFilterOf(filter)).toEqual(filter);
  expect(auditFilterOf({ program: ['x'], from: 'yesterday', to: '2026-99-99', request: '' })).toEqual({});
});

it('days are whole days where the viewer is, both included', () => {
  const { from, to } = instants({ from: '2026-11-01', to: '2026-11-01' });
  expect(from).toBe(new Date(2026, 10, 1).toISOString());
  expect(to).toBe(new Date(2026, 10, 2).toISOString());
  expect(instants({})).toEqual({ from: undefined, to: undefined });
});
