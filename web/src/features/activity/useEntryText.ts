import { useTranslation } from 'react-i18next';
import type { HistoryEntry, Person, ProgramRole, RequestStatus } from '@/api/types';
import { useChangePhrases, type Words } from './useChangePhrases';

/** What an entry says after its actor's name: one phrase per change. */
export function useEntryText(words: Words): (entry: HistoryEntry) => string[] {
  const { t } = useTranslation();
  const phrasesOf = useChangePhrases(words);
  const changesOf = (entry: HistoryEntry) => entry.changes.flatMap((change) => phrasesOf(entry, change));

  const statusPhrases = (entry: HistoryEntry): string[] => {
    const { to, reason } = entry.data as { to?: RequestStatus; reason?: string | null };
    if (to === undefined) return [];
    const phrase = t(`history.status.${to}`);
    // A due date may come by rule with the step; of all else that a step changes, it speaks itself.
    const dueDate = entry.changes.filter(({ field }) => field === 'dueDate');
    return [
      reason ? t('history.because', { phrase, reason }) : phrase,
      ...dueDate.flatMap((change) => phrasesOf(entry, change)),
    ];
  };

  const assignPhrase = (actor: Person, person: Person | null | undefined): string => {
    if (!person) return t('history.unassigned');
    return person.id === actor.id ? t('history.assignedSelf') : t('history.assigned', { name: person.name });
  };

  const commentPhrase = ({ comment, restored }: { comment?: { internal?: boolean }; restored?: boolean }): string => {
    if (restored === true) return t('history.commentRestored');
    return comment?.internal === true ? t('history.commentedInternally') : t('history.commented');
  };

  const filePhrase = ({ attachment, restored }: { attachment?: { name?: string }; restored?: boolean }): string => {
    const name = attachment?.name ?? '';
    return restored === true ? t('history.fileRestored', { name }) : t('history.uploaded', { name });
  };

  const memberOf = (data: Record<string, unknown>) => {
    const member = data.member as { user: Person; role: ProgramRole } | undefined;
    return { name: member?.user.name ?? '', role: member ? t(`role.${member.role}`) : '' };
  };

  return (entry) => {
    const { data } = entry;
    switch (entry.event) {
      case 'request:created':
        // One that was deleted and is back comes as if it had been made anew.
        return [entry.changes.some(({ field }) => field === 'deleted') ? t('feed.restored') : t('history.created')];
      case 'request:updated':
        return changesOf(entry);
      case 'request:status_changed':
        return statusPhrases(entry);
      case 'request:assigned':
        return [assignPhrase(entry.actor, data.assignedTo as Person | null)];
      case 'request:deleted':
        return [t('history.deleted')];
      case 'request:watched':
        return [data.watching === true ? t('history.watched') : t('history.unwatched')];
      case 'comment:added':
        return [commentPhrase(data)];
      case 'comment:updated':
        return [t('feed.commentEdited')];
      case 'comment:deleted':
        return [t('history.commentDeleted')];
      case 'attachment:uploaded':
        return [filePhrase(data)];
      case 'attachment:deleted':
        return [t('history.fileDeleted')];
      case 'program:created':
        return [t('history.programCreated')];
      case 'program:updated':
        return entry.changes.length > 0 ? changesOf(entry) : [t('history.programUpdated')];
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
