import type { Attachment, Change, HistoryEntry, Program } from '@/api/types';

const CUSTOM = 'fields.';

/** An entry in which values that are lists of keys, ids or people stand as the words that people read. */
export function readable(entry: HistoryEntry, program: Program, files: readonly Attachment[]): HistoryEntry {
  if (!entry.changes.some(({ before, after }) => Array.isArray(before) || Array.isArray(after))) return entry;
  return { ...entry, changes: entry.changes.map((change) => inWords(change, program, files)) };
}

function inWords(change: Change, program: Program, files: readonly Attachment[]): Change {
  const { field, before, after } = change;
  const key = field.startsWith(CUSTOM) ? field.slice(CUSTOM.length) : field;
  const items = program.fields.find((definition) => definition.key === key)?.items ?? [];
  const nameOf = (member: unknown): string => {
    if (typeof member === 'object' && member !== null && 'name' in member) return String(member.name);
    const known = items.find((item) => item.key === member)?.label ?? files.find(({ id }) => id === member)?.name;
    return known ?? (typeof member === 'string' ? member : '');
  };
  const words = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    return value.length === 0 ? null : value.map(nameOf).join(', ');
  };
  return { ...change, before: words(before), after: words(after) };
}
