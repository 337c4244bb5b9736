import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const styles = readFileSync('src/ui/styles.css', 'utf8');
const animations = [...styles.matchAll(/@keyframes ([\w-]+) \{([\s\S]*?)\n\}/g)].map(([, name = '', body = '']) => ({
  name,
  properties: [...body.matchAll(/([\w-]+):/g)].map(([, property = '']) => property),
}));

describe('an animation', () => {
  it('is one of those that we know', () => {
    expect(animations.map(({ name }) => name)).toContain('glow');
  });

  it.each(animations)('costs nothing but putting layers together: $name', ({ properties }) => {
    expect(properties).not.toEqual([]);
    expect(properties.filter((property) => !['opacity', 'transform'].includes(property))).toEqual([]);
  });

  it('is over at once for those who want no motion', () => {
    const calm = styles.slice(styles.indexOf('@media (prefers-reduced-motion: reduce)'));
    expect(calm).toMatch(/\*,\s*::before,\s*::after \{[^}]*animation-duration: 0\.01ms !important/);
    expect(calm).toMatch(/animation-iteration-count: 1 !important/);
  });
});
