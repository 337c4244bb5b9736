import { useTranslation } from 'react-i18next';
import type { Change, HistoryEntry, Person, Priority, ProgramRole, RequestStatus } from '@/api/types';
import { useFormat } from '@/domain/useFormat';
import { became, isDefinition, isSetting } from './settingChange';

/** What an entry says after its actor's name: one phrase per change. */
export function useEntryText(): (entry: HistoryEntry) => string[] {
  const { t } = useTranslation();
  const format = useFormat();

  const valueOf = (change: Change, value: unknown): string => {
    if (change.field === 'priority' && typeof value === 'string') return t(`priority.${value as Priority}`);
    // Files and people by what they are called; what has no name, such as the items of a checklist, by its key.
    return Array.isArray(value) && value.length > 0
      ? format.names(value.map((each) => format.value(each)))
      : format.value(Array.isArray(value) ? null : value);
  };

  const labelOf = (entry: HistoryEntry, { field, label }: Change) => {
    if (entry.requestId === null && isSetting(field)) return t(`feed.settings.${field}`);
    switch (field) {
      case 'title':
      case 'priority':
      case 'dueDate':
        return t(`history.fields.${field}`);
      default:
        return label;
    }
  };

  const phraseOf = (entry: HistoryEntry, change: Change): string => {
    const { field } = change;
    if (field === 'description') return t('history.rewrote');
    if (field === 'fieldOrder') return t('feed.fieldOrder');
    if (field === 'deleted') return t('feed.restored');
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

  const statusPhrases = (data: { to?: RequestStatus; reason?: string | null }): string[] => {
    if (data.to === undefined) return [];
    const phrase = t(`history.status.${data.to}`);
    return [data.reason ? t('history.because', { phrase, reason: data.reason }) : phrase];
  };

  const assignPhrase = (actor: Person, person: Person | null | undefined): string => {
    if (!person) return t('history.unassigned');
    return person.id === actor.id ? t('history.assignedSelf') : t('history.assigned', { name: person.name });
  };

  const memberOf = (data: Record<string, unknown>) => {
    const member = data.member as { user: Person; role: ProgramRole } | undefined;
    return { name: member?.user.name ?? '', role: member ? t(`role.${member.role}`) : '' };
  };

  return (entry) => {
    const { data } = entry;
    switch (entry.event) {
      case 'request:created':
        return [t('history.created')];
      case 'request:updated':
        return entry.changes.map((change) => phraseOf(entry, change));
      case 'request:status_changed':
        return statusPhrases(data);
      case 'request:assigned':
        return [assignPhrase(entry.actor, data.assignedTo as Person | null)];
      case 'request:deleted':
        return [t('history.deleted')];
      case 'comment:added':
        return [
          (data.comment as { internal?: boolean } | undefined)?.internal === true
            ? t('history.commentedInternally')
            : t('history.commented'),
        ];
      case 'comment:updated':
        return [t('feed.commentEdited')];
      case 'comment:deleted':
        return [t('history.commentDeleted')];
      case 'attachment:uploaded':
        return [t('history.uploaded', { name: (data.attachment as { name?: string } | undefined)?.name ?? '' })];
      case 'attachment:deleted':
        return [t('history.fileDeleted')];
      case 'program:created':
        return [t('history.programCreated')];
      case 'program:updated':
        return entry.changes.length > 0
          ? entry.changes.map((change) => phraseOf(entry, change))
          : [t('history.programUpdated')];
      case 'member:added':
        return [t('history.memberAdded', memberOf(data))];
      case 'member:updated':
        return [t('history.memberUpdated', memberOf(data))];
      case 'member:removed': {
        const [change] = entry.changes;
        return [change ? t('history.memberRemovedNamed', { name: change.label }) : t('history.memberRemoved')];
      }
      default:
        return [t('history.other', { event: entry.event })];
    }
  };
}
