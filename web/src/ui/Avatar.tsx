import { cx } from './cx';

const HUES = 8;

/** The class that carries a person's colour; the same person has the same everywhere. */
export function hueOf(id: string): string {
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  // The low bits alone are much the same for ids that were made one after the other.
  return `hue-${((hash ^ (hash >>> 13) ^ (hash >>> 21)) >>> 0) % HUES}`;
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (firstOf(words[0]) ?? '?').concat(firstOf(last) ?? '').toUpperCase();
}

/** A letter, which need not be one unit of a string. */
const firstOf = (word: string | undefined): string | undefined => Array.from(word ?? '')[0];

/** Decoration beside a name that is written out. The letters are no text, so that a name stays what one says to press a button. */
export const Avatar = ({ id, name, size = 20 }: { id: string; name: string; size?: 20 | 28 }) => (
  <span
    aria-hidden
    data-initials={initialsOf(name)}
    className={cx(
      hueOf(id),
      'inline-flex shrink-0 items-center justify-center rounded-full bg-(--hue) font-semibold text-[#fff] select-none before:content-[attr(data-initials)]',
      size === 20 ? 'size-5 text-[9px]' : 'size-7 text-2xs',
    )}
  />
);
