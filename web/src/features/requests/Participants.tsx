import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { UserPlus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys, membersQuery } from '@/api/queries';
import { share, stopSharing } from '@/api/request';
import type { RequestDetail } from '@/api/types';
import { useMe } from '@/domain/me';
import { PersonName } from '@/domain/PersonName';
import { useProblemText } from '@/domain/useProblemText';
import { useLive } from '@/live/react';
import { Button, IconButton } from '@/ui/Button';
import { Picker } from '@/ui/Picker';
import { focusUnlessElsewhere } from '@/ui/focus';

/** The clients whom the request is shared with. */
export function Participants({ request }: { request: RequestDetail }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const me = useMe();
  const live = useLive();
  const cache = useQueryClient();
  const list = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState(false);
  const ref = { programId: request.programId, requestId: request.id };
  const { participants, creator } = request;
  const mayShare = request.can.share;
  const { data: members = [] } = useQuery({ ...membersQuery(request.programId), enabled: mayShare });
  const add = useMutation({
    mutationFn: (userId: string) => share(ref, userId),
    onSuccess: (detail) => live.adopt(detail),
  });
  const remove = useMutation({
    mutationFn: (userId: string) => stopSharing(ref, userId),
    onSuccess: () => {
      focusUnlessElsewhere(list.current);
      void cache.invalidateQueries({ queryKey: keys.request(ref), exact: true });
    },
  });
  const others = members.filter(
    ({ role, user }) => role === 'client' && user.id !== creator.id && !participants.some(({ id }) => id === user.id),
  );
  const problem = add.error ?? remove.error;

  return (
    <div className="flex flex-col">
      <ul ref={list} tabIndex={-1} aria-label={t('request.participants')} className="outline-none">
        {participants.map((person) => (
          <li key={person.id} className="flex min-h-8 items-center justify-between gap-1">
            <PersonName person={person} />
            {(mayShare || person.id === me.id) && (
              <IconButton
                label={person.id === me.id ? t('request.leave') : t('request.stopSharing', { name: person.name })}
                onClick={() => remove.mutate(person.id)}
              >
                <X size={14} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {participants.length === 0 && !mayShare && <span className="py-1.5 text-ink-3">{t('requests.unassigned')}</span>}
      {mayShare && (
        <Picker
          open={open}
          onOpenChange={setOpen}
          label={t('request.shareWith')}
          searchLabel={t('requests.searchPeople')}
          emptyText={others.length === 0 ? t('request.nobodyToShare') : t('common.noMatches')}
          value={null}
          onPick={(userId) => add.mutate(userId)}
          options={others.map(({ user }) => ({ value: user.id, text: user.name, label: <PersonName person={user} /> }))}
          trigger={
            <Button variant="ghost" className="-ml-2 self-start px-2!" icon={<UserPlus size={14} aria-hidden />}>
              {t('request.share')}
            </Button>
          }
        />
      )}
      {problem !== null && (
        <p role="alert" className="text-xs text-danger">
          {textOf(problem)}
        </p>
      )}
    </div>
  );
}
