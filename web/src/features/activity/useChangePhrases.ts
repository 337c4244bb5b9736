import { useTranslation } from 'react-i18next';
import type { Attachment, Change, FieldDefinition, HistoryEntry, Priority } from '@/api/types';
import { useFormat } from '@/domain/useFormat';
import { differenceOf, idOf, type Difference } from './membersOfChange';
import { became, isDefinition, isSetting } from './settingChange';

/** What of the program and the request makes keys and ids readable. */
export interface Words {
  fields: readonly FieldDefinition[];
  /** The files of the request, where there is one. */
  files?: readonly Attachment[];
}

const CUSTOM = 'fields.';

/** What a change says after the name of whoever made it. */
export function useChangePhrases({ fields, files = [] }: Words): (entry: HistoryEntry, change: Change) => string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const definitionOf = ({ field }: Change) =>
    field.startsWith(CUSTOM) ? fields.find(({ key }) => key === field.slice(CUSTOM.length)) : undefined;

  const nameOf = (change: Change, member: unknown): string => {
    const item = definitionOf(change)?.items.find(({ key }) => key === member)?.label;
    return item ?? files.find(({ id }) => id === member)?.name ?? format.value(member);
  };
  const valueOf = (change: Change, value: unknown): string => {
    if (change.field === 'priority' && typeof value === 'string') return t(`priority.${value as Priority}`);
    if (!Array.isArray(value)) return format.value(value);
    return value.length === 0 ? format.value(null) : format.names(value.map((each) => nameOf(change, each)));
  };

  const labelOf = (entry: HistoryEntry, { field, label }: Change) => {
    if (entry.requestId === null && isSetting(field)) return t(`feed.settings.${field}`);
    return field === 'title' || field === 'priority' || field === 'dueDate' ? t(`history.fields.${field}`) : label;
  };

  /** Files by name, as far as they are still there. */
  const filesOf = (ids: unknown[]) => {
    const names = ids.flatMap((id) => files.find((file) => file.id === id)?.name ?? []);
    const others = ids.length - names.length;
    return format.names(others === 0 ? names : [...names, t('history.files', { count: others })]);
  };
  const itemsOf = (change: Change, keys: unknown[]) =>
    format.names(keys.map((key) => t('history.quoted', { text: nameOf(change, key) })));

  const participantPhrases = (entry: HistoryEntry, change: Change, { gained, lost }: Difference): string[] => {
    const others = lost.filter((person) => idOf(person) !== entry.actor.id);
    const phrases = others.length < lost.length ? [t('history.left')] : [];
    if (gained.length > 0) phrases.push(t('history.shared', { names: valueOf(change, gained) }));
    if (others.length > 0) phrases.push(t('history.unshared', { names: valueOf(change, others) }));
    return phrases;
  };

  /** Items, files and people come and go one by one, and are told so. */
  const memberPhrases = (entry: HistoryEntry, change: Change): string[] => {
    const difference = differenceOf(change);
    if (difference === undefined) return [];
    if (change.field === 'participants') return participantPhrases(entry, change, difference);
    const { gained, lost } = difference;
    const { label } = change;
    const phrases: string[] = [];
    const type = definitionOf(change)?.type;
    if (type === 'checklist') {
      if (gained.length > 0) phrases.push(t('history.checked', { label, items: itemsOf(change, gained) }));
      if (lost.length > 0) phrases.push(t('history.unchecked', { label, items: itemsOf(change, lost) }));
    } else if (type === 'file_upload') {
      if (gained.length > 0) phrases.push(t('history.filesIn', { label, files: filesOf(gained) }));
      if (lost.length > 0) phrases.push(t('history.filesOut', { label, files: filesOf(lost) }));
    }
    return phrases;
  };

  const phraseOf = (entry: HistoryEntry, change: Change): string => {
    const { field } = change;
    if (field === 'description') return t('history.rewrote');
    if (field === 'fieldOrder') return t('feed.fieldOrder');
    if (field === 'status' && entry.requestId === null)
      return change.after === 'archived' ? t('feed.archived') : t('feed.unarchived');
    if (field.startsWith('templates.')) return t(`feed.template${became(change)}`, { name: change.label });
    if (field === 'storageQuotaBytes') return t('feed.quota');
    if (isDefinition(change.after))
      return t(change.before ? 'history.fieldChanged' : 'history.fieldAdded', { label: change.label });
    if (isDefinition(change.before)) return t('history.fieldRemoved', { label: change.label });
    const label = labelOf(entry, change);
    const before = valueOf(change, change.before);
    const after = valueOf(change, change.after);
    const empty = change.after === null || change.after === undefined;
    if (change.before === undefined)
      return empty ? t('history.clearedOnly', { label }) : t('history.changedTo', { label, after });
    if (empty) return t('history.cleared', { label, before });
    return change.before === null ? t('history.set', { label, after }) : t('history.changed', { label, before, after });
  };

  return (entry, change) => {
    const phrases = memberPhrases(entry, change);
    return phrases.length > 0 ? phrases : [phraseOf(entry, change)];
  };
}
