import type { Person } from '@/api/types';

/**
 * A text while it is written: people are named in it as `@Kim Doe`, and `people` knows who that is. What is sent and kept is
 * Markdown, where a mention is a link: `[@Kim Doe](user:<id>)`.
 */
export interface Written {
  text: string;
  people: readonly Person[];
}

const LINK = /\[@((?:\\.|[^\]\\])+)\]\(user:([0-9a-fA-F-]{36})\)/g;

const escaped = (name: string) => name.replace(/[\\[\]*_`<>~]/g, '\\$&');
const plain = (name: string) => name.replace(/\\(.)/g, '$1');

export const mentionOf = ({ id, name }: Person) => `[@${escaped(name)}](user:${id})`;

/** Markdown as its author goes on writing it. Somebody with a name that is taken already keeps the whole link. */
export function writtenOf(markdown: string): Written {
  const people: Person[] = [];
  const text = markdown.replace(LINK, (link, label: string, id: string) => {
    const name = plain(label);
    const known = people.find((person) => person.name === name);
    if (known === undefined) people.push({ id, name });
    return known === undefined || known.id === id ? `@${name}` : link;
  });
  return { text, people };
}

/** The Markdown of what was written. Longer names go first, so that nobody is taken for somebody whose name begins alike. */
export function markdownOf({ text, people }: Written): string {
  if (people.length === 0) return text;
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length);
  const names = byLength.map(({ name }) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
  // What stands in a link already, and an address such as kim@kim.example, is no mention.
  const found = new RegExp(`(?<![\\p{L}\\p{N}[])@(${names})(?![\\p{L}\\p{N}])`, 'gu');
  return text.replace(found, (_, name: string) => {
    const person = byLength.find((other) => other.name === name);
    return person === undefined ? `@${name}` : mentionOf(person);
  });
}

/** What is typed after an `@` at the cursor, or null when no name is being typed there. */
export function nameBefore(text: string, cursor: number): string | null {
  const found = /(?:^|[\s(])@([\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’.-]*)?)$/u.exec(
    text.slice(Math.max(0, cursor - 80), cursor),
  );
  return found?.[1] ?? null;
}

/** Puts a person in the place of the name that is being typed, and says where the cursor is then. */
export function withMention(written: Written, cursor: number, person: Person): { written: Written; cursor: number } {
  const typed = nameBefore(written.text, cursor) ?? '';
  const start = cursor - typed.length - 1;
  const namesake = written.people.find(({ id, name }) => name === person.name && id !== person.id);
  const mention = `${namesake ? mentionOf(person) : `@${person.name}`} `;
  const rest = written.text.slice(cursor).replace(/^ /, '');
  const known = namesake !== undefined || written.people.some(({ id }) => id === person.id);
  return {
    written: {
      text: written.text.slice(0, start) + mention + rest,
      people: known ? written.people : [...written.people, person],
    },
    cursor: start + mention.length,
  };
}
