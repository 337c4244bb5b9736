import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell, BellOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { keys, type Loaded } from '@/api/queries';
import { requestKeys, watch, watchersQuery } from '@/api/request';
import type { RequestDetail } from '@/api/types';
import { useFormat } from '@/domain/useFormat';
import { useProblemText } from '@/domain/useProblemText';
import { Avatar } from '@/ui/Avatar';
import { Button } from '@/ui/Button';
import { Tooltip } from '@/ui/Tooltip';

const SHOWN = 5;

/** Whether one is told of what happens here, and for staff, who else is. */
export function Watching({ request, staff }: { request: RequestDetail; staff: boolean }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const ref = { programId: request.programId, requestId: request.id };
  const change = useMutation({
    mutationFn: (on: boolean) => watch(ref, on),
    onSuccess: (_, on) => {
      cache.setQueryData(
        keys.request(ref),
        (old: Loaded<RequestDetail> | undefined) => old && { ...old, value: { ...old.value, watching: on } },
      );
      void cache.invalidateQueries({ queryKey: requestKeys.watchers(ref) });
    },
  });
  const on = change.isPending ? change.variables : request.watching === true;
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      {request.can.watch && (
        <Tooltip text={on ? t('request.watchingText') : t('request.watchText')}>
          <Button
            variant="ghost"
            className="-ml-2 px-2!"
            aria-pressed={on}
            icon={on ? <BellOff size={14} aria-hidden /> : <Bell size={14} aria-hidden />}
            onClick={() => change.mutate(!on)}
          >
            {on ? t('request.unwatch') : t('request.watch')}
          </Button>
        </Tooltip>
      )}
      {staff && <Watchers request={request} />}
      {change.error !== null && (
        <p role="alert" className="w-full text-xs text-danger">
          {textOf(change.error)}
        </p>
      )}
    </div>
  );
}

function Watchers({ request }: { request: RequestDetail }) {
  const { t } = useTranslation();
  const { names } = useFormat();
  const { data } = useQuery(watchersQuery({ programId: request.programId, requestId: request.id }));
  if (data === undefined || data.pagination.total === 0) return null;
  const { total } = data.pagination;
  const rest = total - data.data.length;
  const all = [...data.data.map(({ name }) => name), ...(rest > 0 ? [t('presence.more', { count: rest })] : [])];
  const text = t('request.watchers', { names: names(all) });
  return (
    <Tooltip text={text}>
      <button type="button" aria-label={text} className="flex items-center gap-0.5 rounded-full p-0.5">
        {data.data.slice(0, SHOWN).map((person) => (
          <Avatar key={person.id} id={person.id} name={person.name} />
        ))}
        {total > SHOWN && <span className="pl-1 text-xs text-ink-3">+{total - SHOWN}</span>}
      </button>
    </Tooltip>
  );
}
