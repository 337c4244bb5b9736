import { fireEvent, screen, type BoundFunctions, type queries } from '@testing-library/react';
import { expect } from 'vitest';
import { answer, problem, type TestingServer } from './TestingServer';

type Part = BoundFunctions<typeof queries>;

/** By its label, with or without the mark behind it. */
export const control = (label: string, part: Part = screen) =>
  part.getByLabelText<HTMLInputElement>(new RegExp(`^${label}( [*·].*)?$`));

/** Fills inputs by their labels, each at once rather than letter by letter. */
export function fill(values: Record<string, string>, part: Part = screen): void {
  for (const [label, value] of Object.entries(values)) fireEvent.change(control(label, part), { target: { value } });
}

/** Problems that belong to no input of any form, and what people read of them. */
const REFUSALS: [refusal: () => unknown, text: string | RegExp][] = [
  [() => Promise.reject(new TypeError('Failed to fetch')), /The server cannot be reached/],
  [() => problem(403, 'forbidden', 'Only some can do this.'), 'Only some can do this.'],
  [() => problem(404, 'not-found', 'No such thing.'), /does not exist, or it is not shared with you/],
  [() => answer(502), /The server cannot be reached/],
  [() => problem(409, 'conflict', 'It is taken.'), 'It is taken.'],
  [() => problem(429, 'too-many', 'Too many.', { retryAfter: 61 }), /Try again in 2 minutes/],
  [() => refused('elsewhere', '1 (expected: 2)'), '1 (expected: 2)'],
  [() => problem(507, 'storage-full', 'There is no room.'), 'There is no room.'],
];

/** What a server says of one input. */
export const refused = (path: string, message: string) =>
  problem(400, 'validation', 'Not valid.', { errors: [{ path, message }] });

/** Sends the same again and again: each time it is said once why it was refused. */
export async function expectToSayRefusals(
  server: TestingServer,
  route: string,
  send: () => unknown,
  part: Part = screen,
): Promise<void> {
  for (const [refusal, text] of REFUSALS) {
    server.on(route, refusal);
    await send();
    expect(await part.findByText(text)).toBeVisible();
    expect(part.getAllByRole('alert')).toHaveLength(1);
  }
  expect(server.callsTo(route)).toHaveLength(REFUSALS.length);
}
