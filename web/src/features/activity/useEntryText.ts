import { useTranslation } from 'react-i18next';
import type { Change, HistoryEntry, Person, Priority, ProgramRole, RequestStatus } from '@/api/types';
import { useFormat } from '@/domain/useFormat';

/** What an entry says after its actor's name: one phrase per change. */
export function useEntryText(): (entry: HistoryEntry) => string[] {
  const { t } = useTranslation();
  const format = useFormat();

  const valueOf = (change: Change, value: unknown) =>
    change.field === 'priority' && typeof value === 'string' ? t(`priority.${value as Priority}`) : format.value(value);

  const labelOf = ({ field, label }: Change) => {
    switch (field) {
      case 'title':
      case 'priority':
      case 'dueDate':
        return t(`history.fields.${field}`);
      default:
        return label;
    }
  };

  const phraseOf = (change: Change): string => {
    if (change.field === 'description') return t('history.rewrote');
    if (isDefinition(change.after))
      return t(change.before ? 'history.fieldChanged' : 'history.fieldAdded', { label: change.label });
    if (isDefinition(change.before)) return t('history.fieldRemoved', { label: change.label });
    const label = labelOf(change);
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
        return entry.changes.map(phraseOf);
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
      case 'comment:deleted':
        return [t('history.commentDeleted')];
      case 'attachment:uploaded':
        return [t('history.uploaded', { name: (data.attachment as { name?: string } | undefined)?.name ?? '' })];
      case 'attachment:deleted':
        return [t('history.fileDeleted')];
      case 'program:created':
        return [t('history.programCreated')];
      case 'program:updated':
        return entry.changes.length > 0 ? entry.changes.map(phraseOf) : [t('history.programUpdated')];
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

/** In the history of a program a change may be that of a whole field. */
const isDefinition = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'key' in value && 'type' in value;
