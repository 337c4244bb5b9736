import { describe, expect, it } from 'vitest';
import { parse, WrongOptions } from '../../src/verify/options.ts';

describe('the options of verify-live', () => {
  it('have defaults', () => {
    expect(parse([])).toMatchObject({ minutes: 1, clients: 54, writers: 8, programs: 3 });
  });

  it('take a part of a minute, and a seed that repeats a run', () => {
    expect(parse(['--minutes', '0.5', '--seed', '7'])).toMatchObject({ minutes: 0.5, seed: 7 });
  });

  it('name somebody’s installation', () => {
    const { target } = parse(['--url', 'https://docket.example.org/', '--email', 'ada@example.org']);
    expect(target).toEqual({ url: 'https://docket.example.org', email: 'ada@example.org' });
  });

  it.each([
    { args: ['--minutes', 'two'], says: '--minutes: two (expected: 0.1..10000)' },
    { args: ['--clients', '3'], says: '--clients: 3 (expected: 9..2000)' },
    { args: ['--url', 'http://localhost:8080'], says: '--url and --email: only one (expected: both or none)' },
    { args: ['--url', 'localhost', '--email', 'a@b.c'], says: '--url: localhost (expected: http(s)://host[:port])' },
    { args: ['--password', 'secret'], says: 'Unknown option' },
  ])('refuse $args', ({ args, says }) => {
    expect(() => parse(args)).toThrow(WrongOptions);
    expect(() => parse(args)).toThrow(says);
  });
});
