import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assign } from '@/api/calls';
import { Problem } from '@/api/problem';
import { membersQuery } from '@/api/queries';
import type { RequestDetail } from '@/api/types';
import { useMe } from '@/domain/me';
import { PersonName } from '@/domain/PersonName';
import { useProblemText } from '@/domain/useProblemText';
import { useLive } from '@/live/react';
import { Button } from '@/ui/Button';
import { Picker } from '@/ui/Picker';
import { useShortcut } from '@/ui/useShortcut';
import { PROPERTY_BUTTON } from './property';

const NOBODY = 'nobody';

export function Assignee({ request }: { request: RequestDetail }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const me = useMe();
  const live = useLive();
  const [open, setOpen] = useState(false);
  const { can } = request;
  const { data: members = [] } = useQuery({ ...membersQuery(request.programId), enabled: can.assign });
  const change = useMutation({
    mutationFn: (userId: string | null) =>
      assign({ programId: request.programId, requestId: request.id }, userId, request.version),
    onSuccess: (detail) => live.adopt(detail),
    onError: (error) => {
      if (error instanceof Problem && error.current) live.adopt(error.current);
    },
  });
  useShortcut('a', () => (can.assign ? setOpen(true) : change.mutate(me.id)), can.assign || can.assignSelf);

  // Whom one has chosen stands there while it is on its way.
  const personOf = (id: string | null) =>
    id === me.id ? me : (members.find(({ user }) => user.id === id)?.user ?? null);
  const assignee = change.isPending ? personOf(change.variables) : request.assignee;
  const shown = assignee ? (
    <PersonName person={assignee} />
  ) : (
    <span className="text-ink-3">{t('requests.unassigned')}</span>
  );
  return (
    <>
      {can.assign ? (
        <Picker
          open={open}
          onOpenChange={setOpen}
          label={t('requests.assignTo')}
          searchLabel={t('requests.searchPeople')}
          emptyText={t('common.noMatches')}
          value={assignee?.id ?? NOBODY}
          onPick={(value) => change.mutate(value === NOBODY ? null : value)}
          options={[
            { value: NOBODY, text: t('requests.unassigned'), label: t('requests.unassigned') },
            ...members
              .filter((member) => member.role !== 'client')
              .map(({ user }) => ({ value: user.id, text: user.name, label: <PersonName person={user} /> })),
          ]}
          trigger={
            <button
              type="button"
              aria-label={`${t('requests.assignee')}: ${assignee?.name ?? t('requests.unassigned')}`}
              aria-keyshortcuts="a"
              className={PROPERTY_BUTTON}
            >
              {shown}
            </button>
          }
        />
      ) : (
        <div className="flex min-h-8 flex-wrap items-center gap-2">
          {shown}
          {can.assignSelf && (
            <Button busy={change.isPending} shortcut="A" onClick={() => change.mutate(me.id)}>
              {t('requests.assignToMe')}
            </Button>
          )}
        </div>
      )}
      {change.error !== null && (
        <p role="alert" className="text-xs text-danger">
          {textOf(change.error)}
        </p>
      )}
    </>
  );
}
